/** Changes that pages, editors and browsers commonly make to our markup, addresses, frames and keys. */
import { describe, expect, it } from 'vitest';
import { card, fallback, provision, quotation, records } from './feeds.js';
import { answer, feed, site, wholePage, type Site } from './site.js';
import { painted, settled, visitor, type Visit } from './visit.js';

interface Open {
  readonly reader: Visit;
  readonly paper: Site;
  readonly src: string;
}

/** Opens a page with the script; `body` receives the address of the feed. */
async function opened(body: (src: string) => string, head = '', lang = 'en'): Promise<Open> {
  const [paper, publisher] = [await site(), await site()];
  const src = publisher.serve('/feed.json', feed(records));
  const reader = await visitor();
  const html = wholePage(body(src), `${head}<script src="${paper.scripts()}"></script>`).replace(
    'lang="en"',
    `lang="${lang}"`,
  );
  await reader.open(paper.serve('/news/article', answer(200, 'text/html; charset=utf-8', html)));
  return { reader, paper, src };
}

/** Counts the elements with a box. */
const seen = ({ page }: Visit, selector: string): Promise<number> =>
  page.evaluate(
    (chosen) => [...document.querySelectorAll(chosen)].filter((one) => one.getClientRects().length).length,
    selector,
  );

describe('markup', () => {
  it('keeps the article visible after a self-closing tag, and warns in the console', async () => {
    const { reader } = await opened(
      (src) =>
        `<main><provision-card src="${src}" record="T-1" /><p class="rest">The next paragraph.</p><h2 class="rest">More</h2><p class="rest">The end.</p></main>`,
    );
    await reader.told('provision-load');
    await painted(reader.page).waitFor();
    expect(await seen(reader, '.rest')).toBe(3);
    expect(reader.console).toEqual([expect.stringContaining('</provision-card>')]);
  });

  it('shows the card alone where an editor has put a paragraph around it', async () => {
    const { reader } = await opened(
      (src) => `<p><provision-card src="${src}" record="T-1">${fallback}</provision-card></p><p class="rest">On.</p>`,
    );
    await reader.told('provision-load');
    await expect.poll(() => seen(reader, 'blockquote.own')).toBe(0);
    expect(await seen(reader, '.rest')).toBe(1);
  });

  it('leaves an unrelated quotation after a paragraph visible', async () => {
    const { reader } = await opened(
      (src) =>
        `<p><provision-card src="${src}" record="T-1"></provision-card></p><blockquote class="own"><p>Another.</p></blockquote>`,
    );
    await reader.told('provision-load');
    await settled(reader.page);
    expect(await seen(reader, 'blockquote.own')).toBe(1);
  });

  const saved =
    '<template shadowrootmode="open"><article part="base"><h3 part="heading">An old card</h3></article></template>';

  it('shows one card in a page that was saved with its shadow roots', async () => {
    const { reader } = await opened(
      (src) =>
        card(src, 'T-1', { inside: saved + fallback }) +
        `<blockquote class="provision-embed own" data-src="${src}" data-record="T-2"><template shadowrootmode="open"><provision-card src="${src}" record="T-2">${saved}</provision-card></template><p>${quotation}</p></blockquote>`,
    );
    await reader.told('provision-load', 2);
    await settled(reader.page);
    expect(await painted(reader.page).count()).toBe(2);
    expect(await reader.page.getByText('An old card').count()).toBe(0);
    expect(reader.errors).toEqual([]);
  });

  it('reads attributes with blanks and curly quotes', async () => {
    const { reader } = await opened(
      (src) => `<provision-card src=" ${src} " record=“T-2” layout=“compact”></provision-card>
        <blockquote class=“provision-embed” data-src=“${src}” data-record=“T-1”><p>${quotation}</p></blockquote>`,
    );
    await reader.told('provision-load', 2);
    expect(await reader.page.getByRole('heading', { name: 'The second record' }).count()).toBe(1);
    expect(await reader.page.getByRole('heading', { name: 'Why it matters' }).count()).toBe(1);
  });

  it('upgrades quotations inside the shadow roots of the page’s own components, also of those defined later', async () => {
    const { reader } = await opened(
      (src) => `<my-article></my-article><my-late></my-late><script>
        const html = '<blockquote class="provision-embed" data-src="${src}" data-record="T-1"><p>Words.</p></blockquote>';
        class Own extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = html; } }
        customElements.define('my-article', Own);
        addEventListener('load', () => setTimeout(() => customElements.define('my-late', class extends Own {})));
      </script>`,
    );
    await reader.told('provision-load', 2);
    await expect.poll(() => painted(reader.page).count()).toBe(2);
  });

  it('shows a rating in an XHTML document', async () => {
    const [paper, publisher] = [await site(), await site()];
    const src = publisher.serve('/feed.json', feed(records));
    const reader = await visitor();
    await reader.open(
      paper.serve(
        '/article',
        answer(
          200,
          'application/xhtml+xml',
          `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>An article</title><script src="${paper.scripts()}"></script></head><body><p>Rated <provision-severity level="high" label="High"></provision-severity>.</p><provision-card src="${src}" record="T-1"><p>Own.</p></provision-card></body></html>`,
        ),
      ),
    );
    await reader.told('provision-load');
    await reader.page.locator('provision-severity [part~="badge"]').waitFor();
    expect(await reader.page.locator('provision-severity [part~="shape"]').boundingBox()).toMatchObject({
      width: expect.any(Number),
    });
    expect(await painted(reader.page).count()).toBe(1);
    expect(reader.complaints()).toEqual([]);
  });
});

