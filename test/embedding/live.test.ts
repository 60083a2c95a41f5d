/**
 * Live embeds in a real page with the built script, a real server that goes through every kind of answer, and a fake
 * clock.
 */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { answer, cors, site } from './site.js';
import type { Answer, Site } from './site.js';
import { visitor } from './visit.js';

const path = '/feed.json';
const minute = 60_000;

interface State {
  readonly made: number;
  readonly text?: string;
  readonly level?: string;
  readonly rows?: readonly string[];
}

/** A feed generated at a certain minute; its clause contains that number. */
function feedAt({ made, text = `Wording ${made} of the clause.`, level = 'medium', rows = [] }: State): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Example Observatory',
    language: 'en',
    _provision_feed: { spec: '1.0', generated: new Date(Date.UTC(2026, 0, 1) + made * minute).toISOString() },
    items: [
      {
        id: 'r-1',
        title: 'Broad licence',
        content_text: 'It may use what you post.',
        _provision: {
          severity: { level, label: level },
          clauses: [{ text, language: 'en' }],
          comparisons: {
            items: rows.map((name) => ({
              platform: { name },
              excerpt: `Excerpt of ${name}.`,
              url: `https://${name}.example/`,
            })),
          },
        },
      },
    ],
  };
}

/** Answers as a CDN does: with an ETag, and with 304 when it matches. */
function tagged(content: object): Answer {
  const body = JSON.stringify(content);
  const etag = `"${body.length}-${body.slice(150, 210).replace(/\W/g, '')}"`;
  return (response, request) => {
    const headers = { ...cors, etag, 'cache-control': 'no-cache' };
    if (request.headers['if-none-match'] === etag) response.writeHead(304, headers).end();
    else response.writeHead(200, { ...headers, 'content-type': 'application/json' }).end(body);
  };
}

const truncated: Answer = (response) => {
  response.writeHead(200, { ...cors, 'content-type': 'application/json' }).end('{"version":"https://jsonfeed.org/ver');
};
const broken = answer(500, 'application/json', '{}', cors);
/** Never answers, so only the client's timeout ends the request. */
const silent: Answer = () => undefined;

async function liveArticle(on: Site, count: number, attributes = '') {
  const src = on.serve(path, tagged(feedAt({ made: 1 })));
  const script = on.scripts();
  const cards = Array.from(
    { length: count },
    () => `<div><provision-card src="${src}" mode="live" ${attributes}><p>Own words.</p></provision-card></div>`,
  ).join('');
  const url = on.page(`<p>Before.</p>${cards}<p>After.</p><script async src="${script}"></script>`);
  const reader = await visitor();
  await reader.page.clock.install();
  await reader.open(url);
  await reader.page.waitForFunction(
    (all) =>
      [...document.querySelectorAll('provision-card')].filter((card) =>
        card.shadowRoot?.querySelector('[part~="as-of"]'),
      ).length === all,
    count,
  );
  return reader;
}

interface Seen {
  readonly now: number;
  readonly most: number;
  readonly done: number;
  readonly started: number;
}

/** Counts the page's requests in flight by wrapping `fetch`. */
function countRequests(page: Page): Promise<void> {
  return page.evaluate(() => {
    const counts = { now: 0, most: 0, done: 0, started: 0 };
    Object.assign(window, { seen: counts });
    const { fetch } = window;
    window.fetch = async (...args) => {
      counts.started++;
      counts.most = Math.max(counts.most, ++counts.now);
      try {
        const response = await fetch(...args);
        // A request counts until its body has been read.
        await response.clone().arrayBuffer();
        return response;
      } finally {
        counts.now--;
        counts.done++;
      }
    };
  });
}

const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen: Seen }).seen);

/**
 * Lets the next poll start and end. A silent server receives the request first, and then the client's timeout passes.
 */
async function nextPoll(page: Page, silentServer?: Site): Promise<void> {
  const { done, started } = await seen(page);
  const asked = silentServer?.count(path) ?? 0;
  // In steps shorter than the client's timeout, until the request has started.
  for (let turn = 0; turn < 100 && (await seen(page)).started === started; turn++) await page.clock.runFor(12_000);
  if (silentServer) {
    while (silentServer.count(path) === asked) await page.evaluate(() => undefined);
    await page.clock.runFor(16_000);
  }
  await page.waitForFunction((count) => (window as unknown as { seen: Seen }).seen.done > count, done, { polling: 5 });
  // Run the timers that wait for the answer.
  await page.clock.runFor(10);
}

/** A thousand polls, more than any page stays open for, take minutes; `FUZZ_RUNS` enables them. */
const rounds = process.env['FUZZ_RUNS'] ? 125 : 8;

