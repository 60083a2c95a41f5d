import type { Feed } from '../feed/types.js';
import { analystNames } from './display-names.js';

/** The source that a feed's data was made from, and its licence. */
export interface Attribution {
  readonly name: string;
  readonly url?: string | undefined;
  /** Name of the licence, such as `CC BY 4.0`. A licence without a name is given by its address. */
  readonly licence?: string | undefined;
  readonly licenceUrl?: string | undefined;
}

/**
 * Returns the attribution that the licence of a feed's source requires. Undefined where the feed names no source, and
 * where the source is the analyst and its licence has no address, because the byline already holds that name.
 */
export function attributionOf(feed: Feed | undefined): Attribution | undefined {
  const { name, attribution = name, url, licence, licence_url: licenceUrl } = feed?._provision_feed?.source ?? {};
  if (attribution === undefined || (!licenceUrl && analystNames(undefined, feed).includes(attribution)))
    return undefined;
  return { name: attribution, url, licence: licence ?? licenceUrl, licenceUrl };
}

/** The attribution on one line, without links: `PrivacySpy (Politiwatch), CC BY 4.0`. */
export function attributionText({ name, licence }: Attribution): string {
  return licence === undefined ? name : `${name}, ${licence}`;
}
