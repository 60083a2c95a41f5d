/** The pages that the publishing kit writes, as readers and embedding sites get them. */
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import clausewatch from '../../demo/feeds/clausewatch.json' with { type: 'json' };
import { embed, embedSource, publish } from '../../src/publish/index.js';
import type { PublishOptions } from '../../src/publish/index.js';
import { parseFeed } from '../../src/feed/parse.js';
import type { Feed } from '../../src/feed/types.js';
import { provisionData } from '../support/data.js';
import { answer, cors, site, type Site } from './site.js';
import { painted, settled, visitor } from './visit.js';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/feed+json',
  svg: 'image/svg+xml',
};

function read(source: unknown): Feed {
  const result = parseFeed(source);
  if (!result.ok) throw result.error;
  return result.feed;
}

const sample = read(clausewatch);

/** Serves a published feed as a static host does, and returns the addresses of its pages. */
async function serve(server: Site, feed: Feed, options: Partial<PublishOptions> = {}): Promise<string[]> {
  const pages: string[] = [];
  for await (const { path, content } of publish(feed, { baseUrl: server.origin(), ...options })) {
    const url = `/${path.replace(/index\.html$/, '')}`;
    server.serve(url, answer(200, types[path.split('.').at(-1)!]!, content, cors));
    if (path.endsWith('.html')) pages.push(server.origin() + url);
  }
  return pages;
}

