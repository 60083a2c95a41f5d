import { pageAddress } from '../page/page-address.js';
import { childrenParsed } from '../page/children-parsed.js';
import type { ProvisionCard } from '../elements/provision-card/provision-card.js';
import { showCard } from './card-in.js';
import { settingScripts } from './script.js';

/** Says itself that it is an embed, and of what. */
const explicit = ':is(.provision-embed,.“provision-embed”,.”provision-embed”)[data-src]';

/** The frame is one of a published record: `e/NAME/` below the publisher's address. */
const candidates = `${explicit},blockquote,iframe[src*="/e/"],${settingScripts}`;

/** Inside of these, a quotation is somebody's fallback; or the page wants none, as among its readers' comments. */
const leftAlone = `:is(provision-card,provision-changes,provision-clause,provision-comparison,${explicit},[data-provision-embed=off]) *`;

/** What the registered class holds for whoever comes second: another copy of the script, or the same one once more. */
type Registered = typeof ProvisionCard & { takeSettings?: (settings: DOMStringMap | undefined) => void };

/**
 * Turns surviving quotations of records into cards, now and as the page changes. One observer a page, however often and in
 * however many versions the script is there: the first one gets the settings of the others.
 *
 * @param settings the script tag's `data-permalinks` and `data-feed`
 */
export function upgradeQuotations(settings: DOMStringMap | undefined): void {
  const card = customElements.get('provision-card') as Registered | undefined;
  // A page may have an element of that name.
  if (card?.version) (card.takeSettings ??= watchPage(card))(settings);
}

/** `src`: lazy loaders and consent tools give a frame its address late. */
const changes = { childList: true, subtree: true, attributeFilter: ['src'] };

function watchPage(card: typeof ProvisionCard): (settings: DOMStringMap | undefined) => void {
  // As they are: a form may have fields that are called like its methods.
  const { closest, querySelectorAll } = Element.prototype as {
    closest: (this: Element, selectors: string) => HTMLElement | null;
    querySelectorAll: (this: Element, selectors: string) => NodeListOf<HTMLElement>;
  };
  const permalinks = new Set<string>();
  let feed: string | undefined;
  const waiting = new WeakSet<Element>();

  const decide = async (quotation: HTMLElement): Promise<void> => {
    if (quotation.matches(leftAlone) || quotation.isContentEditable) return;
    if (quotation.localName === 'iframe') {
      (await import('./frames.js')).fitFrame(quotation as HTMLIFrameElement);
      return;
    }
    // An explicit one says it all itself. A link costs a chunk only where the page says whose links count.
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
  /** Looks into the roots of the page's own components, which may come later than their elements. */
  const lookInto = (host: Element): void => {
    const { shadowRoot, localName } = host;
    if (shadowRoot && !roots.has(shadowRoot) && !localName.startsWith('provision-')) {
      roots.add(shadowRoot);
      observer.observe(shadowRoot, changes);
      for (const child of shadowRoot.children) look(child);
    } else if (!shadowRoot && localName.includes('-') && !host.matches(':defined')) {
      void customElements.whenDefined(localName).then(
        () => {
          lookInto(host);
        },
        () => undefined,
      );
    }
  };

  const look = (node: Node): void => {
    if (!(node instanceof Element)) return;
    for (const host of [node, ...querySelectorAll.call(node, '*')]) lookInto(host);
    for (const quotation of [closest.call(node, candidates), ...querySelectorAll.call(node, candidates)]) {
      if (!quotation || waiting.has(quotation)) continue;
      if (quotation.localName === 'script') {
        take(quotation.dataset);
        continue;
      }
      waiting.add(quotation);
      // What it ends in is known when its end is there; and no card is painted before that.
      void childrenParsed(quotation)
        .then(() => {
          waiting.delete(quotation);
          return decide(quotation);
        })
        .catch(() => undefined);
    }
  };

  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      for (const node of type === 'attributes' ? [target] : addedNodes) look(node);
    }
  });
  observer.observe(document, changes);

  /** Quotations that were no records before may be some now. */
  const take = (settings: DOMStringMap | undefined): void => {
    const { permalinks: prefixes, feed: address } = settings ?? {};
    if ((!prefixes || permalinks.has(prefixes)) && (!address || pageAddress(address) === feed)) return;
    if (prefixes) permalinks.add(prefixes);
    if (address) feed = pageAddress(address);
    look(document.documentElement);
  };

  document.addEventListener('provision-load', ({ target, provision }) => {
    if (target instanceof card && target.parentElement?.localName === 'p') {
      import('./beside.js').then(
        ({ takeQuotation }) => {
          takeQuotation(target, provision.url);
        },
        () => undefined,
      );
    }
  });

  return (settings) => {
    take(settings);
    look(document.documentElement);
  };
}
