/** Versions of a document in an Open Terms Archive collection, and what their commits say. */

/** One commit that touched a document. */
export interface OtaVersion {
  readonly commit: string;
  /** Date of the commit, RFC 3339. */
  readonly date: string;
  /** First line of the commit's message. */
  readonly subject: string;
  /** `SERVICE/TYPE.md` below the root of the repository. */
  readonly path: string;
  /** The document after the commit; undefined where the commit removed the file. */
  readonly text: string | undefined;
}

/** All versions of one document. */
export interface OtaDocument {
  readonly service: string;
  readonly type: string;
  readonly path: string;
  /** Oldest first. */
  readonly versions: readonly OtaVersion[];
}

/**
 * Whether a commit says that the archive's own tools or declarations changed, and not the document at its source. The
 * subjects are those of Open Terms Archive's engine since its first releases.
 */
export function isTechnical(subject: string): boolean {
  return /^(?:apply (?:technical|declaration)|refilter|rename|move|fix|chore|revert|merge)\b/i.test(subject.trim());
}

/** Versions by document, oldest first. */
export function documentsOf(versions: readonly OtaVersion[]): OtaDocument[] {
  const byPath = new Map<string, OtaVersion[]>();
  for (const version of versions) {
    const known = byPath.get(version.path);
    if (known) known.push(version);
    else byPath.set(version.path, [version]);
  }
  return Array.from(byPath, ([path, list]) => {
    const parts = path.replace(/\.md$/i, '').split('/');
    const type = parts.pop() ?? path;
    // A stable sort: commits of one second keep the order that git gives them.
    return {
      path,
      type,
      service: parts.join('/') || type,
      versions: [...list].sort((a, b) => Date.parse(a.date) - Date.parse(b.date)),
    };
  });
}
