import type { Feed } from '../feed/types.js';
import { analystNames } from './names.js';

/** Whose data a feed was made from, and under which licence. */
export interface Attribution {
  readonly name: string;
  readonly url?: string | undefined;
  /** Name of the licence, as `CC BY 4.0`; the address of a licence that has no name. */
  readonly licence?: string | undefined;
  readonly licenceUrl?: string | undefined;
}

/**
 * The attribution that the licence of a feed's source asks for. Undefined where the feed names no source, and where the source
 * is the analyst and has no address of a licence, because the byline has that name already.
 */
export function attributionOf(feed: Feed | undefined): Attribution | undefined {
  const { name, attribution = name, url, licence, licence_url: licenceUrl } = feed?._provision_feed?.source ?? {};
  if (attribution === undefined || (!licenceUrl && analystNames(undefined, feed).includes(attribution)))
    return undefined;
  return { name: attribution, url, licence: licence ?? licenceUrl, licenceUrl };
}

/** The attribution in a line, without links: `PrivacySpy (Politiwatch), CC BY 4.0`. */
export function attributionText({ name, licence }: Attribution): string {
  return licence === undefined ? name : `${name}, ${licence}`;
}
