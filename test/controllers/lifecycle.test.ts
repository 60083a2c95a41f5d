import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, server } from 'vitest/browser';
import { heard } from '../elements/support/heard.js';
import { brokenNetwork, fresh, slowNetwork, watchRequests } from '../elements/support/network.js';
import { clear, fixture, next, outcome, part, place, show, tags } from '../elements/support/page.js';
import { full, record } from '../elements/support/records.js';
import { waitFor } from '../support/patience.js';

beforeEach(() => vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => {
  clear();
  vi.restoreAllMocks();
});

const title = (element: Element) => part(element, 'heading').textContent.trim();
const elsewhere = () => document.body.appendChild(document.createElement('section'));

describe('a move within the document', () => {
  it('keeps the record without a request or an event', async () => {
    const card = place('provision-card', { src: fresh(fixture('one.json')) });
    await outcome(card);
    const { urls } = watchRequests();
    const told = vi.fn();
    card.addEventListener('provision-load', told);
    elsewhere().append(card);
    await card.updateComplete;
    expect(title(card)).toBe('Only record');
    expect(urls).toEqual([]);
    expect(told).not.toHaveBeenCalled();
  });

  it('sends one request, not two, if it happens during the load', async () => {
    const { urls, signals, release } = slowNetwork();
    const src = fresh(fixture('one.json'));
    const card = place('provision-card', { src });
    await waitFor(() => expect(urls).toHaveLength(1));
    elsewhere().append(card);
    elsewhere().append(card);
    const shown = outcome(card);
    // The store aborts an unused request in the next task.
    await new Promise((resolve) => setTimeout(resolve));
    expect(signals[0]!.aborted).toBe(false);
    release(src);
    expect(await shown).toBe('shown');
    expect(urls).toEqual([src]);
  });

  it('shows the second record if that one is loading', async () => {
    const card = place('provision-card', { src: fresh(fixture('one.json')) });
    await outcome(card);
    const { urls, release } = slowNetwork();
    const second = fresh(fixture('several.json'));
    Object.assign(card, { src: second, record: 'a' });
    await waitFor(() => expect(urls).toHaveLength(1));
    elsewhere().append(card);
    const shown = vi.fn();
    card.addEventListener('provision-load', shown);
    release(second);
    await waitFor(() => expect(shown).toHaveBeenCalled());
    expect(title(card)).toBe('Record A');
  });

  it('keeps the parts open that the reader has opened', async () => {
    const card = await show('provision-card', record({}, { content_text: 'word '.repeat(500) }));
    await page.getByRole('button', { name: 'Show all' }).click();
    elsewhere().append(card);
    await card.updateComplete;
    await expect.element(page.getByRole('button', { name: 'Show less' })).toBeVisible();
  });

  it('sends no new request for an element that has failed', async () => {
    brokenNetwork();
    const card = place('provision-card', { src: fresh('https://observatory.example/feed.json') }, 'Own words.');
    await outcome(card);
    vi.restoreAllMocks();
    const { urls } = watchRequests();
    elsewhere().append(card);
    await card.updateComplete;
    expect(urls).toEqual([]);
  });

  const framed = () => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    return { other: frame.contentDocument!, view: frame.contentWindow! };
  };

  it('into another document keeps the record and its styles', async () => {
    const card = await show('provision-card', full);
    const { other, view } = framed();
    other.body.append(other.adoptNode(card));
    await card.updateComplete;
    expect(title(card)).toBe('Broad licence');
    await expect.poll(() => view.getComputedStyle(part(card, 'heading')).fontWeight).toBe('700');
  });

  it('into another document and back keeps the styles as before', async () => {
    const card = await show('provision-card', full);
    const before = [...card.shadowRoot!.adoptedStyleSheets];
    const { other, view } = framed();
    other.body.append(card);
    await expect.poll(() => view.getComputedStyle(part(card, 'heading')).fontWeight).toBe('700');
    document.body.append(card);
    await expect.poll(() => [...card.shadowRoot!.adoptedStyleSheets]).toEqual(before);
  });

  it('into another document loses no style declaration', async () => {
    const looks = (card: HTMLElement, view: Window) =>
      [...card.shadowRoot!.querySelectorAll('*')].map((element) => {
        const style = view.getComputedStyle(element);
        const own = [...style].filter((name) =>
          /^(border|padding|margin|text|font|list|outline|display|color)/.test(name),
        );
        return {
          is: element.className,
          ...Object.fromEntries(own.map((name) => [name, style.getPropertyValue(name)])),
        };
      });
    const { other, view } = framed();
    const card = await show('provision-card', full);
    const home = document.body.appendChild(document.createElement('div'));
    home.style.inlineSize = `${other.body.clientWidth}px`;
    home.append(card);
    const before = looks(card, window);
    other.body.append(card);
    await expect.poll(() => view.getComputedStyle(part(card, 'heading')).fontWeight).toBe('700');
    expect(looks(card, view)).toEqual(before);
  });

  it('into the content of a template and back keeps the styles', async () => {
    const card = await show('provision-card', full);
    const template = document.createElement('template');
    template.content.append(card);
    document.body.append(card);
    await expect.poll(() => getComputedStyle(part(card, 'heading')).fontWeight).toBe('700');
  });

  it('into another document before the first render paints there, with styles that load later', async () => {
    const { other, view } = framed();
    const card = document.createElement('provision-card');
    card.provision = full;
    other.body.append(card);
    await card.updateComplete;
    expect(title(card)).toBe('Broad licence');
    await expect.poll(() => view.getComputedStyle(part(card, 'heading')).fontWeight).toBe('700');
    const known = card.shadowRoot!.adoptedStyleSheets.length;
    part(card, 'badge-button').click();
    await expect.poll(() => card.shadowRoot!.adoptedStyleSheets.length).toBe(known + 1);
    await expect.poll(() => card.shadowRoot!.querySelector('[part~="popover"]')).not.toBeNull();
  });
});

