import { describe, expect, it } from 'vitest';
import { embed, embedForms, embedSource } from '../../src/snippets/index.js';
import { parseFeed } from '../../src/feed/parse.js';
import { citationData, citationForms } from '../../src/provision/citations/index.js';
import { publish } from '../../src/publish/index.js';

const result = parseFeed({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Acme Watch',
  _provision_feed: {
    spec: '1.0',
    source: {
      name: 'OpenSet',
      url: 'https://set.example/',
      licence: 'CC BY 4.0',
      licence_url: 'https://licence.example/by/',
      attribution: 'OpenSet project',
    },
  },
  items: [
    {
      id: 'a',
      url: 'https://host.example/r/a',
      title: 'T',
      content_text: 'x',
      _provision: { clauses: [{ text: 'We may.' }] },
    },
  ],
});
if (!result.ok) throw result.error;
const { feed } = result;
const [provision] = feed.items;
const source = await embedSource(provision!, feed, { baseUrl: 'https://host.example/' });

describe('attribution of the source', () => {
  // The form "link" is only a URL.
  it.each(embedForms.filter((form) => form !== 'link'))('appears in the snippet "%s"', async (form) => {
    const snippet = await embed(form, source, {});
    expect(snippet).toContain('OpenSet project');
    expect(snippet).toContain('CC BY 4.0');
  });

  it.each(['element', 'quotation', 'email', 'iframe'] as const)(
    'has a link with rel="license" in the snippet "%s"',
    async (form) => {
      expect(await embed(form, source, {})).toContain(
        '<a href="https://licence.example/by/" rel="license">CC BY 4.0</a>',
      );
    },
  );

  it('keeps the record’s link last in a quotation', async () => {
    const snippet = await embed('quotation', source, { script: false });
    expect([...snippet.matchAll(/<a href="([^"]*)"/g)].at(-1)?.[1]).toBe('https://host.example/r/a');
  });

  it('is linked on the published page and on the page for frames', async () => {
    const pages: string[] = [];
    for await (const { path, content } of publish(feed, { baseUrl: 'https://host.example/' }))
      if (path.endsWith('.html')) pages.push(content);
    expect(pages).toHaveLength(2);
    for (const page of pages) {
      expect(page).toContain('rel="license noopener noreferrer"');
      expect(page).toContain('OpenSet project');
    }
  });

  it.each(['record', 'bibtex', 'ris', 'csl-json'] as const)('is part of the citation "%s"', (id) => {
    const data = citationData({ provision: provision!, feed, accessed: { year: 2026, month: 5, day: 12 } });
    const text = citationForms.find((form) => form.id === id)!.format(data);
    expect(JSON.stringify(text)).toContain('OpenSet project, CC BY 4.0, https://licence.example/by/');
  });
});
