/**
 * A feed that cannot be loaded, for every reason on the server's side: the article stays unchanged, and the page gets
 * an error event with a code.
 */
import { gzipSync } from 'node:zlib';
import type { Locator } from 'playwright';
import { describe, expect, it } from 'vitest';
import { card, fallback, provision, records } from './feeds.js';
import { answer, behind, closedPort, cors, feed, gate, site, type Answer, type Site } from './site.js';
import { painted, settled, visitor, type Visit } from './visit.js';

const json = 'application/feed+json';
const whole = JSON.stringify(records);

/** Sends the head and half of the body, then closes the connection. */
function hangsUp(headers: Record<string, string>): Answer {
  return (response) => {
    response.writeHead(200, { 'content-type': json, ...cors, ...headers });
    response.write(whole.slice(0, whole.length / 2), () => response.destroy());
  };
}

function bytes(body: Buffer, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(200, { 'content-type': json, ...cors, ...headers }).end(body);
  };
}

const tooLarge = `${whole.slice(0, -1)},"padding":"${'x'.repeat(8 * 1024 * 1024)}"}`;

/** The failure, the code of its `provision-error`, and the server's answer. */
const failing: [what: string, code: string, given: Answer][] = [
  ['404', 'http', answer(404, 'text/html', '<h1>Not found</h1>', cors)],
  ['500 with JSON', 'http', answer(500, json, whole, cors)],
  ['204', 'http', answer(204, json, '', cors)],
  ['an HTML error page', 'type', answer(200, 'text/html', '<h1>We will be back</h1>', cors)],
  ['a feed sent as text/plain', 'type', answer(200, 'text/plain', whole, cors)],
  ['no content type', 'type', (response) => void response.writeHead(200, cors).end(whole)],
  ['an HTML error page sent as JSON', 'json', answer(200, json, '<h1>We will be back</h1>', cors)],
  ['truncated JSON', 'json', answer(200, json, whole.slice(0, -20), cors)],
  ['an empty body', 'json', answer(200, json, '', cors)],
  ['UTF-16', 'json', bytes(Buffer.from(`\ufeff${whole}`, 'utf16le'))],
  ['a truncated connection', 'network', hangsUp({ 'content-length': String(Buffer.byteLength(whole)) })],
  ['a truncated chunked connection', 'network', hangsUp({ 'transfer-encoding': 'chunked' })],
  ['a connection that is closed without an answer', 'network', (response) => void response.destroy()],
  ['no CORS header', 'network', answer(200, json, whole)],
  ['a redirect', 'network', answer(302, 'text/plain', '', { location: '/feed-elsewhere.json', ...cors })],
  ['a list', 'schema', feed([provision])],
  ['no items', 'schema', feed({ ...records, items: undefined })],
  ['version 2.0', 'version', feed({ ...records, _provision_feed: { spec: '2.0' } })],
  ['no such record', 'not-found', feed({ ...records, items: [records.items[1]] })],
  ['more than 8 MiB', 'size', bytes(Buffer.from(tooLarge))],
  ['more than 8 MiB when unpacked', 'size', bytes(gzipSync(tooLarge), { 'content-encoding': 'gzip' })],
];

/** The fallback of an embed. */
const own = ({ page }: Visit): Locator => page.locator('blockquote.own');

const articleText = 'What stands after the card stays where it is.';

/** A newspaper's article with one embed and its fallback. */
function article(embed: string): string {
  return `<main><h1>An article</h1><p>What stands before.</p>${embed}<p>${articleText}</p></main>`;
}

/** The article's own HTML, and the box of each of its elements. */
function asPrinted({ page }: Visit): Promise<{ html: string; boxes: unknown[] }> {
  return page.evaluate(() => ({
    html: document.querySelector('main')!.outerHTML,
    boxes: [...document.querySelectorAll('main, main :not(provision-card)')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.localName, x, y, width, height];
    }),
  }));
}

interface Failed {
  readonly reader: Visit;
  readonly withoutScript: Awaited<ReturnType<typeof asPrinted>>;
}

