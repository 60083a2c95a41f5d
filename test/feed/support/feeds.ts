import { expect } from 'vitest';
import { fillFromJsonFeed } from '../../../src/feed/fill-from-json-feed.js';
import { parseFeed } from '../../../src/feed/parse.js';
import type { Feed, FeedWarning, Provision } from '../../../src/feed/types.js';

/** The minimal valid feed. */
export function feedOf(...items: readonly unknown[]): Record<string, unknown> {
  return { version: 'https://jsonfeed.org/version/1.1', title: 'Test', items };
}

/** A valid feed with one item, with the given `_provision` and other members. */
export function itemOf(details?: unknown, members?: object): Record<string, unknown> {
  return { id: 'a', content_text: 'x', ...(details === undefined ? {} : { _provision: details }), ...members };
}

/** Parses a feed that has to be accepted. */
export function readFeed(input: unknown): { feed: Feed; warnings: readonly FeedWarning[] } {
  const result = parseFeed(input);
  if (!result.ok) throw result.error;
  return result;
}

/** Returns the parsed item and its warnings, as one `pointer expected` per line. */
export function readItem(details?: unknown, members?: object): { item: Provision | undefined; notes: string[] } {
  const { feed, warnings } = readFeed(feedOf(itemOf(details, members)));
  expect(feed.items.length).toBeLessThanOrEqual(1);
  return { item: feed.items[0], notes: notesOf(warnings) };
}

export function notesOf(warnings: readonly FeedWarning[]): string[] {
  return warnings.map(({ pointer, expected }) => `${pointer} ${expected}`);
}

/** Fills in all items of a feed from the core parser, and the feed's head, as the elements do for the shown record. */
export function filledIn(feed: Feed): void {
  for (const provision of [...feed.items, {} as Provision]) fillFromJsonFeed({ provision, feed });
}