describe('a removal', () => {
  it('aborts the pending request and dispatches no event', async () => {
    const { signals, urls } = slowNetwork();
    const card = place('provision-card', { src: fresh(fixture('one.json')) });
    await waitFor(() => expect(urls).toHaveLength(1));
    const told = vi.fn();
    card.addEventListener('provision-load', told);
    card.addEventListener('provision-error', told);
    card.remove();
    await waitFor(() => expect(signals[0]!.aborted).toBe(true));
    await card.updateComplete;
    expect(told).not.toHaveBeenCalled();
  });

  it('leaves a shared request to the other elements', async () => {
    const { signals, urls, release } = slowNetwork();
    const src = fresh(fixture('one.json'));
    const [gone, stays] = [place('provision-card', { src }), place('provision-card', { src })];
    await waitFor(() => expect(urls).toHaveLength(1));
    gone.remove();
    const shown = outcome(stays);
    await new Promise((resolve) => setTimeout(resolve));
    expect(signals[0]!.aborted).toBe(false);
    release(src);
    expect(await shown).toBe('shown');
  });

  it('during the load, with a much later return, requests and shows the record then', async () => {
    const { signals, urls, release } = slowNetwork();
    const src = fresh(fixture('one.json'));
    const card = place('provision-card', { src });
    await waitFor(() => expect(urls).toHaveLength(1));
    card.remove();
    await waitFor(() => expect(signals[0]!.aborted).toBe(true));
    document.body.append(card);
    await waitFor(() => expect(urls).toHaveLength(2));
    const shown = outcome(card);
    release(src);
    expect(await shown).toBe('shown');
  });

  it('delays a request: a src that is set on a removed element waits for its return', async () => {
    const card = await show('provision-card', record());
    card.remove();
    const { urls } = watchRequests();
    card.provision = undefined;
    card.src = fresh(fixture('one.json'));
    await card.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    expect(urls).toEqual([]);
  });
});

it('an element that was never connected sends no request', async () => {
  const { urls } = watchRequests();
  const card = document.createElement('provision-card');
  card.src = fresh(fixture('one.json'));
  await new Promise((resolve) => setTimeout(resolve));
  expect(urls).toEqual([]);
});

/** Counts the listeners on objects that outlive an element. */
function countListeners(): () => number {
  const lasting = new Set<EventTarget>([window, document, document.documentElement, document.body]);
  const listeners = new Set<string>();
  const names = new Map<unknown, number>();
  const key = (target: EventTarget, [type, listener, options]: Parameters<EventTarget['addEventListener']>) => {
    if (!names.has(listener)) names.set(listener, names.size);
    const capture = typeof options === 'object' ? options.capture : options;
    return `${target.constructor.name} ${type} ${names.get(listener)!} ${Boolean(capture)}`;
  };
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  vi.spyOn(EventTarget.prototype, 'addEventListener').mockImplementation(function (
    this: EventTarget,
    ...args: Parameters<EventTarget['addEventListener']>
  ) {
    const target = this ?? window;
    if (lasting.has(target)) listeners.add(key(target, args));
    addEventListener.apply(target, args);
  });
  vi.spyOn(EventTarget.prototype, 'removeEventListener').mockImplementation(function (
    this: EventTarget,
    ...args: Parameters<EventTarget['removeEventListener']>
  ) {
    const target = this ?? window;
    listeners.delete(key(target, args));
    removeEventListener.apply(target, args);
  });
  return () => listeners.size;
}

/** In other engines these rounds take half of the time of the whole run. */
const rounds = server.browser === 'chromium' ? 200 : 50;

describe('rounds of insert and remove', () => {
  it.each(tags)('of <%s> leave no listener on the page', async (tag) => {
    const listeners = countListeners();
    for (let round = 0; round < rounds; round++) {
      const element = place(tag, { provision: full });
      await element.updateComplete;
      element.remove();
    }
    expect(listeners()).toBe(0);
  });

  it('during the load leave no listener and no request', async () => {
    const listeners = countListeners();
    const { signals } = slowNetwork();
    for (let round = 0; round < rounds; round++) {
      const element = place('provision-card', { src: fresh(fixture('one.json')) });
      await element.updateComplete;
      element.remove();
    }
    await waitFor(() => expect(signals.filter(({ aborted }) => !aborted)).toEqual([]));
    expect(listeners()).toBe(0);
  });

  it('with an open explanation leave no listener', async () => {
    const first = await show('provision-severity', full);
    part(first, 'badge-button').click();
    await next(first, 'provision-toggle');
    first.remove();
    const listeners = countListeners();
    for (let round = 0; round < rounds; round++) {
      const element = place('provision-severity', { provision: full });
      await element.updateComplete;
      part(element, 'badge-button').click();
      await element.updateComplete;
      // Remove half of them while the explanation is still about to open.
      if (round % 2) await vi.waitUntil(listeners, { interval: 1 });
      element.remove();
    }
    expect(listeners()).toBe(0);
  });
});

it('a moved element still reacts to the reader', async () => {
  const card = await show('provision-card', full);
  elsewhere().append(card);
  await page.getByRole('button', { name: 'Severity: High' }).click();
  await expect.element(page.getByRole('group', { name: 'Severity' })).toBeVisible();
  expect(heard(card)).toContain('It cannot be taken back.');
});
