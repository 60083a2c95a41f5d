/** Finds the wording that a SHA-256 hash belongs to. */
import type { Provision } from '../../feed/types.js';
import { sha256Hex } from '../hash.js';
import type { QuotationReading } from '../quotation/source-line.js';
import { readingText } from '../quotation/read-quotation.js';

/** A lookup of wordings by their hash. */
export interface KnownWordings {
  /** Hashes of the record's present clauses, in their order; undefined where the browser cannot compute them. */
  readonly current: readonly string[] | undefined;
  /** Returns the wording of a hash; undefined for an unknown hash. */
  of(hash: string): string | undefined;
}

/**
 * Hashes all available wordings: the record's clauses, its history, and the page's quotation. Where that leaves a hash
 * of `requiredHashes` without a wording, hashes typographic variants of each wording too. The hashes that the feed states for
 * its history are included.
 */
export async function knownWordings(
  { _provision: { clauses = [], changes = [] } }: Provision,
  reading: QuotationReading | undefined,
  requiredHashes: readonly string[],
): Promise<KnownWordings> {
  const byHash = new Map<string, string>();
  const versions = changes.flatMap(({ from, to }) => [from, to]).filter((version) => version !== undefined);
  for (const { text, clause_sha256: claimed } of versions) if (claimed !== undefined) byHash.set(claimed, text);
  const add = async (texts: readonly string[], isBetter: boolean): Promise<readonly (string | undefined)[]> => {
    const hashes = await Promise.all(texts.map((text) => sha256Hex(text)));
    for (const [index, hash] of hashes.entries()) {
      if (hash !== undefined && (isBetter || !byHash.has(hash))) byHash.set(hash, texts[index] ?? '');
    }
    return hashes;
  };
  const currentTexts = clauses.map(({ text }) => text);
  const historyTexts = versions.map(({ text }) => text);
  const lines = reading?.lines ?? [];
  const quoted = [readingText(lines), ...['\n\n', '\n', ' '].map((end) => lines.map(({ text }) => text).join(end))];
  const current = await add(currentTexts, true);
  await add([currentTexts.join('\n\n'), ...historyTexts, ...quoted], false);
  if (requiredHashes.some((hash) => !byHash.has(hash)))
    await add([...currentTexts, ...historyTexts, ...quoted].flatMap(typographicVariants), false);
  return {
    current: current.every((hash) => hash !== undefined) ? current : undefined,
    of: (hash) => byHash.get(hash),
  };
}

/**
 * Returns variants of a wording with other spaces, quotation marks and dashes, as it may have been before a change of
 * typography.
 */
function typographicVariants(text: string): readonly string[] {
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
    // List markers as Markdown serializers write them.
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
