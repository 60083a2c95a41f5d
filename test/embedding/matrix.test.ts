/** Every form of an embed in every place: what remains of its markup, and what readers see. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embed, embedForms, type EmbedForm, type EmbedSource } from '../../src/snippets/index.js';
import { startPublisher, type Publisher } from '../cms/wordpress/publisher.js';
import { html as htmlForms, loadEditors, places, plain } from './matrix/places.js';
import { expectSight } from './matrix/sight.js';
import { expectWords } from './matrix/survivors.js';
import { cell, legend, sightOf, table } from './matrix/table.js';
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

/** The remaining HTML, by place and form. */
const left = new Map<string, Map<EmbedForm, string>>();

describe('an embed, in every form and place', () => {
  it.each(places)('keeps its words and its link in $name', async ({ name, forms, pass }) => {
    const reader = await visitor();
    publisher.site.page('', { path: '/editors' });
    // The newspaper's origin, not the publisher's, because TinyMCE removes the host from addresses of its own site.
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

  it.each(places)('shows the expected form to readers of $name', async ({ name, read }) => {
    const found = left.get(name)!;
    const reader = await visitor();
    await reader.context.route('https://cdn.example/*', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    );
    const script = read === 'site';
    const tag = `<script async src="${publisher.site.scripts()}" data-permalinks="${publisher.prefix}"></script>`;
    const head = script ? tag : '';
    const body = [...found].map(([form, html]) => `<section id="${form}">${html}</section>`).join('\n');
    await reader.open(publisher.site.page(body, { path: '/article', head }));
    // The cards first: once they are painted, no other section turns into a card.
    const expected = [...found].map(([form, html]) => [form, sightOf(html, script)] as const);
    for (const [form, sight] of expected.filter(([, seen]) => seen === 'card')) {
      await expectSight(reader, `#${form}`, sight, `${name}: ${form}`);
    }
    for (const [form, sight] of expected) await expectSight(reader, `#${form}`, sight, `${name}: ${form}`);
    expect(reader.errors).toEqual([]);
  });

  it('matches the documentation', async () => {
    expect([...left.keys()]).toEqual(places.map(({ name }) => name));
    const tables = [htmlForms, plain].map((forms) =>
      table(
        ['', ...forms],
        places
          .filter((place) => place.forms === forms)
          .map(({ name, read }) => {
            const found = left.get(name)!;
            return [name, ...forms.map((form) => cell(found.get(form)!, read === 'site'))];
          }),
      ),
    );
    await expect(documentation(...tables)).toMatchFileSnapshot('../../demo/cms/MATRIX.md');
  });
});

/**
 * Builds the text of MATRIX.md.
 *
 * @param ofHtml the table of the places that take HTML
 * @param ofText the table of the places that take no HTML
 */
const documentation = (ofHtml = '', ofText = '') => `# Which form survives where

For editors, content systems and programs by what they do with HTML. Sanitisers and editors are as they come, without any
configuration. What they leave is read on a page that has the script once, with \`data-permalinks\`; in feed readers, mail and plain text
there is no script. For WordPress see [its own table](wordpress/MATRIX.md). Written by \`test/embedding/matrix.test.ts\`.

${legend}

Where HTML is pasted:

${ofHtml}

An e-mail's link stands below its quotation, so that no card is made of it. \`react\` is code and not pasted into any of these.

Where text is pasted, or Markdown that allows no HTML:

${ofText}
`;
