/**
 * Quotations that remain after a content system's changes, on real pages with the built script; and the frames of the
 * iframe form.
 */
import { describe, expect, it } from 'vitest';
import clausewatch from '../../demo/feeds/clausewatch.json' with { type: 'json' };
import { embed, embedSource, publish } from '../../src/publish/index.js';
import { parseFeed } from '../../src/feed/parse.js';
import { provision, quotation, records } from './feeds.js';
import { answer, behind, cors, feed, gate, site, wholePage, type Site } from './site.js';
import { painted, settled, visitor, type Visit } from './visit.js';

declare global {
  interface Window {
    /** Ids of the elements that a layout shift moved. */
    shiftedNodes: string[];
  }
}

const permalink = provision.url;

/** The builder's snippet. */
const snippet = (attributes: string, href: string = permalink) =>
  `<blockquote ${attributes}><p>${quotation}</p>
<p>${provision.title} — Severity: Medium. <a href="${href}">Tinderbox, Terms of Use, captured <time datetime="2026-05-12">12 May 2026</time></a></p></blockquote>`;
const embedded = (src: string, record = 'T-1') =>
  snippet(`class="provision-embed" cite="${permalink}" lang="en" dir="auto" data-src="${src}" data-record="${record}"`);

const tag = (src: string, attributes = '') => `<script ${attributes} src="${src}"></script>`;

async function places(): Promise<{ paper: Site; script: string; src: string; publisher: Site }> {
  const [paper, publisher] = [await site(), await site()];
  return { paper, publisher, script: paper.scripts(), src: publisher.serve('/feed.json', feed(records)) };
}

/** Counts the visible paragraphs of the page's own quotations. A locator would also find those inside the cards. */
const wordsSeen = ({ page }: Visit) =>
  page.evaluate(
    () => [...document.querySelectorAll('blockquote > p')].filter((words) => words.checkVisibility()).length,
  );

/** Expects one card in the place of the only quotation, and no error. */
async function expectOne(reader: Visit): Promise<void> {
  await painted(reader.page).waitFor();
  await reader.told('provision-load');
  await settled(reader.page);
  expect(await painted(reader.page).count()).toBe(1);
  expect(await wordsSeen(reader)).toBe(0);
  expect(await reader.seen()).toEqual([{ type: 'provision-load', by: 'blockquote', detail: '' }]);
  expect(reader.complaints()).toEqual([]);
}

