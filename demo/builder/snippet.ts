/** What is pasted: made by `src/embeds`, as the command line's is. */
import {
  addressesOf,
  cmsAdvice,
  colourSchemeAttributes,
  colourSchemeStyles,
  embed,
  embedSource,
  publishedBase,
  templateScript,
} from '../../src/embeds/index.js';
import type { EmbedForm, EmbedOptions, EmbedSource } from '../../src/embeds/index.js';
import { escapeAttribute } from '../../src/embeds/markup.js';
import { parseFeedText } from '../../src/feed/parse.js';
import { findItem } from '../../src/feed/select.js';
import type { Feed, Provision } from '../../src/feed/types.js';
import { publishedWords } from '../../src/i18n/published.js';
import { badgeSvg } from '../../src/publish/badge.js';
import { FeedComparisons } from '../../src/publish/comparisons.js';
import { recordFeed } from '../../src/publish/record-file.js';
import type { State } from './state.js';
import { themes } from './themes.js';
import type { Theme } from './themes.js';

/** Where the feed came from: an address, or a file of the user's, which has none. */
export type Origin = { readonly address: string } | undefined;

/** What of a record's published files is there. */
interface Published {
  readonly base: string;
  readonly file: boolean;
  /** Frame, badge and oEmbed data, too. */
  readonly kit: boolean;
}

const looked = new Map<string, Promise<Published | undefined>>();

/** Looks for the record's own files; only on the server that the feed came from, which has been asked already. */
async function lookFor(provision: Provision, origin: Origin): Promise<Published | undefined> {
  const base = await publishedBase(provision);
  if (base === undefined || !origin || new URL(origin.address).origin !== new URL(base).origin) return undefined;
  const { record, oembed } = await addressesOf(base, provision.id);
  const key = record;
  const look = async (): Promise<Published> => {
    const [file, kit] = await Promise.all(
      [
        ask(record).then((text) => {
          const result = parseFeedText(text);
          return result.ok && findItem(result.feed)?.id === provision.id;
        }),
        // A withdrawn record has none.
        provision._provision.status === 'withdrawn' ? false : ask(oembed).then((text) => text.includes('"rich"')),
      ].map((found) => Promise.resolve(found).catch(() => false)),
    );
    return { base, file: file ?? false, kit: kit ?? false };
  };
  let known = looked.get(key);
  if (!known) looked.set(key, (known = look()));
  return known;
}

async function ask(address: string): Promise<string> {
  const response = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}

export interface Made {
  readonly form: EmbedForm;
  readonly snippet: string;
  /** Whether the script goes along with the snippet, stands in the template, or there is none. */
  readonly script: 'with' | 'without' | 'none';
  /** The script tag alone, where it is for the template. */
  readonly template: string | undefined;
  /** The tag of the theme's style sheet, for the template. */
  readonly preset: string | undefined;
  /** A rule for the site's style sheet. */
  readonly styles: string | undefined;
  /** What readers' pages load; undefined where the form loads nothing. */
  readonly loads: { readonly address: string; readonly own: boolean } | undefined;
  readonly html: string;
  readonly email: string;
  /** Address from which the preview's card loads the record; undefined for a file. */
  readonly src: string | undefined;
}

const loading: ReadonlySet<EmbedForm> = new Set(['quotation', 'element', 'react']);

/**
 * Makes the snippet of a record, and what the preview needs. Rejects with an `EmbedError` where the form needs an address
 * that nothing says.
 */
export async function make(state: State, feed: Feed, provision: Provision, origin: Origin): Promise<Made> {
  const advice = cmsAdvice[state.cms];
  const form = state.form || advice.form;
  const source = await sourceOf(state, feed, provision, origin);
  const carries = form === 'quotation' || form === 'element';
  const script = !carries ? 'none' : state.script || (advice.script === 'template' ? 'without' : 'with');
  const address = scriptAddress();
  const options: EmbedOptions = { ...optionsOf(state), script: script === 'with' ? address : false };
  const inline = { ...source.made, badgeUrl: await badgeData(provision, feed, options.lang) };
  const isHtml = form === 'quotation' || form === 'element' || form === 'iframe' || form === 'email';
  const snippet = await embed(form, source.made, options);
  return {
    form,
    snippet,
    script,
    template: script === 'without' ? templateScript({ script: address }) : undefined,
    preset: loading.has(form) ? presetLink(themeOf(state), address) : undefined,
    styles: state.colours && loading.has(form) ? colourSchemeStyles(state.colours) : undefined,
    loads:
      loading.has(form) && source.made.feedUrl !== undefined
        ? { address: source.made.feedUrl, own: source.own }
        : undefined,
    html:
      form === 'email'
        ? await embed('email', inline, { lang: options.lang })
        : isHtml
          ? snippet
          : await embed('email', { ...inline, badgeUrl: undefined }, { lang: options.lang }),
    email: await embed('email', inline, { lang: options.lang }),
    src: origin && (source.own && !state.base ? source.made.feedUrl : origin.address),
  };
}

async function sourceOf(
  state: State,
  feed: Feed,
  provision: Provision,
  origin: Origin,
): Promise<{ made: EmbedSource; own: boolean }> {
  const feedUrl = state.source || undefined;
  if (state.base) return { made: await embedSource(provision, feed, { baseUrl: state.base, feedUrl }), own: !feedUrl };
  const found = await lookFor(provision, origin);
  if (found?.kit && found.file)
    return { made: await embedSource(provision, feed, { baseUrl: found.base, feedUrl }), own: !feedUrl };
  const record = found?.file ? (await addressesOf(found.base, provision.id)).record : undefined;
  return {
    made: await embedSource(provision, feed, { feedUrl: feedUrl ?? record ?? origin?.address }),
    own: feedUrl === undefined && record !== undefined,
  };
}

export function optionsOf(state: State): EmbedOptions {
  const theme = themeOf(state);
  return {
    layout: state.layout,
    sections: state.sections,
    mode: state.mode,
    lang: state.lang || undefined,
    headingLevel: Number(state.level),
    theme: { ...theme.attributes, ...colourSchemeAttributes(state.colours || undefined) },
  };
}

export const themeOf = (state: State): Theme => themes.find(({ id }) => id === state.theme) ?? themes[0];

/** A preset lies beside the script. */
function presetLink({ stylesheet }: Theme, script: string): string | undefined {
  return (
    stylesheet &&
    `<link rel="stylesheet" href="${escapeAttribute(new URL(stylesheet, new URL(script, location.href)).href)}">`
  );
}

/** Where the script is, as our page says it; whoever runs the builder writes it there. */
const scriptAddress = () => document.querySelector<HTMLMetaElement>('meta[name="provision-script"]')?.content ?? '';

/** The badge inside the page, for the preview: it may load pictures of its own server only. */
async function badgeData(provision: Provision, feed: Feed, lang: string | undefined): Promise<string | undefined> {
  const svg = badgeSvg(provision, feed, await publishedWords(lang, provision.language ?? feed.language));
  return svg && `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** The feed of the one record, with what its comparison needs of the others: for a card that has no address to load from. */
export async function recordJson(feed: Feed, provision: Provision): Promise<string> {
  const base = 'https://example.invalid/';
  const addresses = await addressesOf(base, provision.id);
  const { comparisons } = await new FeedComparisons(feed, base, 3).of(provision, addresses.name);
  const own = comparisons?.url?.startsWith(base) ? { ...comparisons, url: undefined } : comparisons;
  return JSON.stringify(recordFeed(feed, provision, own as typeof comparisons, addresses));
}
