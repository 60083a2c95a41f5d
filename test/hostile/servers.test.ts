/**
 * Misbehaving servers of the script and of feeds, all on one page: each card shows its record or its fallback, and no
 * card affects another.
 */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright';
import { expect, it } from 'vitest';
import { records } from '../embedding/feeds.js';
import { answer, builtChunk, cors, feed } from '../embedding/site.js';
import { launchChromium } from '../support/chromium.js';
import { bodies } from './support/corpora.js';
import { gzipBomb, misbehaviours } from './support/bodies.js';
import { engineNames, inEveryEngine } from './support/engines.js';
import { hostilePage, recorded, settledElements, strangePaths, strangeRequests, twoSites } from './support/page.js';

const card = (id: string, src: string, record = 'T-1'): string =>
  `<div><provision-card id="${id}" src="${src}" record="${record}"><p class="own">Own words.</p></provision-card></div>`;

/**
 * On this page the timeouts of fifteen seconds end when the test ends them, because a busy machine needs longer for the
 * other cards.
 */
const manualTimeouts = '<script src="/manualTimeouts.js"></script>';
const manualTimeoutsScript = `
  const { setTimeout: wait, clearTimeout: clear } = window;
  const pending = new Map();
  window.setTimeout = (call, time, ...rest) => {
    const id = wait(call, time === 15_000 ? 3_600_000 : time, ...rest);
    if (time === 15_000) pending.set(id, call);
    return id;
  };
  window.clearTimeout = (id) => {
    pending.delete(id);
    clear(id);
  };
  window.endTimeouts = () => pending.forEach((call) => call());`;

/** Reads what a reader sees of each card: the record, the fallback, both or nothing. */
function shownOf(): string[] {
  return [...document.querySelectorAll('provision-card')].map((element) => {
    const own = element.querySelector('.own')!;
    const painted = element.shadowRoot?.querySelector('[part~="base"]');
    if (painted && own.getClientRects().length) return 'both';
    if (painted?.getClientRects().length) return 'record';
    return own.getClientRects().length ? 'own' : 'blank';
  });
}

