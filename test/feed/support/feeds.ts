import { expect } from 'vitest';
import { fillIn } from '../../../src/feed/fill-in.js';
import { parseFeed } from '../../../src/feed/parse.js';
import type { Feed, FeedWarning, Provision } from '../../../src/feed/types.js';

/** The least that is a feed without a fault. */
export function feedOf(...items: readonly unknown[]): Record<string, unknown> {
  return { version: 'https://jsonfeed.org/version/1.1', title: 'Test', items };
}

/** A feed of one item without a fault, with `_provision` and other members as given. */
export function itemOf(details?: unknown, members?: object): Record<string, unknown> {
  return { id: 'a', content_text: 'x', ...(details === undefined ? {} : { _provision: details }), ...members };
}

/** Reads what must not be refused. */
export function readFeed(input: unknown): { feed: Feed; warnings: readonly FeedWarning[] } {
  const result = parseFeed(input);
  if (!result.ok) throw result.error;
  return result;
}

/** What is left of one item, and what was noted, one `pointer expected` a line. */
export function readItem(details?: unknown, members?: object): { item: Provision | undefined; notes: string[] } {
  const { feed, warnings } = readFeed(feedOf(itemOf(details, members)));
  expect(feed.items.length).toBeLessThanOrEqual(1);
  return { item: feed.items[0], notes: notesOf(warnings) };
}

export function notesOf(warnings: readonly FeedWarning[]): string[] {
  return warnings.map(({ pointer, expected }) => `${pointer} ${expected}`);
}

/** Fills in all items of a feed that the core parser has read, as is done with the one that is shown, and the feed's head. */
export function filledIn(feed: Feed): void {
  for (const provision of [...feed.items, {} as Provision]) fillIn({ provision, feed });
}
