/** `/record?feed=URL&record=ID` shows any record of any feed on this server in every form. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { settled, visitor, type Visit } from '../embedding/visit.js';
import { provisionData, provisionDataDir } from '../support/data.js';
import { demo, hasData } from './demo.js';

interface Feed {
  items: { id: string; title?: string; _provision: { severity?: { label?: string }; platform?: { name?: string } } }[];
}

const sample = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../demo/feeds/clausewatch.json', import.meta.url)), 'utf8'),
) as Feed;

function pageOf(origin: string, parameters: Record<string, string>): string {
  return `${origin}/record?${new URLSearchParams(parameters).toString()}`;
}

async function openRecord(url: string): Promise<Visit> {
  const reader = await visitor();
  await reader.open(url);
  const embeds = reader.page
    .locator('#shown')
    .locator('provision-card, provision-clause, provision-severity, provision-comparison');
  await reader.told('provision-load', await embeds.count());
  await settled(reader.page);
  return reader;
}

async function expectRecord(reader: Visit, { title, _provision: { severity } }: Feed['items'][0]): Promise<void> {
  const { page } = reader;
  const cards = page.locator('provision-card [part~="base"]');
  // The complete record has its own chunk, which loads after the others.
  await expect.poll(() => cards.count()).toBe(await page.locator('provision-card').count());
  const headings = cards.getByRole('heading', { level: 3 });
  for (const heading of await headings.all())
    expect(await heading.innerText()).toBe(title ?? (await heading.innerText()));
  if (severity?.label) {
    const badge = page.locator('p provision-severity');
    expect(await badge.locator('[part~="badge"]').innerText()).toContain(severity.label);
  }
  expect(await reader.seen('provision-error')).toEqual([]);
  expect(await reader.seen('securitypolicyviolation')).toEqual([]);
  expect(reader.complaints()).toEqual([]);
}

describe('record page: sample feed', () => {
  it('has at least twelve records of eight platforms', () => {
    expect(sample.items.length).toBeGreaterThanOrEqual(12);
    const platforms = sample.items.map(({ _provision: { platform } }) => platform?.name);
    expect(new Set(platforms.filter(Boolean)).size).toBeGreaterThanOrEqual(8);
  });

  it.each(sample.items.map((item) => [item.id, item] as const))('shows %s', async (id, item) => {
    const origin = await demo();
    await expectRecord(await openRecord(pageOf(origin, { feed: '/feeds/clausewatch.json', record: id })), item);
  });

  it('shows a record by its permalink and from its own file', async () => {
    const origin = await demo();
    const [item] = sample.items as [Feed['items'][0]];
    await expectRecord(await openRecord(`${origin}/r/${item.id}`), item);
    await expectRecord(await openRecord(pageOf(origin, { feed: `/feeds/r/${item.id}.json` })), item);
  });

  it('lists its records, and shows each of them', async () => {
    const reader = await visitor();
    await reader.open(`${await demo()}/record`);
    const links = reader.page.locator('#records a');
    await links.first().waitFor();
    expect(await links.count()).toBe(sample.items.length);
    await links.first().click();
    await reader.page.locator('provision-card [part~="base"]').first().waitFor();
    expect(reader.complaints()).toEqual([]);
  });
});

describe.skipIf(!hasData)('record page: feeds of /data/', () => {
  const names = hasData ? readdirSync(provisionDataDir).filter((name) => name.endsWith('-feed.json')) : [];
  const items = names.flatMap((name) => {
    const found = (provisionData(name) as Feed | undefined)?.items ?? [];
    return [...new Set([found[0], found.at(-1)])].flatMap((item) => (item ? [[name, item.id, item] as const] : []));
  });

  it.each(items)('shows %s: %s', async (name, id, item) => {
    const origin = await demo();
    await expectRecord(await openRecord(pageOf(origin, { feed: `/data/${name}`, record: id })), item);
  });

  it('lists the feeds', async () => {
    const reader = await visitor();
    await reader.open(`${await demo()}/record`);
    await reader.page.locator('#feeds a', { hasText: 'seed-feed.json' }).waitFor();
    const listed = await reader.page.locator('#feeds').innerText();
    for (const name of names) expect(listed).toContain(name);
  });
});

describe('record page: invalid URL', () => {
  it.each([
    ['an unknown record', { feed: '/feeds/clausewatch.json', record: 'CW-9999' }, 'not-found'],
    ['an unknown feed', { feed: '/feeds/none.json', record: 'CW-0001' }, 'http'],
    ['a script as feed', { feed: 'javascript:document.title="broken in"', record: 'CW-0001' }, 'network'],
    [
      'markup as record',
      { feed: '/feeds/clausewatch.json', record: '<img src=x onerror=document.title="broken-in">' },
      'not-found',
    ],
    // The page's Content-Security-Policy allows only its own server.
    ['a feed on another server', { feed: 'https://feeds.example/feed.json', record: 'CW-0001' }, 'network'],
  ])('reports %s', async (_, parameters, code) => {
    const reader = await visitor();
    await reader.open(pageOf(await demo(), parameters));
    await reader.told('provision-error', 5);
    const errors = await reader.seen('provision-error');
    expect(new Set(errors.map(({ detail }) => detail))).toEqual(new Set([code]));
    expect(await reader.page.locator('#log').innerText()).toContain(code);
    expect(await reader.page.title()).not.toContain('broken');
    expect(await reader.page.locator('img').count()).toBe(0);
    expect(reader.errors).toEqual([]);
  });

  it('reports a feed that is not valid in place of its list', async () => {
    const reader = await visitor();
    await reader.open(pageOf(await demo(), { feed: '/dist/provision-embed.js' }));
    await reader.page.getByRole('alert').waitFor();
    expect(await reader.page.getByRole('alert').innerText()).toContain('could not be read');
    expect(reader.errors).toEqual([]);
  });
});
