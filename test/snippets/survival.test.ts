/** Checks what other software leaves of a snippet. */
import { autop } from '@wordpress/autop';
import sanitizeHtml from 'sanitize-html';
import { describe, expect, it } from 'vitest';
import { embed } from '../../src/snippets/index.js';
import { all, hostileTexts, parsedHtml, permalink, sourceOf, textOf, writable } from './support.js';
import type { Element } from './support.js';
import { parseFragment, serialize } from 'parse5';

/** Readers do not see white space at the ends of lines. */
const folded = (text: string) => text.replace(/\s+/g, ' ').trim();
const texts = hostileTexts();

const sourceSaying = (text: string) => sourceOf({ clauses: [{ text, language: 'en' }], platform: { name: 'P' } });

/** Expects one quotation with the clause, followed by the link to the record. */
function checkQuotation(root: Element, text: string) {
  const [quotation, ...others] = all(root, 'blockquote');
  expect(others, text).toEqual([]);
  expect(folded(textOf(all(quotation!, 'p')[0]!)), text).toBe(folded(writable(text)));
  expect(all(quotation!, 'a').map(({ attributes }) => attributes['href'])).toEqual([permalink]);
  return quotation!;
}

/** Parse again as a browser does, which repairs errors. */
const browsed = (html: string) => parsedHtml(serialize(parseFragment(html)));

describe('WordPress’ wpautop', () => {
  it('keeps the quotation with everything that the upgrade needs', async () => {
    for (const text of texts) {
      const left = browsed(autop(await embed('quotation', await sourceSaying(text))));
      expect(checkQuotation(left, text).attributes).toMatchObject({
        class: 'provision-embed',
        'data-record': 'CW-1',
        'data-sha256': expect.stringMatching(/^[\da-f]{64}$/),
      });
      expect(all(left, 'script')).toHaveLength(1);
    }
  });

  it('keeps the element around its quotation, and the script outside it', async () => {
    for (const text of texts) {
      const left = browsed(autop(await embed('element', await sourceSaying(text))));
      const [card] = all(left, 'provision-card');
      checkQuotation(card!, text);
      expect(all(card!, 'script')).toEqual([]);
      expect(all(left, 'script')).toHaveLength(1);
    }
  });

  it('keeps the frame and the text below it', async () => {
    const left = browsed(autop(await embed('iframe', await sourceSaying('The clause'))));
    expect(all(left, 'iframe')[0]!.attributes).toMatchObject({ src: 'https://host.example/e/CW-1/' });
    expect(textOf(left)).toContain('The clause');
  });
});

describe('a sanitiser without classes and custom elements', () => {
  it.each(['quotation', 'element', 'email'] as const)('keeps the text and the link of %s', async (form) => {
    for (const text of texts) {
      const left = sanitizeHtml(await embed(form, await sourceSaying(text)));
      if (form === 'email') {
        expect(folded(textOf(parsedHtml(left)))).toContain(folded(writable(text)));
        expect(left).toContain(permalink.replaceAll('&', '&amp;'));
      } else {
        checkQuotation(parsedHtml(left), text);
      }
    }
  });

  it('keeps the quotation and the link of a frame', async () => {
    const left = parsedHtml(sanitizeHtml(await embed('iframe', await sourceSaying('The clause'))));
    expect(textOf(left)).toContain('The clause');
    expect(all(left, 'a')[0]!.attributes['href']).toBe(permalink);
  });
});
