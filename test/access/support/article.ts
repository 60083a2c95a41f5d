/** An article with elements of the sample feed, on real servers, with the script that newspapers load. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Locator, Page } from 'playwright';
import { answer, cors, feed, site, type Site } from '../../embedding/site.js';
import { settled, visitor, type Visit } from '../../embedding/visit.js';

const publisherName = 'https://clausewatch.example';
const newsName = 'https://news.example';
const feeds = fileURLToPath(new URL('../../../demo/feeds/', import.meta.url));
const sample = readFileSync(`${feeds}clausewatch.json`, 'utf8');

/** The options of an element in the article. */
export interface Given {
  /** Id of a record of the sample feed. */
  readonly record?: string;
  readonly attributes?: string;
  readonly inside?: string;
}

/** Writes an element into the article. */
export type Write = (tag: string, given?: Given) => string;

export interface Article extends Visit {
  readonly news: Site;
  readonly publisher: Site;
  /** The first element of the article. */
  readonly element: Locator;
  /** Replaces the servers' addresses, which differ in every run. */
  readonly named: (text: string) => string;
  /** Serves a changed version of the sample feed from now on. */
  readonly publish: (change: (text: string) => string) => void;
}

/** The record that fills every place. */
export const fullRecord = 'CW-0007';

/** The texts of a record of the sample feed. */
export function sampleItem(id = fullRecord): {
  readonly title: string;
  readonly url: string;
  readonly _provision: { readonly clauses: readonly { readonly text: string; readonly language: string }[] };
} {
  const { items } = JSON.parse(sample) as { items: ({ id: string } & ReturnType<typeof sampleItem>)[] };
  return items.find((item) => item.id === id)!;
}

interface Options extends BrowserContextOptions {
  /** Runs before the page is opened. */
  readonly before?: (article: Visit) => Promise<void>;
  /** The number of `provision-load` events to wait for (default: 1). */
  readonly loaded?: number;
}

/** Opens an article with `body` between two links, and waits until its elements are painted. */
export async function article(body: (write: Write) => string, options: Options = {}): Promise<Article> {
  const { before, loaded = 1, ...reading } = options;
  const [news, publisher] = [await site(), await site()];
  const publish = (change: (text: string) => string) =>
    publisher.serve('/feed.json', feed(JSON.parse(change(sample.replaceAll(publisherName, publisher.origin())))));
  const src = publish((text) => text);
  for (const name of readdirSync(`${feeds}comparison`)) {
    publisher.serve(
      `/feeds/comparison/${name}`,
      answer(200, 'application/json', readFileSync(`${feeds}comparison/${name}`, 'utf8'), cors),
    );
  }
  for (const name of readdirSync(`${feeds}snapshots`)) {
    const type = name.endsWith('.html') ? 'text/html' : 'text/plain';
    publisher.serve(
      `/feeds/snapshots/${name}`,
      answer(200, `${type}; charset=utf-8`, readFileSync(`${feeds}snapshots/${name}`, 'utf8'), cors),
    );
  }
  const write: Write = (tag, { record = fullRecord, attributes = '', inside = '' } = {}) =>
    `<${tag} src="${src}" record="${record}" ${attributes}>${inside}</${tag}>`;
  const reader = await visitor({ locale: 'en-US', timezoneId: 'UTC', ...reading });
  await reader.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: news.origin() });
  await before?.(reader);
  await reader.open(
    news.page(
      `<main><h1>News</h1><h2>A paragraph</h2><p><a href="#before">Before</a></p>
${body(write)}
<p><a href="#after">After</a></p></main>`,
      {
        head: `<style>body { font: 17px/1.5 serif; margin: 8px }</style><script src="${news.scripts()}"></script>`,
      },
    ),
  );
  if (loaded) await reader.told('provision-load', loaded);
  await settled(reader.page);
  return {
    ...reader,
    news,
    publisher,
    element: reader.page.locator('[src]:not(script)').first(),
    named: (text) =>
      [
        [publisher.origin(), publisherName],
        [news.origin(), newsName],
      ].reduce(
        (said, [from = '', to = '']) =>
          said.replaceAll(from, to).replaceAll(encodeURIComponent(from), encodeURIComponent(to)),
        text,
      ),
    publish: (change) => void publish(change),
  };
}

/** Advances the clock of a live page until it has polled its feed once more. */
export async function nextAnswer(page: Page): Promise<void> {
  let isAsked = false;
  // Requests of the feed only, because the focused control may load a chunk meanwhile.
  const asked = page.waitForRequest('**/feed.json').then(() => (isAsked = true));
  const answer = page.waitForResponse('**/feed.json');
  // No further than the request, because the client's timeout would end it on an advancing clock.
  for (let turn = 0; turn < 60 && !isAsked; turn++) {
    await page.clock.runFor(5000);
    await page.evaluate(() => undefined);
  }
  await asked;
  await (await answer).finished();
}
