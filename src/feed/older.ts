import { asObject, own } from './reading.js';
import { sources } from './parse-core.js';
import { date } from './scalars.js';
import type { Feed } from './types.js';

/** When a feed was made, by its `_provision_feed.generated`; NaN where it does not say. */
function madeAt(feed: Feed): number {
  const source = asObject(sources.get(feed));
  const head = source && asObject(own(source, '_provision_feed'));
  const generated = feed._provision_feed?.generated ?? (head && date(own(head, 'generated')));
  return Date.parse(generated ?? '');
}

/** Whether a feed was made before another one, by what both say of themselves; false where one of them does not. */
export function isOlder(feed: Feed, than: Feed): boolean {
  return madeAt(feed) < madeAt(than);
}
