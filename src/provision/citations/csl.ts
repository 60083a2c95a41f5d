import { date, url } from '../../feed/scalars.js';
import { partialDay } from './dates.js';
import { oneLine } from './one-line.js';
import type { CitationDate, CitationName, CslMembers } from './types.js';

/** The item types of CSL 1.0.2 in the schema for CSL-JSON. */
const types = new Set(
  (
    'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset ' +
    'document entry entry-dictionary entry-encyclopedia figure graphic hearing interview legal_case legislation ' +
    'manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical ' +
    'personal_communication post post-weblog regulation report review review-book software song speech standard ' +
    'thesis treaty webpage'
  ).split(' '),
);

// Not `accessed`, because that date is the reader's.
const readers: { readonly [M in keyof CslMembers]-?: (value: unknown) => CslMembers[M] } = {
  id: oneLine,
  type: (value) => (types.has(value as string) ? (value as string) : undefined),
  title: oneLine,
  'title-short': oneLine,
  'container-title': oneLine,
  publisher: oneLine,
  genre: oneLine,
  number: oneLine,
  version: oneLine,
  note: oneLine,
  language: oneLine,
  URL: url,
  archive: oneLine,
  archive_location: oneLine,
  author: names,
  issued,
};

/**
 * Reads `citation.csl` and drops invalid members. It repeats the parser's checks, because a page can pass an unparsed
 * record.
 */
export function cslMembers(csl: unknown): CslMembers {
  if (typeof csl !== 'object' || csl === null) return {};
  const valid: Record<string, unknown> = {};
  for (const [member, read] of Object.entries(readers)) {
    const value = Object.hasOwn(csl, member) ? read((csl as Record<string, unknown>)[member]) : undefined;
    if (value !== undefined) valid[member] = value;
  }
  return valid;
}

/** Reads one date. A range is invalid, because a record is issued on one day. */
function issued(value: unknown): CitationDate | undefined {
  const { 'date-parts': parts, raw, literal } = (value ?? {}) as Record<string, unknown>;
  const day = Array.isArray(parts) && parts.length === 1 ? partialDay(parts[0]) : undefined;
  if (day) return day;
  const written = oneLine(raw);
  if (date(written)?.length === 10) return partialDay(written?.split('-'));
  const text = oneLine(literal) ?? written;
  return text === undefined ? undefined : { literal: text };
}

function names(value: unknown): readonly CitationName[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const valid = value.flatMap((name: unknown): CitationName | [] => {
    const { literal, family, given } = (name ?? {}) as Record<string, unknown>;
    const [literalName, last, first] = [oneLine(literal), oneLine(family), oneLine(given)];
    if (literalName !== undefined) return { literal: literalName };
    if (last === undefined) return first === undefined ? [] : { literal: first };
    return first === undefined ? { literal: last } : { family: last, given: first };
  });
  return valid.length ? valid : undefined;
}
