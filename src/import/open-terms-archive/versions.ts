/** Versions of a document in an Open Terms Archive collection. */

/** A commit that touched a document. */
export interface OtaVersion {
  readonly commit: string;
  /** Commit date, RFC 3339. */
  readonly date: string;
  /** First line of the commit message. */
  readonly subject: string;
  /** Path `SERVICE/TYPE.md` below the root of the repository. */
  readonly path: string;
  /** The document after the commit; undefined when the commit removed the file. */
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
 * Returns whether a commit's subject states that the archive's own tools or declarations changed, and not the document. The subjects are
 * those of the Open Terms Archive engine since its first release.
 */
export function isTechnical(subject: string): boolean {
  return /^(?:apply (?:technical|declaration)|refilter|rename|move|fix|chore|revert|merge)\b/i.test(subject.trim());
}

/** Groups versions by document, oldest first. */
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
    // The sort is stable, so commits of the same second keep git's order.
    return {
      path,
      type,
      service: parts.join('/') || type,
      versions: [...list].sort((a, b) => Date.parse(a.date) - Date.parse(b.date)),
    };
  });
}
