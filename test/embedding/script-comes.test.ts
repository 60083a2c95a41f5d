/**
 * The script as optimizers, loaders and routers deliver it: where its chunks are requested, and which settings apply.
 */
import { describe, expect, it } from 'vitest';
import { card, fallback, quotation, records } from './feeds.js';
import { answer, builtScript, cors, feed, scriptOn, site, type Site } from './site.js';
import { painted, visitor, type Visit } from './visit.js';

interface Sites {
  readonly paper: Site;
  readonly cdn: Site;
  /** The script as it is published on the CDN. */
  readonly script: string;
  readonly src: string;
}

async function sites(): Promise<Sites> {
  const [paper, cdn, publisher] = [await site(), await site(), await site()];
  cdn.scripts();
  return {
    paper,
    cdn,
    script: scriptOn(cdn),
    src: publisher.serve('/feed.json', feed(records)),
  };
}

/** Opens the explanation of a rating, which is a chunk, and expects it to come from the CDN. */
async function expectChunks({ page }: Visit, { paper, cdn }: Sites): Promise<void> {
  await page.locator('provision-card').first().getByRole('button', { name: 'Severity: Medium' }).click();
  await page.getByText('You can say no to a part of it.').first().waitFor();
  expect(cdn.requests.filter(({ path }) => path.includes('/chunks/')).length).toBeGreaterThan(0);
  expect(paper.requests.filter(({ path }) => path.includes('chunks/'))).toEqual([]);
}

const ways: [how: string, head: (sites: Sites) => string][] = [
  [
    'joined with others',
    ({ paper, script }) =>
      `<script src="${paper.serve('/cache/joined_123.js', answer(200, 'text/javascript', `var other = 1;\n${script}\n;var more = 2;`))}"></script>`,
  ],
  [
    'joined by an address that names it',
    ({ paper, script }) =>
      `<script src="${paper.serve('/combine/a.js,dist/provision-embed.js', answer(200, 'text/javascript', script))}"></script>`,
  ],
  [
    'moved into a cache under its name',
    ({ paper, script }) =>
      `<script src="${paper.serve('/cache/min/1/provision-embed.js', answer(200, 'text/javascript', script))}"></script>`,
  ],
  ['inlined', ({ script }) => `<script>${script.replaceAll('</script', '<\\/script')}</script>`],
  [
    'inlined as a module',
    ({ script }) => `<script type="module">${script.replaceAll('</script', '<\\/script')}</script>`,
  ],
  [
    'run from a blob',
    ({
      cdn,
    }) => `<script>fetch('${cdn.origin()}/dist/provision-embed.js').then((answer) => answer.blob()).then((blob) => {
    document.head.append(Object.assign(document.createElement('script'), { src: URL.createObjectURL(blob) }));
  })</script>`,
  ],
  [
    'fetched and evaluated',
    ({ cdn }) =>
      `<script>fetch('${cdn.origin()}/dist/provision-embed.js').then((answer) => answer.text()).then((text) => (0, eval)(text))</script>`,
  ],
  [
    'imported by a module of the page',
    ({ cdn }) => `<script type="module">import '${cdn.origin()}/dist/provision-embed.js';</script>`,
  ],
  [
    'added by a script of the page',
    ({ cdn }) =>
      `<script>document.head.append(Object.assign(document.createElement('script'), { src: '${cdn.origin()}/dist/provision-embed.js' }))</script>`,
  ],
];

