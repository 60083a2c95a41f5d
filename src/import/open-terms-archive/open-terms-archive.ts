/** Imports Open Terms Archive: follows clauses through all versions of their documents, with all changes. */
import { url } from '../../feed/scalars.js';
import type { Provision, ProvisionDetails } from '../../feed/types.js';
import { sha256Hex } from '../../provision/hash.js';
import { defined } from '../defined.js';
import { readRating } from '../csv/values.js';
import { feedOf } from '../feed-of.js';
import { slug, uniqueIds } from '../slug.js';
import { openTermsArchiveSource } from '../sources.js';
import { ImportError } from '../types.js';
import type { ImportNote, ImportOptions, ImportResult } from '../types.js';
import { fold } from './blocks.js';
import type { ClauseList, FollowedClause } from './clause-list.js';
import { documentDate } from './document-date.js';
import { editionOf } from './edition.js';
import { historyOf } from './history.js';
import type { History, Seen, Transition } from './history.js';
import { TrackedDocument } from './track.js';
import type { OtaDocument, OtaVersion } from './versions.js';

export interface OtaOptions extends ImportOptions {
  /** URL of the versions repository on the web, for archive links (default: the list's). */
  readonly repository?: string | undefined;
  /** Days within which a return to an earlier wording is not a change (default: 14). */
  readonly flapDays?: number | undefined;
  /** Called after each clause. */
  readonly onClause?: (() => void) | undefined;
}

type Change = NonNullable<ProvisionDetails['changes']>[number];
type Side = NonNullable<Change['from']>;

/**
 * Imports a feed with one record for each clause of the list. The clause is the newest wording. `changes` holds the platform's changes,
 * each with the days between which it happened. Changes by the archive's own tools and wordings that alternated within days become notes,
 * never changes.
 *
 * @throws {ImportError} when no clause of the list was found
 */
export async function importOpenTermsArchive(
  documents: readonly OtaDocument[],
  clauses: ClauseList,
  options: OtaOptions = {},
): Promise<ImportResult> {
  const notes: ImportNote[] = [];
  const tracked = new Map<string, TrackedDocument>();
  const followed: Followed[] = [];
  for (const clause of clauses.clauses) {
    const document = documents.find((one) => isNamed(one, clause.document));
    if (!document) {
      notes.push({ kind: 'problem', message: `There is no document "${clause.document}" in the archive: no record.` });
      continue;
    }
    const known = tracked.get(document.path) ?? new TrackedDocument(document);
    tracked.set(document.path, known);
    const one = follow(known, clause, options.flapDays ?? 14, notes);
    if (one) followed.push(one);
    options.onClause?.();
  }
  if (!followed.length)
    throw new ImportError(['No clause of the list was found.', ...notes.map(({ message }) => message)].join('\n'));
  const repository = options.repository ?? clauses.repository;
  const taken = new Set(followed.flatMap(({ clause }) => clause.id ?? []));
  const nameless = followed.filter(({ clause }) => clause.id === undefined);
  const ids = uniqueIds(
    nameless.map(({ clause, document, seen }) => ({
      base: [slug(document.service, 30), slug(clause.type ?? clause.title ?? clause.heading ?? document.type, 40)]
        .filter((part) => part)
        .join('-'),
      // Use the first wording, because it stays the same when the clause changes.
      content: `${document.path} ${seen.find(({ text }) => text !== undefined)?.text ?? ''}`,
    })),
    taken,
  );
  const types = new Map<string, string>();
  const items: Provision[] = [];
  for (const one of followed) {
    const at = nameless.indexOf(one);
    items.push(await recordOf(one, one.clause.id ?? ids[at] ?? '', repository, types, notes));
  }
  return {
    notes,
    feed: feedOf(
      {
        title: options.title ?? clauses.title ?? 'Clauses from Open Terms Archive',
        language: 'en',
        extension: defined({
          clause_types: types.size ? Array.from(types, ([id, title]) => ({ id, title })) : undefined,
          source: {
            ...openTermsArchiveSource,
            ...defined({ repository: url(repository), commit: options.commit }),
            note: 'The quoted documents are their platforms’.',
          },
        }),
      },
      items,
    ),
  };
}