describe('addresses', () => {
  it.each(['/feeds/x.json', '../feeds/x.json', ' /feeds/x.json'])(
    'resolves src="%s" against the page’s address, whatever its base',
    async (src) => {
      const paper = await site();
      paper.serve('/feeds/x.json', feed(records));
      const reader = await visitor();
      const head = `<base href="https://elsewhere.example/deep/"><script src="${paper.scripts()}"></script>`;
      await reader.open(paper.page(card(src), { path: '/news/article', head }));
      await reader.told('provision-load');
      expect(paper.count('/feeds/x.json')).toBe(1);
    },
  );

  it('refuses a feed on another http: host, and the console line states the remedy', async () => {
    const { reader } = await opened(() => card('http://feeds.example/x.json'));
    await reader.told('provision-error');
    expect(reader.console.join()).toMatch(/Serve it with https:, or from the page’s own host/);
    expect(await seen(reader, 'blockquote.own')).toBe(1);
  });
});

describe('fragments', () => {
  it('are valid selectors, and the old form opens the same two rows', async () => {
    const { sidesHash, sidesOfHash } = await import('../../src/provision/comparison/link.js');
    const hash = sidesHash('https://records.example/r/T-1?x', ['~', 'möten--2']);
    const { page } = await visitor();
    expect(await page.evaluate((text) => document.querySelector(text), hash)).toBeNull();
    expect(sidesOfHash(hash, 'https://records.example/r/T-1?x')).toEqual(['~', 'möten--2']);
    expect(sidesOfHash('#provision-compare=T-1/a/b', 'T-1')).toEqual(['a', 'b']);
  });
});

describe('frames', () => {
  const framed = `<!doctype html><p style="height:700px">A record.</p><script>
    const tell = () => parent.postMessage({ type: 'provision-embed:height', height: document.documentElement.scrollHeight }, '*');
    addEventListener('message', tell); addEventListener('load', tell);</script>`;

  it.each([
    ['by a lazy loader', '<iframe data-late sandbox="allow-scripts" width="340" height="100"></iframe>', ''],
    [
      'by a consent tool, in place of another page',
      '<iframe data-late src="about:blank" sandbox="allow-scripts" style="width:340px"></iframe>',
      '',
    ],
    [
      'in a component’s shadow root',
      '<my-frame></my-frame>',
      `<script>customElements.define('my-frame', class extends HTMLElement { connectedCallback() {
      this.attachShadow({ mode: 'open' }).innerHTML = '<iframe data-late sandbox="allow-scripts" width="340"></iframe>'; } })</script>`,
    ],
  ])('get the reported height when their address is set late %s', async (_, html, more) => {
    const publisher = await site();
    const address = publisher.serve('/e/T-1/', answer(200, 'text/html', framed));
    const { reader } = await opened(() => html + more);
    await reader.page.evaluate((src) => {
      const frame =
        document.querySelector<HTMLIFrameElement>('[data-late]') ??
        document.querySelector('my-frame')!.shadowRoot!.querySelector('iframe')!;
      frame.src = src;
    }, address);
    await expect.poll(() => reader.page.locator('iframe').getAttribute('height').then(Number)).toBeGreaterThan(690);
  });
});

