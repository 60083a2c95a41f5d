/** Which known wording a SHA-256 hash belongs to. */
import type { Provision } from '../../feed/types.js';
import { sha256Hex } from '../hash.js';
import type { QuotationReading } from '../quotation/read-quotation.js';
import { readingText } from '../quotation/read-quotation.js';

/** Looks a wording up by its hash. */
export interface KnownWordings {
  /** Hashes of the record's clauses now, in their order; undefined where this browser cannot compute them. */
  readonly current: readonly string[] | undefined;
  /** The wording of a hash; undefined where nothing that is known has it. */
  of(hash: string): string | undefined;
}

/**
 * Hashes all that is known: the record's clauses, the wordings of its history, and what the page quotes. Where a wanted hash is none of
 * them, each is hashed again as it may have been set before a change of typography. A hash that the feed claims for a wording of its
 * history counts too.
 */
export async function knownWordings(
  { _provision: { clauses = [], changes = [] } }: Provision,
  reading: QuotationReading | undefined,
  wanted: readonly string[],
): Promise<KnownWordings> {
  const known = new Map<string, string>();
  const versions = changes.flatMap(({ from, to }) => [from, to]).filter((version) => version !== undefined);
  for (const { text, clause_sha256: claimed } of versions) if (claimed !== undefined) known.set(claimed, text);
  const add = async (texts: readonly string[], isBetter: boolean): Promise<readonly (string | undefined)[]> => {
    const hashes = await Promise.all(texts.map((text) => sha256Hex(text)));
    for (const [index, hash] of hashes.entries()) {
      if (hash !== undefined && (isBetter || !known.has(hash))) known.set(hash, texts[index] ?? '');
    }
    return hashes;
  };
  const own = clauses.map(({ text }) => text);
  const older = versions.map(({ text }) => text);
  const lines = reading?.lines ?? [];
  const quoted = [readingText(lines), ...['\n\n', '\n', ' '].map((end) => lines.map(({ text }) => text).join(end))];
  const current = await add(own, true);
  await add([own.join('\n\n'), ...older, ...quoted], false);
  if (wanted.some((hash) => !known.has(hash))) await add([...own, ...older, ...quoted].flatMap(setDifferently), false);
  return {
    current: current.every((hash) => hash !== undefined) ? current : undefined,
    of: (hash) => known.get(hash),
  };
}

/** A wording as it may have been set before: with other spaces, quotation marks, dashes. Each differs in typography only. */
function setDifferently(text: string): readonly string[] {
  const spaces = [
    (one: string) => one,
    (one: string) => one.replace(/\xa0/g, ' '),
    (one: string) => one.replace(/\p{DI}/gu, ''),
    (one: string) => one.replace(/\p{DI}/gu, '').replace(/\s+/g, ' '),
    (one: string) => one.replace(/(\p{DI})\1+/gu, '$1'),
    (one: string) =>
      one
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .trim(),
    (one: string) => one.replace(/\s+/g, ' ').trim(),
    // List markers as Markdown writers set them.
    (one: string) => one.replace(/^([*+-]|\d+\.)[^\S\n]+/gm, '$1   '),
    (one: string) => one.replace(/^([*+-]|\d+\.)[^\S\n]+/gm, '$1  '),
    (one: string) => one.replace(/^([*+-]|\d+\.)[^\S\n]+/gm, '$1 '),
  ];
  const marks = [
    (one: string) => one,
    (one: string) => one.replace(/[‘’]/g, "'").replace(/[“”]/g, '"'),
    (one: string) => one.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-').replace(/…/g, '...'),
    (one: string) =>
      one
        .replace(/'/g, '’')
        .replace(/(^|[\s([])"/g, '$1“')
        .replace(/"/g, '”'),
  ];
  return [...new Set(spaces.flatMap((space) => marks.map((mark) => mark(space(text)))))];
}
