/** The script tag in every place and form of content systems: one card per element, and a popover that opens. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { card, records } from './feeds.js';
import { feed, scriptOn, site, type Site } from './site.js';
import { painted, visitor, type Visit } from './visit.js';

interface Place {
  readonly head?: string;
  readonly between?: string;
  readonly end?: string;
}

interface Scripts {
  /** The script on the page's own origin, and on another. */
  readonly own: string;
  readonly cdn: string;
  /** The hash of the script on the other origin. */
  readonly integrity: string;
}

const tag = (src: string, attributes = ''): string => `<script ${attributes} src="${src}"></script>`;
const integrityOf = (script: string) => `sha384-${createHash('sha384').update(script).digest('base64')}`;
const injected = (src: string): string =>
  `<script>document.head.append(Object.assign(document.createElement('script'), { src: '${src}' }))</script>`;

const places: [what: string, place: (scripts: Scripts) => Place][] = [
  ['in the head', ({ own }) => ({ head: tag(own) })],
  ['in the head, async', ({ own }) => ({ head: tag(own, 'async') })],
  ['in the head, deferred', ({ own }) => ({ head: tag(own, 'defer') })],
  ['between two elements', ({ own }) => ({ between: tag(own) })],
  ['at the end', ({ own }) => ({ end: tag(own) })],
  ['as a module', ({ own }) => ({ head: tag(own, 'type="module"') })],
  ['put in by another script', ({ own }) => ({ head: injected(own) })],
  ['twice', ({ own }) => ({ head: tag(own), end: tag(own) })],
  ['in every embed', ({ own }) => ({ head: tag(own, 'async'), between: tag(own, 'async'), end: tag(own, 'async') })],
  ['with two queries', ({ own }) => ({ head: tag(`${own}?ver=1`), end: tag(`${own}?ver=2`) })],
  ['as a script and as a module', ({ own }) => ({ head: tag(own), end: tag(own, 'type="module"') })],
  ['from two origins', ({ own, cdn }) => ({ head: tag(own), end: tag(cdn) })],
  ['from another origin', ({ cdn }) => ({ head: tag(cdn) })],
  ['from another origin, async', ({ cdn }) => ({ end: tag(cdn, 'async') })],
  ['from another origin with CORS', ({ cdn }) => ({ head: tag(cdn, 'crossorigin') })],
  [
    'from another origin with integrity',
    ({ cdn, integrity }) => ({ head: tag(cdn, `crossorigin integrity="${integrity}"`) }),
  ],
  ['from another origin as a module', ({ cdn }) => ({ head: tag(cdn, 'type="module"') })],
  ['from another origin, put in by another script', ({ cdn }) => ({ head: injected(cdn) })],
];

const later = ['html', 'element', 'clone'];

/** An article with elements before and after the script; `src` is on a third origin. */
function article(src: string, { between = '', end = '' }: Place): string {
  return `<main>${card(src, 'T-1', { id: 'before' })}
    <p>Rated <provision-severity id="badge" src="${src}" record="T-1">medium</provision-severity> by its analysts.</p>
    ${between}${card(src, 'T-2', { id: 'after' })}
    <div><provision-comparison id="comparison" src="${src}" record="T-2"></provision-comparison></div>
    <template>${card(src, 'T-1', { id: 'clone' })}</template></main>${end}`;
}

/** Inserts elements after the page has loaded, as content systems do. */
async function insertLater({ page }: Visit, src: string): Promise<void> {
  await page.evaluate(
    ([html, feedUrl]) => {
      const main = document.querySelector('main')!;
      main.append(Object.assign(document.createElement('div'), { innerHTML: html }));
      const made = Object.assign(document.createElement('provision-card'), { id: 'element', textContent: 'Its own.' });
      made.setAttribute('src', feedUrl!);
      made.setAttribute('record', 'T-2');
      main.append(made);
      main.append(document.querySelector('template')!.content.cloneNode(true));
    },
    [card(src, 'T-1', { id: 'html' }), src],
  );
}

/** Lists the elements with the headings of the cards inside each. */
function cards({ page }: Visit): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('provision-card, provision-severity, provision-comparison')].map((element) => {
      const bases = [...(element.shadowRoot?.querySelectorAll('[part~="base"]') ?? [])];
      const headings = bases.map((base) =>
        base.querySelector('[part~="heading"], [part~="badge"]')?.textContent?.trim(),
      );
      return `${element.id}: ${headings.join(' + ')}`;
    }),
  );
}

