import type { ProvisionCard } from '../elements/provision-card/provision-card.js';
import { languageOf } from '../page/element-language.js';
import { frameStyles, reachingStyles } from './frame.styles.js';

/** Where a quotation's record is, as far as its own `data-` attributes do not say. */
export interface FoundSource {
  readonly src?: string;
  readonly record?: string;
}

/**
 * Shows the record of a quotation in its place, or another one than before. The card stands in a shadow root of the quotation,
 * beside the slot that shows the quotation itself until the card is painted, and again where it cannot be: nothing stands between
 * a quotation and its own words that would change how they look. Throws where the browser gives that element no shadow root.
 */
export function showCard(quotation: HTMLElement, Card: typeof ProvisionCard, found: FoundSource): void {
  const { shadowRoot } = quotation;
  // A root of the page's own. A page that was saved with its shadow roots brings one of ours, with an old card in it.
  if (shadowRoot && !shadowRoot.querySelector('provision-card')) return;
  const card = cards.get(quotation) ?? makeCard(quotation, Card);
  for (const name of Card.observedAttributes) {
    const value = found[name as keyof FoundSource] ?? quotation.getAttribute(`data-${name}`);
    if (value === null) card.removeAttribute(name);
    else card.setAttribute(name, value);
  }
  // `lang` on the quotation is the language of what it quotes.
  card.lang = quotation.dataset['lang'] ?? languageOf(quotation.parentElement ?? quotation);
}

const cards = new WeakMap<HTMLElement, ProvisionCard>();

function makeCard(quotation: HTMLElement, Card: typeof ProvisionCard): ProvisionCard {
  // Of a declarative root this takes the old content out.
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
            ...(marginInline + overflow === '40pxvisible' ? [reachingStyles.styleSheet as CSSStyleSheet] : []),
          ];
        }
      }
      // A newsroom reaches a card's parts through its quotation.
      const parts = [...renderRoot.querySelectorAll('[part]')].flatMap((element) => [...element.part]);
      const names = [...new Set(parts)].join();
      if (card.getAttribute('exportparts') !== names) card.setAttribute('exportparts', names);
    },
  });
  cards.set(quotation, card);
  root.append(slot, card);
  return card;
}