const head = '<script async src="/dist/provision-embed.js"></script>';

/** Opens the article without the script, then with it, and waits for the error. */
async function readTwice(paper: Site, embed: string): Promise<Failed> {
  paper.scripts();
  const reader = await visitor();
  await reader.open(paper.page(article(embed), { path: '/plain' }));
  const withoutScript = await asPrinted(reader);
  await reader.open(paper.page(article(embed), { head }));
  await reader.told('provision-error');
  await settled(reader.page);
  return { reader, withoutScript };
}

async function expectUntouched({ reader, withoutScript }: Failed, code: string, src: string): Promise<void> {
  expect(await reader.seen('provision-error')).toEqual([
    { type: 'provision-error', by: 'provision-card', detail: code },
  ]);
  expect(await reader.seen('provision-load')).toEqual([]);
  expect(await own(reader).getByRole('link').isVisible()).toBe(true);
  // The element itself adds no card, no line and no text.
  const added = await reader.page.locator('provision-card').evaluate((card) => card.shadowRoot!.textContent.trim());
  expect(added).toBe('');
  expect(await asPrinted(reader)).toEqual(withoutScript);
  expect(reader.errors).toEqual([]);
  // The browser itself logs a failed request as an error.
  const ours = reader.console.filter((line) => !/^error: (Failed to load resource|Access to fetch at)/.test(line));
  expect(ours).toHaveLength(1);
  expect(ours[0]).toContain(`warning: [provision-embed] ${code}: `);
  expect(ours[0]).toContain(src);
}

