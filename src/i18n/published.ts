/** Messages of snippets and published pages, which are written on a server. A reader's page never loads this module. */
import type { ChangeMessages } from './change-messages.js';
import type { EmbedMessages } from './embed-messages.js';
import { isDefaultScript } from './default-script.js';
import { formatsOf } from './format.js';
import type { Formats } from './format.js';
import { canonical, languages } from './languages.js';
import { en } from './locales/en.js';
import { enChanges } from './locales/en-changes.js';
import { enEmbed } from './locales/en-embed.js';
import { enPage } from './locales/en-page.js';
import { enRecord } from './locales/en-record.js';
import type { Messages } from './messages.js';
import type { PublishedMessages } from './more-messages.js';
import type { PageMessages } from './page-messages.js';
import { publishedLoaders } from './published-loaders.js';
import type { RecordMessages } from './record-messages.js';

/** The messages and formats of snippets and published pages in one language. */
export interface PublishedWords {
  readonly words: Messages;
  readonly more: RecordMessages;
  readonly changes: ChangeMessages;
  readonly embed: EmbedMessages;
  readonly page: PageMessages;
  readonly formats: Formats;
}

const pages: Readonly<Record<string, () => Promise<{ readonly page: PublishedMessages }>>> = publishedLoaders;

/** Dates are British, "12 May 2026": a published page has one form of English for readers everywhere. */
const english: PublishedWords = {
  words: en,
  more: enRecord,
  changes: enChanges,
  embed: enEmbed,
  page: enPage,
  formats: formatsOf('en-GB'),
};

/**
 * Loads the messages for a record in the requested language, else in the record's own, else in English. An invalid tag counts as none;
 * a language without messages falls back to English.
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
  if (tag === undefined || !isDefaultScript(tag)) return english;
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