describe('a quotation', () => {
  it.each<[string, (quotation: string, script: string) => { body: string; head?: string }]>([
    ['after the script', (text, script) => ({ body: text, head: tag(script) })],
    ['after an asynchronous one', (text, script) => ({ body: text, head: tag(script, 'async') })],
    ['before the script', (text, script) => ({ body: text + tag(script) })],
    ['before a module', (text, script) => ({ body: text + tag(script, 'type="module"') })],
    ['between two', (text, script) => ({ body: text + tag(`${script}?ver=2`), head: tag(`${script}?ver=1`) })],
  ])('becomes one card %s', async (_, make) => {
    const { paper, script, src } = await places();
    const { body, head = '' } = make(embedded(src), script);
    const reader = await visitor();
    await reader.open(paper.page(body, { head }));
    await expectOne(reader);
  });

  it('becomes one card under two versions', async () => {
    const { paper, script, src } = await places();
    const other = paper.scripts({ folder: '/other', version: '9.8.7' });
    const reader = await visitor();
    await reader.open(paper.page(embedded(src), { head: tag(script) + tag(other) }));
    await painted(reader.page).waitFor();
    await settled(reader.page);
    expect(await painted(reader.page).count()).toBe(1);
    expect(await reader.seen('provision-load')).toHaveLength(1);
    expect(reader.errors).toEqual([]);
  });

  it.each(['', 'async', 'type="module"'])(
    'is found by its link alone, with the site’s <script %s>',
    async (attributes) => {
      const { paper, publisher, script } = await places();
      publisher.serve('/r/T-1.json', feed({ ...records, items: [provision] }));
      const reader = await visitor();
      await reader.open(
        paper.page(snippet('', `${publisher.origin()}/r/T-1?ref=paper`), {
          head: tag(script, `${attributes} data-permalinks="https://elsewhere.example/r/ ${publisher.origin()}/r/"`),
        }),
      );
      await expectOne(reader);
      expect(publisher.requests.map(({ path }) => path)).toEqual(['/r/T-1.json']);
    },
  );

  it('is found by its address in the feed that the script names, and a page without a quotation loads no feed', async () => {
    const { paper, publisher, script, src } = await places();
    const head = tag(script, `data-feed="${src}"`);
    const reader = await visitor();
    await reader.open(paper.page('<blockquote>Words.</blockquote>', { path: '/without', head }));
    await settled(reader.page);
    expect(publisher.requests).toEqual([]);
    await reader.open(paper.page(snippet(''), { head }));
    await expectOne(reader);
  });

  it('is not found when a form shadows document.currentScript', async () => {
    const { paper, publisher, script } = await places();
    const form = `<form name="currentScript" data-permalinks="${publisher.origin()}/r/"><input name="closest"><input name="querySelectorAll"></form>`;
    const reader = await visitor();
    await reader.open(paper.page(form + snippet('', `${publisher.origin()}/r/T-1`) + tag(script)));
    await settled(reader.page);
    expect(publisher.requests).toEqual([]);
    expect(reader.complaints()).toEqual([]);
  });

  it('is found when it is inserted beside forms whose fields shadow methods', async () => {
    const { paper, script, src } = await places();
    const reader = await visitor();
    await reader.open(paper.page('<main></main>', { head: tag(script) }));
    await reader.page.evaluate((html) => {
      const main = document.querySelector('main')!;
      for (const name of ['closest', 'querySelectorAll', 'matches']) {
        const form = document.createElement('form');
        form.innerHTML = `<input name="${name}">`;
        main.append(form);
      }
      main.insertAdjacentHTML('beforeend', html);
    }, embedded(src));
    await expectOne(reader);
  });

  it('is complete under a strict policy', async () => {
    const { paper, publisher, script, src } = await places();
    const policy = `default-src 'none'; script-src 'nonce-n'; style-src 'none'; connect-src ${publisher.origin()}; require-trusted-types-for 'script'; trusted-types lit-html`;
    const reader = await visitor();
    await reader.open(
      paper.page(embedded(src), { head: tag(script, 'nonce="n"'), headers: { 'content-security-policy': policy } }),
    );
    await expectOne(reader);
    expect(
      await reader.page
        .locator('provision-card')
        .first()
        .evaluate((card) => card.getBoundingClientRect().width - document.body.clientWidth),
    ).toBe(0);
  });

  it('moves only the content below it while the reader is watching', async () => {
    const { paper, script, src } = await places();
    const reader = await visitor();
    await reader.page.addInitScript(() => {
      window.shiftedNodes = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { sources } = entry as unknown as { sources: readonly { node: Element | null }[] };
          window.shiftedNodes.push(...sources.map(({ node }) => node?.id ?? ''));
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await reader.open(paper.page(`<p id="above">Above.</p>${embedded(src)}<p id="below">Below.</p>`));
    await reader.page.evaluate(() => document.fonts.ready);
    await reader.page.addScriptTag({ url: script });
    await expectOne(reader);
    await expect.poll(() => reader.page.evaluate(() => window.shiftedNodes)).toEqual(['below']);
  });

  it('stays unchanged to the pixel when the feed is down, and dispatches an error event', async () => {
    const { paper, publisher, script } = await places();
    publisher.serve('/down.json', answer(503, 'text/plain', '', cors));
    const reader = await visitor();
    const look = () =>
      reader.page.evaluate(() =>
        [...document.querySelectorAll('p')].map((one) => JSON.stringify(one.getBoundingClientRect())),
      );
    const html = `${embedded(`${publisher.origin()}/down.json`)}<p>What stands below.</p>`;
    await reader.open(paper.page(html, { path: '/plain' }));
    const plain = await look();
    await reader.open(paper.page(html, { head: tag(script) }));
    await reader.told('provision-error');
    await settled(reader.page);
    expect(await look()).toEqual(plain);
    expect(await wordsSeen(reader)).toBe(2);
    expect(await painted(reader.page).count()).toBe(0);
  });

  it('is visible while it streams in, and loads its record once it is complete', async () => {
    const { paper, publisher, script, src } = await places();
    const [middle, end] = [gate(), gate()];
    const [start, rest] = wholePage('CUT', tag(script)).split('CUT');
    const html = embedded(src);
    const reader = await visitor();
    paper.serve('/slow', async (response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.write(start! + html.slice(0, html.indexOf('<p>')));
      await middle;
      response.write(html.slice(html.indexOf('<p>'), html.indexOf('</p>') + 4));
      await end;
      response.end(`${html.slice(html.indexOf('</p>') + 4)}<p id="end">The end.</p>${rest!}`);
    });
    await reader.open(`${paper.origin()}/slow`, 'commit');
    await reader.page.locator('blockquote').waitFor({ state: 'attached' });
    middle.open();
    await reader.page.getByText(quotation).waitFor();
    await settled(reader.page);
    expect(publisher.requests).toEqual([]);
    end.open();
    await reader.page.locator('#end').waitFor();
    await expectOne(reader);
  });

  it('stays when WordPress adds its own frame after it, however late the frame arrives', async () => {
    const { paper, publisher, script } = await places();
    const [start, rest] = wholePage('CUT', tag(script, `data-permalinks="${publisher.origin()}/r/"`)).split('CUT');
    const ofWordPress = `class="wp-embedded-content" data-secret="aB3dE5fG7h"`;
    const ends = gate();
    const reader = await visitor();
    paper.serve('/slow', async (response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.write(`${start!}${snippet(ofWordPress, `${publisher.origin()}/r/T-1`)}<p id="between">Between.</p>`);
      await ends;
      response.end(`<p><iframe ${ofWordPress} sandbox="allow-scripts" srcdoc="Its frame."></iframe></p>${rest!}`);
    });
    const chunk = reader.page.waitForResponse(/by-link/);
    await reader.open(`${paper.origin()}/slow`, 'commit');
    await reader.page.locator('#between').waitFor();
    await chunk;
    await settled(reader.page);
    ends.open();
    await reader.page.waitForLoadState();
    await settled(reader.page);
    expect(publisher.requests).toEqual([]);
    expect(await wordsSeen(reader)).toBe(2);
    expect(reader.complaints()).toEqual([]);
  });

  it('moves nothing above it, and nothing at all by being upgraded', async () => {
    const { paper, publisher, script } = await places();
    const opened = gate();
    publisher.serve('/held.json', behind(opened, feed(records)));
    const reader = await visitor({ viewport: { width: 700, height: 1600 } });
    await reader.page.addInitScript(() => {
      const moved: string[] = [];
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { sources: { node?: Node }[] })[]) {
          for (const { node } of entry.sources) moved.push(node instanceof Element ? node.id || node.localName : '');
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const moved = async () => {
      await settled(reader.page);
      return reader.page.evaluate(() => (window as unknown as { moved: string[] }).moved);
    };
    await reader.open(
      paper.page(
        `<p id="above">What stands above.</p>${embedded(`${publisher.origin()}/held.json`)}<p id="below">Below.</p>`,
      ),
    );
    await settled(reader.page);
    await reader.page.addScriptTag({ url: script });
    await publisher.asked('/held.json');
    expect(await moved()).toEqual([]);
    opened.open();
    await painted(reader.page).waitFor();
    await expect.poll(moved).toContain('below');
    expect(await moved()).not.toContain('above');
  });

  it('prints as a card: addresses written out, without the newspaper’s quotation marks', async () => {
    const { paper, script, src } = await places();
    const reader = await visitor();
    await reader.open(
      paper.page(embedded(src), {
        head: `<style>blockquote { border-left: 9px solid } blockquote::before { content: 'QUOTE' } @media print { blockquote { border: 3px dashed } }</style>${tag(script)}`,
      }),
    );
    await expectOne(reader);
    await reader.page.emulateMedia({ media: 'print' });
    const box = reader.page.locator('blockquote').first();
    expect(await box.evaluate((one) => getComputedStyle(one).borderInlineStartWidth)).toBe('0px');
    expect(await box.evaluate((one) => getComputedStyle(one, '::before').content)).toBe('none');
    const links = painted(reader.page).locator('a:visible');
    const written = await links.evaluateAll((all) => all.map((one) => getComputedStyle(one, '::after').content));
    expect(written).not.toEqual([]);
    for (const after of written) expect(after).toContain('http');
  });

  it('leaves nothing behind when it is inserted and removed a thousand times', async () => {
    const { paper, script, src } = await places();
    const reader = await visitor();
    await reader.open(paper.page(embedded(src), { head: tag(script) }));
    await painted(reader.page).waitFor();
    const devtools = await reader.context.newCDPSession(reader.page);
    const nodes = async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      return (await devtools.send('Memory.getDOMCounters')).nodes;
    };
    const rounds = (times: number) =>
      reader.page.evaluate(async (count) => {
        const origin = document.querySelector('blockquote')!;
        for (let round = 0; round < count; round++) {
          const copy = origin.cloneNode(true) as HTMLElement;
          document.body.append(copy);
          // Removed before the observer runs, while loading, or after painting.
          if (round % 3) await Promise.resolve();
          if (round % 3 === 2)
            await new Promise((resolve) => copy.addEventListener('provision-load', resolve, { once: true }));
          copy.remove();
        }
        await new Promise((resolve) => setTimeout(resolve));
      }, times);
    await rounds(50);
    const before = await nodes();
    await rounds(1000);
    // A round has some 150 nodes.
    expect((await nodes()) - before).toBeLessThan(1500);
    expect(reader.complaints()).toEqual([]);
  });
});

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/feed+json',
  svg: 'image/svg+xml',
};

async function published(script?: (server: Site) => string) {
  const server = await site();
  const parsed = parseFeed(clausewatch);
  if (!parsed.ok) throw parsed.error;
  const source = await embedSource(
    parsed.feed.items.find(({ id }) => id === 'CW-0007')!,
    parsed.feed,
    {
      baseUrl: server.origin(),
    },
  );
  for await (const { path, content } of publish(parsed.feed, {
    baseUrl: server.origin(),
    ...(script && { script: script(server) }),
  })) {
    server.serve(`/${path.replace(/index\.html$/, '')}`, answer(200, types[path.split('.').at(-1)!]!, content, cors));
  }
  return { server, source };
}

describe('the output of the publishing kit', () => {
  it('contains a snippet that becomes a card of the same record', async () => {
    const { server, source } = await published();
    const paper = await site();
    const reader = await visitor();
    const html = await embed('quotation', source, { script: paper.scripts() });
    await reader.open(paper.page(html));
    await expectOne(reader);
    expect(server.requests.map(({ path }) => path)).toEqual(['/r/CW-0007.json']);
  });

  it('contains a page of a record that is upgraded once, with its quotations as the fallback', async () => {
    const { server } = await published((own) => own.scripts());
    const reader = await visitor();
    await reader.open(`${server.origin()}/r/CW-0007/`);
    await reader.told('provision-load');
    await painted(reader.page).waitFor();
    await settled(reader.page);
    expect(await reader.page.locator('provision-card').count()).toBe(1);
    expect(await reader.seen('provision-load')).toHaveLength(1);
    expect(reader.complaints()).toEqual([]);
  });
});

describe('a frame', () => {
  const height = ({ page }: Visit) =>
    page
      .locator('iframe')
      .first()
      .evaluate((frame) => (frame as HTMLIFrameElement).height);
  const inside = ({ page }: Visit) =>
    page
      .frameLocator('iframe')
      .locator('html')
      .evaluate((html) => `${Math.ceil(html.getBoundingClientRect().height)}`);

  it.each(['before', 'after'])(
    'takes the height of its record at any width when it was inserted %s the script',
    async (when) => {
      const { source } = await published();
      const paper = await site();
      const script = tag(paper.scripts());
      const html = await embed('iframe', source, { height: 333 });
      const reader = await visitor();
      await reader.open(paper.page(html, { head: when === 'after' ? script : '' }));
      await reader.page.frameLocator('iframe').locator('h1, h2, h3').first().waitFor();
      if (when === 'before') await reader.page.addScriptTag({ url: paper.scripts() });
      await expect.poll(async () => (await height(reader)) === (await inside(reader))).toBe(true);
      const wide = Number(await height(reader));
      expect(wide).not.toBe(333);
      await reader.page.locator('iframe').evaluate((frame) => frame.setAttribute('width', '320'));
      await expect.poll(async () => Number(await height(reader))).toBeGreaterThan(wide);
      expect(reader.complaints()).toEqual([]);
    },
  );

  /** Opens a page with a frame at `path` that posts this message. */
  async function saying(path: string, said: string, attributes = ''): Promise<Visit> {
    const [paper, other] = [await site(), await site()];
    const script = tag(paper.scripts());
    const src = other.page(
      `<script>
      const say = () => { parent.postMessage(${said}, '*'); parent.postMessage('told', '*'); };
      addEventListener('message', say); say();</script>`,
      { path },
    );
    const reader = await visitor();
    await reader.page.addInitScript(() => {
      addEventListener('message', ({ data }) => data === 'told' && Object.assign(window, { told: true }));
    });
    await reader.open(paper.page(`<iframe src="${src}" height="200" ${attributes}></iframe>`, { head: script }));
    // The frame posts again whenever it receives a message.
    await reader.page.waitForFunction(() => 'told' in window);
    await settled(reader.page);
    await reader.page.evaluate(async () => {
      const asked = new Promise((resolve) => addEventListener('message', ({ data }) => data === 'told' && resolve(0)));
      document.querySelector('iframe')!.contentWindow!.postMessage('?', '*');
      await asked;
    });
    await settled(reader.page);
    return reader;
  }
  const says = (value: string) => `{ type: 'provision-embed:height', height: ${value} }`;

  it.each([
    ['its height', says('640'), '640'],
    ['a part of a pixel', says('640.2'), '641'],
    ['more than a page has', says('1e9'), '10000'],
    ['less than nothing', says('-5'), '50'],
    ['no number', says('NaN'), '200'],
    ['a text', says('"640"'), '200'],
    ['a large integer', says('640n'), '200'],
    ['an object', says('{ valueOf: 640 }'), '200'],
    ['something else', `{ type: 'resize', height: 640 }`, '200'],
    ['nothing', 'null', '200'],
  ])('gets the expected height after posting %s', async (_, said, expected) => {
    const reader = await saying('/e/T-1/', said);
    await expect.poll(() => height(reader)).toBe(expected);
    expect(reader.errors).toEqual([]);
  });

  it('without a record’s path keeps its height, so an advertisement cannot grow', async () => {
    expect(await height(await saying('/ad/1', says('640')))).toBe('200');
  });

  it('in a sandbox has an opaque origin, and is still fitted', async () => {
    const reader = await saying('/e/T-1/', says('640'), 'sandbox="allow-scripts"');
    await expect.poll(() => height(reader)).toBe('640');
  });

  it('keeps its height when another site has navigated it', async () => {
    const elsewhere = await site();
    const thief = elsewhere.page(`<script>onmessage = () => parent.postMessage(${says('640')}, '*')</script>`, {
      path: '/e/x/',
    });
    const reader = await saying('/e/T-1/', says('300'));
    await expect.poll(() => height(reader)).toBe('300');
    await reader.page.evaluate(async (url) => {
      const frame = document.querySelector('iframe')!;
      const came = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      frame.contentWindow!.location.replace(url);
      await came;
      const said = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
      frame.contentWindow!.postMessage('?', '*');
      await said;
    }, thief);
    await settled(reader.page);
    expect(await height(reader)).toBe('300');
  });
});
