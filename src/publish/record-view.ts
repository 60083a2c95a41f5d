import type { Addresses } from '../snippets/addresses.js';
import type { Feed, Provision } from '../feed/types.js';
import { publishedWords } from '../i18n/published.js';
import type { PublishedWords } from '../i18n/published.js';

/** A record as it is published, and all that a page of it needs. */
export interface RecordView extends PublishedWords {
  readonly provision: Provision;
  /** The feed of the one record. */
  readonly feed: Feed;
  readonly addresses: Addresses;
  readonly permalink: string;
  /** Language of the analysis, where the feed tells it. */
  readonly language: string | undefined;
  /** Level of the record's heading; its sections are one below. */
  readonly headingLevel: 1 | 2;
}

/**
 * @param feed the feed of the one record (`record-file.ts`)
 * @param lang the language of our own words; else the record's
 */
export async function recordView(
  feed: Feed,
  provision: Provision,
  addresses: Addresses,
  permalink: string,
  lang: string | undefined,
): Promise<RecordView> {
  const language = provision.language ?? feed.language;
  return {
    ...(await publishedWords(lang, language)),
    provision,
    feed,
    addresses,
    permalink,
    language,
    headingLevel: 1,
  };
}
