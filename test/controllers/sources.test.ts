import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { heard } from '../elements/support/heard.js';
import { brokenNetwork, fresh, slowNetwork, watchRequests } from '../elements/support/network.js';
import { clear, fixture, next, outcome, part, place, show } from '../elements/support/page.js';
import { feed, record, several } from '../elements/support/records.js';
import { waitFor } from '../support/patience.js';

beforeEach(() => vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => {
  clear();
  vi.restoreAllMocks();
});

const title = (element: Element) => part(element, 'heading').textContent.trim();
const child = (value: unknown) => `<script type="application/json">${JSON.stringify(value)}</script>`;
const own = '<p>Own words.</p>';

describe('src', () => {
  it('shows the only record of a feed', async () => {
    const card = place('provision-card', { src: fresh(fixture('one.json')) });
    expect(await outcome(card)).toBe('shown');
    expect(title(card)).toBe('Only record');
  });

  it.each([
    ['b', 'Record B'],
    [7, 'Record 7'],
    ['7', 'Record 7'],
  ])('with the record %j shows that record', async (id, name) => {
    const card = place('provision-card', { src: fresh(fixture('several.json')), record: id });
    expect(await outcome(card)).toBe('shown');
    expect(title(card)).toBe(name);
  });

  it('works as an attribute as well', async () => {
    document.body.innerHTML = `<provision-card src="${fresh(fixture('several.json'))}" record="a"></provision-card>`;
    const card = document.querySelector('provision-card')!;
    expect(await outcome(card)).toBe('shown');
    expect(title(card)).toBe('Record A');
  });

  it('sends one request for ten elements', async () => {
    const { urls } = watchRequests();
    const src = fresh(fixture('several.json'));
    const cards = Array.from({ length: 10 }, (_, index) =>
      place('provision-card', { src, record: index % 2 ? 'a' : 'b' }),
    );
    await Promise.all(cards.map(outcome));
    expect(cards.map(title)).toEqual(cards.map((_, index) => (index % 2 ? 'Record A' : 'Record B')));
    expect(urls).toEqual([src]);
  });

  it('paints a known feed before the next frame, without a request', async () => {
    const src = fresh(fixture('one.json'));
    await outcome(place('provision-card', { src }));
    const { urls } = watchRequests();
    const card = place('provision-card', { src });
    await new Promise(requestAnimationFrame);
    expect(title(card)).toBe('Only record');
    expect(urls).toEqual([]);
  });

  it('is resolved against the page’s own server if it is relative', async () => {
    const { urls } = watchRequests();
    const src = '/test/elements/fixtures/one.json?relative';
    expect(await outcome(place('provision-card', { src }, own))).toBe('shown');
    expect(urls).toEqual([new URL(src, location.href).href]);
  });

  it.each([
    ['no address', 'https://['],
    ['not https', 'http://observatory.example/feed.json'],
    ['javascript:', 'javascript:alert(1)'],
    ['data:', 'data:application/json,{"items":[]}'],
    ['with user info', 'https://ada:secret@observatory.example/feed.json'],
  ])('sends no request for an address that is %s', async (_, src) => {
    const { urls } = watchRequests();
    expect(await outcome(place('provision-card', { src }, own))).toBe('network');
    expect(urls).toEqual([]);
  });
});

describe('redirects', () => {
  it.each([
    [undefined, 'error'],
    ['follow', 'follow'],
    ['FOLLOW', 'error'],
    ['', 'error'],
    [true, 'error'],
  ])('%j makes fetch %s a redirect', async (redirects, redirect) => {
    const { inits } = watchRequests();
    expect(await outcome(place('provision-card', { src: fresh(fixture('one.json')), redirects }))).toBe('shown');
    expect(inits).toEqual([expect.objectContaining({ redirect, credentials: 'omit', referrerPolicy: 'no-referrer' })]);
    expect(inits[0]!.headers).toBeUndefined();
  });

  it('are part of the cache key: a feed fetched without them does not answer a request with them', async () => {
    const src = fresh(fixture('one.json'));
    const card = place('provision-card', { src });
    await outcome(card);
    const { urls } = watchRequests();
    card.setAttribute('redirects', 'follow');
    await outcome(card);
    expect(urls).toEqual([src]);
  });
});

