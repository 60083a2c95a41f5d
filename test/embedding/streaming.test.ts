/** Pages that arrive slowly and in pieces: an element's start tag long before its data, its quotation or its end. */
import { describe, expect, it } from 'vitest';
import { fallback, inlineFeed, records } from './feeds.js';
import { answer, cors, feed, gate, site, wholePage, type Answer, type Gate, type Site } from './site.js';
import { painted, settled, visitor, type Visit } from './visit.js';

/** Sends a page piece by piece, each behind a gate of its own but the first. */
function pieces(parts: readonly string[]): { send: Answer; gates: Gate[] } {
  const gates = parts.slice(1).map(() => gate());
  const send: Answer = async (response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    for (const [index, part] of parts.entries()) {
      await gates[index - 1];
      response.write(part);
    }
    response.end();
  };
  return { send, gates };
}

/** Where the script is: before the body, and thus before the element; or not yet there when the element is parsed. */
const forms = ['', 'async', 'defer'];

interface Slow {
  readonly paper: Site;
  readonly reader: Visit;
  /** Lets the next piece come, and waits until the page has it. */
  readonly next: (locator?: string) => Promise<void>;
}

/** Opens a page whose body is cut where `parts` is cut; the last piece ends it. */
async function openSlowly(paper: Site, attributes: string, parts: readonly string[]): Promise<Slow> {
  const [start, end] = wholePage('CUT', `<script ${attributes} src="${paper.scripts()}"></script>`).split('CUT');
  const last = parts.length - 1;
  const { send, gates } = pieces(
    parts.map((part, index) => `${index ? '' : start!}${part}${index < last ? '' : end!}`),
  );
  const reader = await visitor();
  await reader.open(paper.serve('/slow', send), 'commit');
  let count = 0;
  const next = async (locator?: string): Promise<void> => {
    gates[count++]!.open();
    if (locator) await reader.page.locator(locator).waitFor({ state: 'attached' });
  };
  // An asynchronous script runs as soon as it is there, the others once the parser comes to them, a deferred one at the end.
  await reader.page.locator('provision-card').waitFor({ state: 'attached' });
  if (attributes !== 'defer')
    await reader.page.evaluate(() => customElements.whenDefined('provision-card').then(() => 0));
  await settled(reader.page);
  return { paper, reader, next };
}

async function expectOneCard({ page, ...reader }: Visit): Promise<void> {
  await painted(page).waitFor();
  expect(await reader.seen()).toEqual([{ type: 'provision-load', by: 'provision-card', detail: '' }]);
  expect(await painted(page).count()).toBe(1);
  expect(reader.complaints()).toEqual([]);
}

const after = '<p id="end">The end.</p>';

describe.each(forms)('with <script %s>', (form) => {
  it('an element waits for the data inside it', async () => {
    const { reader, next } = await openSlowly(await site(), form, [
      '<div><provision-card record="T-1">',
      inlineFeed,
      `${fallback}</provision-card></div>${after}`,
    ]);
    expect(await reader.seen()).toEqual([]);
    await next('provision-card > script');
    await settled(reader.page);
    expect(await reader.seen('provision-error')).toEqual([]);
    await next('#end');
    await expectOneCard(reader);
  });

  // An asynchronous script may come in the middle of the data, when half of it is there.
  it('an element whose data is cut in two is not read by half', async () => {
    const half = inlineFeed.length / 2;
    const { reader, next } = await openSlowly(await site(), form, [
      `<div><provision-card record="T-1">${fallback}${inlineFeed.slice(0, half)}`,
      `${inlineFeed.slice(half)}</provision-card></div>${after}`,
    ]);
    expect(await reader.page.locator('provision-card > script').count()).toBe(1);
    expect(await reader.seen()).toEqual([]);
    expect(await reader.page.locator('blockquote.own').isVisible()).toBe(true);
    await next('#end');
    await expectOneCard(reader);
  });

  it('an element waits for its quotation, which is shown as it comes', async () => {
    const paper = await site();
    const src = paper.serve('/feed.json', answer(404, 'text/plain', '', cors));
    const [open, rest] = [fallback.slice(0, 80), fallback.slice(80)];
    const { reader, next } = await openSlowly(paper, form, [
      `<div><provision-card src="${src}" record="T-1">`,
      open,
      `${rest}</provision-card></div>${after}`,
    ]);
    expect(await reader.page.locator('[part="unavailable"]').count()).toBe(0);
    await next('blockquote.own');
    await settled(reader.page);
    expect(await reader.page.locator('[part="unavailable"]').count()).toBe(0);
    await next('#end');
    await reader.told('provision-error');
    await settled(reader.page);
    expect(await reader.page.locator('blockquote.own').isVisible()).toBe(true);
    expect(await reader.page.locator('[part="unavailable"]').count()).toBe(0);
  });

  it('an element at the very end of a page, with its feed elsewhere, paints', async () => {
    const [paper, publisher] = [await site(), await site()];
    const src = publisher.serve('/feed.json', feed(records));
    const { reader, next } = await openSlowly(paper, form, [
      `<div><provision-card src="${src}" record="T-1">`,
      `${fallback}</provision-card></div>`,
    ]);
    await next();
    await expectOneCard(reader);
  });

  it('a card is there while the rest of a long page has not come', async () => {
    const [paper, publisher] = [await site(), await site()];
    const src = publisher.serve('/feed.json', feed(records));
    const { reader, next } = await openSlowly(paper, form, [
      `<div><provision-card src="${src}" record="T-1">${fallback}</provision-card></div><p>`,
      after,
    ]);
    // A deferred script is the page's own wish to wait for the end.
    if (form === 'defer') await next('#end');
    await expectOneCard(reader);
    if (form !== 'defer') await next('#end');
    await settled(reader.page);
    await expectOneCard(reader);
  });

  it('a note that comes after its card has been painted is shown', async () => {
    const { reader, next } = await openSlowly(await site(), form, [
      `<div><provision-card record="T-1">${inlineFeed}`,
      `<p slot="note">A note from the paper.</p></provision-card></div>${after}`,
    ]);
    await next('#end');
    await expectOneCard(reader);
    await reader.page.getByText('A note from the paper.').waitFor();
    expect(await reader.page.getByText('Note from this publication').isVisible()).toBe(true);
  });
});

describe('the looking itself', () => {
  it('sees a page by half', async () => {
    const { reader, next } = await openSlowly(await site(), '', ['<provision-card></provision-card>', after]);
    expect(await reader.page.locator('#end').count()).toBe(0);
    expect(await reader.page.evaluate(() => document.readyState)).toBe('loading');
    await next('#end');
  });
});
