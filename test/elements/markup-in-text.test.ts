import { afterEach, describe, expect, it } from 'vitest';
import { readCorpus } from '../support/browser-data.js';
import { clear, show, tags } from './support/page.js';
import { feed } from './support/records.js';

/** Returns a feed whose texts are all the same. */
function saying(text: string) {
  const rating = { level: text, label: text, text };
  return feed(
    [
      {
        id: text,
        title: text,
        content_text: text,
        language: 'en',
        authors: [{ name: text }],
        _provision: {
          status: 'corrected',
          status_note: text,
          platform: { name: text },
          document: { title: text },
          clause_type: text,
          severity: rating,
          confidence: rating,
          basis: rating,
          prevalence: { label: text, text },
          why_it_matters: text,
          consumer_impact: text,
          clauses: [
            { text, attribution: text },
            { text, attribution: `${text}.` },
          ],
          comparisons: { items: [{ platform: { name: text }, severity: rating, excerpt: text }] },
          notices: { disclaimer: text },
        },
      },
    ],
    { scales: { severity: [{ level: text, label: text, description: text }] } },
  );
}

/** Returns tags, parts, classes and attribute names of everything that an element renders, without its text. */
function shape(element: Element): readonly string[] {
  return [...element.shadowRoot!.querySelectorAll('*')].map(
    (one) => `${one.localName} ${one.getAttributeNames().sort().join(' ')} .${one.getAttribute('class') ?? ''}`,
  );
}

const live = await readCorpus('xss-live.json');
const collected = await readCorpus('xss-dompurify.json');

function payloads(corpus: unknown): string[] {
  if (typeof corpus === 'string') return [corpus];
  return typeof corpus === 'object' && corpus !== null
    ? Object.values(corpus as Record<string, unknown>).flatMap(payloads)
    : [];
}

const inventions = [
  '<b>bold</b>',
  '<img src=x onerror=alert(1)>',
  '</p></div><script>alert(1)</script>',
  '&lt;a&gt; &amp; &nbsp;',
  '**bold** [link](https://a.example/)',
  '${alert(1)} {{alert(1)}} <!--?lit$-->',
  '" onmouseover="alert(1)',
  '<slot name="note"></slot>',
  '--><style>*{display:none}</style>',
];

afterEach(clear);

describe.each(tags)('<%s>', (tag) => {
  it.each(inventions)('shows %s as characters', async (text) => {
    const plain = shape(await show(tag, saying('plain words')));
    const element = await show(tag, saying(text));
    expect(shape(element)).toEqual(plain);
    expect(element.shadowRoot!.textContent).toContain(text);
  });
});

const all = [...new Set([...payloads(live), ...payloads(collected)])].filter((text) => /[<&"'`]/.test(text));

describe.skipIf(!all.length)('payloads from other projects', () => {
  it('are text in every member of a record: no element, no attribute, no dialog', async () => {
    expect(all.length).toBeGreaterThan(200);
    const told: string[] = [];
    window.alert = (words: unknown) => told.push(String(words));
    // Texts are folded by their length, so each is compared with plain text of the same length.
    const plain = new Map<number, readonly string[]>();
    for (const text of all) {
      if (text.length > 300 || /\p{Surrogate}/u.test(text)) continue;
      const same = plain.get(text.length) ?? shape(await show('provision-card', saying('p'.repeat(text.length))));
      plain.set(text.length, same);
      clear();
      const element = await show('provision-card', saying(text));
      expect(shape(element), text).toEqual(same);
      expect(element.shadowRoot!.textContent, text).toContain(text);
      clear();
    }
    expect(told).toEqual([]);
  });
});
