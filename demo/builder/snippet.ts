/** Makes the code to paste with `src/snippets`, as the command does. */
import {
  addressesOf,
  cmsAdvice,
  colourSchemeAttributes,
  colourSchemeStyles,
  embed,
  embedSource,
  publishedBase,
  templateScript,
} from '../../src/snippets/index.js';
import { EmbedError } from '../../src/snippets/error.js';
import type { EmbedForm, EmbedOptions, EmbedSource } from '../../src/snippets/index.js';
import { escapeAttribute } from '../../src/html/markup.js';
import { parseFeedText } from '../../src/feed/parse.js';
import { findItem } from '../../src/feed/find-item.js';
import type { Feed, Provision } from '../../src/feed/types.js';
import { publishedWords } from '../../src/i18n/published.js';
import { badgeSvg } from '../../src/publish/badge.js';
import { recordJson } from '../../src/publish/carried-record.js';
import type { State } from './state.js';
import { themes } from './themes.js';
import type { Theme } from './themes.js';

/** Source of the feed: a URL, or undefined for a local file. */
export type Origin = { readonly address: string } | undefined;

/** The published files of a record that exist. */
interface Published {
  readonly base: string;
  readonly file: boolean;
  /** Whether frame, badge and oEmbed data exist too. */
  readonly kit: boolean;
}

const looked = new Map<string, Promise<Published | undefined>>();

/** Checks for the record's own files, only on the feed's server, because the page already sent a request there. */
async function findPublished(provision: Provision, origin: Origin): Promise<Published | undefined> {
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
        // A withdrawn record has no oEmbed data.
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
  /** Whether the script tag is in the snippet, in the site's template, or not needed. */
  readonly script: 'with' | 'without' | 'none';
  /** The script tag for the site's template. */
  readonly template: string | undefined;
  /** The `<link>` to the theme's style sheet, for the template. */
  readonly preset: string | undefined;
  /** A rule for the site's style sheet. */
  readonly styles: string | undefined;
  /** The request of readers' pages; undefined when the form loads nothing. */
  readonly loads: { readonly address: string; readonly own: boolean } | undefined;
  /** Whether the snippet has the record inline. */
  readonly carries: boolean;
  readonly html: string;
  readonly email: string;
  /** URL from which the preview's card loads the record; undefined for a file. */
  readonly src: string | undefined;
}

/** Forms that load the record from a feed, or a published page in a frame. */
const hostedForms: ReadonlySet<EmbedForm> = new Set(['quotation', 'react', 'iframe']);

/** Returns whether readers can load the feed. Files and spreadsheets have no URL of their own. */
export const isHosted = ({ source, base }: State, feed: Feed | undefined, origin: Origin): boolean =>
  origin !== undefined || source !== '' || base !== '' || feed?.feed_url !== undefined;

/** Returns whether a form works; some need a feed with a URL. */
export const works = (form: EmbedForm, hosted: boolean): boolean => hosted || !hostedForms.has(form);

/** Returns the default form: the advised one, or the first alternative that works without a feed URL. */
export function defaultForm({ cms }: State, hosted: boolean): EmbedForm {
  const { form, also } = cmsAdvice[cms];
  return [form, ...also.filter((other) => other !== 'link'), 'text' as const].find((one) => works(one, hosted)) ?? form;
}

const loading: ReadonlySet<EmbedForm> = new Set(['quotation', 'element', 'react']);

/** Makes the snippet of a record with the data for the preview. Rejects with an `EmbedError` when the form needs a URL that is unknown. */
export async function make(state: State, feed: Feed, provision: Provision, origin: Origin): Promise<Made> {
  const advice = cmsAdvice[state.cms];
  const hosted = isHosted(state, feed, origin);
  const form = state.form || defaultForm(state, hosted);
  if (!works(form, hosted)) throw new EmbedError('This form needs a feed that has an address');
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
      loading.has(form) && source.made.json === undefined && source.made.feedUrl !== undefined
        ? { address: source.made.feedUrl, own: source.own }
        : undefined,
    carries: form === 'element' && source.made.json !== undefined,
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
  const found = await findPublished(provision, origin);
  if (found?.kit && found.file)
    return { made: await embedSource(provision, feed, { baseUrl: found.base, feedUrl }), own: !feedUrl };
  if (!origin) {
    const permalink = provision.url ?? documentUrl(provision);
    if (permalink === undefined) {
      throw new EmbedError(
        `The record "${provision.id}" has neither a "url" nor the address of its document: give its permalink, or a base URL`,
      );
    }
    const made = await embedSource(provision, feed, { permalink, feedUrl });
    const json = isHosted(state, feed, origin) ? undefined : await recordJson(feed, provision);
    return { made: { ...made, json }, own: false };
  }
  const record = found?.file ? (await addressesOf(found.base, provision.id)).record : undefined;
  return {
    made: await embedSource(provision, feed, { feedUrl: feedUrl ?? record ?? origin?.address }),
    own: feedUrl === undefined && record !== undefined,
  };
}

/** URL of the document, as the link of a quotation when the record has no page. */
const documentUrl = ({ external_url: external, _provision: { document, provenance } }: Provision) =>
  document?.url ?? provenance?.source_url ?? external;

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

/** A preset is in the same folder as the script. */
function presetLink({ stylesheet }: Theme, script: string): string | undefined {
  return (
    stylesheet &&
    `<link rel="stylesheet" href="${escapeAttribute(new URL(stylesheet, new URL(script, location.href)).href)}">`
  );
}

/** URL of the script from the page's `<meta>`, where the operator of the builder sets it. */
const scriptAddress = () => document.querySelector<HTMLMetaElement>('meta[name="provision-script"]')?.content ?? '';

/** Returns the badge as a data URL, because the preview may load images only from its own server. */
async function badgeData(provision: Provision, feed: Feed, lang: string | undefined): Promise<string | undefined> {
  const svg = badgeSvg(provision, feed, await publishedWords(lang, provision.language ?? feed.language));
  return svg && `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