interface Followed {
  readonly clause: FollowedClause;
  readonly document: OtaDocument;
  readonly seen: readonly Seen[];
  readonly history: History;
  /** The newest wording. */
  readonly current: Seen & { readonly text: string };
  /** Whether the newest version still contains the clause. */
  readonly isThere: boolean;
}

function isNamed({ path, service, type }: OtaDocument, name: string): boolean {
  const asked = name.replace(/\.md$/i, '').toLowerCase();
  return path.replace(/\.md$/i, '').toLowerCase() === asked || `${service} ${type}`.toLowerCase() === asked;
}

function follow(
  tracked: TrackedDocument,
  clause: FollowedClause,
  flapDays: number,
  notes: ImportNote[],
): Followed | undefined {
  const { document } = tracked;
  const problem = (message: string): Followed | undefined => {
    notes.push({ kind: 'problem', file: document.path, message: `${message}: no record.` });
    return undefined;
  };
  let seen: readonly Seen[];
  if (clause.heading !== undefined) {
    seen = tracked.followHeading(clause.heading);
  } else {
    const asked = fold(clause.text ?? '');
    let found: { readonly version: number; readonly indexes: readonly number[] } | undefined;
    for (let version = tracked.length - 1; version >= 0 && !found; version--) {
      const indexes = (tracked.blocksAt(version)?.list ?? []).flatMap(({ folded, heading }, index) =>
        heading === undefined && folded.includes(asked) ? [index] : [],
      );
      if (indexes.length) found = { version, indexes };
    }
    const [index] = found?.indexes ?? [];
    if (!found || index === undefined) return problem(`No version has the text "${clause.text ?? ''}"`);
    if (found.indexes.length > 1)
      return problem(
        `The text "${clause.text ?? ''}" occurs in ${found.indexes.length} paragraphs; give a longer text`,
      );
    seen = tracked.followBlock(found.version, index);
  }
  const current = seen.filter((one): one is Seen & { readonly text: string } => one.text !== undefined).at(-1);
  if (!current) return problem(`No version has the heading "${clause.heading ?? ''}"`);
  const history = historyOf(seen, flapDays);
  return { clause, document, seen, history, current, isThere: seen.at(-1)?.text !== undefined };
}

async function recordOf(
  { clause, document, seen, history, current, isThere }: Followed,
  id: string,
  repository: string | undefined,
  types: Map<string, string>,
  notes: ImportNote[],
): Promise<Provision> {
  const version = document.versions[current.version];
  const first = document.versions[seen[0]?.version ?? 0];
  const last = document.versions[seen.at(-1)?.version ?? 0];
  const { flapping, technical, transitions } = history;
  const changes: Change[] = [];
  for (const transition of transitions) changes.push(await changeOf(transition, id, document, repository));
  const days = (one: Seen) => (document.versions[one.version]?.date ?? '').slice(0, 10);
  const flapText =
    flapping &&
    `Between ${days(flapping.first)} and ${days(flapping.last)} the archive recorded ${flapping.wordings} alternating wordings (${flapping.returns} returns within days). They are not counted as changes.`;
  if (flapText !== undefined) notes.push({ kind: 'note', file: document.path, message: `${id}: ${flapText}` });
  if (technical) {
    notes.push({
      kind: 'note',
      file: document.path,
      message: `${id}: the archive's own tools changed the wording ${technical === 1 ? 'once' : `${technical} times`}; that is not reported as a change.`,
    });
  }
  const typeId = clause.type === undefined ? undefined : slug(clause.type) || clause.type;
  if (clause.type !== undefined && typeId !== undefined && !types.has(typeId)) types.set(typeId, clause.type);
  const rating = clause.severity === undefined ? undefined : readRating(clause.severity);
  const title = clause.title ?? clause.heading;
  const since = first?.date.slice(0, 10) ?? '';
  const about =
    clause.summary ??
    `A clause of ${document.service}, ${document.type}, that Open Terms Archive has followed since ${since}.`;
  const date = version?.text === undefined ? {} : documentDate(version.text);
  // The stored copy is Markdown. Link it only when it contains the clause verbatim, so that readers can check it.
  const isVerbatim = version?.text?.includes(current.text) ?? false;
  const raw = isVerbatim && version ? rawUrl(repository, version) : undefined;
  return defined({
    id,
    url: url(clause.url),
    title,
    content_text: [about, isThere ? undefined : 'The newest version of the document does not contain it.']
      .filter((part) => part)
      .join(' '),
    language: 'en',
    tags: clause.tags?.length ? clause.tags : undefined,
    _provision: defined({
      platform: defined({ name: document.service, slug: slug(document.service) || undefined }),
      document: defined({ id: document.path, title: document.type, last_updated: date.updated ?? date.effective }),
      clause_type: typeId,
      severity: rating && 'value' in rating ? rating.value : undefined,
      why_it_matters: clause.why,
      consumer_impact: clause.impact,
      clauses: [defined({ text: current.text, language: clause.language, sha256: await sha256Hex(current.text) })],
      tracking: defined({
        first_tracked: first?.date,
        last_verified: isThere ? last?.date : undefined,
        document_changed_before: changes.some(({ kind }) => kind !== 'regional-variant'),
        recent_changes: flapText === undefined ? undefined : { text: flapText },
      }),
      changes: changes.length ? changes : undefined,
      provenance: defined({
        archive_url: version && blobUrl(repository, version),
        snapshot_url: raw,
        sha256: raw === undefined || version?.text === undefined ? undefined : await sha256Hex(version.text),
        captured: version?.date,
      }),
    }),
  });
}