const expected = [
  'before: Notes are read, thumbs override the refusal',
  'badge: Severity: Medium',
  'after: The second record',
  'comparison: How other platforms handle this',
];
const expectedLater = [
  'html: Notes are read, thumbs override the refusal',
  'element: The second record',
  'clone: Notes are read, thumbs override the refusal',
];

async function expectPopover({ page }: Visit): Promise<void> {
  await page.locator('#before').getByRole('button', { name: 'Severity: Medium' }).click();
  await page.locator('#before').getByText('You can say no to a part of it.').waitFor();
}

async function threeOrigins(): Promise<{ paper: Site; cdn: Site; src: string; scripts: Scripts }> {
  const [paper, cdn, publisher] = [await site(), await site(), await site()];
  const src = publisher.serve('/feed.json', feed(records));
  return {
    paper,
    cdn,
    src,
    scripts: { own: paper.scripts(), cdn: cdn.scripts(), integrity: integrityOf(scriptOn(cdn)) },
  };
}

describe('the script', () => {
  it.each(places)('paints each element once, and opens a popover, with its tag %s', async (_, place) => {
    const { paper, src, scripts } = await threeOrigins();
    const { head = '', ...rest } = place(scripts);
    const reader = await visitor();
    await reader.open(paper.page(article(src, rest), { head }));
    await reader.told('provision-load', expected.length);
    await insertLater(reader, src);
    await reader.told('provision-load', expected.length + later.length);
    expect(await cards(reader)).toEqual([...expected, ...expectedLater]);
    // No element was painted twice, and the content of a template was not painted at all.
    expect(await reader.seen('provision-load')).toHaveLength(expected.length + later.length);
    await expectPopover(reader);
    expect(reader.complaints()).toEqual([]);
  });

  it('loads its chunks when a form shadows document.currentScript', async () => {
    const { paper, src, scripts } = await threeOrigins();
    const reader = await visitor();
    await reader.open(
      paper.page(`<form name="currentScript" src="/elsewhere/"></form>${article(src, { end: tag(scripts.own) })}`),
    );
    await reader.told('provision-load', expected.length);
    await expectPopover(reader);
    expect(reader.complaints()).toEqual([]);
  });

  it.each(['', 'type="module"'])(
    'loads its chunks in a page with a base elsewhere, with <script %s>',
    async (attributes) => {
      const { paper, src, scripts } = await threeOrigins();
      const reader = await visitor();
      const head = `<base href="https://elsewhere.example/">${tag(scripts.cdn, attributes)}`;
      await reader.open(paper.page(article(src, {}), { head }));
      await reader.told('provision-load', expected.length);
      await expectPopover(reader);
      expect(reader.complaints()).toEqual([]);
    },
  );

  it('paints cards without a CORS header from its server, but keeps their popovers closed', async () => {
    const { paper, cdn, src } = await threeOrigins();
    const script = cdn.scripts({ headers: {} });
    const reader = await visitor();
    await reader.open(paper.page(article(src, {}), { head: tag(script) }));
    await reader.told('provision-load', expected.length);
    expect(await cards(reader)).toEqual(expected);
    const failed = reader.page.waitForEvent('requestfailed');
    await reader.page.locator('#before').getByRole('button', { name: 'Severity: Medium' }).click();
    expect((await failed).url()).toContain('/dist/chunks/');
    expect(await reader.page.locator('#before [part~="popover"]').isVisible()).toBe(false);
    expect(reader.errors).toEqual([]);
  });

  it('leaves the fallback when it is blocked', async () => {
    const { paper, src } = await threeOrigins();
    const reader = await visitor();
    await reader.open(paper.page(article(src, {}), { head: tag('/nothing-here.js') }));
    expect(await reader.page.locator('blockquote.own:visible').count()).toBe(2);
    expect(await painted(reader.page).count()).toBe(0);
  });
});

describe('the probe itself', () => {
  it('detects two cards in one element', async () => {
    const paper = await site();
    const reader = await visitor();
    await reader.open(paper.page('<provision-card id="twice"></provision-card>'));
    await reader.page.evaluate(() => {
      const root = document.querySelector('#twice')!.attachShadow({ mode: 'open' });
      root.innerHTML = '<i part="base"><b part="heading">A</b></i>'.repeat(2);
    });
    expect(await cards(reader)).toEqual(['twice: A + A']);
  });
});
