import type { Feed, Provision } from '../feed/types.js';
import { defined } from './defined.js';
import type { ImportedFeed } from './types.js';

type Extension = NonNullable<Feed['_provision_feed']>;

/** The head of an imported feed. */
export interface FeedHead {
  readonly title: string;
  readonly language?: string | undefined;
  readonly homePage?: string | undefined;
  readonly authors?: Feed['authors'];
  readonly extension?: Omit<Extension, 'spec'>;
}

/** Creates a feed from items, with the versions of both formats. */
export function feedOf(head: FeedHead, items: readonly Provision[]): ImportedFeed {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    ...defined({
      title: head.title,
      home_page_url: head.homePage,
      language: head.language,
      authors: head.authors,
    }),
    _provision_feed: { spec: '1.0', ...head.extension },
    items,
  };
}
