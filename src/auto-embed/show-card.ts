import type { ProvisionCard } from '../elements/provision-card/provision-card.js';
import { languageOf } from '../page/element-language.js';
import { frameStyles, outdentStyles } from './frame.styles.js';

/** The source of a quotation's record where the quotation's own `data-` attributes do not name it. */
export interface FoundSource {
  readonly src?: string;
  readonly record?: string;
}

/**
 * Shows the record of a quotation in the quotation's place, or replaces the record that is there. The card is in a shadow root
 * of the quotation, next to a slot that shows the quotation until the card is painted and after an error. No wrapper comes
 * between a quotation and its own text, because it would change the quotation's look. Throws if the browser allows no shadow
 * root on the element.
 */
export function showCard(quotation: HTMLElement, Card: typeof ProvisionCard, found: FoundSource): void {
  const { shadowRoot } = quotation;
  // Leave a shadow root of the page's own. A page saved with its shadow roots has one of ours, with an old card in it.
  if (shadowRoot && !shadowRoot.querySelector('provision-card')) return;
  const card = cards.get(quotation) ?? makeCard(quotation, Card);
  for (const name of Card.observedAttributes) {
    const value = found[name as keyof FoundSource] ?? quotation.getAttribute(`data-${name}`);
    if (value === null) card.removeAttribute(name);
    else card.setAttribute(name, value);
  }
  // `lang` on a quotation is the language of the quoted text, not of the card.
  card.lang = quotation.dataset['lang'] ?? languageOf(quotation.parentElement ?? quotation);
}

const cards = new WeakMap<HTMLElement, ProvisionCard>();

function makeCard(quotation: HTMLElement, Card: typeof ProvisionCard): ProvisionCard {
  // For a declarative shadow root, `attachShadow` removes the old content.
  const root = quotation.attachShadow({ mode: 'open' });
  const slot = document.createElement('slot');
  const card = new Card();
  card.quotation = quotation;
  card.addController({
    hostUpdated() {
      const { renderRoot } = card;
      const isPainted = !!renderRoot.querySelector('article');
      if (card.hidden === isPainted) {
        card.hidden = !isPainted;
        if (isPainted) slot.remove();
        else root.prepend(slot);
        root.adoptedStyleSheets = [];
        if (isPainted) {
          const { marginInline, overflow } = getComputedStyle(quotation);
          root.adoptedStyleSheets = [
            frameStyles.styleSheet as CSSStyleSheet,
            ...(marginInline + overflow === '40pxvisible' ? [outdentStyles.styleSheet as CSSStyleSheet] : []),
          ];
        }
      }
      // Export the card's parts, so that a newsroom can style them through the quotation.
      const parts = [...renderRoot.querySelectorAll('[part]')].flatMap((element) => [...element.part]);
      const names = [...new Set(parts)].join();
      if (card.getAttribute('exportparts') !== names) card.setAttribute('exportparts', names);
    },
  });
  cards.set(quotation, card);
  root.append(slot, card);
  return card;
}
