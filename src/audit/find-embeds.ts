/** Finds embeds that identify themselves in their markup, and collects quotations and links that may be embeds. */
import { feedUrl } from '../feed/request.js';
import { textIn } from '../provision/quotation/markup-node.js';
import type { Embed, EmbedFault } from './embed.js';
import { attributeValue, joined, resolved } from './page-node.js';
import type { PageNode } from './page-node.js';

const elementNames = new Set([
  'provision-card',
  'provision-clause',
  'provision-changes',
  'provision-comparison',
  'provision-severity',
]);

/** A link, or a URL in the text, that may lead to a record. */
export interface FreeLink {
  readonly node: PageNode;
  readonly href: string;
}

export interface FoundEmbeds {
  /** Embeds whose markup names a feed or should name one. */
  readonly embeds: readonly Embed[];
  /** Quotations that a link may identify. */
  readonly quotations: readonly PageNode[];
  readonly links: readonly FreeLink[];
  /** Paragraphs that belong to an embed; their links are not further embeds. */
  readonly taken: readonly PageNode[];
  /** Permalink prefixes and feeds from the page's script tags. */
  readonly permalinks: readonly string[];
  readonly feeds: readonly string[];
}

const classesOf = (node: PageNode) => (node.getAttribute('class') ?? '').split(/\s+/);
/** Matches our class, also with the curly quotation marks that some editors put around attribute values. */
const isNamed = (node: PageNode) => classesOf(node).some((name) => /^[“”]?provision-embed[“”]?$/.test(name));
const isElement = (node: PageNode) => elementNames.has(node.nodeName);
const isExplicit = (node: PageNode) => isNamed(node) && attributeValue(node, 'data-src') !== undefined;
const isOff = (node: PageNode) => node.getAttribute('data-provision-embed') === 'off';
/** Elements whose content is skipped, because it is a fallback or not part of the article. */
const isClosed = (node: PageNode) =>
  isExplicit(node) || isOff(node) || (isElement(node) && node.nodeName !== 'provision-severity');

/**
 * Finds embeds in a page.
 *
 * @param address URL of the page. Feed URLs are resolved against it and never against `<base>`, as in the elements.
 */
export function findEmbeds(page: PageNode, address: string | undefined): FoundEmbeds {
  const embeds: Embed[] = [];
  const quotations: PageNode[] = [];
  const links: FreeLink[] = [];
  const taken: PageNode[] = [];
  const [permalinks, feeds]: [string[], string[]] = [[], []];
  for (const node of page.all()) {
    if (isElement(node)) {
      const embed = elementEmbed(node, address);
      if (embed) embeds.push(embed);
    } else if (node.nodeName === 'script') {
      takeSettings(node, address, permalinks, feeds);
    } else if (node.nodeType === 3) {
      if (!isSkipped(node) && !node.ancestor(isClosed)) links.push(...addressesIn(node));
    } else if (node.nodeType === 1 && !node.ancestor(isClosed)) {
      if (isExplicit(node)) embeds.push(quotationEmbed(node, address));
      else if (node.nodeName === 'iframe') embeds.push(...frameEmbed(node, taken));
      else if (node.nodeName === 'blockquote' && !isOff(node)) quotations.push(node);
      else if (node.nodeName === 'a' && node.href !== undefined) links.push({ node, href: node.href });
    }
  }
  return { embeds, quotations, links, taken, permalinks, feeds };
}

/** Returns whether a quotation has remains of our markup, so that it was an embed before a CMS removed the rest. */
export const wasEmbed = (quotation: PageNode): boolean =>
  isNamed(quotation) || /[\da-f]{64}/i.test(quotation.getAttribute('data-sha256') ?? '');

function elementEmbed(node: PageNode, address: string | undefined): Embed | undefined {
  const src = attributeValue(node, 'src');
  const json = jsonIn(node);
  // A severity badge with a fixed level shows no record.
  if (node.nodeName === 'provision-severity' && src === undefined && json === undefined && node.getAttribute('level'))
    return undefined;
  const record = attributeValue(node, 'record');
  const quotation = quotationIn(node);
  return {
    form: 'element',
    node,
    ...sourceOf(src, address),
    record,
    quotation,
    beside: quotation ? undefined : quotationBehind(node),
    json,
    hashes: node.getAttribute('data-sha256') ?? quotation?.getAttribute('data-sha256') ?? undefined,
    isLive: attributeValue(node, 'mode') === 'live',
    followsRedirects: attributeValue(node, 'redirects') === 'follow',
    isWholeFeed: node.nodeName === 'provision-comparison' && record === undefined && node.attributes.has('clause-type'),
  };
}

