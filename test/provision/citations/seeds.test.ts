/** Two real records, by their structure, because their texts are copyrighted. */
import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../../src/feed/index.js';
import { citationData, citationForms } from '../../../src/provision/citations/index.js';
import type { CitationFormId } from '../../../src/provision/citations/index.js';
import { provisionData } from '../../support/data.js';

const accessed = new Date(2026, 5, 28, 23, 30);

function seed(file: unknown) {
  const parsed = parseFeed(file);
  if (!parsed.ok) throw parsed.error;
  const { feed } = parsed;
  const provision = feed.items[0]!;
  const data = citationData({ provision, feed, accessed });
  const text = Object.fromEntries(citationForms.map(({ id, format }) => [id, format(data)])) as Record<
    CitationFormId,
    string
  >;
  return { provision, text, title: provision.title ?? '', url: provision.url ?? '' };
}

const first = provisionData('seed-1.json');

describe.skipIf(first === undefined)('seed-1', () => {
  const { provision, text, title, url } = seed(first);
  const { sha256 = '' } = provision._provision.provenance ?? {};

  test('has the title and the unbroken URL in every form', () => {
    for (const form of Object.values(text)) {
      expect(form).toContain(title);
      expect(form).toContain(url);
    }
  });

  test('names the author, which is the site, once in the written forms', () => {
    expect(text.apa).toBe(`ConductAtlas. (2026, May 12). ${title} (${provision.id}). ${url}`);
    expect(text['chicago-note']).toBe(`ConductAtlas, “${title},” May 12, 2026, ${url}.`);
    expect(text['chicago-bibliography']).toBe(`ConductAtlas. “${title},” May 12, 2026. ${url}.`);
    expect(text.bluebook).toBe(`${title}, ConductAtlas (May 12, 2026), ${url} (analyzing Anthropic Consumer Terms).`);
  });

  test('has the complete hash and the reader’s day in the record’s form and in the forms for programs', () => {
    const days = {
      record: 'Accessed: June 28, 2026',
      bibtex: '{2026-06-28}',
      ris: '2026/06/28',
      'csl-json': '[2026, 6, 28]',
    };
    for (const [id, day] of Object.entries(days)) {
      expect(text[id as CitationFormId]).toContain(sha256);
      expect(text[id as CitationFormId]).toContain(day);
    }
    expect(text.record).toContain('\nCaptured: May 12, 2026 at 15:09:41 UTC\n');
    expect(text.record.endsWith(`\n${provision._provision.notices?.citation ?? ''}`)).toBe(true);
  });
});

const second = provisionData('seed-2.json');

describe.skipIf(second === undefined)('seed-2, without title, date and URL', () => {
  const { provision, text } = seed(second);

  test('is cited by its platform, document and id', () => {
    const called = 'Anthropic · Claude.ai Terms of Service';
    expect(text.apa).toBe(`ConductAtlas. (n.d.). ${called} (${provision.id}).`);
    expect(text['chicago-note']).toBe(
      `ConductAtlas, “${called},” n.d., accessed June 28, 2026, record ${provision.id}.`,
    );
    expect(text['chicago-bibliography']).toBe(
      `ConductAtlas. “${called},” n.d. Accessed June 28, 2026. Record ${provision.id}.`,
    );
    expect(text.bluebook).toBe(`${called}, ConductAtlas, record ${provision.id}.`);
    expect(text.record.split('\n')[0]).toBe(called);
  });
});