describe('a feed that fails', () => {
  it.each(failing)('keeps the fallback on %s and reports the code %s', async (_, code, given) => {
    const [paper, publisher] = [await site(), await site()];
    publisher.serve('/feed-elsewhere.json', feed(records));
    const src = publisher.serve('/feed.json', given);
    await expectUntouched(await readTwice(paper, card(src)), code, src);
    expect(publisher.count('/feed.json')).toBe(1);
    expect(publisher.count('/feed-elsewhere.json')).toBe(0);
  });

  it.each([
    ['that is down', () => closedPort().then((origin) => `${origin}/feed.json`)],
    ['at an address without its scheme', () => '//feeds.example/feed.json'],
    ['on plain http elsewhere', () => 'http://feeds.example/feed.json'],
    ['at an address with a password', () => 'https://reader:secret@127.0.0.1/feed.json'],
    ['in a data: address', () => 'data:application/json,{}'],
  ])('keeps the fallback and reports the code network for a feed %s', async (_, address) => {
    const paper = await site();
    paper.serve('/feed.json', feed(records));
    const src = await address();
    await expectUntouched(await readTwice(paper, card(src)), 'network', src);
    expect(paper.count('/feed.json')).toBe(0);
  });

  it('keeps the fallback and reports the code network while the browser is offline', async () => {
    const paper = await site();
    const opened = gate();
    paper.scripts();
    const src = (await site()).serve('/feed.json', behind(opened, feed(records)));
    const reader = await visitor();
    await reader.open(paper.page(article('<div id="place"></div>'), { head }));
    await reader.context.setOffline(true);
    await reader.page.locator('#place').evaluate((place, html) => (place.innerHTML = html), card(src));
    await reader.told('provision-error');
    expect(await reader.seen('provision-error')).toMatchObject([{ detail: 'network' }]);
    expect(await own(reader).isVisible()).toBe(true);
    expect(reader.errors).toEqual([]);
  });

  it('keeps the fallback while the server is silent, and reports a timeout after 15 seconds', async () => {
    const [paper, publisher] = [await site(), await site()];
    paper.scripts();
    const src = publisher.serve('/feed.json', behind(gate(), feed(records)));
    const reader = await visitor();
    // The clock advances only when the test advances it, because a slow machine needs a second for each check.
    await reader.page.clock.install({ time: 0 });
    await reader.page.clock.pauseAt(1_000);
    await reader.open(paper.page(article(card(src)), { head }));
    await publisher.asked('/feed.json');
    expect(await own(reader).isVisible()).toBe(true);
    await reader.page.clock.fastForward(14_000);
    expect(await reader.seen('provision-error')).toEqual([]);
    await reader.page.clock.fastForward(2_000);
    await reader.told('provision-error');
    expect(await reader.seen('provision-error')).toMatchObject([{ detail: 'timeout' }]);
    expect(await own(reader).isVisible()).toBe(true);
    expect(reader.complaints()).toEqual([expect.stringMatching(/^warning: \[provision-embed\] timeout: /)]);
  });

  it('keeps the fallback while the server is slow, then shows the card in its place', async () => {
    const [paper, publisher] = [await site(), await site()];
    paper.scripts();
    const opened = gate();
    const src = publisher.serve('/feed.json', behind(opened, feed(records)));
    const reader = await visitor();
    await reader.open(paper.page(article(card(src)), { head }));
    await publisher.asked('/feed.json');
    expect(await own(reader).isVisible()).toBe(true);
    opened.open();
    await painted(reader.page).waitFor();
    expect(await own(reader).isVisible()).toBe(false);
    expect(await own(reader).count()).toBe(1);
    expect(reader.complaints()).toEqual([]);
  });

  it('shows one line when the element has no fallback', async () => {
    const [paper, publisher] = [await site(), await site()];
    const src = publisher.serve('/feed.json', answer(404, 'text/plain', '', cors));
    const { reader } = await readTwice(paper, card(src, 'T-1', { inside: '' }));
    const line = reader.page.locator('provision-card [part="unavailable"]');
    expect(await line.innerText()).toBe('This record could not be loaded. Open its source');
    expect(await line.getByRole('link').getAttribute('href')).toBe(src);
  });

  it('logs one warning for a hundred cards', async () => {
    const [paper, publisher] = [await site(), await site()];
    paper.scripts();
    const src = publisher.serve('/feed.json', answer(404, 'text/plain', '', cors));
    const reader = await visitor();
    await reader.open(paper.page(article(card(src).repeat(100)), { head }));
    await reader.told('provision-error', 100);
    expect(reader.console.filter((line) => line.startsWith('warning:'))).toHaveLength(1);
    expect(await own(reader).and(reader.page.locator(':visible')).count()).toBe(100);
  });

  it('does not affect the cards of another feed', async () => {
    const [paper, publisher] = [await site(), await site()];
    paper.scripts();
    const dead = publisher.serve('/dead.json', answer(404, 'text/plain', '', cors));
    const alive = publisher.serve('/feed.json', feed(records));
    const reader = await visitor();
    await reader.open(paper.page(article(card(dead) + card(alive, 'T-2')), { head }));
    await reader.told('provision-error');
    await painted(reader.page).waitFor();
    expect(await own(reader).and(reader.page.locator(':visible')).count()).toBe(1);
  });
});

describe('the probe itself', () => {
  it('detects an article that is changed or moved', async () => {
    const paper = await site();
    const reader = await visitor();
    await reader.open(paper.page(article(`<provision-card>${fallback}</provision-card>`)));
    const before = await asPrinted(reader);
    await reader.page.evaluate(() => {
      document.querySelector('blockquote')!.dataset['touched'] = '';
      document.querySelector('blockquote')!.style.paddingBlockStart = '50px';
    });
    const after = await asPrinted(reader);
    expect(after.html).not.toEqual(before.html);
    expect(after.boxes).not.toEqual(before.boxes);
  });

  it('reports only the load event when nothing fails', async () => {
    const [paper, publisher] = [await site(), await site()];
    paper.scripts();
    const src = publisher.serve('/feed.json', feed(records));
    const reader = await visitor();
    await reader.open(paper.page(article(card(src)), { head }));
    await painted(reader.page).waitFor();
    expect(await reader.seen()).toEqual([{ type: 'provision-load', by: 'provision-card', detail: '' }]);
    expect(reader.complaints()).toEqual([]);
  });
});
