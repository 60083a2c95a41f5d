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

/** The forms of an embed (elements.md, "Embeds"). The last four are for where HTML is not what is pasted, or little of it. */
export const embedForms = ['link', 'quotation', 'element', 'iframe', 'markdown', 'text', 'email', 'react'] as const;
export type EmbedForm = (typeof embedForms)[number];

/**
 * Makes the snippet of a record, without a line break at its end. What we say in it is in the language that is wished for,
 * else in the record's, else in English. HTML forms are well-formed XML, hold no inline script
 * (data, where the element carries its record) and no blank line. Rejects with an `EmbedError` where the form needs what is not there, or an option is not valid.
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

/** For people: works wherever a quotation does, and becomes a card where the script is. */
function quotationForm(source: EmbedSource, words: PublishedWords, options: CheckedOptions): Promise<Markup> {
  const { class: themeClass, ...theme } = options.theme;
  return quotation(source, words, {
    class: ['provision-embed', themeClass].filter((name) => name).join(' '),
    'data-src': feedOf(source),
    'data-record': source.provision.id,
    'data-layout': options.layout,
    'data-sections': options.sections,
    'data-mode': options.mode,
    // `lang` on the quotation is the language of what it quotes.
    'data-lang': options.lang,
    'data-heading-level': options.headingLevel?.toString(),
    ...theme,
  });
}

/**
 * For developers: the element itself. The `<div>` keeps WordPress from putting the element and the script into one
 * paragraph, which would throw out the quotation.
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

/** The record as data. Its marks are escapes of JSON, which end no element and mean nothing to XML. */
function jsonChild(json: string | undefined): Markup | undefined {
  if (json === undefined) return undefined;
  // Written anew, because an escape may stand in a string only, and not in white space between members.
  const data = JSON.stringify(JSON.parse(json)).replace(
    /[<>&\p{Cc}\u2028\u2029\ufffe\uffff]/gu,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Markup(`<script type="application/json">${data}</script>\n`);
}

/** The script tag alone, for the site's template: one for all embeds of all articles. Throws an `EmbedError` as `embed` does. */
export function templateScript(options: Pick<EmbedOptions, 'script' | 'integrity'> = {}): string {
  return lines(scriptTag(checkedOptions(options)));
}

function feedOf({ feedUrl }: EmbedSource): string {
  if (feedUrl === undefined) throw new EmbedError('Nothing says where the feed is: give its URL, or a base URL');
  return feedUrl;
}

const lines = (...parts: readonly (Markup | undefined)[]) => parts.flatMap((part) => part?.html ?? []).join('\n');
