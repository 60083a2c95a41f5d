/** Finds what a page carries of a record: its data, its quotation, and a first look whether they differ from the record. */
import type { Provision } from '../feed/types.js';
import { sha256Hex } from '../provision/hash.js';

/** An element whose page may carry its record. */
export interface PinningHost extends HTMLElement {
  /** The quotation in whose place the element stands; undefined where the quotation is a child. */
  readonly quotation?: HTMLElement | undefined;
}

/** The page's quotation of the record: where the element stands, or inside it. */
export function quotationOf(host: PinningHost): HTMLElement | undefined {
  return host.quotation ?? host.querySelector<HTMLElement>('blockquote:not([slot], [slot] *)') ?? undefined;
}

/** The page's `data-sha256`, on the element or on the quotation. */
export function pinnedHashes(host: PinningHost): string | undefined {
  return host.dataset['sha256'] ?? quotationOf(host)?.dataset['sha256'];
}

const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

/**
 * Whether the page may carry another wording than the record's. A cheap first look: where it is certain that nothing differs, the
 * code that compares wordings is not loaded.
 */
export async function mayDiffer(host: PinningHost, { _provision: { clauses = [] } }: Provision): Promise<boolean> {
  const [quotation, hashes] = [quotationOf(host), pinnedHashes(host)];
  if (hashes) {
    const current = await Promise.all(clauses.map(({ text }) => sha256Hex(text)));
    return current.join(' ') !== hashes.trim();
  }
  if (!quotation) return false;
  const paragraphs = [...quotation.children];
  // The source line.
  if (paragraphs.at(-1)?.querySelector('a[href]')) paragraphs.pop();
  const quoted = paragraphs.map(({ textContent }) => textContent).join(' ');
  return plain(quoted) !== plain(clauses.map(({ text }) => text).join(' '));
}