describe('keys and zoom', () => {
  it('keeps typing in our controls from triggering the page’s shortcuts', async () => {
    const many = {
      ...records,
      items: [
        {
          ...provision,
          _provision: {
            ...provision._provision,
            comparisons: {
              total: 10,
              items: Array.from({ length: 10 }, (_, at) => ({
                platform: { name: `Platform ${at}` },
                excerpt: 'Words.',
              })),
            },
          },
        },
      ],
    };
    const [paper, publisher] = [await site(), await site()];
    const src = publisher.serve('/feed.json', feed(many));
    const reader = await visitor();
    const shortcuts = `<script>window.keys = []; for (const type of ['keydown', 'keypress', 'keyup']) document.addEventListener(type, ({ key }) => { if (key.length === 1) keys.push(type + key); });</script>`;
    await reader.open(paper.page(card(src), { head: `${shortcuts}<script src="${paper.scripts()}"></script>` }));
    await reader.told('provision-load');
    await reader.page.getByRole('button', { name: /^Show all/ }).click();
    await reader.page.getByRole('searchbox').or(reader.page.locator('[part~="toolbar"] input')).first().click();
    await reader.page.keyboard.type('jk/');
    await reader.page.locator('[part~="sort"]').focus();
    await reader.page.keyboard.press('p');
    await reader.page.getByRole('button', { name: /^Cite/ }).click();
    await reader.page.getByRole('menuitem').first().waitFor();
    await reader.page.keyboard.press('b');
    expect(await reader.page.evaluate(() => (window as unknown as { keys: string[] }).keys)).toEqual([]);
  });

  it.each([0.8, 1.5])('keeps a menu beside its button under CSS zoom %d on the body', async (zoom) => {
    const { reader } = await opened(
      (src) => `<p style="height: 300px">Above.</p>${card(src)}`,
      `<style>body { zoom: ${zoom} }</style>`,
    );
    await reader.told('provision-load');
    const button = reader.page.getByRole('button', { name: /^Cite/ });
    await button.click();
    const menu = reader.page.locator('[part~="menu"]').first();
    await menu.waitFor();
    const distance = async () => {
      const [anchor, box] = [(await button.boundingBox())!, (await menu.boundingBox())!];
      return (
        Math.abs(anchor.x - box.x) +
        Math.min(Math.abs(box.y - anchor.y - anchor.height), Math.abs(anchor.y - box.y - box.height))
      );
    };
    await expect.poll(distance).toBeLessThan(16);
  });
});

describe('feeds', () => {
  it('are shown with a byte order mark, a summary or HTML for text, version 1’s author and +0000 dates', async () => {
    const [paper, publisher] = [await site(), await site()];
    const { content_text: _text, ...rest } = provision;
    const old = {
      version: 'https://jsonfeed.org/version/1',
      title: 'Old',
      author: { name: 'The Old Desk' },
      items: [
        { ...rest, id: 'S', summary: 'A summary in its place.' },
        {
          ...rest,
          id: 'H',
          content_html: '<p>One &amp; <b>two</b>.</p><script>bad()</script><p>Three.</p>',
          _provision: { ...rest._provision, provenance: { captured: '2026-05-12T15:09:41+0000' } },
        },
      ],
    };
    const src = publisher.serve(
      '/feed.json',
      answer(200, 'application/json', `\ufeff${JSON.stringify(old)}`, { 'access-control-allow-origin': '*' }),
    );
    const reader = await visitor();
    await reader.open(
      paper.page(
        card(src, 'S') +
          card(src, 'H') +
          `<provision-card><script type="application/json">\ufeff${JSON.stringify({ ...old, items: [old.items[0]] })}</script></provision-card>`,
        { head: `<script src="${paper.scripts()}"></script>` },
      ),
    );
    await reader.told('provision-load', 3);
    expect(await reader.page.getByText('A summary in its place.').count()).toBe(2);
    expect(await reader.page.getByText(/One & two\. Three\./).count()).toBe(1);
    expect(await reader.page.getByText('The Old Desk').count()).toBeGreaterThan(2);
    expect(
      await reader.page
        .locator('provision-card')
        .nth(1)
        .getByText(/Captured May 12, 2026/)
        .count(),
    ).toBe(1);
    expect(reader.complaints()).toEqual([]);
  });
});