inEveryEngine((engine) => {
  it('loads the script’s chunk on the second press after the server refused it once', async () => {
    const { paper, publisher } = await twoSites();
    const src = publisher.serve('/feed.json', feed(records));
    const script = new URL(paper.scripts()).pathname;
    const chunk = builtChunk('full-record');
    const code = answer(200, 'text/javascript', chunk.code);
    const busy = answer(503, 'text/plain', 'Busy.');
    let asked = 0;
    paper.serve(`/dist/${chunk.path}`, (response, request) => (asked++ ? code : busy)(response, request));
    const tab = await engine.tab();
    await tab.open(hostilePage(paper, card('card', src), { script }));
    await settledElements(tab, 1);
    /** Presses “Full record”; resolves when the record is shown, or when the status reports a failure. */
    const press = () =>
      tab.evaluate(async () => {
        const root = document.querySelector('provision-card')!.shadowRoot!;
        const said = () => root.querySelector('[role=status]')?.textContent?.trim();
        const before = said();
        root.querySelector<HTMLElement>('[aria-controls=rest]')!.click();
        while (!root.querySelector('#rest') && said() === before) await new Promise((done) => setTimeout(done, 20));
        return root.querySelector('#rest') ? 'record' : said();
      });
    expect(await press()).toBe('That could not be done.');
    expect(await press()).toBe('record');
    expect(asked).toBe(2);
  });

  it('shows the other cards when the servers of some misbehave', async () => {
    const { paper, publisher } = await twoSites();
    const written = { bytes: 0, ended: false };
    const all = misbehaviours(written);
    publisher.serve('/elsewhere.json', feed(records));
    const html = all.map((one, index) => card(`m${index}`, publisher.serve(`/m${index}.json`, one.answer))).join('');
    const good = card('good', publisher.serve('/good.json', feed(records)));
    paper.serve('/manualTimeouts.js', answer(200, 'text/javascript', manualTimeoutsScript));
    const tab = await engine.tab();
    await tab.open(hostilePage(paper, html + good, { before: manualTimeouts }));
    await settledElements(tab, 1 + all.filter(({ code }) => code !== 'timeout').length);
    await tab.evaluate(() => {
      (window as unknown as { endTimeouts: () => void }).endTimeouts();
    });
    await settledElements(tab, all.length + 1);
    const { events, errors, console } = await recorded(tab);
    const shown = await tab.evaluate(shownOf);
    const codes = new Map(events.map(({ by, type, code }) => [by, type === 'provision-load' ? 'load' : code]));
    const seen = all.map(({ name }, index) => [name, codes.get(`m${index}`), shown[index]]);
    // For half a gzip stream, some browsers deliver the beginning and others report a network error. For a body that is
    // not gzip, some deliver the bytes unchanged.
    expect(seen).toEqual(
      all.map(({ name, code }) => [
        name,
        code ?? expect.stringMatching(/^(?:json|network|load)$/),
        code === 'load' ? 'record' : expect.stringMatching(code ? /^own$/ : /^(?:own|record)$/),
      ]),
    );
    expect(shown.at(-1)).toBe('record');
    expect(errors).toEqual([]);
    // One warning per error, and nothing else in the console.
    expect(console.filter((line) => !line.startsWith('warn: [provision-embed] '))).toEqual([]);
    expect(console).toHaveLength(events.filter(({ type }) => type === 'provision-error').length);
    // The endless body was aborted at the cap. Bytes that were already sent do not count.
    await expect.poll(() => written.ended, { timeout: 60_000 }).toBe(true);
    // WebKit reads ahead of the page, as fast as a server can write, until the abort reaches it.
    if (engine.name !== 'webkit') expect(written.bytes).toBeLessThan(64 * 1024 * 1024);
    expect(publisher.count('/elsewhere.json')).toBe(0);
    // A browser may retry when the connection was closed.
    expect(new Set(publisher.requests.map(({ path }) => path)).size).toBe(all.length + 1);
    expect(await strangeRequests(tab, paper, publisher)).toEqual([]);
    expect(strangePaths(paper, '/manualTimeouts.js')).toEqual([]);
  });

  it.skipIf(!bodies.length)('keeps the fallback for every body of the JSON parsing corpus', async () => {
    const { paper, publisher } = await twoSites();
    const html = bodies
      .map(({ bytes }, index) => {
        const src = publisher.serve(`/b${index}.json`, (response) => {
          response.writeHead(200, { 'content-type': 'application/json', ...cors }).end(bytes);
        });
        return card(`b${index}`, src);
      })
      .join('');
    const tab = await engine.tab();
    await tab.open(hostilePage(paper, html));
    await settledElements(tab, bodies.length);
    const { events, errors } = await recorded(tab);
    expect(new Set(await tab.evaluate(shownOf))).toEqual(new Set(['own']));
    expect(
      events.filter(({ type, code }) => type !== 'provision-error' || !/^(?:json|schema|version)$/.test(code)),
    ).toEqual([]);
    expect(errors).toEqual([]);
  });
});

/** The peak memory in MiB over all processes of a browser. Linux only. */
async function peak(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo.map(({ id }) => {
    const line = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'));
    return Number(line?.[1]) / 1024;
  });
  return Math.max(...sizes);
}

// Only Chromium lists its own processes, and only Linux reports their peak memory.
it.runIf(process.platform === 'linux' && engineNames.includes('chromium'))(
  'bounds the memory that a gzip bomb takes',
  async () => {
    const { paper, publisher } = await twoSites();
    const src = publisher.serve('/bomb.json', (response) => {
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip', ...cors })
        .end(gzipBomb(500));
    });
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.goto(hostilePage(paper, '<p>No card.</p>', { path: '/empty' }));
      const before = await peak(browser);
      await page.goto(hostilePage(paper, card('bomb', src)));
      await page.evaluate(() => window.recorder.dispatched(1, 'provision-error'));
      expect(await page.evaluate(() => window.recorder.recorded.events[0]?.code)).toBe('size');
      expect((await peak(browser)) - before).toBeLessThan(150);
      // Control: the same body without a cap takes this much memory.
      await page.evaluate(
        (url) =>
          fetch(url)
            .then((response) => response.arrayBuffer())
            .then(
              ({ byteLength }) => byteLength,
              () => 0,
            ),
        src,
      );
      expect((await peak(browser)) - before).toBeGreaterThan(300);
    } finally {
      await browser.close();
    }
  },
);
