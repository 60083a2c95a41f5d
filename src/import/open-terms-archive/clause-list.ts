/** Reads the list of clauses to follow, a small JSON file written by a person. */
import { readJson } from '../json.js';
import { list, member, string, strings } from '../read.js';
import { ImportError } from '../types.js';
import type { ImportFile } from '../types.js';

/** A clause to follow, with the analyst's data. The members after the first three are copied to the record. */
export interface FollowedClause {
  /** `SERVICE/TYPE` as in the archive's folder and file names, with or without `.md`. */
  readonly document: string;
  /** Text of one paragraph of the document, in the newest or an earlier version. */
  readonly text?: string | undefined;
  /** Heading of the section that is the clause; an alternative to `text`. */
  readonly heading?: string | undefined;
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  readonly why?: string | undefined;
  readonly impact?: string | undefined;
  readonly type?: string | undefined;
  readonly severity?: string | undefined;
  readonly language?: string | undefined;
  readonly tags?: readonly string[] | undefined;
}

export interface ClauseList {
  readonly title?: string | undefined;
  /** URL of the versions repository on the web, for archive links. */
  readonly repository?: string | undefined;
  readonly clauses: readonly FollowedClause[];
}

const members = [
  'text',
  'heading',
  'id',
  'url',
  'title',
  'summary',
  'why',
  'impact',
  'type',
  'severity',
  'language',
] as const;

/**
 * Reads a list of clauses: `{ "repository", "title", "clauses": [{ "document", "text" or "heading", … }] }`.
 *
 * @throws {ImportError} when it is not JSON, or when a clause lacks `document`, or both `text` and `heading`
 */
export function readClauseList(file: ImportFile): ClauseList {
  const value = readJson(file);
  const entries = list(member(value, 'clauses') ?? value);
  const place = { file: file.path };
  if (!entries.length)
    throw new ImportError('It has no "clauses": a list of { "document", "text" } is expected.', place);
  return {
    title: string(member(value, 'title')),
    repository: string(member(value, 'repository')),
    clauses: entries.map((entry, index) => {
      const document = string(member(entry, 'document'));
      const given = Object.fromEntries(members.map((name) => [name, string(member(entry, name))]));
      if (document === undefined || (given['text'] === undefined) === (given['heading'] === undefined)) {
        throw new ImportError(`Clause ${index + 1} needs "document" and either "text" or "heading".`, place);
      }
      return { document, ...given, tags: strings(member(entry, 'tags')) };
    }),
  };
}
