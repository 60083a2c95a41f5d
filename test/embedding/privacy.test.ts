/** The requests of a visit with embeds, the data in them, and the traces in the browser. */
import { describe, expect, it } from 'vitest';
import { card, records } from './feeds.js';
import { feed, site, type Site } from './site.js';
import { painted, visitor, type Visit } from './visit.js';

interface Visited {
  readonly reader: Visit;
  readonly paper: Site;
  readonly publisher: Site;
  readonly src: string;
}

/** Opens an article with four embeds, with a cookie for each of the two sites. */
async function visit(): Promise<Visited> {
  const [paper, publisher] = [await site(), await site()];
  const path = '/feed.json';
  publisher.serve(path, feed(records, { 'set-cookie': 'followed=1; Path=/', 'cache-control': 'no-store' }));
  // Separate host names, because cookies ignore ports and two ports of 127.0.0.1 would share them.
  const origins = { paper: paper.origin('paper.localhost'), publisher: publisher.origin('publisher.localhost') };
  const src = origins.publisher + path;
  const reader = await visitor();
  await reader.context.addCookies(Object.values(origins).map((url) => ({ name: 'reader', value: '42', url })));
  paper.scripts();
  paper.page(
    `${card(src)}${card(src, 'T-2')}<p>Rated <provision-severity src="${src}" record="T-1">medium</provision-severity>.</p>
    <div><provision-comparison src="${src}" record="T-1"></provision-comparison></div>`,
    { head: '<script src="/dist/provision-embed.js"></script>' },
  );
  await reader.open(`${origins.paper}/article?reader=42`);
  await reader.told('provision-load', 4);
  return { reader, paper, publisher, src };
}

const paths = ({ requests }: Site): string[] =>
  requests.map(({ method, path }) => `${method} ${path.replace(/(chunks\/.*)-.{8}\.js$/, '$1.js')}`);

/** Everything that a page can store in a browser. */
function kept({ page }: Visit): Promise<object> {
  return page.evaluate(async () => ({
    cookies: document.cookie,
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: (await indexedDB.databases()).map(({ name }) => name),
    // Not available in a page without https, except on localhost.
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    name: window.name,
  }));
}

const clean = { cookies: 'reader=42', local: {}, session: {}, databases: [], caches: [], workers: 0, name: '' };

describe('a visit', () => {
  it('requests the script, the feed, and on use the popover’s chunks, and nothing else', async () => {
    const { reader, paper, publisher } = await visit();
    expect(paths(paper)).toEqual(['GET /article?reader=42', 'GET /dist/provision-embed.js']);
    expect(paths(publisher)).toEqual(['GET /feed.json']);
    const badge = reader.page.getByRole('button', { name: 'Severity: Medium' });
    await badge.first().click();
    await reader.page.getByText('You can say no to a part of it.').waitFor();
    await badge.nth(1).click();
    await reader.page.locator('provision-card').nth(1).getByText('You can say no to a part of it.').waitFor();
    expect(paths(paper).slice(2)).toEqual([
      'GET /dist/chunks/severity-explanation.js',
      'GET /dist/chunks/floating-surface.js',
    ]);
    expect(paths(publisher)).toEqual(['GET /feed.json']);
  });

  it('sends the feed’s server neither the reader’s identity nor the page’s address', async () => {
    const { publisher } = await visit();
    const [{ headers }] = publisher.requests as [(typeof publisher.requests)[0]];
    expect(headers.cookie).toBeUndefined();
    expect(headers.referer).toBeUndefined();
    expect(headers.authorization).toBeUndefined();
    // A header of our own would need a preflight and would identify the library.
    const browsersOwn =
      /^(?:host|connection|user-agent|accept(?:-.+)?|origin|sec-.+|pragma|cache-control|priority|dnt)$/;
    expect(Object.keys(headers).filter((name) => !browsersOwn.test(name))).toEqual([]);
  });

  it('sends no cookie to a feed on the page’s own site either', async () => {
    const paper = await site();
    const origin = paper.origin('paper.localhost');
    paper.serve('/feed.json', feed(records));
    paper.scripts();
    paper.page(card(`${origin}/feed.json`), { head: '<script src="/dist/provision-embed.js"></script>' });
    const reader = await visitor();
    await reader.context.addCookies([{ name: 'reader', value: '42', url: origin }]);
    await reader.open(`${origin}/article`);
    await painted(reader.page).waitFor();
    const asked = paper.requests.find(({ path }) => path === '/feed.json')!;
    expect([asked.headers.cookie, asked.headers.referer]).toEqual([undefined, undefined]);
    // Control: a request of the page itself does carry the cookie and the referrer.
    await reader.page.evaluate(() => fetch('/feed.json?by-the-page'));
    const other = paper.requests.find(({ path }) => path === '/feed.json?by-the-page')!;
    expect([other.headers.cookie, other.headers.referer]).toEqual(['reader=42', `${origin}/article`]);
  });

  it('leaves nothing in the browser', async () => {
    const { reader, src } = await visit();
    await reader.page.getByRole('button', { name: 'Severity: Medium' }).first().click();
    await reader.page.getByText('You can say no to a part of it.').waitFor();
    expect(await kept(reader)).toEqual(clean);
    // The feed's server tried to set one.
    expect((await reader.context.cookies(src)).map(({ name }) => name)).toEqual(['reader']);
  });

  it('works without access to storage', async () => {
    const [paper, publisher] = [await site(), await site()];
    const src = publisher.serve('/feed.json', feed(records));
    const reader = await visitor();
    await reader.open(
      paper.page(card(src), {
        head: `<script src="${paper.scripts()}"></script>`,
        headers: { 'content-security-policy': 'sandbox allow-scripts' },
      }),
    );
    await painted(reader.page).waitFor();
    const thrown = await reader.page.evaluate(() => {
      try {
        return typeof localStorage;
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(thrown).toBe('SecurityError');
    expect(reader.complaints()).toEqual([]);
  });
});

describe('the probe itself', () => {
  it('detects stored data', async () => {
    const { reader } = await visit();
    await reader.page.evaluate(async () => {
      document.cookie = 'more=1';
      localStorage.setItem('a', '1');
      sessionStorage.setItem('b', '1');
      await new Promise((done) => (indexedDB.open('c').onsuccess = done));
      await caches.open('d');
      window.name = 'e';
    });
    expect(await kept(reader)).toEqual({
      cookies: 'reader=42; more=1',
      local: { a: '1' },
      session: { b: '1' },
      databases: ['c'],
      caches: ['d'],
      workers: 0,
      name: 'e',
    });
  });
});
