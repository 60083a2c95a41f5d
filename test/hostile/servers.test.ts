/** Servers that misbehave, the script's, and the feeds', all on one page: each card has its record or the article's own words, and no neighbour's trouble. */
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

/** On this page fifteen seconds of patience end when the test says so: on a busy machine others need them. */
const hasty = '<script src="/hasty.js"></script>';
const hastyScript = `
  const { setTimeout: wait, clearTimeout: clear } = window;
  const patient = new Map();
  window.setTimeout = (call, time, ...rest) => {
    const id = wait(call, time === 15_000 ? 3_600_000 : time, ...rest);
    if (time === 15_000) patient.set(id, call);
    return id;
  };
  window.clearTimeout = (id) => {
    patient.delete(id);
    clear(id);
  };
  window.endPatience = () => patient.forEach((call) => call());`;

/** What a reader sees of each card: the record, the page's own words, or nothing. */
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
  it('that refuse the script’s code once do not keep it from a reader who asks again', async () => {
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
    /** Presses “Full record”; resolves when it is there, or when the reader has been told that it is not. */
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

  it('that misbehave cost the cards of others nothing', async () => {
    const { paper, publisher } = await twoSites();
    const written = { bytes: 0, ended: false };
    const all = misbehaviours(written);
    publisher.serve('/elsewhere.json', feed(records));
    const html = all.map((one, index) => card(`m${index}`, publisher.serve(`/m${index}.json`, one.answer))).join('');
    const good = card('good', publisher.serve('/good.json', feed(records)));
    paper.serve('/hasty.js', answer(200, 'text/javascript', hastyScript));
    const tab = await engine.tab();
    await tab.open(hostilePage(paper, html + good, { before: hasty }));
    await settledElements(tab, 1 + all.filter(({ code }) => code !== 'timeout').length);
    await tab.evaluate(() => {
      (window as unknown as { endPatience: () => void }).endPatience();
    });
    await settledElements(tab, all.length + 1);
    const { events, errors, console } = await recorded(tab);
    const shown = await tab.evaluate(shownOf);
    const codes = new Map(events.map(({ by, type, code }) => [by, type === 'provision-load' ? 'load' : code]));
    const seen = all.map(({ name }, index) => [name, codes.get(`m${index}`), shown[index]]);
    // Of half a gzip some browsers give the beginning without a word, others call it a broken connection; of none some
    // give the bytes as they are.
    expect(seen).toEqual(
      all.map(({ name, code }) => [
        name,
        code ?? expect.stringMatching(/^(?:json|network|load)$/),
        code === 'load' ? 'record' : expect.stringMatching(code ? /^own$/ : /^(?:own|record)$/),
      ]),
    );
    expect(shown.at(-1)).toBe('record');
    expect(errors).toEqual([]);
    // One line each, and nothing else.
    expect(console.filter((line) => !line.startsWith('warn: [provision-embed] '))).toEqual([]);
    expect(console).toHaveLength(events.filter(({ type }) => type === 'provision-error').length);
    // What has no end was hung up on at the cap; what was on its way is not ours to take back.
    await expect.poll(() => written.ended, { timeout: 60_000 }).toBe(true);
    // WebKit reads ahead of the page, as fast as a server can write, until it hears of it.
    if (engine.name !== 'webkit') expect(written.bytes).toBeLessThan(64 * 1024 * 1024);
    expect(publisher.count('/elsewhere.json')).toBe(0);
    // A browser may ask once more where a connection was closed on it.
    expect(new Set(publisher.requests.map(({ path }) => path)).size).toBe(all.length + 1);
    expect(await strangeRequests(tab, paper, publisher)).toEqual([]);
    expect(strangePaths(paper, '/hasty.js')).toEqual([]);
  });

  it.skipIf(!bodies.length)('that send any body that a parser was ever tried with', async () => {
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

/** The most memory that any process of a browser ever had, in MiB. Linux tells. */
async function peak(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo.map(({ id }) => {
    const line = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'));
    return Number(line?.[1]) / 1024;
  });
  return Math.max(...sizes);
}

// Only Chromium says which processes are its own, and Linux what they have had.
it.runIf(process.platform === 'linux' && engineNames.includes('chromium'))(
  'a bomb does not go off: the memory that it takes is bounded',
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
      await page.evaluate(() => window.recorder.heard(1, 'provision-error'));
      expect(await page.evaluate(() => window.recorder.recorded.events[0]?.code)).toBe('size');
      expect((await peak(browser)) - before).toBeLessThan(150);
      // And this is what it takes where nobody looks at its size.
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