describe('the script', () => {
  it.each(ways)('loads its chunks from where it is published when it is %s', async (how, head) => {
    const all = await sites();
    const reader = await visitor();
    await reader.open(all.paper.page(card(all.src), { head: head(all) }));
    await reader.told('provision-load');
    if (how.startsWith('moved')) {
      // A copy that kept its name first requests chunks beside itself, as a site's own copy needs.
      await reader.page.getByRole('button', { name: 'Severity: Medium' }).click();
      await reader.page.getByText('You can say no to a part of it.').waitFor();
    } else {
      await expectChunks(reader, all);
      expect(reader.complaints()).toEqual([]);
    }
  });

  it.each([
    ['a meta element', (base: string) => `<meta name="provision-embed-chunks" content="${base}">`, ''],
    ['an attribute', () => '', (base: string) => `data-chunks="${base}"`],
  ] as const)('loads its chunks from the address in %s', async (_, meta, attribute) => {
    const all = await sites();
    const base = `${all.cdn.origin()}/dist/`;
    const src = all.paper.serve('/js/provision-embed.js', answer(200, 'text/javascript', builtScript));
    const reader = await visitor();
    const head = `${meta(base)}<script ${attribute && attribute(base)} src="${src}"></script>`;
    await reader.open(all.paper.page(card(all.src), { head }));
    await reader.told('provision-load');
    await expectChunks(reader, all);
    expect(reader.complaints()).toEqual([]);
  });

  it.each([
    [
      'a tag that a router copied without its attributes',
      (src: string) =>
        `<script src="${src}"></script><script type="text/plain" data-permalinks="PREFIX" src="${src}"></script>`,
    ],
    [
      'a tag that comes after the script has run',
      (src: string) => `<script src="${src}"></script><script>addEventListener('load', () => setTimeout(() => {
      const tag = document.createElement('script'); tag.dataset.permalinks = 'PREFIX'; document.body.append(tag);
    }))</script>`,
    ],
    ['a module’s tag', (src: string) => `<script type="module" src="${src}" data-permalinks="PREFIX"></script>`],
  ])('takes the settings of %s', async (_, head) => {
    const { paper, cdn } = await sites();
    const publisher = await site();
    publisher.serve('/r/T-1.json', feed({ ...records, items: [records.items[0]] }));
    const reader = await visitor();
    const link = `${publisher.origin()}/r/T-1`;
    await reader.open(
      paper.page(`<blockquote class="own"><p>${quotation}</p><p><a href="${link}">The record</a></p></blockquote>`, {
        head: head(`${cdn.origin()}/dist/provision-embed.js`).replaceAll('PREFIX', `${publisher.origin()}/r/`),
      }),
    );
    await reader.told('provision-load');
    expect(await painted(reader.page).count()).toBe(1);
    expect(reader.complaints()).toEqual([]);
  });

  it('falls back to English when a locale’s chunk is refused, requests it three times at most, and leaves no rejection unhandled', async () => {
    const { paper, cdn, src } = await sites();
    for (const { path } of [...cdnChunks(cdn, 'de')]) cdn.serve(path, answer(403, 'text/plain', 'No.', cors));
    const reader = await visitor();
    const head = `<script src="${cdn.origin()}/dist/provision-embed.js"></script>`;
    await reader.open(
      paper.page(`<div lang="de_DE">${card(src, 'T-1')}${card(src, 'T-2')}${fallback}</div>`, { head }),
    );
    await reader.told('provision-load', 2);
    for (let round = 0; round < 10; round++) {
      await reader.page.evaluate(() => {
        for (const one of document.querySelectorAll('provision-card'))
          (one as unknown as { requestUpdate: () => void }).requestUpdate();
        return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      });
    }
    expect(await reader.page.getByRole('heading', { name: 'Why it matters' }).count()).toBe(2);
    const asked = cdn.requests.filter(({ path }) => /\/chunks\/de-\w+\.js/.test(path)).length;
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(3);
    expect(reader.errors).toEqual([]);
  });

  it('shows German for lang="de_DE", also after the locale’s chunk was refused once', async () => {
    const { paper, cdn, src } = await sites();
    const [chunk] = cdnChunks(cdn, 'de');
    let refused = false;
    cdn.serve(chunk!.path, (response, request) => {
      const then = refused ? chunk!.given : answer(503, 'text/plain', 'Later.', cors);
      refused = true;
      return then(response, request);
    });
    const reader = await visitor();
    const head = `<script src="${cdn.origin()}/dist/provision-embed.js"></script>`;
    await reader.open(paper.page(`<div lang="de_DE">${card(src)}</div>`, { head }));
    await reader.told('provision-load');
    await reader.page.getByRole('heading', { name: 'Warum das wichtig ist' }).waitFor();
    expect(reader.errors).toEqual([]);
  });
});

/** The answers of a site for a chunk. */
function cdnChunks(cdn: Site, name: string): { path: string; given: ReturnType<typeof answer> }[] {
  return cdn.answers().filter(({ path }) => new RegExp(`/chunks/${name}-[0-9a-f]+\\.js$`).test(path));
}
