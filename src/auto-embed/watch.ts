import { pageAddress } from '../page/page-address.js';
import { childrenParsed } from '../page/children-parsed.js';
import type { ProvisionCard } from '../elements/provision-card/provision-card.js';
import { showCard } from './show-card.js';
import { settingScripts } from './script.js';

/** Quotations that name their record in an attribute. The curly quotes come from editors that replace straight ones. */
const explicit = ':is(.provision-embed,.“provision-embed”,.”provision-embed”)[data-src]';

/** The frame selector matches the pages of published records: `e/NAME/` below the publisher's address. */
const candidates = `${explicit},blockquote,iframe[src*="/e/"],${settingScripts}`;

/**
 * Quotations to ignore: fallbacks inside our elements, and areas where the page turned upgrades off, for example readers'
 * comments.
 */
const ignored = `:is(provision-card,provision-changes,provision-clause,provision-comparison,${explicit},[data-provision-embed=off]) *`;

/** The registered class. It holds the function that passes the settings of a second copy of the script to the first. */
type Registered = typeof ProvisionCard & { takeSettings?: (settings: DOMStringMap | undefined) => void };

/**
 * Turns quotations of records into cards, now and whenever the page changes. There is one observer per page, even if several
 * versions of the script are loaded; the first one receives the settings of the others.
 *
 * @param settings the script tag's `data-permalinks` and `data-feed`
 */
export function upgradeQuotations(settings: DOMStringMap | undefined): void {
  const card = customElements.get('provision-card') as Registered | undefined;
  // A page may have registered its own element under that name.
  if (card?.version) (card.takeSettings ??= watchPage(card))(settings);
}

/** Includes `src`, because lazy loaders and consent tools set the address of a frame late. */
const observedChanges = { childList: true, subtree: true, attributeFilter: ['src'] };

function watchPage(card: typeof ProvisionCard): (settings: DOMStringMap | undefined) => void {
  // Use the prototype's methods, because a form may have fields named like its methods.
  const { closest, querySelectorAll } = Element.prototype as {
    closest: (this: Element, selectors: string) => HTMLElement | null;
    querySelectorAll: (this: Element, selectors: string) => NodeListOf<HTMLElement>;
  };
  const permalinks = new Set<string>();
  let feed: string | undefined;
  const waiting = new WeakSet<Element>();

  const upgrade = async (quotation: HTMLElement): Promise<void> => {
    if (quotation.matches(ignored) || quotation.isContentEditable) return;
    if (quotation.localName === 'iframe') {
      (await import('./frames.js')).fitFrame(quotation as HTMLIFrameElement);
      return;
    }
    // A quotation with attributes needs no lookup. A lookup by link loads a chunk, so it runs only where the page configured
    // prefixes or a feed.
    const found = quotation.matches(explicit)
      ? {}
      : (feed ?? permalinks.size) &&
        quotation.querySelector('a[href]') &&
        (await (await import('./by-link.js')).findByLink(quotation, permalinks, feed));
    if (!found) return;
    showCard(quotation, card, found);
    observer.observe(quotation, { attributes: true, subtree: true });
  };

  const roots = new WeakSet<ShadowRoot>();
  /** Observes the shadow roots of the page's own components, which may be attached after their elements. */
  const observeRoot = (host: Element): void => {
    const { shadowRoot, localName } = host;
    if (shadowRoot && !roots.has(shadowRoot) && !localName.startsWith('provision-')) {
      roots.add(shadowRoot);
      observer.observe(shadowRoot, observedChanges);
      for (const child of shadowRoot.children) examine(child);
    } else if (!shadowRoot && localName.includes('-') && !host.matches(':defined')) {
      void customElements.whenDefined(localName).then(
        () => {
          observeRoot(host);
        },
        () => undefined,
      );
    }
  };

  const examine = (node: Node): void => {
    if (!(node instanceof Element)) return;
    for (const host of [node, ...querySelectorAll.call(node, '*')]) observeRoot(host);
    for (const quotation of [closest.call(node, candidates), ...querySelectorAll.call(node, candidates)]) {
      if (!quotation || waiting.has(quotation)) continue;
      if (quotation.localName === 'script') {
        applySettings(quotation.dataset);
        continue;
      }
      waiting.add(quotation);
      // Wait for the end of the quotation, because its last link identifies it and no card is painted earlier.
      void childrenParsed(quotation)
        .then(() => {
          waiting.delete(quotation);
          return upgrade(quotation);
        })
        .catch(() => undefined);
    }
  };

  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      for (const node of type === 'attributes' ? [target] : addedNodes) examine(node);
    }
  });
  observer.observe(document, observedChanges);

  /** Applies settings; quotations that were ignored before may match now. */
  const applySettings = (settings: DOMStringMap | undefined): void => {
    const { permalinks: prefixes, feed: address } = settings ?? {};
    if ((!prefixes || permalinks.has(prefixes)) && (!address || pageAddress(address) === feed)) return;
    if (prefixes) permalinks.add(prefixes);
    if (address) feed = pageAddress(address);
    examine(document.documentElement);
  };

  document.addEventListener('provision-load', ({ target, provision }) => {
    if (target instanceof card && target.parentElement?.localName === 'p') {
      import('./quotation-behind.js').then(
        ({ useAsFallback }) => {
          useAsFallback(target, provision.url);
        },
        () => undefined,
      );
    }
  });

  return (settings) => {
    applySettings(settings);
    examine(document.documentElement);
  };
}
