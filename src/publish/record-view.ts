import type { Addresses } from '../snippets/addresses.js';
import type { Feed, Provision } from '../feed/types.js';
import { publishedWords } from '../i18n/published.js';
import type { PublishedWords } from '../i18n/published.js';

/** A record with everything that its pages need. */
export interface PublishedRecord extends PublishedWords {
  readonly provision: Provision;
  /** The feed of this record only (`record-file.ts`). */
  readonly feed: Feed;
  readonly addresses: Addresses;
  readonly permalink: string;
  /** Language of the analysis, when the feed states it. */
  readonly language: string | undefined;
  /** Level of the record's heading; its sections are one level below. */
  readonly headingLevel: 1 | 2;
}

/**
 * @param feed feed of this record only (`record-file.ts`)
 * @param lang BCP 47 tag of the interface language (default: the record's)
 */
export async function recordView(
  feed: Feed,
  provision: Provision,
  addresses: Addresses,
  permalink: string,
  lang: string | undefined,
): Promise<PublishedRecord> {
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
