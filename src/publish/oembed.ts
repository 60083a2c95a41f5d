import { frameHeight, frameTitle, wordsBelow } from '../snippets/frame.js';
import { attributes, markup } from '../html/markup.js';
import { analystNames, provisionTitle } from '../provision/display-names.js';
import type { PublishedRecord } from './record-view.js';

/** oEmbed 1.0 data of type `rich` (https://oembed.com/, 2.3.4.4). */
export interface Oembed {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly author_name?: string;
  readonly author_url?: string;
  readonly provider_name?: string;
  readonly provider_url: string;
  /** Seconds. */
  readonly cache_age: number;
  readonly html: string;
  readonly width: number;
  readonly height: number;
}

const defaultWidth = 600;

/** Maximum size that the consumer requests, in pixels. */
export interface OembedLimits {
  readonly maxwidth?: number | undefined;
  readonly maxheight?: number | undefined;
}

/**
 * Builds the oEmbed data of a record: a quotation as fallback text, then the frame. WordPress's discovery accepts only a `<blockquote>`
 * without attributes followed by an `<iframe>`, and adds its own sandbox.
 */
export function oembedOf(view: PublishedRecord, base: string, limits: OembedLimits = {}): Oembed {
  const { provision, feed, permalink, addresses, words } = view;
  const source = {
    provision,
    feed,
    permalink,
    feedUrl: addresses.record,
    frameUrl: addresses.frame,
    badgeUrl: addresses.badge,
  };
  const title = provisionTitle(provision) ?? words.untitled;
  const [author] = analystNames(provision, feed);
  const authorUrl = [...(provision.authors ?? []), ...(feed.authors ?? [])].find(({ name }) => name === author)?.url;
  const width = Math.min(defaultWidth, limits.maxwidth ?? defaultWidth);
  const defaultHeight = frameHeight(source);
  const height = Math.min(defaultHeight, limits.maxheight ?? defaultHeight);
  const frame = attributes({
    src: addresses.frame,
    title: frameTitle(source, title, view),
    width,
    height,
    frameborder: 0,
    scrolling: 'auto',
    sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
  });
  return {
    version: '1.0',
    type: 'rich',
    title,
    ...(author !== undefined && { author_name: author }),
    ...(authorUrl !== undefined && { author_url: authorUrl }),
    ...(feed.title !== undefined && { provider_name: feed.title }),
    provider_url: feed.home_page_url ?? base,
    cache_age: 3600,
    html: markup`<blockquote>${wordsBelow(source, view)}</blockquote><iframe${frame}></iframe>`.html,
    width,
    height,
  };
}
