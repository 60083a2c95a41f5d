/** Every form of an embed in every place where it may be put: what is left of it, and what readers see. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embed, embedForms, type EmbedForm, type EmbedSource } from '../../src/embeds/index.js';
import { startPublisher, type Publisher } from '../cms/wordpress/publisher.js';
import { loadEditors, places } from './matrix/places.js';
import { expectSight } from './matrix/sight.js';
import { expectWords, survivorsOf } from './matrix/survivors.js';
import { cell, sightOf, table } from './matrix/table.js';
import { visitor } from './visit.js';

let publisher: Publisher;
let source: EmbedSource;
const snippets = new Map<EmbedForm, string>();

beforeAll(async () => {
  publisher = await startPublisher();
  source = await publisher.source(publisher.feed.items.find(({ id }) => id === 'CW-0014')!);
  for (const form of embedForms) {
    snippets.set(form, await embed(form, source, { script: 'https://cdn.example/provision-embed.js' }));
  }
});
afterAll(() => publisher.site.stop());

/** What was left, by place and form. */
const left = new Map<string, Map<EmbedForm, string>>();

describe('an embed, in every form and place', () => {
  it.each(places)('keeps its words and its link: $name', async ({ name, forms, pass }) => {
    const reader = await visitor();
    publisher.site.page('', { path: '/editors' });
    // A newspaper's, not the publisher's: TinyMCE writes addresses of its own site without the host.
    await reader.open(`${publisher.site.origin('newspaper.localhost')}/editors`);
    await loadEditors(reader.page);
    const found = new Map<EmbedForm, string>();
    for (const form of forms) {
      const html = await pass(snippets.get(form)!, reader.page);
      expectWords(html, source, form);
      found.set(form, html);
    }
    left.set(name, found);
  });

  it.each(places)('is seen on a page with the site’s script: $name', async ({ name }) => {
    const found = left.get(name)!;
    const reader = await visitor();
    await reader.context.route('https://cdn.example/*', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    );
    const head = `<script async src="${publisher.site.scripts()}" data-permalinks="${publisher.prefix}"></script>`;
    const body = [...found].map(([form, html]) => `<section id="${form}">${html}</section>`).join('\n');
    await reader.open(publisher.site.page(body, { path: '/article', head }));
    // The cards first: when they are there, nothing else becomes one.
    const expected = [...found].map(([form, html]) => [form, sightOf(html)] as const);
    for (const [form, sight] of expected.filter(([, seen]) => seen === 'card')) {
      await expectSight(reader, `#${form}`, sight, `${name}: ${form}`);
    }
    for (const [form, sight] of expected) await expectSight(reader, `#${form}`, sight, `${name}: ${form}`);
    expect(reader.errors).toEqual([]);
  });

  it('is told in the documentation', async () => {
    const rows = [...left].map(([name, found]) => [
      name,
      ...embedForms.map((form) => {
        const html = found.get(form);
        return html === undefined ? '–' : cell(sightOf(html), survivorsOf(html));
      }),
    ]);
    expect(rows).toHaveLength(places.length);
    await expect(documentation(table(['', ...embedForms], rows))).toMatchFileSnapshot('../../demo/cms/MATRIX.md');
  });
});

/** @param rows the table */
const documentation = (rows: string) => `# Which form survives where

What readers see on a page that has the script once, with \`data-permalinks\`, and in brackets what is left of the snippet besides
its words and the link to the record, which are in every cell. A dash: not a form for that place. For WordPress see
[its own table](wordpress/MATRIX.md). Written by \`test/embedding/matrix.test.ts\`; \`npx vitest run -u\` over that file writes it again.

${rows}
`;
