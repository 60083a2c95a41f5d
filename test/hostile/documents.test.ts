/** The origin of a page, its other scripts and styles, and the changes that they make while the page is read. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inlineFeed, records } from '../embedding/feeds.js';
import { feed, site, wholePage } from '../embedding/site.js';
import { inEveryEngine, type Tab } from './support/engines.js';
import { complaints, embeds, hostilePage, recorded, settledElements, twoSites } from './support/page.js';
import { strangePaths, strangeRequests } from './support/page.js';
import { recorderScript } from './support/recorder.js';

const timeouts = { timeout: 60_000 };

/** Counts the visible cards and the visible fallbacks, and measures the widest card. */
function counts(tab: Tab): Promise<{ cards: number; own: number; widest: number }> {
  return tab.evaluate(() => {
    const cards = [...document.querySelectorAll('provision-card')].flatMap((card) => [
      ...(card.shadowRoot?.querySelectorAll('[part~="base"]') ?? []),
    ]);
    const own = [...document.querySelectorAll('.own')].filter((one) => one.getClientRects().length);
    return {
      cards: cards.length,
      own: own.length,
      widest: Math.max(0, ...cards.map((card) => card.getBoundingClientRect().width)),
    };
  });
}

const one = (src: string, attributes = '', record = 'T-1'): string =>
  `<div><provision-card id="one" src="${src}" record="${record}" ${attributes}><p class="own">Own words.</p></provision-card></div>`;

const inline = `<div><provision-card id="one" record="T-1">${inlineFeed}<p class="own">Own words.</p></provision-card></div>`;

