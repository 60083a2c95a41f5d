import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embed } from '../../src/snippets/index.js';
import type { EmbedForm } from '../../src/snippets/index.js';
import {
  all,
  anyText,
  hostileTexts,
  markdownTexts,
  parsedHtml,
  parsedXml,
  sourceOf,
  textOf,
  writable,
} from './support.js';

const htmlForms = ['quotation', 'element', 'iframe', 'email'] as const;
const allowed: Readonly<Record<(typeof htmlForms)[number], readonly string[]>> = {
  quotation: ['blockquote', 'p', 'br', 'a', 'time', 'script'],
  element: ['link', 'div', 'provision-card', 'blockquote', 'p', 'br', 'a', 'time', 'script'],
  iframe: ['iframe', 'p', 'q', 'br', 'a'],
  email: ['blockquote', 'p', 'b', 'br', 'img', 'a'],
};

/** Creates a record with `text` in every text member. */
const saying = (text: string) =>
  sourceOf(
    {
      clauses: [{ text, language: 'en', attribution: text }],
      severity: { level: text, label: text },
      platform: { name: text },
      document: { title: text },
    },
    { title: text, id: text },
  );

async function checkHtml(form: (typeof htmlForms)[number], text: string) {
  const snippet = await embed(form, await saying(text), { theme: { 'data-theme': text } });
  const html = parsedHtml(snippet);
  expect(html).toEqual(parsedXml(snippet));
  const tags = new Set<string>();
  const look = (element: typeof html): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      tags.add(child.tag);
      for (const name of Object.keys(child.attributes)) expect(name).not.toMatch(/^on|^srcdoc$/);
      look(child);
    }
  };
  look(html);
  expect([...tags].filter((tag) => !allowed[form].includes(tag))).toEqual([]);
  for (const script of all(html, 'script')) expect(textOf(script)).toBe('');
  expect(snippet).not.toMatch(/\n\s*\n/);
  return html;
}

const texts = hostileTexts();

describe.each(htmlForms)('HTML form %s', (form) => {
  const clauseOf = (html: ReturnType<typeof parsedHtml>) =>
    form === 'iframe'
      ? undefined
      : textOf(all(html, 'p').find((p) => p.attributes['lang'] !== undefined || form !== 'email')!);

  it('keeps hostile texts as text', async () => {
    for (const text of texts) {
      const html = await checkHtml(form, text);
      if (form !== 'iframe') expect(clauseOf(html)).toBe(writable(text));
      if (form === 'element') {
        expect(all(html, 'provision-card')[0]!.attributes).toMatchObject({ record: writable(text) });
      }
      if (form === 'quotation') {
        expect(all(html, 'blockquote')[0]!.attributes).toMatchObject({
          'data-record': writable(text),
          'data-theme': writable(text),
        });
      }
    }
  });

  it('keeps any text', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const html = await checkHtml(form, text);
        if (form !== 'iframe') expect(clauseOf(html)).toBe(writable(text));
      }),
    );
  });
});

describe('text that CMSs process', () => {
  it('does not occur: shortcodes, tokens, bare URLs, backslashes, line breaks', async () => {
    const text = '[gallery] {{ site.title }} {% raw %} https://example.org/\nC:\\new';
    for (const form of ['quotation', 'element', 'email'] as const) {
      const snippet = await embed(form, await saying(text));
      const shown = snippet.replace(/<[^>]*>/g, '');
      expect(shown).not.toMatch(/[[\]{}\\]|:\/\//);
      expect(shown.trim().split('\n').length).toBeLessThanOrEqual(4);
    }
  });

  it('does not occur in attributes', async () => {
    const snippet = await embed('element', await sourceOf({}, { id: '[gallery]>{{x}}' }), { theme: { class: 'a>b' } });
    for (const [, value] of snippet.matchAll(/="([^"]*)"/g)) expect(value).not.toMatch(/[<>[\]{}\\]/);
  });
});

describe('Markdown form', () => {
  /** Markdown drops white space at the ends of lines, and an empty line ends a paragraph. */
  const folded = (text: string) =>
    text
      .replace(/[\0-\x08\v\f\x0e-\x1f\x7f]/g, '\ufffd')
      .replace(/\s+/g, ' ')
      .trim();

  const check = async (text: string) => {
    const found = markdownTexts(await embed('markdown', await saying(text)));
    const inline = found.filter(({ kind }) => !kind.endsWith('paragraph'));
    // Besides paragraphs there are only the badge and the link.
    expect(
      inline.map(({ kind }) => kind),
      text,
    ).toEqual(['image', 'link']);
    const quoted = found.filter(({ kind }) => kind === 'block_quote paragraph').map((one) => one.text);
    expect(folded(quoted.join('\n')), text).toBe(folded(text));
  };

  it('keeps hostile texts as text', async () => {
    for (const text of texts) await check(text);
  });

  it('keeps any text', async () => {
    await fc.assert(fc.asyncProperty(anyText, check), { numRuns: 500 });
  });
});

it('writes plain text unchanged', async () => {
  for (const text of texts) {
    const lines = (await embed('text', await saying(text))).replace(/\s+/g, ' ');
    expect(lines).toContain(`“${writable(text)}”`.replace(/\s+/g, ' '));
  }
});

it('quotes in every form but the link, and names the permalink in every form', async () => {
  const source = await saying('The clause');
  const forms: readonly EmbedForm[] = ['link', 'quotation', 'element', 'iframe', 'markdown', 'text', 'email', 'react'];
  for (const form of forms) {
    const snippet = await embed(form, source);
    expect(snippet.replaceAll('&amp;', '&'), form).toContain(source.permalink);
    if (form !== 'link') expect(snippet, form).toContain('The clause');
  }
});
