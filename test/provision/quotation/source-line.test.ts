import { expect, it } from 'vitest';
import { comparePublished } from '../../../src/provision/changes/compare.js';
import { readQuotation } from '../../../src/provision/quotation/read-quotation.js';
import { readFeed } from '../../feed/support/feeds.js';
import { parsed } from './support/parsed.js';

const page = 'https://observatory.example/r/a';
const text = 'We keep a copy of your profile for up to three years after deletion in order to keep the community safe.';

it('reports no change of the clause where only the record’s title differs from the source line', async () => {
  const { feed } = readFeed({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Observatory',
    items: [{ id: 'a', url: page, title: 'A new title', _provision: { clauses: [{ text }] } }],
  });
  const html = `<p>${text}</p><p>Three years’ retention of deleted profiles and conversations — Severity: High. Analysis by Observatory. <a href="${page}">Terms, captured 1 May 2026</a></p>`;
  const reading = readQuotation(parsed(html), { isRecord: (href) => href === page, labels: ['A new title'] });
  const { differences } = await comparePublished({ reading }, { feed, provision: feed.items[0]! });
  expect(differences).toEqual([]);
});
