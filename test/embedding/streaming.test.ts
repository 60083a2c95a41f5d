/** Pages that arrive slowly and in pieces: an element's start tag long before its data, its quotation or its end. */
import { describe, expect, it } from 'vitest';
import { fallback, inlineFeed, records } from './feeds.js';
import { answer, cors, feed, gate, site, wholePage, type Answer, type Gate, type Site } from './site.js';
import { painted, settled, visitor, type Visit } from './visit.js';

/** Sends a page piece by piece; each piece after the first waits for its own gate. */
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

/** With the first form the script runs before the element is parsed; with the others it may run later. */
const forms = ['', 'async', 'defer'];

interface Slow {
  readonly paper: Site;
  readonly reader: Visit;
  /** Releases the next piece, and waits until the page has it. */
  readonly next: (locator?: string) => Promise<void>;
}

/** Opens a page whose body arrives in `parts`; the last part includes the end of the document. */
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
  // An async script runs as soon as it is loaded, a blocking one when the parser reaches it, a deferred one at the end.
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

describe.each(forms)('a page with <script %s>', (form) => {
  it('waits for the data inside an element', async () => {
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

  // An async script may run while half of the data has arrived.
  it('does not parse the data of an element while half of it is missing', async () => {
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

  it('waits for the quotation inside an element, and shows it as it arrives', async () => {
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

  it('paints an element at the very end of the page, with its feed elsewhere', async () => {
    const [paper, publisher] = [await site(), await site()];
    const src = publisher.serve('/feed.json', feed(records));
    const { reader, next } = await openSlowly(paper, form, [
      `<div><provision-card src="${src}" record="T-1">`,
      `${fallback}</provision-card></div>`,
    ]);
    await next();
    await expectOneCard(reader);
  });

  it('paints a card before the rest of a long page has arrived', async () => {
    const [paper, publisher] = [await site(), await site()];
    const src = publisher.serve('/feed.json', feed(records));
    const { reader, next } = await openSlowly(paper, form, [
      `<div><provision-card src="${src}" record="T-1">${fallback}</provision-card></div><p>`,
      after,
    ]);
    // A deferred script runs at the end of the document.
    if (form === 'defer') await next('#end');
    await expectOneCard(reader);
    if (form !== 'defer') await next('#end');
    await settled(reader.page);
    await expectOneCard(reader);
  });

  it('shows a note that arrives after its card was painted', async () => {
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

describe('the probe itself', () => {
  it('detects that half of a page is missing', async () => {
    const { reader, next } = await openSlowly(await site(), '', ['<provision-card></provision-card>', after]);
    expect(await reader.page.locator('#end').count()).toBe(0);
    expect(await reader.page.evaluate(() => document.readyState)).toBe('loading');
    await next('#end');
  });
});
