import { expect, it } from 'vitest';
import { embed } from '../../src/snippets/index.js';
import { all, parsedHtml, sourceOf } from './support.js';

const details = {
  clauses: [{ text: 'Nous gardons tout.', language: 'fr' }],
  severity: { level: 'high', label: 'Hoch' },
  provenance: { captured: '2026-05-12' },
  platform: { name: 'Examplegram' },
};
const german = sourceOf(details, { title: 'Lizenz', language: 'de', authors: [{ name: 'Ada' }] });

it('uses the record’s language', async () => {
  const text = await embed('text', await german);
  expect(text).toContain('„Nous gardons tout.“');
  expect(text).toContain('Schwere: Hoch · Analyse: Ada');
  expect(text).toContain('erfasst am 12. Mai 2026');
  const quotation = await embed('quotation', await german, { script: false });
  expect(quotation).toContain('Schwere: Hoch. Analyse: Ada.');
  expect(quotation).not.toContain('<span');
});

it('uses the requested locale, marked apart from the analyst’s text', async () => {
  const snippet = await embed('quotation', await german, { script: false, lang: 'ja' });
  expect(snippet).toContain('data-lang="ja"');
  const [ours] = all(parsedHtml(snippet), 'span');
  expect(ours).toEqual({
    tag: 'span',
    attributes: { lang: 'ja', dir: 'auto' },
    children: [expect.stringMatching(/^深刻度：Hoch。/)],
  });
  for (const form of ['markdown', 'email', 'iframe', 'react'] as const) {
    expect(await embed(form, await german, { lang: 'ja' }), form).toContain('2026年5月12日');
  }
});

it('uses English for an unsupported language', async () => {
  const swedish = await sourceOf(details, { title: 'Licens', language: 'sv' });
  expect(await embed('text', swedish)).toContain('captured 12 May 2026');
});
