import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { carried, change, feedOf, quoted, serve, wordings } from './support/changes.js';
import { asHeard, heard, violations } from './support/heard.js';
import { fresh } from './support/network.js';
import { clear, hasPart, next, part, place } from './support/page.js';
import { waitFor } from '../support/patience.js';

const { first, second } = wordings;
const src = () => fresh('https://observatory.example/feed.json');
const said = (element: Element) => asHeard(element.shadowRoot!.textContent);
const button = (element: Element, name: string) =>
  [...element.shadowRoot!.querySelectorAll('button')].find((one) => asHeard(one.textContent) === name)!;

/** Collects the kinds of the `provision-change` events of an element. */
function kindsAt(element: HTMLElement): string[] {
  const kinds: string[] = [];
  element.addEventListener('provision-change', ({ kind }) => kinds.push(kind));
  return kinds;
}

beforeEach(() => {
  document.documentElement.lang = 'en-GB';
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  clear();
  vi.restoreAllMocks();
});

describe('a record in the page', () => {
  it('is painted without a request, and compared when it comes near the viewport', async () => {
    const { asked } = serve(feedOf(second));
    const spacer = document.body.appendChild(document.createElement('div'));
    spacer.style.height = '9000px';
    const card = place('provision-card', { src: src() }, carried(feedOf(first)));
    await next(card, 'provision-load');
    await card.updateComplete;
    expect(said(card)).toContain(first);
    // Two frames, so that an observer has run.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(asked).toHaveLength(0);
    spacer.remove();
    const { kind, pinned, current } = await next(card, 'provision-change');
    expect([kind, pinned._provision.clauses?.[0]?.text, current._provision.clauses?.[0]?.text]).toEqual([
      'clause',
      first,
      second,
    ]);
    await waitFor(() => expect(hasPart(card, 'notice')).toBe(true));
    expect(asked).toHaveLength(1);
  });

  it.each<[string, object, object, string]>([
    [
      'a changed clause',
      {},
      { clauses: [{ text: second }] },
      'This clause has changed since this article was published.',
    ],
    [
      'a changed severity',
      {},
      { severity: { level: 'high', label: 'High' } },
      'The severity has changed since this article was published. Medium, now High',
    ],
    [
      'a correction',
      {},
      { status: 'corrected', status_note: 'We misread it.' },
      'This record has been corrected since this article was published. We misread it.',
    ],
    [
      'a withdrawal',
      {},
      { status: 'withdrawn', clauses: undefined },
      'This record has been withdrawn since this article was published.',
    ],
    [
      'a new version of the document',
      { document: { last_updated: '2026-05-01' } },
      { document: { last_updated: '2026-06-01' } },
      'The document has been updated since this article was published; this clause is the same. updated 1 June 2026',
    ],
    [
      'another region’s edition',
      {},
      { clauses: [{ text: second }], changes: [change('regional-variant', first, second)] },
      'The record now quotes another region’s edition of the document. That is no change of the clause.',
    ],
    [
      'a date',
      {},
      { clauses: [{ text: second }], changes: [change('date-only', first, second)] },
      'A date in this clause has changed, and nothing else.',
    ],
  ])('reports %s and keeps the published record', async (_name, before, after, words) => {
    serve(feedOf(first, after as Record<string, unknown>));
    const card = place('provision-card', { src: src() }, carried(feedOf(first, before as Record<string, unknown>)));
    await next(card, 'provision-change');
    await card.updateComplete;
    expect(heard(card)).toContain(words);
    expect(part(card, 'quotation').textContent).toContain(first);
    expect(heard(card)).toContain('Medium');
    expect(await violations(card)).toEqual([]);
  });

  it.each<[string, object]>([
    ['nothing has changed', feedOf(first)],
    ['only the typography has changed', feedOf(first.replaceAll(' ', '\xa0'))],
    [
      'the clause changed and changed back',
      feedOf(first, { changes: [change('substantive', first, second), change('substantive', second, first)] }),
    ],
    ['the answer is older', feedOf(second, {}, { generated: '2026-01-01T00:00Z' })],
    ['there is no answer', undefined as unknown as object],
  ])('raises no notice if %s', async (_name, answer) => {
    const { asked } = serve(answer);
    const card = place(
      'provision-card',
      { src: src() },
      carried(feedOf(first, {}, { generated: '2026-06-01T00:00Z' })),
    );
    const kinds = kindsAt(card);
    await waitFor(() => expect(asked).toHaveLength(1));
    await card.reload();
    await card.updateComplete;
    expect([kinds, hasPart(card, 'notice'), said(card).includes(first)]).toEqual([[], false, true]);
  });

  it('lets the reader open the difference and switch to the current record and back', async () => {
    serve(
      feedOf(second, { severity: { level: 'high', label: 'High' }, changes: [change('substantive', first, second)] }),
    );
    const card = place('provision-card', { src: src() }, carried(feedOf(first)));
    await next(card, 'provision-change');
    await card.updateComplete;
    expect(heard(card)).toContain('Published here: captured 3 June 2026');
    expect(heard(card)).toContain('in force from 2 July 2026');
    expect(heard(card)).not.toContain('added:');
    button(card, 'What has changed').click();
    await card.updateComplete;
    expect(heard(card)).toContain('improve the service added: and to train models, unless');
    const control = button(card, 'Show the current wording');
    control.focus();
    control.click();
    await card.updateComplete;
    expect(part(card, 'quotation').textContent).toContain(second);
    expect(part(card, 'badge').textContent).toContain('High');
    expect(card.shadowRoot!.activeElement?.textContent.trim()).toBe('Show the published wording');
    button(card, 'Show the published wording').click();
    await card.updateComplete;
    expect(part(card, 'quotation').textContent).toContain(first);
    expect(await violations(card)).toEqual([]);
  });
});

