import { asObject, own } from './reading.js';
import { sources } from './parse-core.js';
import { date } from './scalars.js';
import type { Feed } from './types.js';

/** Returns the time of `_provision_feed.generated` in milliseconds; NaN without it. */
function generatedAt(feed: Feed): number {
  const source = asObject(sources.get(feed));
  const head = source && asObject(own(source, '_provision_feed'));
  const generated = feed._provision_feed?.generated ?? (head && date(own(head, 'generated')));
  return Date.parse(generated ?? '');
}

/** Whether a feed was generated before another one. False where one of them has no date. */
export function isOlder(feed: Feed, than: Feed): boolean {
  return generatedAt(feed) < generatedAt(than);
}