describe('many polls with 50 elements', () => {
  it('send one request each, never two at a time, and show every change', { timeout: 900_000 }, async () => {
    const on = await site();
    const reader = await liveArticle(on, 50);
    const { page } = reader;
    await countRequests(page);
    const texts = () =>
      page.evaluate(() => [
        ...new Set(
          [...document.querySelectorAll('provision-card')].map((card) =>
            card.shadowRoot!.querySelector('[part~="quotation"]')!.textContent.trim(),
          ),
        ),
      ]);
    const before = on.count(path);
    expect(before).toBe(1);

    let made = 1;
    let polls = 0;
    const poll = async (given: Answer | undefined, expected: number) => {
      if (given) on.serve(path, given);
      polls++;
      await nextPoll(page, given === silent ? on : undefined);
      expect(on.count(path), `poll ${polls}`).toBe(before + polls);
      if (expected) {
        await page.waitForFunction(
          (text) =>
            [...document.querySelectorAll('provision-card')].every((card) =>
              card.shadowRoot!.querySelector('[part~="quotation"]')!.textContent.includes(text),
            ),
          `Wording ${expected} of`,
          { polling: 5 },
        );
      }
    };
    for (let round = 0; round < rounds; round++) {
      await poll(tagged(feedAt({ made })), made); // ok
      await poll(undefined, made); // 304
      made++;
      await poll(tagged(feedAt({ made })), made); // changed
      await poll(broken, made);
      await poll(truncated, made);
      await poll(silent, made);
      await poll(tagged(feedAt({ made: made - 1 })), made); // older
      await poll(tagged(feedAt({ made })), made); // ok
    }
    expect(on.count(path)).toBe(1 + 8 * rounds);
    expect((await seen(page)).most).toBe(1);
    expect(await texts()).toEqual([expect.stringContaining(`Wording ${made} of`)]);
    // Removed elements send no more requests.
    await page.evaluate(() => {
      document.querySelectorAll('provision-card').forEach((card) => {
        card.remove();
      });
    });
    await page.clock.runFor(120 * minute);
    expect(on.count(path)).toBe(1 + 8 * rounds);
    expect((await seen(page)).now).toBe(0);
  });
});

describe('a change while the page is open', () => {
  async function changed(
    from: State,
    to: State,
    before: (reader: Awaited<ReturnType<typeof visitor>>) => Promise<void>,
  ) {
    const on = await site();
    on.serve(path, tagged(feedAt(from)));
    const src = on.serve(path, tagged(feedAt(from)));
    const script = on.scripts();
    const url = on.page(
      `<div style="height: 300px">Before.</div><div><provision-card src="${src}" mode="live"></provision-card></div>
       <p id="after">After.</p><div style="height: 3000px"></div><script async src="${script}"></script>`,
    );
    const reader = await visitor();
    await reader.page.clock.install();
    await reader.open(url);
    await reader.page.locator('provision-card [part~="as-of"]').waitFor();
    await countRequests(reader.page);
    await before(reader);
    on.serve(path, tagged(feedAt(to)));
    await nextPoll(reader.page);
    return { ...reader, on };
  }

  const longText = (made: number) =>
    `Wording ${made} of the clause. ${'It goes on and on for a good while. '.repeat(40)}`;

  it('is announced once and marked, and keeps the focus and the open parts', async () => {
    const rows = ['alpha', 'beta'];
    const { page, complaints } = await changed(
      { made: 1, text: longText(1), rows },
      { made: 2, text: longText(2), rows: ['aardvark', ...rows] },
      async ({ page: at }) => {
        await at.getByRole('button', { name: 'Read the whole clause' }).click();
        await at.getByRole('link', { name: 'beta' }).focus();
        await at.evaluate(() => {
          const said: string[] = [];
          Object.assign(window, { said });
          const region = document.querySelector('provision-card')!.shadowRoot!.querySelector('p[role="status"]')!;
          new MutationObserver(() => said.push(region.textContent)).observe(region, {
            childList: true,
            characterData: true,
            subtree: true,
          });
        });
      },
    );
    const card = page.locator('provision-card');
    await card.getByText('Wording 2 of').first().waitFor();
    await page.clock.runFor(100);
    await card.getByRole('button', { name: 'Show less' }).waitFor();
    const focused = await card.evaluate((element) => element.shadowRoot!.activeElement?.textContent?.trim());
    expect(focused).toBe('beta');
    expect(await card.locator('[part~="clause"]').getAttribute('data-changed')).toBe('');
    expect(await card.locator('[part~="summary"]').getAttribute('data-changed')).toBeNull();
    expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual([
      'This clause has changed since you opened this page.',
    ]);
    await card.getByText('This clause has changed since you opened this page.').first().waitFor();
    expect(complaints()).toEqual([]);
  });

  it('above the viewport does not move the text in it', async () => {
    let top = 0;
    const { page } = await changed({ made: 1 }, { made: 2, text: longText(2) }, async ({ page: at }) => {
      await at.evaluate(() => {
        document.querySelector('#after')!.scrollIntoView();
      });
      top = await at.evaluate(() => document.querySelector('#after')!.getBoundingClientRect().top);
    });
    await page.locator('provision-card').getByText('Wording 2 of').first().waitFor({ state: 'attached' });
    expect(
      Math.abs((await page.evaluate(() => document.querySelector('#after')!.getBoundingClientRect().top)) - top),
    ).toBeLessThan(2);
  });

  it('is not rendered when the feed is the same, except for the time', async () => {
    const { page } = await changed({ made: 1 }, { made: 1 }, async ({ page: at }) => {
      await at.evaluate(() => {
        const changes: string[] = [];
        Object.assign(window, { changes });
        const observer = new MutationObserver((records) => {
          for (const { target } of records) {
            const element = target instanceof Element ? target : target.parentElement!;
            if (!element.closest('time')) changes.push(element.outerHTML);
          }
        });
        observer.observe(document.querySelector('provision-card')!.shadowRoot!, {
          childList: true,
          characterData: true,
          attributes: true,
          subtree: true,
        });
      });
    });
    await nextPoll(page);
    expect(await page.evaluate(() => (window as unknown as { changes: string[] }).changes)).toEqual([]);
  });

  it('is parsed once, and an unchanged feed is not parsed again', async () => {
    const { page, on } = await changed({ made: 1 }, { made: 1 }, async ({ page: at }) => {
      await at.evaluate(() => {
        const texts: string[] = [];
        Object.assign(window, { texts });
        const { parse } = JSON;
        JSON.parse = (text: string, ...rest) => {
          texts.push(text);
          return parse(text, ...rest) as unknown;
        };
      });
    });
    const read = () => page.evaluate(() => (window as unknown as { texts: string[] }).texts.length);
    // The first repeated body is remembered, so the next one is compared as text.
    const before = await read();
    await nextPoll(page);
    expect(await read()).toBe(before);
    on.serve(path, tagged(feedAt({ made: 2 })));
    await nextPoll(page);
    await page.locator('provision-card').getByText('Wording 2 of').first().waitFor();
    expect(await read()).toBe(before + 1);
  });
});