describe('a new src', () => {
  it('aborts the request for the old one, and the latest wins', async () => {
    const { signals, release } = slowNetwork();
    const [first, second] = [fresh(fixture('one.json')), fresh(fixture('several.json'))];
    const card = place('provision-card', { src: first });
    await card.updateComplete;
    await waitFor(() => expect(signals).toHaveLength(1));
    Object.assign(card, { src: second, record: 'a' });
    await waitFor(() => expect(signals).toHaveLength(2));
    const shown = outcome(card);
    release(first);
    release(second);
    expect(await shown).toBe('shown');
    expect(title(card)).toBe('Record A');
    expect(signals[0]!.aborted).toBe(true);
  });

  it('ignores a stale answer that comes after the new one', async () => {
    const { urls, release } = slowNetwork();
    const [first, second] = [fresh(fixture('one.json')), fresh(fixture('several.json'))];
    // Another element keeps the first request alive.
    const other = place('provision-card', { src: first });
    const card = place('provision-card', { src: first });
    await waitFor(() => expect(urls).toHaveLength(1));
    Object.assign(card, { src: second, record: 'b' });
    await waitFor(() => expect(urls).toHaveLength(2));
    release(second);
    await outcome(card);
    const late = vi.fn();
    card.addEventListener('provision-load', late);
    release(first);
    await outcome(other);
    expect(title(card)).toBe('Record B');
    expect(late).not.toHaveBeenCalled();
  });

  it('keeps the last record visible until the new one has loaded', async () => {
    const card = place('provision-card', { src: fresh(fixture('one.json')) });
    await outcome(card);
    const { release, urls } = slowNetwork();
    const second = fresh(fixture('several.json'));
    Object.assign(card, { src: second, record: 'a' });
    await waitFor(() => expect(urls).toHaveLength(1));
    expect(title(card)).toBe('Only record');
    release(second);
    await outcome(card);
    expect(title(card)).toBe('Record A');
  });

  it('removes the old record if it fails, because the page no longer requests that one', async () => {
    const card = place('provision-card', { src: fresh(fixture('one.json')) }, own);
    await outcome(card);
    card.src = fresh(fixture('page.html'));
    expect(await outcome(card)).toBe('type');
    expect(heard(card)).toBe('Own words.');
  });

  it('works through the attribute as well', async () => {
    const card = place('provision-card', { src: fresh(fixture('one.json')) });
    await outcome(card);
    card.setAttribute('record', 'b');
    card.setAttribute('src', fresh(fixture('several.json')));
    await outcome(card);
    expect(title(card)).toBe('Record B');
  });
});

describe('a new record id in the same feed', () => {
  it('sends no request', async () => {
    const card = place('provision-card', { src: fresh(fixture('several.json')), record: 'a' });
    await outcome(card);
    const { urls } = watchRequests();
    card.record = 'b';
    await outcome(card);
    expect(title(card)).toBe('Record B');
    expect(urls).toEqual([]);
  });

  it('shows the own content if the feed has no such record', async () => {
    const card = place('provision-card', { src: fresh(fixture('several.json')), record: 'a' }, own);
    await outcome(card);
    card.record = 'z';
    expect(await outcome(card)).toBe('not-found');
    expect(heard(card)).toBe('Own words.');
  });

  it('is required if the feed has several records', async () => {
    const card = place('provision-card', { src: fresh(fixture('several.json')) }, own);
    expect(await outcome(card)).toBe('not-found');
  });
});

