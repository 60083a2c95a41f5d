/** The list of the clauses to follow: a small JSON file that a person writes. */
import { readJson } from '../json.js';
import { list, member, string, strings } from '../read.js';
import { ImportError } from '../types.js';
import type { ImportFile } from '../types.js';

/** A clause to follow, and what an analyst says about it. Members but the first three go into the record as they are. */
export interface FollowedClause {
  /** `SERVICE/TYPE`, as the archive's folders and files are called, with or without `.md`. */
  readonly document: string;
  /** A text that one paragraph of the document has, now or in an earlier version. */
  readonly text?: string | undefined;
  /** Or the heading of the section that is the clause. */
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
  /** Address of the versions repository on the web, from which archive links are made. */
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
 * @throws {ImportError} where it is not JSON, or where a clause lacks what finds it
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
