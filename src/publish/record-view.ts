import type { Addresses } from '../embeds/addresses.js';
import { writtenLocale } from '../embeds/facts.js';
import type { Feed, Provision } from '../feed/types.js';
import { formatsOf } from '../i18n/format.js';
import type { Formats } from '../i18n/format.js';
import { en } from '../i18n/locales/en.js';
import { enPage } from '../i18n/locales/en-page.js';
import { enRecord } from '../i18n/locales/en-record.js';
import type { Messages } from '../i18n/messages.js';
import type { PageMessages } from '../i18n/page-messages.js';
import type { RecordMessages } from '../i18n/record-messages.js';

/** A record as it is published, and all that a page of it needs. */
export interface RecordView {
  readonly provision: Provision;
  /** The feed of the one record. */
  readonly feed: Feed;
  readonly addresses: Addresses;
  readonly permalink: string;
  /** The card's words, those of the full record, and those of pages only. */
  readonly words: Messages;
  readonly more: RecordMessages;
  readonly page: PageMessages;
  readonly formats: Formats;
  /** Language of the analysis, where the feed tells it. */
  readonly language: string | undefined;
  /** Level of the record's heading; its sections are one below. */
  readonly headingLevel: 1 | 2;
}

/** @param feed the feed of the one record (`record-file.ts`) */
export function recordView(
  feed: Feed,
  provision: Provision,
  addresses: Addresses,
  permalink: string,
  headingLevel: 1 | 2 = 1,
): RecordView {
  return {
    provision,
    feed,
    addresses,
    permalink,
    words: en,
    more: enRecord,
    page: enPage,
    formats: formatsOf(writtenLocale),
    language: provision.language ?? feed.language,
    headingLevel,
  };
}