describe('a removed attribute', () => {
  it('record restores the feed’s only record', async () => {
    document.body.innerHTML = `<provision-card src="${fresh(fixture('one.json'))}" record="nobody"></provision-card>`;
    const card = document.querySelector('provision-card')!;
    expect(await outcome(card)).toBe('not-found');
    card.removeAttribute('record');
    expect(await outcome(card)).toBe('shown');
  });

  it('limit, sort, layout, level or label restores the default', async () => {
    const comparison = await show('provision-comparison', several, { clauseType: 'licence' });
    const rows = () =>
      [...comparison.shadowRoot!.querySelectorAll('[part=platform]')].map(({ textContent }) => textContent);
    comparison.setAttribute('limit', '1');
    comparison.setAttribute('sort', 'severity');
    await comparison.updateComplete;
    expect(rows()).toEqual(['Beta']);
    comparison.removeAttribute('limit');
    comparison.removeAttribute('sort');
    await comparison.updateComplete;
    expect(rows()).toEqual(['Alpha', 'Beta', 'gamma']);

    document.body.innerHTML = '<provision-severity level="high" label="High">grave</provision-severity>';
    const severity = document.querySelector('provision-severity')!;
    await severity.updateComplete;
    severity.removeAttribute('level');
    severity.removeAttribute('label');
    await severity.updateComplete;
    expect(heard(severity)).toBe('grave');
  });

  it('src restores the own content if there is nothing else to show', async () => {
    document.body.innerHTML = `<provision-card src="${fresh(fixture('one.json'))}">${own}</provision-card>`;
    const card = document.querySelector('provision-card')!;
    await outcome(card);
    card.removeAttribute('src');
    await card.updateComplete;
    expect(heard(card)).toBe('Own words.');
  });
});

describe('the property provision', () => {
  it.each([
    ['an item', record()],
    ['a feed of one', feed([record()])],
  ])('accepts %s', async (_, provision) => {
    const { urls } = watchRequests();
    expect(title(await show('provision-card', provision))).toBe('Broad licence');
    expect(urls).toEqual([]);
  });

  it('accepts a feed of several records with the record id', async () => {
    expect(title(await show('provision-card', several, { record: 'c' }))).toBe('Gamma licence');
  });

  it('is painted in the first frame', async () => {
    const card = place('provision-card', { provision: record() });
    await card.updateComplete;
    expect(title(card)).toBe('Broad licence');
  });

  it('takes precedence over a child and src, and sends no request', async () => {
    const { urls } = watchRequests();
    const card = place(
      'provision-card',
      { provision: record({}, { title: 'By property' }), src: fresh(fixture('one.json')) },
      child(feed([record({}, { title: 'By child' })])),
    );
    await outcome(card);
    expect(title(card)).toBe('By property');
    expect(urls).toEqual([]);
  });

  it.each([undefined, null])('falls back to src if it is set to %s', async (nothing) => {
    const card = await show('provision-card', record({}, { title: 'By property' }), {
      src: fresh(fixture('one.json')),
    });
    card.provision = nothing;
    expect(await outcome(card)).toBe('shown');
    expect(title(card)).toBe('Only record');
  });

  it('falls back to the child before src if it is cleared', async () => {
    const card = await show(
      'provision-card',
      record({}, { title: 'By property' }),
      { src: fresh(fixture('one.json')) },
      child(feed([record({}, { title: 'By child' })])),
    );
    card.provision = undefined;
    await outcome(card);
    expect(title(card)).toBe('By child');
  });

  it('restores the own content if it is cleared and there is nothing else to show', async () => {
    const card = await show('provision-card', record(), {}, own);
    card.provision = undefined;
    await card.updateComplete;
    expect(heard(card)).toBe('Own words.');
  });

  it('takes precedence if it is set while src loads, and the later answer is ignored', async () => {
    const { urls, release } = slowNetwork();
    const src = fresh(fixture('one.json'));
    const other = place('provision-card', { src });
    const card = place('provision-card', { src });
    await waitFor(() => expect(urls).toHaveLength(1));
    card.provision = record({}, { title: 'By property' });
    await outcome(card);
    release(src);
    await outcome(other);
    await card.updateComplete;
    expect(title(card)).toBe('By property');
  });

  it('is copied, so that later changes of the page’s object are not rendered', async () => {
    const mine = { id: 'x', title: 'Before' };
    const card = await show('provision-card', mine);
    mine.title = 'After';
    card.requestUpdate();
    await card.updateComplete;
    expect(title(card)).toBe('Before');
    card.provision = { ...mine };
    await card.updateComplete;
    expect(title(card)).toBe('After');
  });
});

