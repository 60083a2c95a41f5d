import { citationData } from '../../../src/provision/citations/index.js';
import type { CitationData } from '../../../src/provision/citations/index.js';
import { parseFeed } from '../../../src/feed/index.js';

/** 28 June 2026, as the reader's day. */
export const accessed = { year: 2026, month: 6, day: 28 } as const;

/** Parses the first item of a feed as the elements do. */
export function cite(feed: unknown, day: Date | { year: number; month: number; day: number } = accessed): CitationData {
  const parsed = parseFeed(feed);
  if (!parsed.ok) throw parsed.error;
  return citationData({ feed: parsed.feed, provision: parsed.feed.items[0]!, accessed: day });
}

const sha256 = '0123456789abcdef'.repeat(4);

/** A complete record. */
export const complete = {
  title: 'Terms Watch',
  authors: [{ name: 'Jane Doe' }, { name: 'Acme Institute' }],
  items: [
    {
      id: 'TW-7',
      url: 'https://watch.example/r/TW-7',
      title: 'Arbitration waiver',
      language: 'en',
      date_published: '2026-05-12',
      _provision: {
        platform: { name: 'Acme' },
        document: { id: 'D-1', title: 'Terms of Service' },
        provenance: {
          source_url: 'https://acme.example/terms',
          archive_url: 'https://archive.example/web/20260511/https://acme.example/terms',
          captured: '2026-05-11T15:09:41Z',
          sha256,
        },
        notices: { citation: 'Stable identifier.' },
      },
    },
  ],
};

/** The complete record with other members. `undefined` removes one. */
export function record(item: object, feed: object = {}, provision: object = {}): unknown {
  const [first] = complete.items;
  return { ...complete, ...feed, items: [{ ...first, ...item, _provision: { ...first!._provision, ...provision } }] };
}