describe('a published page', () => {
  it('logs nothing, sends no other request, and complies with its own policy', async () => {
    const server = await site();
    const reader = await visitor();
    for (const url of await serve(server, sample)) {
      await reader.open(url);
      await settled(reader.page);
      expect(reader.complaints(), url).toEqual([]);
      expect(await reader.seen('securitypolicyviolation'), url).toEqual([]);
      // Styled: the clause has a background.
      expect(
        await reader.page.locator('.platform').evaluate((part) => getComputedStyle(part).backgroundColor),
        url,
      ).not.toBe('rgba(0, 0, 0, 0)');
    }
    expect(server.requests.map(({ path }) => path).filter((path) => !/^\/[re]\//.test(path))).toEqual([]);
  });

  it('passes axe, in light and dark, left to right and right to left', async () => {
    const server = await site();
    const pages = (await serve(server, sample)).filter((url) => /CW-00(?:01|07|12|10)\//.test(url));
    expect(pages.length).toBeGreaterThan(5);
    for (const colorScheme of ['light', 'dark'] as const) {
      const reader = await visitor({ colorScheme, bypassCSP: true });
      for (const url of pages) {
        await reader.open(url);
        await reader.page.evaluate(axe.source);
        const { violations } = await reader.page.evaluate(() =>
          (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
        );
        expect(
          violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
          `${url} ${colorScheme}`,
        ).toEqual([]);
      }
    }
  });

  it('needs no horizontal scrolling at 320 pixels, nor with wide text spacing', async () => {
    const feeds = [
      sample,
      ...['seed-feed.json', 'edge-cases.json'].flatMap((name) => provisionData(name) ?? []).map(read),
    ];
    const reader = await visitor({ viewport: { width: 320, height: 640 } });
    for (const feed of feeds) {
      const server = await site();
      for (const url of await serve(server, feed)) {
        await reader.open(url);
        for (const spacing of [false, true]) {
          if (spacing) {
            await reader.page.evaluate(() => {
              for (const element of document.querySelectorAll<HTMLElement>('body *')) {
                element.style.setProperty('letter-spacing', '0.12em');
                element.style.setProperty('word-spacing', '0.16em');
              }
            });
          }
          expect(await reader.page.evaluate(() => document.documentElement.scrollWidth), url).toBeLessThanOrEqual(320);
        }
      }
    }
  });

  it('is replaced by the card when the script arrives, without a second copy', async () => {
    const server = await site();
    const script = server.scripts();
    await serve(server, sample, { script });
    const reader = await visitor();
    await reader.open(`${server.origin()}/r/CW-0007/`);
    await reader.told('provision-load');
    await painted(reader.page).waitFor();
    await settled(reader.page);
    expect(reader.complaints()).toEqual([]);
    expect(await reader.seen('securitypolicyviolation')).toEqual([]);
    const clause = sample.items.find(({ id }) => id === 'CW-0007')!._provision.clauses![0]!.text;
    // Only visible quotations, because the page's own HTML stays in the document.
    const quotations = reader.page.locator('blockquote').filter({ hasText: clause, visible: true });
    expect(await quotations.count()).toBe(1);
    expect(await reader.page.locator('article.record').isVisible()).toBe(false);
    expect(await reader.page.locator('article.record').count()).toBe(1);
  });
});

/** A message that the page around a frame received. */
interface Message {
  readonly data: unknown;
  readonly origin: string;
}

declare global {
  interface Window {
    messagesByTest: Message[];
  }
}

const listen = `<script>
  window.messagesByTest = [];
  addEventListener('message', ({ data, origin }) => window.messagesByTest.push({ data, origin }));
</script>`;

describe('a published frame', () => {
  const source = (server: Site) =>
    embedSource(
      sample.items.find(({ id }) => id === 'CW-0001')!,
      sample,
      { baseUrl: server.origin() },
    );

  it('posts its height, posts it again when it changes, posts nothing else, and has an opaque origin', async () => {
    const [article, publisher] = [await site(), await site()];
    await serve(publisher, sample);
    const reader = await visitor();
    await reader.open(article.page(`${listen}${await embed('iframe', await source(publisher))}`));
    const received = () => reader.page.evaluate(() => window.messagesByTest);
    await reader.page.waitForFunction(() => window.messagesByTest.length > 0);
    const frame = reader.page.frameLocator('iframe');
    const height = () => frame.locator('html').evaluate((html) => Math.ceil(html.getBoundingClientRect().height));
    expect((await received()).at(-1)).toEqual({
      data: { type: 'provision-embed:height', height: await height() },
      origin: 'null',
    });

    const before = (await received()).length;
    await reader.page.locator('iframe').evaluate((element) => element.setAttribute('width', '320'));
    await reader.page.waitForFunction((count) => window.messagesByTest.length > count, before);
    expect((await received()).at(-1)!.data).toEqual({ type: 'provision-embed:height', height: await height() });
    for (const { data } of await received()) expect(Object.keys(data as object).sort()).toEqual(['height', 'type']);
    expect(reader.complaints()).toEqual([]);
  });

  it.each([
    ['light', 'dark'],
    ['dark', 'light'],
  ] as const)(
    'with #%s keeps that scheme whatever the system’s; without the fragment it is %s as the system',
    async (own, system) => {
      const [article, publisher] = [await site(), await site()];
      await serve(publisher, sample);
      const reader = await visitor({ colorScheme: system });
      const frames = [
        await embed('iframe', await source(publisher), { theme: { 'data-color-scheme': own } }),
        await embed('iframe', await source(publisher)),
      ];
      await reader.open(article.page(frames.join('')));
      const looks = async (index: number) => {
        const page = reader.page.locator('iframe').nth(index).contentFrame().locator('html');
        return page.evaluate((html) => {
          const { colorScheme, color, backgroundColor } = getComputedStyle(html.querySelector('body')!);
          const ground =
            backgroundColor === 'rgba(0, 0, 0, 0)' ? getComputedStyle(html).backgroundColor : backgroundColor;
          // A colour counts as light by its brightest channel.
          const light = (of: string) => Math.max(...(of.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)) > 127;
          return {
            scheme: colorScheme,
            text: light(color) ? 'light' : 'dark',
            ground: light(ground) ? 'light' : 'dark',
          };
        });
      };
      await reader.page.locator('iframe').nth(1).contentFrame().locator('h1').waitFor();
      await reader.page.locator('iframe').nth(0).contentFrame().locator('h1').waitFor();
      expect(await looks(0)).toEqual({ scheme: own, text: system, ground: own });
      expect(await looks(1)).toEqual({ scheme: 'light dark', text: own, ground: system });
    },
  );

  it('follows WordPress’s protocol: it posts its height and the clicked link, with the secret of the frame', async () => {
    const [article, publisher] = [await site(), await site()];
    await serve(publisher, sample);
    const reader = await visitor();
    // As wp_filter_oembed_result() writes it.
    const src = `${publisher.origin()}/e/CW-0001/#?secret=aB3dE5fG7h`;
    await reader.open(
      article.page(
        `${listen}<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" src="${src}" data-secret="aB3dE5fG7h" width="600" height="400"></iframe>`,
      ),
    );
    await reader.page.waitForFunction(() => window.messagesByTest.length > 1);
    const said = async () =>
      (await reader.page.evaluate(() => window.messagesByTest)).map(({ data }) => data as { message?: string });
    expect((await said()).filter(({ message }) => message !== undefined)).toEqual([
      { message: 'height', value: expect.any(Number), secret: 'aB3dE5fG7h' },
    ]);
    await reader.page.frameLocator('iframe').getByRole('link', { name: 'The whole record' }).click();
    await reader.page.waitForFunction(() =>
      window.messagesByTest.some(({ data }) => (data as { message?: string }).message === 'link'),
    );
    // The sample's record names a page elsewhere; the published link leads to the page of this site.
    expect((await said()).at(-1)).toEqual({
      message: 'link',
      value: `${publisher.origin()}/r/CW-0001`,
      secret: 'aB3dE5fG7h',
    });
  });

  it('is complete without JavaScript', async () => {
    const publisher = await site();
    await serve(publisher, sample);
    const reader = await visitor({ javaScriptEnabled: false });
    await reader.open(`${publisher.origin()}/e/CW-0012/`);
    expect(await reader.page.locator('article').getAttribute('dir')).toBe('rtl');
    expect(await reader.page.locator('blockquote').first().isVisible()).toBe(true);
  });
});
