import { publishedWords } from '../i18n/published.js';
import type { PublishedWords } from '../i18n/published.js';
import { EmbedError } from './error.js';
import { emailHtml } from './email.js';
import { iframe } from './frame.js';
import { attributes, Markup, markup } from '../html/markup.js';
import { recordName } from './names.js';
import { checkedOptions } from './options.js';
import type { CheckedOptions, EmbedOptions } from './options.js';
import { quotation } from './quotation.js';
import { reactComponent } from './react.js';
import { connectionHint, scriptTag } from './script-tag.js';
import type { EmbedSource } from './source.js';
import { markdown, plainText } from './text-forms.js';

/** The forms of an embed (docs/publishing.md). The last four are for places that accept little or no HTML. */
export const embedForms = ['link', 'quotation', 'element', 'iframe', 'markdown', 'text', 'email', 'react'] as const;
export type EmbedForm = (typeof embedForms)[number];

/**
 * Makes the snippet of a record, without a trailing line break. The interface language is `options.lang`, else the record's language,
 * else English. HTML forms are well-formed XML without blank lines and without inline scripts; an element with its record inline has a
 * `<script type="application/json">`. Rejects with an `EmbedError` when the form needs data that is missing, or when an option is not
 * valid.
 */
export async function embed(form: EmbedForm, source: EmbedSource, options: EmbedOptions = {}): Promise<string> {
  const checked = checkedOptions(options);
  const words = await publishedWords(checked.lang, source.provision.language ?? source.feed?.language);
  switch (form) {
    case 'link':
      return source.permalink;
    case 'quotation':
      return lines(await quotationForm(source, words, checked), scriptTag(checked));
    case 'element':
      return lines(
        source.json === undefined ? connectionHint(feedOf(source)) : undefined,
        await elementForm(source, words, checked),
        scriptTag(checked),
      );
    case 'iframe':
      return iframe(source, words, checked).html;
    case 'markdown':
      return markdown(source, words);
    case 'text':
      return plainText(source, words);
    case 'email':
      return emailHtml(source, words).html;
    case 'react':
      return reactComponent(
        await card({ ...source, json: undefined }, words, checked),
        await recordName(source.provision.id),
      );
  }
}

/** The form for editors: works wherever a quotation does, and becomes a card on pages with the script. */
function quotationForm(source: EmbedSource, words: PublishedWords, options: CheckedOptions): Promise<Markup> {
  const { class: themeClass, ...theme } = options.theme;
  return quotation(source, words, {
    class: ['provision-embed', themeClass].filter((name) => name).join(' '),
    'data-src': feedOf(source),
    'data-record': source.provision.id,
    'data-layout': options.layout,
    'data-sections': options.sections,
    'data-mode': options.mode,
    // `lang` on the quotation is the language of the quoted text.
    'data-lang': options.lang,
    'data-heading-level': options.headingLevel?.toString(),
    ...theme,
  });
}

/**
 * The form for developers: the element itself. The `<div>` is needed because WordPress would otherwise put the element and the script
 * into one paragraph, and browsers then move the quotation out of it.
 */
async function elementForm(source: EmbedSource, words: PublishedWords, options: CheckedOptions): Promise<Markup> {
  return markup`<div>${await card(source, words, options)}</div>`;
}

async function card(source: EmbedSource, words: PublishedWords, options: CheckedOptions): Promise<Markup> {
  const element = attributes({
    src: source.json === undefined ? feedOf(source) : undefined,
    record: source.provision.id,
    layout: options.layout,
    sections: options.sections,
    mode: options.mode,
    lang: options.lang,
    'heading-level': options.headingLevel,
    ...options.theme,
  });
  return markup`<provision-card${element}>\n${jsonChild(source.json)}${await quotation(source, words)}\n</provision-card>`;
}

/** Writes the record as inline data. JSON escapes replace `<`, `>` and `&`, so the text cannot end the script element and is valid XML. */
function jsonChild(json: string | undefined): Markup | undefined {
  if (json === undefined) return undefined;
  // Serialize again, because escapes are valid only inside strings and the source may have control characters between members.
  const data = JSON.stringify(JSON.parse(json)).replace(
    /[<>&\p{Cc}\u2028\u2029\ufffe\uffff]/gu,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Markup(`<script type="application/json">${data}</script>\n`);
}

/** Returns the script tag alone, for the site's template; one tag serves all embeds. Throws an `EmbedError` when an option is not valid. */
export function templateScript(options: Pick<EmbedOptions, 'script' | 'integrity'> = {}): string {
  return lines(scriptTag(checkedOptions(options)));
}

function feedOf({ feedUrl }: EmbedSource): string {
  if (feedUrl === undefined) throw new EmbedError('The feed’s URL is unknown: give its URL, or a base URL');
  return feedUrl;
}

const lines = (...parts: readonly (Markup | undefined)[]) => parts.flatMap((part) => part?.html ?? []).join('\n');