async function changeOf(
  { from, to }: Transition,
  id: string,
  document: OtaDocument,
  repository: string | undefined,
): Promise<Change> {
  const [before, after] = [document.versions[from.last.version], document.versions[to.first.version]];
  const same = from.text !== undefined && to.text !== undefined && fold(from.text) === fold(to.text);
  const [old, now] = [editionOf(before?.text ?? ''), editionOf(after?.text ?? '')];
  const isEdition = !same && old.join() !== now.join();
  const summary = isEdition
    ? `The archive's copy changed from ${edition(old)} to ${edition(now)}. That is no proof that the platform changed the clause.`
    : from.text === undefined
      ? 'The clause was added to the document.'
      : to.text === undefined
        ? 'The clause was removed from the document.'
        : undefined;
  return defined({
    id: `${id}-${(after?.date ?? '').slice(0, 10)}-${(after?.commit ?? '').slice(0, 7)}`,
    kind: same ? 'cosmetic' : isEdition ? 'regional-variant' : 'substantive',
    summary,
    from: await sideOf(from.text, before, repository),
    to: await sideOf(to.text, after, repository),
  });
}

const edition = (regions: readonly string[]) =>
  regions.length ? `the edition for ${regions.join(', ')}` : 'an edition that names no region';

async function sideOf(
  text: string | undefined,
  version: OtaVersion | undefined,
  repository: string | undefined,
): Promise<Side | undefined> {
  if (text === undefined || version === undefined) return undefined;
  return defined({
    text,
    captured: version.date,
    effective: version.text === undefined ? undefined : documentDate(version.text).effective,
    clause_sha256: await sha256Hex(text),
    document_sha256: version.text === undefined ? undefined : await sha256Hex(version.text),
    url: blobUrl(repository, version),
  });
}

/** Returns the URL of `SERVICE/TYPE.md` at a commit, on GitHub, GitLab and hosts with the same URL scheme. */
function blobUrl(repository: string | undefined, { commit, path }: OtaVersion): string | undefined {
  return addressBelow(repository, `blob/${commit}`, path);
}

/** Returns the URL of the raw file. GitHub only, because its raw files allow requests from other sites. */
function rawUrl(repository: string | undefined, { commit, path }: OtaVersion): string | undefined {
  const [, name] = /^https:\/\/github\.com\/([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(repository ?? '') ?? [];
  return name === undefined ? undefined : addressBelow(`https://raw.githubusercontent.com/${name}`, commit, path);
}

function addressBelow(repository: string | undefined, folder: string, path: string): string | undefined {
  const base = url(repository)?.replace(/(?:\.git)?\/*$/, '');
  return base === undefined ? undefined : url(`${base}/${folder}/${path.split('/').map(encodeURIComponent).join('/')}`);
}