describe('the offline copy', () => {
  async function visits(attributes: string, storage: 'open' | 'blocked') {
    const on = await site();
    const src = on.serve(path, tagged(feedAt({ made: 1 })));
    const script = on.scripts();
    const url = on.page(
      `<div><provision-card src="${src}" ${attributes}><p>Own words.</p></provision-card></div><script async src="${script}"></script>`,
    );
    const reader = await visitor();
    if (storage === 'blocked') {
      await reader.page.addInitScript(() => {
        Object.defineProperty(window, 'caches', {
          get: () => {
            throw new DOMException('Blocked', 'SecurityError');
          },
        });
      });
    }
    await reader.open(url);
    await reader.page.locator('provision-card [part~="base"]').waitFor();
    if (attributes && storage === 'open') {
      await reader.page.waitForFunction(async () => (await (await caches.open('provision-embed')).keys()).length === 1);
    }
    const kept = await reader.page.evaluate(async () => {
      try {
        return await caches.keys();
      } catch {
        return [];
      }
    });
    on.serve(path, broken);
    await reader.page.reload();
    return { ...reader, kept };
  }

  it('is shown with its date when the page has enabled the cache', async () => {
    const { page, kept } = await visits('cache', 'open');
    expect(kept).toEqual(['provision-embed']);
    const card = page.locator('provision-card');
    await card.getByText('Wording 1 of').waitFor();
    expect(await card.locator('[part~="as-of"]').innerText()).toMatch(
      /^As of .*\. The source cannot be reached at present\.$/,
    );
  });

  it('is parsed as strictly as a feed', async () => {
    const { page } = await visits('cache', 'open');
    await page.locator('provision-card').getByText('Wording 1 of').waitFor();
    await page.evaluate(async () => {
      const cache = await caches.open('provision-embed');
      for (const key of await cache.keys()) {
        const content = {
          items: [{ id: 'r-1', url: 'javascript:alert(1)', title: ['x'], content_text: 'Still here.' }],
        };
        await cache.put(key, new Response(JSON.stringify(content), { headers: { date: new Date().toUTCString() } }));
      }
    });
    await page.reload();
    const card = page.locator('provision-card');
    await card.getByText('Still here.').waitFor();
    expect(await card.evaluate((element) => element.shadowRoot!.querySelectorAll('[href^="javascript"]').length)).toBe(
      0,
    );
  });

  it.each([
    ['the page has not enabled it', '', 'open'],
    ['storage is blocked', 'cache', 'blocked'],
  ] as const)('leaves the fallback where %s', async (_name, attributes, storage) => {
    const { page, kept, told } = await visits(attributes, storage);
    expect(kept).toEqual([]);
    await told('provision-error', 1);
    expect(await page.locator('provision-card').innerText()).toBe('Own words.');
  });
});
