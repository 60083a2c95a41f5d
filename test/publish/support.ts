import { expect } from 'vitest';
import { parseFeed } from '../../src/feed/parse.js';
import type { Feed } from '../../src/feed/types.js';
import { publish } from '../../src/publish/index.js';
import type { PublishOptions } from '../../src/publish/index.js';
import type { Element } from '../snippets/support.js';
import { readFeed } from '../feed/support/feeds.js';

export const baseUrl = 'https://host.example/';

/** Returns all files of a feed by path, and expects paths to be unique regardless of case. */
export async function published(feed: Feed, options: Partial<PublishOptions> = {}): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const folded = new Set<string>();
  for await (const { path, content } of publish(feed, { baseUrl, ...options })) {
    expect(folded.has(path.toLowerCase()), path).toBe(false);
    folded.add(path.toLowerCase());
    files.set(path, content);
  }
  return files;
}

/** Creates a feed of records with these members. Default ids are `A-1`, `A-2` … */
export function feedOfRecords(...records: readonly Record<string, unknown>[]): Feed {
  return readFeed({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Test',
    language: 'en',
    items: records.map(({ id, ...details }, index) => {
      const { title, url, content_text: text = 'x', language, ...rest } = details;
      return { id: id ?? `A-${index + 1}`, title, url, language, content_text: text, _provision: rest };
    }),
  }).feed;
}

export function readRecord(text: string): Feed {
  const result = parseFeed(JSON.parse(text));
  if (!result.ok) throw result.error;
  expect(result.warnings.filter(({ pointer }) => pointer !== '/title')).toEqual([]);
  return result.feed;
}

/** Returns tags and texts of the headings in order. */
export function headings(root: Element): string[] {
  return root.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    const text = (element: Element | string): string =>
      typeof element === 'string' ? element : element.children.map(text).join('');
    return /^h\d$/.test(child.tag) ? [`${child.tag} ${text(child).trim()}`] : headings(child);
  });
}
