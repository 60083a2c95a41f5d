import { upgradeQuotations } from '../../src/auto-embed/watch.js';
import '../elements/support/page.js';
import type { ProvisionCard } from '../../src/index.js';

export const host = 'https://observatory.example/r/';
upgradeQuotations({ permalinks: `https://other.example/r/ ${host}` });

/** Adds HTML to the page; returns its first element. */
export function put(html: string, into: Element = document.body): HTMLElement {
  const block = document.createElement('div');
  block.innerHTML = html;
  into.append(block);
  return block.firstElementChild as HTMLElement;
}

/** Returns the card that replaces a quotation; throws if there is none. */
export function cardIn(quotation: Element): ProvisionCard {
  const card = quotation.shadowRoot?.querySelector('provision-card');
  if (!card) throw new Error(`There is no card in ${quotation.outerHTML.slice(0, 80)}`);
  return card;
}

/** Resolves when all added quotations have been examined. */
export const looked = () => new Promise((resolve) => setTimeout(resolve));

/** Returns a quotation with its text and its source line. */
export function snippet(attributes: string, words = 'The clause.', href = `${host}1`): string {
  return `<blockquote ${attributes}><p>${words}</p><p>Broad licence — <a href="${href}">Examplegram, Terms of Use</a></p></blockquote>`;
}