describe('data in the page', () => {
  it('is rendered without waiting for src, which the comparison requests when the reader is near', async () => {
    const card = place('provision-card', { src: fresh(fixture('absent.json')) }, child(feed([record()])) + own);
    await outcome(card);
    expect(title(card)).toBe('Broad licence');
  });

  it('is read by reload() if it was added to a connected element', async () => {
    const card = place('provision-card');
    await card.updateComplete;
    card.innerHTML = child(feed([record()]));
    await card.reload();
    await card.updateComplete;
    expect(title(card)).toBe('Broad licence');
  });

  it('with several records shows the one that is named', async () => {
    const card = place('provision-card', { record: 'b' }, child(several));
    await outcome(card);
    expect(title(card)).toBe('Beta licence');
  });

  it.each([
    ['cut off', '{"items": ['],
    ['with curly quotation marks', '{“items”: []}'],
    ['with paragraphs of an editor', '<p>{"items": []}</p>'],
    ['with another record', '{"items": [{"id": "another"}]}'],
  ])('is ignored in favour of the source if an editor has damaged it: %s', async (_name, text) => {
    const card = place(
      'provision-card',
      { src: fresh(fixture('several.json')), record: 'a' },
      `<script type="application/json">${text}</script>${own}`,
    );
    expect(await outcome(card)).toBe('shown');
    expect(title(card)).toBe('Record A');
    expect(vi.mocked(console.warn)).toHaveBeenCalledWith(
      expect.stringMatching(/^\[provision-embed\] (?:json|schema|not-found)/),
    );
  });

  it('with invalid JSON and no source is an error', async () => {
    const card = place('provision-card', {}, `<script type="application/json">{"items": [</script>${own}`);
    expect(await outcome(card)).toBe('json');
    expect(heard(card)).toBe('Own words.');
  });

  it('with an escaped closing script tag in a text is read completely', async () => {
    const text = 'It says </script><b>this</b>.';
    const data = JSON.stringify(feed([record({}, { content_text: text })])).replaceAll('<', '\\u003c');
    const card = place('provision-card', {}, `<script type="application/json">${data}</script>`);
    await outcome(card);
    expect(heard(card)).toContain(text);
  });

  it('of a nested element is ignored', async () => {
    const card = place('provision-card', {}, `<div>${child(feed([record()]))}</div>`);
    await card.updateComplete;
    expect(card.shadowRoot!.querySelector('[part=base]')).toBeNull();
  });

  it('of another type is ignored', async () => {
    const card = place(
      'provision-card',
      {},
      child(feed([record()])).replace('application/json', 'application/ld+json'),
    );
    await card.updateComplete;
    expect(card.shadowRoot!.querySelector('[part=base]')).toBeNull();
  });
});

describe('reload', () => {
  it('sends a request and dispatches an event', async () => {
    const src = fresh(fixture('one.json'));
    const card = place('provision-card', { src });
    await outcome(card);
    const { urls } = watchRequests();
    const told = next(card, 'provision-load');
    await card.reload();
    await told;
    expect(urls).toEqual([src]);
  });

  it('keeps the rendered record if it fails', async () => {
    const card = place('provision-card', { src: fresh(fixture('one.json')) }, own);
    await outcome(card);
    brokenNetwork();
    await card.reload();
    await card.updateComplete;
    expect(title(card)).toBe('Only record');
  });

  it('never rejects, whatever the source is', async () => {
    for (const properties of [{}, { src: 'nonsense' }, { provision: 5 }]) {
      await expect(place('provision-card', properties).reload()).resolves.toBeUndefined();
    }
  });
});
