/**
 * Handles an editor's `<p>` around an element. A quotation inside the paragraph ends it, so the parser puts the quotation
 * behind the element instead of into it, and both would be visible. Lazy, because few pages have such markup.
 */
import type { ProvisionCard } from '../elements/provision-card/provision-card.js';

const hiddenRoots = new WeakMap<Element, ShadowRoot>();

/** Returns the quotation behind a card's paragraph if the quotation links to the card's record. */
function quotationBehind(card: ProvisionCard, url: string | undefined): HTMLElement | undefined {
  const next = card.closest('p')?.nextElementSibling;
  if (!(next instanceof HTMLElement) || next.localName !== 'blockquote' || url === undefined) return undefined;
  const links = [
    next.getAttribute('cite'),
    ...Array.from(next.querySelectorAll('a[href]'), (link) => link.getAttribute('href')),
  ];
  return links.some((link) => link?.replace(/[?#].*/, '') === url) ? next : undefined;
}

/**
 * Uses the quotation behind a card as the card's fallback: hides it once the card is painted, and shows it again after an
 * error.
 */
export function useAsFallback(card: ProvisionCard, url: string | undefined): void {
  const quotation = quotationBehind(card, url);
  if (!quotation || (quotation.shadowRoot && !hiddenRoots.has(quotation))) return;
  const root = hiddenRoots.get(quotation) ?? quotation.attachShadow({ mode: 'open' });
  hiddenRoots.set(quotation, root);
  const slot = document.createElement('slot');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':host { display: none !important }');
  const show = (isShown: boolean): void => {
    root.replaceChildren(...(isShown ? [slot] : []));
    root.adoptedStyleSheets = isShown ? [] : [sheet];
  };
  show(false);
  card.quotation ??= quotation;
  card.addEventListener('provision-error', () => {
    show(true);
  });
  card.addEventListener('provision-load', () => {
    show(false);
  });
}