function quotationEmbed(node: PageNode, address: string | undefined): Embed {
  return {
    form: 'quotation',
    node,
    ...sourceOf(attributeValue(node, 'data-src'), address),
    record: attributeValue(node, 'data-record'),
    quotation: node,
    json: jsonIn(node),
    hashes: node.getAttribute('data-sha256') ?? undefined,
    isLive: attributeValue(node, 'data-mode') === 'live',
    followsRedirects: attributeValue(node, 'data-redirects') === 'follow',
  };
}

/**
 * Recognises a frame of a published record by its URL (`e/NAME/` below the publisher's URL). Lazy loaders move the URL to another
 * attribute. The text below the frame quotes the beginning of the clause.
 *
 * @param taken receives the paragraph with that text
 */
function frameEmbed(node: PageNode, taken: PageNode[]): readonly Embed[] {
  const written = ['src', 'data-src', 'data-lazy-src'].map((name) => node.getAttribute(name)).find((src) => src);
  const href = written == null ? undefined : resolved(written, node.base);
  const [, base, name] = /^(https?:\/\/[^?#]*\/)e\/([^/?#]+)\/?(?:[?#].*)?$/.exec(href ?? '') ?? [];
  if (base === undefined || name === undefined) return [];
  const permalink = `${base}r/${name}`;
  const below = [...((node.sibling(1) ?? node.parent?.sibling(1))?.all() ?? [])];
  const isBelow = below.some(leadsTo(permalink));
  // Video hosts use `/e/NAME` as well. Our frame has a sandbox, or the record's link below it.
  if (!isBelow && !node.attributes.has('sandbox')) return [];
  const quotes = isBelow ? below.filter(({ nodeName }) => nodeName === 'q') : [];
  if (isBelow) taken.push(...below.slice(0, 1));
  const quotation = quotes.length ? joined(quotes) : undefined;
  return [{ form: 'iframe', node, permalink, quotation, ...sourceOf(`${permalink}.json`, undefined), isLive: true }];
}

const leadsTo = (permalink: string) => (node: PageNode) =>
  node.nodeName === 'a' && node.href?.replace(/\/?(?:[?#].*)?$/, '') === permalink;

function sourceOf(
  written: string | undefined,
  address: string | undefined,
): { readonly src?: string; readonly fault?: EmbedFault } {
  if (written === undefined) return { fault: { kind: 'no-source' } };
  const src = resolved(written, address);
  if (src === undefined) return { fault: { kind: address === undefined ? 'relative' : 'not-an-address', written } };
  try {
    // Like the card, allow `http:` only for the page's own host and for localhost.
    return { src: address !== undefined && new URL(src).origin === new URL(address).origin ? src : feedUrl(src) };
  } catch {
    return { fault: { kind: 'not-an-address', written } };
  }
}

/** Returns the text of the `application/json` child. */
function jsonIn(node: PageNode): string | undefined {
  const script = node.childNodes.find(
    (child) => child.nodeName === 'script' && child.getAttribute('type')?.trim() === 'application/json',
  );
  return script && textIn(script);
}

function quotationIn(node: PageNode): PageNode | undefined {
  return [...node.all()].find(
    (inner) =>
      inner.nodeName === 'blockquote' &&
      !inner.attributes.has('slot') &&
      !inner.ancestor((outer) => outer.attributes.has('slot')),
  );
}

function quotationBehind(node: PageNode): PageNode | undefined {
  const paragraph = node.ancestor(({ nodeName }) => nodeName === 'p');
  const next = paragraph?.sibling(1);
  return next?.nodeName === 'blockquote' ? next : undefined;
}

/** `data-feed` is a common attribute name, so check the script's URL too. */
function takeSettings(node: PageNode, address: string | undefined, permalinks: string[], feeds: string[]): void {
  const prefixes = node.getAttribute('data-permalinks');
  if (prefixes !== null) permalinks.push(...prefixes.split(/\s+/).filter((prefix) => prefix));
  const feed = node.getAttribute('data-feed');
  if (feed !== null && (node.getAttribute('src') ?? '').includes('provision-embed')) {
    feeds.push(resolved(feed, address) ?? feed);
  }
}

const skipped = new Set(['a', 'script', 'style', 'template', 'noscript', 'textarea', 'title', 'option', 'button']);
const isSkipped = (text: PageNode) => !!text.ancestor(({ nodeName }) => skipped.has(nodeName));

/** Finds URLs written as text, for example in a pasted message. */
function addressesIn(node: PageNode): FreeLink[] {
  const found = (node.nodeValue ?? '').match(/https?:\/\/[^\s<>"'“”«»‹›„]+/g) ?? [];
  return found.map((address) => ({ node, href: address.replace(/[.,;:!?)\]}]+$/, '') }));
}
