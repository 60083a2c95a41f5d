import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { FeedError, ProvisionErrorEvent, ProvisionLoadEvent, ProvisionToggleEvent } from '../../src/index.js';
import { brokenNetwork, fresh } from '../elements/support/network.js';
import { clear, fixture, next, part, place, show, tags } from '../elements/support/page.js';
import { feed, full, record } from '../elements/support/records.js';
import { waitFor } from '../support/patience.js';

beforeEach(() => vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => {
  clear();
  vi.restoreAllMocks();
});

const load = new ProvisionLoadEvent({ items: [] }, { id: 'x', _provision: {} }, []);

it.each([
  [load, 'provision-load'],
  [new ProvisionErrorEvent(new FeedError('network', 'no')), 'provision-error'],
  [new ProvisionToggleEvent('why', true), 'provision-toggle'],
])('dispatches %o, which bubbles, leaves shadow roots and cannot be cancelled', (event, type) => {
  expect(event).toMatchObject({ type, bubbles: true, composed: true, cancelable: false });
  expect(event).toBeInstanceOf(Event);
});

describe('provision-load', () => {
  it.each(tags)('reaches a listener of the page from <%s> inside a shadow root', async (tag) => {
    const outer = document.body.appendChild(document.createElement('div'));
    const element = document.createElement(tag);
    element.provision = full;
    const told: [Event, EventTarget | undefined][] = [];
    document.addEventListener('provision-load', (event) => told.push([event, event.composedPath()[0]]), { once: true });
    outer.attachShadow({ mode: 'open' }).append(element);
    await element.updateComplete;
    expect(told).toEqual([[expect.any(ProvisionLoadEvent), element]]);
  });

  it('carries the feed, the record and the warnings', async () => {
    const card = place('provision-card', { src: fresh(fixture('several.json')), record: 7 });
    const event = await next(card, 'provision-load');
    expect(event.feed.title).toBe('Example Observatory');
    expect(event.feed.items).toHaveLength(3);
    expect(event.provision.title).toBe('Record 7');
    expect(event.warnings).toEqual([{ pointer: '/items/2/_provision/confidence/level', expected: 'text' }]);
  });

  it('carries no warnings for a valid feed', async () => {
    const card = place('provision-card', { src: fresh(fixture('one.json')) });
    expect((await next(card, 'provision-load')).warnings).toEqual([]);
  });

  it('is dispatched when the record is rendered', async () => {
    const card = place('provision-card', { src: fresh(fixture('one.json')) });
    await next(card, 'provision-load');
    // The listener reads the rendered record without waiting.
    expect(part(card, 'heading').textContent).toContain('Only record');
  });

  it('is dispatched once per record, not once per property that was set', async () => {
    const told: Event[] = [];
    document.addEventListener('provision-load', (event) => told.push(event), { once: false });
    const card = place('provision-card', { provision: feed([record()]), record: 'r-1', layout: 'compact' });
    await card.updateComplete;
    card.layout = 'article';
    card.headingLevel = 4;
    card.requestUpdate();
    await card.updateComplete;
    expect(told).toHaveLength(1);
    card.provision = full;
    await card.updateComplete;
    expect(told).toHaveLength(2);
  });

  it('shows the record that a listener sets', async () => {
    const card = document.createElement('provision-card');
    card.addEventListener('provision-load', () => (card.provision = record({}, { title: 'The second' })), {
      once: true,
    });
    card.provision = record({}, { title: 'The first' });
    document.body.append(card);
    await waitFor(() => expect(part(card, 'heading').textContent).toContain('The second'));
  });

  it('keeps the card rendered when a listener moves it', async () => {
    const card = document.createElement('provision-card');
    card.addEventListener('provision-load', () => {
      card.remove();
      document.body.append(card);
    });
    card.provision = full;
    document.body.append(card);
    await card.updateComplete;
    expect(part(card, 'heading').textContent).toContain('Broad licence');
  });
});

describe('provision-error', () => {
  it.each(tags)('of <%s> carries the error with its code and address', async (tag) => {
    brokenNetwork();
    const src = fresh('https://observatory.example/feed.json');
    const heard = next(document, 'provision-error');
    place(tag, { src });
    const { error } = await heard;
    expect(error).toBeInstanceOf(FeedError);
    expect(error).toMatchObject({ code: 'network', url: src });
  });

  it('carries the place in the feed', async () => {
    const card = place('provision-card', { provision: { _provision_feed: { spec: '2' }, items: [] } });
    const { error } = await next(card, 'provision-error');
    expect(error).toMatchObject({ code: 'version', pointer: '/_provision_feed/spec' });
  });

  it('is dispatched when the fallback is visible again', async () => {
    const card = place('provision-card', { provision: full }, 'Own words.');
    await card.updateComplete;
    card.provision = 5;
    await next(card, 'provision-error');
    expect(card.shadowRoot!.querySelector('slot:not([name])')).not.toBeNull();
    expect(card.shadowRoot!.querySelector('[part=base]')).toBeNull();
  });

  it('does not reach the page’s handler of script errors', async () => {
    const onerror = vi.fn();
    window.addEventListener('error', onerror);
    const card = place('provision-card', { provision: 5 });
    await next(card, 'provision-error');
    window.removeEventListener('error', onerror);
    expect(onerror).not.toHaveBeenCalled();
  });
});

describe('provision-toggle', () => {
  it('names the section, and whether it is open', async () => {
    const card = await show('provision-card', record({ why_it_matters: 'word '.repeat(500) }));
    const opened = next(document, 'provision-toggle');
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await opened).toMatchObject({ section: 'why', open: true });
    const closed = next(document, 'provision-toggle');
    await page.getByRole('button', { name: 'Show less' }).click();
    expect(await closed).toMatchObject({ section: 'why', open: false });
    expect(card.shadowRoot!.querySelector('.fold.open')).toBeNull();
  });

  it.each(['provision-card', 'provision-severity'] as const)(
    'names the explanation in <%s> `severity`, once per change',
    async (tag) => {
      const told: [string, boolean][] = [];
      const element = await show(tag, full);
      element.addEventListener('provision-toggle', ({ section, open }) => told.push([section, open]));
      const button = page.getByRole('button', { name: 'Severity: High' });
      await button.click();
      await waitFor(() => expect(told).toEqual([['severity', true]]));
      await button.click();
      expect(told).toEqual([
        ['severity', true],
        ['severity', false],
      ]);
    },
  );
});

it('sends no request other than the feed’s for any event', async () => {
  const before = performance.getEntriesByType('resource').length;
  await show('provision-card', full);
  await page.getByRole('button', { name: 'Severity: High' }).hover();
  const names = performance
    .getEntriesByType('resource')
    .slice(before)
    .map(({ name }) => new URL(name).origin);
  expect(new Set(names).size).toBeLessThanOrEqual(1);
  for (const origin of names) expect(origin).toBe(location.origin);
});
