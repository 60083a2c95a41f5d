/**
 * An editor's `<p>` around an element: the quotation inside ends the paragraph, so that the parser puts it behind the element instead of into
 * it, and both are shown. Lazy: few pages have such.
 */
import type { ProvisionCard } from '../elements/provision-card/provision-card.js';

const hidden = new WeakMap<Element, ShadowRoot>();

/** The quotation behind the paragraph of a card, where it names the card's record. */
function quotationBeside(card: ProvisionCard, url: string | undefined): HTMLElement | undefined {
  const next = card.closest('p')?.nextElementSibling;
  if (!(next instanceof HTMLElement) || next.localName !== 'blockquote' || url === undefined) return undefined;
  const links = [
    next.getAttribute('cite'),
    ...Array.from(next.querySelectorAll('a[href]'), (link) => link.getAttribute('href')),
  ];
  return links.some((link) => link?.replace(/[?#].*/, '') === url) ? next : undefined;
}

/** Shows the quotation beside a card while the card is not painted, as if it stood in the card. */
export function takeQuotation(card: ProvisionCard, url: string | undefined): void {
  const quotation = quotationBeside(card, url);
  if (!quotation || (quotation.shadowRoot && !hidden.has(quotation))) return;
  const root = hidden.get(quotation) ?? quotation.attachShadow({ mode: 'open' });
  hidden.set(quotation, root);
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