describe('a quotation in the light DOM', () => {
  it('that equals the clause does not load the code for changes', async () => {
    const { asked } = serve(feedOf(first));
    const card = place('provision-card', { src: src() }, quoted(first));
    const kinds = kindsAt(card);
    await next(card, 'provision-load');
    await card.updateComplete;
    expect([kinds, hasPart(card, 'notice'), asked.length]).toEqual([[], false, 1]);
    expect(heard(card)).not.toContain('Not checked');
    expect(card.shadowRoot!.querySelector('p[role="status"]')).toBeNull();
  });

  it.each([
    ['as WordPress typesets it', 'He said "no" -- 3x4...', 'He said “no” – 3×4…'],
    ['with what editors add', 'Data is kept for good.', '“Da\xadta is kept\xa0for good.”'],
  ])('that equals the clause %s raises no notice', async (_name, clause, text) => {
    serve(feedOf(clause));
    const card = place('provision-card', { src: src() }, quoted(text));
    const kinds = kindsAt(card);
    await next(card, 'provision-load');
    await card.updateComplete;
    expect([kinds, hasPart(card, 'notice')]).toEqual([[], false]);
  });

  it('with another wording stays, with a notice, and no other wording is ever visible', async () => {
    serve(feedOf(second, { changes: [change('substantive', first, second)] }));
    const card = place('provision-card', { src: src() }, quoted(first));
    const seen: string[] = [];
    const observer = new MutationObserver(() => seen.push(card.shadowRoot!.textContent));
    observer.observe(card.shadowRoot!, { childList: true, subtree: true, characterData: true });
    await next(card, 'provision-load');
    await card.updateComplete;
    observer.disconnect();
    expect(part(card, 'quotation').textContent).toContain(first);
    expect(heard(card)).toContain('The wording quoted in this article is no longer in the document.');
    expect(heard(card)).toContain('The wording below is as this article quotes it.');
    expect(heard(card)).toContain('Quoted in this article');
    expect(heard(card)).not.toContain('What the document says');
    expect(heard(card)).toContain('Before: captured 12 May 2026 · Now: captured 3 June 2026');
    // The date of another wording must not be under this one.
    expect(part(card, 'attribution').textContent).not.toContain('3 June');
    expect(await violations(card)).toEqual([]);
  });

  it('of a withdrawn record stays, with a notice above it', async () => {
    serve(feedOf(first, { clauses: undefined, status: 'withdrawn', status_note: 'It was never in the terms.' }));
    const card = place('provision-card', { src: src() }, quoted(first));
    await next(card, 'provision-load');
    await card.updateComplete;
    const words = heard(card);
    expect(words.indexOf('withdrawn')).toBeLessThan(words.indexOf(first));
    expect(words).toContain(first);
  });

  it('of something else is not taken for the clause', async () => {
    serve(feedOf(second));
    const card = place(
      'provision-card',
      { src: src() },
      '<blockquote>Readers wrote to us in great numbers.</blockquote>',
    );
    const kinds = kindsAt(card);
    await next(card, 'provision-load');
    await card.updateComplete;
    expect([kinds, hasPart(card, 'notice'), said(card).includes(second)]).toEqual([[], false, true]);
    expect(heard(card)).not.toContain('Not checked');
  });
});

describe('a hash', () => {
  const hashOf = async (text: string) => {
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };

  it('of the clause raises no notice, and a hash of another wording does', async () => {
    serve(feedOf(second));
    for (const [text, expected] of [
      [second, false],
      [first, true],
    ] as const) {
      const card = document.createElement('provision-card');
      card.dataset['sha256'] = await hashOf(text);
      card.src = src();
      document.body.append(card);
      await next(card, 'provision-load');
      await card.updateComplete;
      expect(hasPart(card, 'notice'), text).toBe(expected);
      expect(said(card)).toContain(second);
    }
  });
});
