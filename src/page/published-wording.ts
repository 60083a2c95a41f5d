/** Finds a record's published wording in the page, and decides cheaply whether it may differ from the record. */
import type { Provision } from '../feed/types.js';
import { sha256Hex } from '../provision/hash.js';

/** An element whose page may contain its published wording. */
export interface PinningHost extends HTMLElement {
  /** The quotation that the element replaces; undefined if the quotation is a child. */
  readonly quotation?: HTMLElement | undefined;
}

/** Returns the page's quotation of the record: the one that the element replaces, or a child. */
export function quotationOf(host: PinningHost): HTMLElement | undefined {
  return host.quotation ?? host.querySelector<HTMLElement>('blockquote:not([slot], [slot] *)') ?? undefined;
}

/** Returns `data-sha256` of the element, or of the quotation. */
export function pinnedHashes(host: PinningHost): string | undefined {
  return host.dataset['sha256'] ?? quotationOf(host)?.dataset['sha256'];
}

const collapseSpace = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

/**
 * Whether the page's wording may differ from the record's. A cheap check: if nothing can differ, the code that compares
 * wordings is not loaded.
 */
export async function mayDiffer(host: PinningHost, { _provision: { clauses = [] } }: Provision): Promise<boolean> {
  const [quotation, hashes] = [quotationOf(host), pinnedHashes(host)];
  if (hashes) {
    const current = await Promise.all(clauses.map(({ text }) => sha256Hex(text)));
    return current.join(' ') !== hashes.trim();
  }
  if (!quotation) return false;
  const paragraphs = [...quotation.children];
  // Ignore the source line.
  if (paragraphs.at(-1)?.querySelector('a[href]')) paragraphs.pop();
  const quoted = paragraphs.map(({ textContent }) => textContent).join(' ');
  return collapseSpace(quoted) !== collapseSpace(clauses.map(({ text }) => text).join(' '));
}
