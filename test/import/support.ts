import { expect } from 'vitest';
import { parseFeed } from '../../src/feed/parse.js';
import type { ImportResult } from '../../src/import/types.js';

/** Expects a feed without problems whose texts are plain: no markup, no entity, and no sign of a wrong encoding. */
export function expectCleanFeed({ feed }: ImportResult): void {
  const json = JSON.parse(JSON.stringify(feed)) as { items: unknown[] };
  const parsed = parseFeed(json);
  expect(parsed).toMatchObject({ ok: true, warnings: [] });
  expect(parsed.ok && parsed.feed.items.length).toBe(json.items.length);
  for (const text of textsOf(json)) {
    expect(text).not.toMatch(/<\/?(?:p|li|ul|a|b|br|div|strong|em|span|h\d)\b[^>]*>/i);
    expect(text).not.toMatch(/&(?:amp|lt|gt|quot|nbsp|#\d+);/i);
    expect(text).not.toMatch(/â€|Ã[\x80-\xbf]|\ufffd|\\x[89][\da-f]/);
  }
}

/** Yields all strings of a value. */
export function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) yield* textsOf(one);
}