inEveryEngine((engine) => {
  describe('a page', () => {
    it('with a base elsewhere sends requests to its own feed only', async () => {
      const { paper, publisher } = await twoSites();
      const src = publisher.serve('/feed.json', feed(records));
      const tab = await engine.tab();
      await tab.open(hostilePage(paper, one(src), { after: '<base href="http://127.0.0.1:1/elsewhere/">' }));
      await settledElements(tab, 1);
      expect(await counts(tab)).toMatchObject({ cards: 1, own: 0 });
      expect(complaints(await recorded(tab))).toEqual([]);
      expect(await strangeRequests(tab, paper, publisher)).toEqual([]);
    });

    it('in a sandbox, without an origin and without storage, shows its card', async () => {
      const { paper, publisher } = await twoSites();
      const src = publisher.serve('/feed.json', feed(records));
      const tab = await engine.tab();
      // Inside a frame, because a driver needs an origin for the page that it drives.
      const inner = hostilePage(paper, one(src), {
        path: '/inner',
        headers: { 'content-security-policy': 'sandbox allow-scripts' },
        after: `<script>addEventListener('provision-load', ({ target }) => {
          let storage;
          try { storage = typeof localStorage; } catch (error) { storage = error.name; }
          target.updateComplete.then(() => parent.postMessage({
            storage, origin: self.origin, errors: recorder.recorded.errors,
            title: target.shadowRoot.querySelector('[part~="heading"]').textContent.trim(),
          }, '*'));
        });</script>`,
      });
      await tab.open(
        hostilePage(paper, `<iframe src="${inner}"></iframe>`, {
          before: `<script>window.told = new Promise((done) => addEventListener('message', ({ data }) => done(data)));</script>`,
        }),
      );
      const told = await tab.evaluate(() => (window as unknown as { told: Promise<unknown> }).told);
      expect(told).toEqual({
        storage: 'SecurityError',
        origin: 'null',
        errors: [],
        title: 'Notes are read, thumbs override the refusal',
      });
    });

    it('opened as a file shows its card', async () => {
      const { paper, publisher } = await twoSites();
      const src = publisher.serve('/feed.json', feed(records));
      const script = paper.scripts();
      const file = join(tmpdir(), `provision-embed-${process.pid}-${engine.name}.html`);
      writeFileSync(file, wholePage(one(src), `<script>${recorderScript}</script><script src="${script}"></script>`));
      onTestFinished(() => rmSync(file));
      const tab = await engine.tab();
      await tab.open(pathToFileURL(file).href);
      await settledElements(tab, 1);
      expect(await counts(tab)).toMatchObject({ cards: 1, own: 0 });
      expect(complaints(await recorded(tab))).toEqual([]);
    });

    const outside = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
    it.skipIf(!outside)('without https shows its card and checks no hash', async () => {
      const paper = await site();
      hostilePage(paper, inline);
      // The same site at an address that no browser treats as a secure context.
      const proxy = createServer((asked, response) => {
        request(`${paper.origin()}${asked.url ?? ''}`, (given) => {
          response.writeHead(given.statusCode ?? 500, given.headers);
          given.pipe(response);
        }).end();
      });
      await new Promise<void>((done) => proxy.listen(0, outside, done));
      onTestFinished(() => {
        proxy.closeAllConnections();
        proxy.close();
      });
      const tab = await engine.tab();
      await tab.open(`http://${outside!}:${(proxy.address() as AddressInfo).port}/article`);
      await settledElements(tab, 1);
      expect(await tab.evaluate(() => [isSecureContext, typeof crypto.subtle])).toEqual([false, 'undefined']);
      expect(await counts(tab)).toMatchObject({ cards: 1, own: 0 });
      const results = await tab.evaluate(async () => {
        const card = document.querySelector('provision-card') as unknown as {
          verify: () => Promise<{ outcome: string }[]>;
        };
        return (await card.verify()).map((result) => JSON.stringify(result));
      });
      expect(results.length).toBeGreaterThan(0);
      expect(results.filter((result) => result.includes('"match'))).toEqual([]);
      expect(complaints(await recorded(tab))).toEqual([]);
    });

    it.each([
      ['by hosts', 0, ''],
      ['by nonces', 1, 'nonce="c2VjcmV0"'],
    ])(
      'under the policy %s that SECURITY.md publishes shows all cards and everything that opens',
      async (_, which, nonce) => {
        const { paper, publisher } = await twoSites();
        const policy = publishedPolicies()
          [which]!.replace('https://cdn.example', paper.origin())
          .replace('https://feeds.example', publisher.origin());
        const src = publisher.serve('/feed.json', feed(records));
        const tab = await engine.tab();
        const headers = { 'content-security-policy': policy };
        await tab.open(hostilePage(paper, embeds(src, 'T-1'), { headers, attributes: nonce }));
        await settledElements(tab);
        await tab.evaluate(() => {
          for (const host of document.querySelectorAll('provision-card, provision-severity, provision-comparison')) {
            host.shadowRoot!.querySelector<HTMLElement>('[part~="badge-button"]')?.click();
          }
        });
        await expect
          .poll(() =>
            tab.evaluate(
              () =>
                getComputedStyle(
                  document.querySelector('#article')!.shadowRoot!.querySelector('[part~="popover"]') ?? document.body,
                ).position,
            ),
          )
          .toBe('fixed');
        // Firefox also reports the page's own icon, at an unpredictable time.
        expect(complaints(await recorded(tab)).filter((line) => line !== 'forbidden: img-src data')).toEqual([]);
        // The card is styled although the policy allows no styles but ours.
        expect(
          await tab.evaluate(
            () =>
              getComputedStyle(document.querySelector('#article')!.shadowRoot!.querySelector('[part~="heading"]')!)
                .fontWeight,
          ),
        ).toBe('700');
      },
    );

    it('keeps its fallback and gets one console warning when it forbids Lit’s policy', async () => {
      const { paper, publisher } = await twoSites();
      const src = publisher.serve('/feed.json', feed(records));
      const tab = await engine.tab();
      const policy = "require-trusted-types-for 'script'; trusted-types none-of-ours";
      await tab.open(hostilePage(paper, one(src), { headers: { 'content-security-policy': policy } }));
      const { errors, console } = await recorded(tab);
      expect(errors).toEqual([]);
      // An engine without Trusted Types shows the card.
      if (!(await tab.evaluate(() => 'trustedTypes' in window))) return;
      expect(await counts(tab)).toMatchObject({ cards: 0, own: 1 });
      expect(console).toEqual([expect.stringMatching(/^warn: \[provision-embed\] /)]);
    });

    it('with tiny rems and everything unset is laid out at a readable size', async () => {
      const { paper, publisher } = await twoSites();
      const src = publisher.serve('/feed.json', feed(records));
      const tab = await engine.tab();
      const after = `<style>* { all: unset !important } html { font-size: 1px !important } div, p { display: block !important; font: 16px serif !important }</style>`;
      await tab.open(hostilePage(paper, embeds(src, 'T-1'), { after }));
      await settledElements(tab);
      // The complete record loads code of its own.
      await expect.poll(() => counts(tab), timeouts).toMatchObject({ cards: 3 });
      const looks = await tab.evaluate(() =>
        [...document.querySelectorAll('provision-card, provision-clause, provision-comparison')].map((host) => {
          const base = host.shadowRoot!.querySelector('[part~="base"]')!;
          const sizes = [...base.querySelectorAll('p, button, a, b, cite')].map((piece) =>
            parseFloat(getComputedStyle(piece).fontSize),
          );
          return { display: getComputedStyle(base).display, smallest: Math.min(16, ...sizes) };
        }),
      );
      expect(looks.filter(({ display, smallest }) => display !== 'block' || smallest < 11)).toEqual([]);
      expect(looks).toHaveLength(5);
    });
  });

  describe('a page with scripts of its own', () => {
    it.each([
      [
        'takes away what it does not know of attributes',
        `for (const { target } of all) if (target.attributes) for (const { name } of [...target.attributes]) if (!/^(id|class|src|record|href)$/.test(name)) target.removeAttribute(name);`,
      ],
      [
        'puts each new element in anew',
        `for (const { addedNodes } of all) for (const node of addedNodes) if (node.localName === 'provision-card' && !node.dataset.seen) { const copy = node.cloneNode(true); copy.dataset.seen = ''; node.replaceWith(copy); }`,
      ],
      [
        'moves each element about',
        `for (const { addedNodes } of all) for (const node of addedNodes) if (node.localName === 'provision-card' && !node.dataset.seen) { node.dataset.seen = ''; document.body.append(node); }`,
      ],
      [
        'takes the elements away',
        `for (const { addedNodes } of all) for (const node of addedNodes) if (/^provision-/.test(node.localName)) node.replaceWith(...node.childNodes);`,
      ],
    ])('that %s shows a card once, or the fallback', async (_, sanitise) => {
      const { paper, publisher } = await twoSites();
      const src = publisher.serve('/feed.json', feed(records));
      const before = `<script>let rounds = 0; new MutationObserver((all) => { if (rounds++ > 1000) throw new Error('They fight'); ${sanitise} }).observe(document, { childList: true, subtree: true, attributes: true });</script>`;
      const tab = await engine.tab();
      await tab.open(hostilePage(paper, '<main></main>', { before }));
      // Inserted all at once: an element that is removed while the parser is still inside it loses its end, and no
      // script of ours could prevent that.
      await tab.evaluate(
        (html) => {
          document.querySelector('main')!.innerHTML = html;
        },
        one(src) + one(src, 'onclick="0" data-more="1"', 'T-2'),
      );
      await expect.poll(() => counts(tab).then(({ cards, own }) => cards + own), timeouts).toBe(2);
      const elements = await tab.evaluate(() => document.querySelectorAll('provision-card').length);
      await expect.poll(() => counts(tab), timeouts).toMatchObject({ cards: elements, own: 2 - elements });
      expect(complaints(await recorded(tab))).toEqual([]);
    });

    it('that translates its text still shows a later live update and the parts that are opened', async () => {
      const { paper, publisher } = await twoSites();
      const at = (made: number, why: string, extra = {}) => ({
        ...records,
        _provision_feed: { ...records._provision_feed, generated: `2026-06-0${made}T00:00:00Z` },
        items: [{ ...records.items[0], _provision: { ...records.items[0]._provision, why_it_matters: why, ...extra } }],
      });
      const src = publisher.serve(
        '/feed.json',
        feed(at(1, `First. ${'Words of it. '.repeat(80)}`), { 'cache-control': 'no-cache' }),
      );
      const tab = await engine.tab();
      await tab.open(hostilePage(paper, one(src, 'mode="live"')));
      await settledElements(tab, 1);
      await expect
        .poll(() =>
          tab.evaluate(() => Boolean(document.querySelector('#one')!.shadowRoot!.querySelector('[part~="as-of"]'))),
        )
        .toBe(true);
      // Imitates the translators of Chrome and Edge: each text is moved into two nested <font>.
      const translated = await tab.evaluate(() => {
        const walker = document.createTreeWalker(document.querySelector('#one')!.shadowRoot!, NodeFilter.SHOW_TEXT);
        const texts: Text[] = [];
        while (walker.nextNode()) {
          const text = walker.currentNode as Text;
          if (text.data.trim() && !text.parentElement!.closest('[translate=no], style')) texts.push(text);
        }
        for (const text of texts) {
          // The tag name is not a literal because the linter rejects the deprecated element.
          const { localName: name } = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
          const [outer, inner] = [document.createElement(name), document.createElement(name)];
          inner.textContent = text.data.toUpperCase();
          outer.append(inner);
          text.replaceWith(outer);
        }
        return texts.length;
      });
      expect(translated).toBeGreaterThan(10);
      const label = () =>
        tab.evaluate(() =>
          document.querySelector('#one')!.shadowRoot!.querySelector('button[part~="more"]')!.textContent.trim(),
        );
      expect(await label()).toBe('WHY IT MATTERS');
      await tab.evaluate(() =>
        document.querySelector('#one')!.shadowRoot!.querySelector<HTMLElement>('button[part~="more"]')!.click(),
      );
      await expect.poll(label, timeouts).toBe('Show less');
      publisher.serve(
        '/feed.json',
        feed(at(2, 'Second.', { consumer_impact: 'New impact.' }), { 'cache-control': 'no-cache' }),
      );
      await tab.evaluate(() => (document.querySelector('#one') as unknown as { reload: () => Promise<void> }).reload());
      const words = () =>
        tab.evaluate(() => document.querySelector('#one')!.shadowRoot!.querySelector('[part~="base"]')!.textContent);
      await expect.poll(words, timeouts).toContain('Second.');
      expect(await words()).toContain('New impact.');
      expect(await words()).not.toMatch(/FIRST|First/);
      expect(complaints(await recorded(tab))).toEqual([]);
    });
  });

  it('a visit requests the script, its chunks and the feed, and leaves no cookie, storage or referrer', async () => {
    const { paper, publisher } = await twoSites();
    const src = publisher.serve('/feed.json', feed(records, { 'set-cookie': 'followed=1; Path=/' }));
    const tab = await engine.tab();
    // Cookies ignore ports, so this one would also be sent to the feed's server.
    await tab.open(hostilePage(paper, embeds(src, 'T-1'), { headers: { 'set-cookie': 'reader=42; Path=/' } }));
    await settledElements(tab);
    const kept = await tab.evaluate(async () => ({
      cookies: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: typeof caches === 'undefined' ? 0 : (await caches.keys()).length,
      name: window.name,
    }));
    expect(kept).toEqual({ cookies: 'reader=42', local: 0, session: 0, databases: 0, caches: 0, name: '' });
    expect(publisher.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /feed.json']);
    const [{ headers }] = publisher.requests as [(typeof publisher.requests)[0]];
    expect([headers.cookie, headers.referer, headers.authorization]).toEqual([undefined, undefined, undefined]);
    expect(strangePaths(paper)).toEqual([]);
    expect(await strangeRequests(tab, paper, publisher)).toEqual([]);
    // Control: a request of the page itself does carry the cookie and the referrer.
    await tab.evaluate((url) => fetch(url, { credentials: 'include', mode: 'no-cors' }).then(() => 0), `${src}?page`);
    const own = publisher.requests.find(({ path }) => path === '/feed.json?page');
    expect([own?.headers.cookie, own?.headers.referer]).toEqual(['reader=42', `${paper.origin()}/`]);
    await tab.evaluate(() => (document.cookie = 'reader=; Max-Age=0; Path=/'));
  });
});

/** The headers that SECURITY.md publishes, unchanged. */
function publishedPolicies(): string[] {
  const text = readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8');
  return [...text.matchAll(/^Content-Security-Policy: (.*)$/gm)].map(([, policy]) => policy!);
}
