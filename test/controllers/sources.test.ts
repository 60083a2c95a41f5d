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
  it('of a feed with one record shows it', async () => {
    const card = place('provision-card', { src: fresh(fixture('one.json')) });
    expect(await outcome(card)).toBe('shown');
    expect(title(card)).toBe('Only record');
  });

  it.each([
    ['b', 'Record B'],
    [7, 'Record 7'],
    ['7', 'Record 7'],
  ])('and the record %j shows that one', async (id, name) => {
    const card = place('provision-card', { src: fresh(fixture('several.json')), record: id });
    expect(await outcome(card)).toBe('shown');
    expect(title(card)).toBe(name);
  });

  it('as an attribute does the same', async () => {
    document.body.innerHTML = `<provision-card src="${fresh(fixture('several.json'))}" record="a"></provision-card>`;
    const card = document.querySelector('provision-card')!;
    expect(await outcome(card)).toBe('shown');
    expect(title(card)).toBe('Record A');
  });

  it('for ten elements is one request', async () => {
    const { urls } = watchRequests();
    const src = fresh(fixture('several.json'));
    const cards = Array.from({ length: 10 }, (_, index) =>
      place('provision-card', { src, record: index % 2 ? 'a' : 'b' }),
    );
    await Promise.all(cards.map(outcome));
    expect(cards.map(title)).toEqual(cards.map((_, index) => (index % 2 ? 'Record A' : 'Record B')));
    expect(urls).toEqual([src]);
  });

  it('that is known already is painted before the next frame, without a request', async () => {
    const src = fresh(fixture('one.json'));
    await outcome(place('provision-card', { src }));
    const { urls } = watchRequests();
    const card = place('provision-card', { src });
    await new Promise(requestAnimationFrame);
    expect(title(card)).toBe('Only record');
    expect(urls).toEqual([]);
  });

  it('that is relative is asked of the page’s own server', async () => {
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
  ])('that is %s is asked of nobody', async (_, src) => {
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
  ])('%j: a redirect is for fetch to %s', async (redirects, redirect) => {
    const { inits } = watchRequests();
    expect(await outcome(place('provision-card', { src: fresh(fixture('one.json')), redirects }))).toBe('shown');
    expect(inits).toEqual([expect.objectContaining({ redirect, credentials: 'omit', referrerPolicy: 'no-referrer' })]);
    expect(inits[0]!.headers).toBeUndefined();
  });

  it('are another wish: a feed that was read without them is not one that was read with them', async () => {
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
  it('while the old one loads: the newest wish wins, and the old one is given up', async () => {
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
    // Somebody else still wants the first, so that its request goes on.
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

  it('keeps the last record on the screen until the new one has come', async () => {
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

  it('that fails takes the old record away: it is not what was asked for', async () => {
    const card = place('provision-card', { src: fresh(fixture('one.json')) }, own);
    await outcome(card);
    card.src = fresh(fixture('page.html'));
    expect(await outcome(card)).toBe('type');
    expect(heard(card)).toBe('Own words.');
  });

  it('through the attribute counts too', async () => {
    const card = place('provision-card', { src: fresh(fixture('one.json')) });
    await outcome(card);
    card.setAttribute('record', 'b');
    card.setAttribute('src', fresh(fixture('several.json')));
    await outcome(card);
    expect(title(card)).toBe('Record B');
  });
});

describe('a new record of the same feed', () => {
  it('costs no request', async () => {
    const card = place('provision-card', { src: fresh(fixture('several.json')), record: 'a' });
    await outcome(card);
    const { urls } = watchRequests();
    card.record = 'b';
    await outcome(card);
    expect(title(card)).toBe('Record B');
    expect(urls).toEqual([]);
  });

  it('that is not there leaves the own content', async () => {
    const card = place('provision-card', { src: fresh(fixture('several.json')), record: 'a' }, own);
    await outcome(card);
    card.record = 'z';
    expect(await outcome(card)).toBe('not-found');
    expect(heard(card)).toBe('Own words.');
  });

  it('is needed where the feed has several', async () => {
    const card = place('provision-card', { src: fresh(fixture('several.json')) }, own);
    expect(await outcome(card)).toBe('not-found');
  });
});

describe('attributes that go', () => {
  it('record: the feed’s only record again', async () => {
    document.body.innerHTML = `<provision-card src="${fresh(fixture('one.json'))}" record="nobody"></provision-card>`;
    const card = document.querySelector('provision-card')!;
    expect(await outcome(card)).toBe('not-found');
    card.removeAttribute('record');
    expect(await outcome(card)).toBe('shown');
  });

  it('limit, sort, layout, level and label: the defaults again', async () => {
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

  it('src, with nothing else to show: the own content again', async () => {
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
  ])('is %s', async (_, provision) => {
    const { urls } = watchRequests();
    expect(title(await show('provision-card', provision))).toBe('Broad licence');
    expect(urls).toEqual([]);
  });

  it('is a feed of several, with the record named', async () => {
    expect(title(await show('provision-card', several, { record: 'c' }))).toBe('Gamma licence');
  });

  it('is painted in the first frame', async () => {
    const card = place('provision-card', { provision: record() });
    await card.updateComplete;
    expect(title(card)).toBe('Broad licence');
  });

  it('wins over a child and over src, and asks nobody', async () => {
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

  it.each([undefined, null])('cleared with %s falls back to src', async (nothing) => {
    const card = await show('provision-card', record({}, { title: 'By property' }), {
      src: fresh(fixture('one.json')),
    });
    card.provision = nothing;
    expect(await outcome(card)).toBe('shown');
    expect(title(card)).toBe('Only record');
  });

  it('cleared falls back to the child before src', async () => {
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

  it('cleared with nothing else to show: the own content again', async () => {
    const card = await show('provision-card', record(), {}, own);
    card.provision = undefined;
    await card.updateComplete;
    expect(heard(card)).toBe('Own words.');
  });

  it('set while src loads wins, and the answer that comes later is ignored', async () => {
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

  it('is not followed into its depth: what the page alters in it later is not shown half', async () => {
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
  it('is used instead of src, and no request is made', async () => {
    const { urls } = watchRequests();
    const card = place('provision-card', { src: fresh(fixture('one.json')) }, child(feed([record()])) + own);
    await outcome(card);
    expect(title(card)).toBe('Broad licence');
    expect(urls).toEqual([]);
  });

  it('put into an element that is on the page already, and was told to read anew', async () => {
    const card = place('provision-card');
    await card.updateComplete;
    card.innerHTML = child(feed([record()]));
    await card.reload();
    await card.updateComplete;
    expect(title(card)).toBe('Broad licence');
  });

  it('of several records gives the one that is named', async () => {
    const card = place('provision-card', { record: 'b' }, child(several));
    await outcome(card);
    expect(title(card)).toBe('Beta licence');
  });

  it.each([
    ['cut off', '{"items": ['],
    ['with curly quotation marks', '{“items”: []}'],
    ['with paragraphs of an editor', '<p>{"items": []}</p>'],
    ['with another record', '{"items": [{"id": "another"}]}'],
  ])('gives way to the source where an editor has mangled it: %s', async (_name, text) => {
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

  it('with a broken text, and no source, is an error', async () => {
    const card = place('provision-card', {}, `<script type="application/json">{"items": [</script>${own}`);
    expect(await outcome(card)).toBe('json');
    expect(heard(card)).toBe('Own words.');
  });

  it('with a closing script tag in a text, escaped as JSON does it, is whole', async () => {
    const text = 'It says </script><b>this</b>.';
    const data = JSON.stringify(feed([record({}, { content_text: text })])).replaceAll('<', '\\u003c');
    const card = place('provision-card', {}, `<script type="application/json">${data}</script>`);
    await outcome(card);
    expect(heard(card)).toContain(text);
  });

  it('of another element inside is not taken', async () => {
    const card = place('provision-card', {}, `<div>${child(feed([record()]))}</div>`);
    await card.updateComplete;
    expect(card.shadowRoot!.querySelector('[part=base]')).toBeNull();
  });

  it('of another type is not taken', async () => {
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
  it('asks the server again, and tells of it', async () => {
    const src = fresh(fixture('one.json'));
    const card = place('provision-card', { src });
    await outcome(card);
    const { urls } = watchRequests();
    const told = next(card, 'provision-load');
    await card.reload();
    await told;
    expect(urls).toEqual([src]);
  });

  it('that fails keeps what was there', async () => {
    const card = place('provision-card', { src: fresh(fixture('one.json')) }, own);
    await outcome(card);
    brokenNetwork();
    await card.reload();
    await card.updateComplete;
    expect(title(card)).toBe('Only record');
  });

  it('never rejects, whatever there is to load', async () => {
    for (const properties of [{}, { src: 'nonsense' }, { provision: 5 }]) {
      await expect(place('provision-card', properties).reload()).resolves.toBeUndefined();
    }
  });
});
