/** Words for what is written on a server: snippets, and published pages. Never part of what a reader's page loads. */
import type { ChangeMessages } from './change-messages.js';
import type { EmbedMessages } from './embed-messages.js';
import { formatsOf } from './format.js';
import type { Formats } from './format.js';
import { canonical, languages } from './languages.js';
import { en } from './locales/en.js';
import { enChanges } from './locales/en-changes.js';
import { enEmbed } from './locales/en-embed.js';
import { enPage } from './locales/en-page.js';
import { enRecord } from './locales/en-record.js';
import type { Messages } from './messages.js';
import type { PageMessages, PublishedMessages } from './page-messages.js';
import type { RecordMessages } from './record-messages.js';
import { isUsualScript } from './usual-script.js';

/** All that snippets and pages say in one language. */
export interface PublishedWords {
  readonly words: Messages;
  readonly more: RecordMessages;
  readonly changes: ChangeMessages;
  readonly embed: EmbedMessages;
  readonly page: PageMessages;
  readonly formats: Formats;
}

const pages: Readonly<Record<string, () => Promise<{ readonly page: PublishedMessages }>>> = {
  ar: () => import('./locales/ar-page.js'),
  de: () => import('./locales/de-page.js'),
  es: () => import('./locales/es-page.js'),
  fr: () => import('./locales/fr-page.js'),
  he: () => import('./locales/he-page.js'),
  hi: () => import('./locales/hi-page.js'),
  it: () => import('./locales/it-page.js'),
  ja: () => import('./locales/ja-page.js'),
  ko: () => import('./locales/ko-page.js'),
  nl: () => import('./locales/nl-page.js'),
  pl: () => import('./locales/pl-page.js'),
  pt: () => import('./locales/pt-BR-page.js'),
  tr: () => import('./locales/tr-page.js'),
  uk: () => import('./locales/uk-page.js'),
  zh: () => import('./locales/zh-Hans-page.js'),
};

/** "12 May 2026", not "May 12": what is published is read everywhere, and is not written again for each reader. */
const english: PublishedWords = {
  words: en,
  more: enRecord,
  changes: enChanges,
  embed: enEmbed,
  page: enPage,
  formats: formatsOf('en-GB'),
};

/**
 * The words for a record: in the language that is wished for, else in the record's own, else in English. A language that we
 * do not have, and a tag that is none, is English.
 *
 * @param wished a BCP 47 tag
 * @param language the record's
 */
export async function publishedWords(
  wished: string | undefined,
  language: string | undefined,
): Promise<PublishedWords> {
  const tag = canonical(wished) ?? canonical(language);
  const [name = ''] = tag?.split('-') ?? [];
  if (tag === undefined || !isUsualScript(tag)) return english;
  if (name === 'en') return wished === undefined ? english : { ...english, formats: formatsOf(tag) };
  const [locale, published] = await Promise.all([languages[name]?.(), pages[name]?.()]);
  if (!locale || !published) return english;
  const { more } = await locale.loadMore();
  return {
    words: locale.messages,
    more: more.record,
    changes: more.changes,
    ...published.page,
    formats: formatsOf(tag),
  };
}
