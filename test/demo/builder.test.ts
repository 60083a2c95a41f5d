/** The embed builder: a journalist's steps with the keyboard alone, and the resulting code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languageTags } from '../../src/i18n/tags.js';
import { hostileTexts } from '../snippets/support.js';
import { site } from '../embedding/site.js';
import { painted, visitor, type Visit } from '../embedding/visit.js';
import { provisionDataDir } from '../support/data.js';
import { hasData, startDemo } from './demo.js';
import type { Demo } from './demo.js';

const sample = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../demo/feeds/clausewatch.json', import.meta.url)), 'utf8'),
) as { items: { id: string; title: string }[] };

// One server for all tests, because it caches compressed files.
let shared: Demo | undefined;
beforeAll(async () => {
  shared = await startDemo();
});
afterAll(() => shared?.close());

interface Builder extends Visit {
  readonly origin: string;
}

async function builder(query = '', options = {}): Promise<Builder> {
  const origin = shared!.url;
  const reader = await visitor({ viewport: { width: 1280, height: 900 }, ...options });
  await reader.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await reader.open(`${origin}/builder${query}`);
  return { ...reader, origin };
}

/** An upper bound for a busy machine; no test here depends on timing. */
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 60_000 });

const code = (page: Page) => page.getByLabel('What you paste into the article');
const record = (page: Page) => page.getByRole('combobox', { name: /^Find by title/ });
/** The card in the preview. */
const card = (page: Page) => painted(page.frameLocator('#frame-live').locator('body'));
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

async function expectQuiet({ complaints, seen }: Visit): Promise<void> {
  expect(await seen('securitypolicyviolation')).toEqual([]);
  expect(complaints()).toEqual([]);
}

/** Chooses a feed in the file field. */
async function choose(page: Page, content: unknown): Promise<void> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  await page
    .locator('#file')
    .setInputFiles({ name: 'feed.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

const feedOf = (...items: object[]) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'A file',
  feed_url: 'https://feeds.example/feed.json',
  items,
});

describe('builder: keyboard', () => {
  it('leads from the feed to the copied code, which works on a page of its own', async () => {
    const reader = await builder();
    const { page } = reader;
    await eventually(() => record(page).isEnabled()).toBe(true);
    await record(page).focus();
    await page.keyboard.type('quillane training');
    await page.locator('#records [role="option"]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const active = await record(page).getAttribute('aria-activedescendant');
    const title = await page.locator(`#${active} .title`).innerText();
    await page.keyboard.press('Enter');
    await eventually(() => record(page).inputValue()).toBe(title);
    await card(page).getByRole('heading', { name: title }).first().waitFor();

    const press = async (name: string) => {
      for (let turn = 0; turn < 80; turn += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((wanted) => document.activeElement?.textContent?.trim() === wanted, name)) break;
      }
      await page.keyboard.press('Enter');
    };
    await press('Copy the code');
    await expect
      .poll(() => page.locator('#copy-status').innerText())
      .toMatch(/^Copied: Element for Plain HTML.*\d character/);
    const copied = await clipboard(page);
    expect(copied).toBe(await code(page).inputValue());
    await expectQuiet(reader);

    const newspaper = await visitor();
    const article = await site();
    await newspaper.open(article.page(copied));
    await newspaper.told('provision-load');
    await painted(newspaper.page).getByRole('heading', { name: title }).first().waitFor();
    expect(newspaper.complaints()).toEqual([]);
  });

  it('wraps around in the list of records, and Escape discards typed text', async () => {
    const { page } = await builder('?record=CW-0002');
    const second = sample.items[1]!.title;
    await eventually(() => record(page).inputValue()).toBe(second);
    await record(page).focus();
    await page.keyboard.press('ArrowDown');
    const chosen = page.locator('#records [aria-selected="true"]');
    await chosen.waitFor();
    expect(await record(page).getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
    for (const [key, place] of [
      ['ArrowUp', 1],
      ['ArrowUp', sample.items.length],
      ['ArrowDown', 1],
      ['PageDown', 9],
    ] as const) {
      await page.keyboard.press(key);
      expect(await page.locator('#records .active').getAttribute('aria-posinset')).toBe(`${place}`);
    }
    await page.keyboard.type('zzzz');
    await eventually(() => page.locator('#record-status').innerText()).toMatch(/^No record of 14/);
    expect(await record(page).getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await eventually(() => record(page).inputValue()).toBe(second);
  });

  it('orders sections, and the focus stays on the button', async () => {
    const { page } = await builder('?sections=summary+clause');
    await page.getByText('Sections, language, heading').press('Enter');
    await page.getByRole('button', { name: 'Move What the document says up' }).press('Enter');
    await eventually(() => code(page).inputValue()).toContain('sections="clause summary"');
    await expect
      .poll(() => page.locator('#sections-status').innerText())
      .toBe('What the document says is now 1 of 18.');
    // The first section has no "up" button, so the checkbox beside it has the focus.
    expect(await page.evaluate(() => document.activeElement?.closest('li')?.textContent)).toContain(
      'What the document',
    );
    await page.keyboard.press('Space');
    await eventually(() => code(page).inputValue()).toContain('sections="summary"');
  });
});

describe('builder: theme', () => {
  it.each([
    ['', 'class="provision-theme-tabloid"'],
    ['&cms=wordpress', 'class="provision-embed provision-theme-tabloid"'],
  ])('applies a preset, and copies its class and its style sheet%s', async (place, expected) => {
    const reader = await builder(`?record=CW-0007${place}`);
    const { page } = reader;
    await page.locator('#theme').selectOption('tabloid');
    await eventually(() => code(page).inputValue()).toContain(expected);
    expect(await page.locator('#preset-code').inputValue()).toBe(
      '<link rel="stylesheet" href="https://clausewatch.example/dist/themes/tabloid.css">'.replace(
        'https://clausewatch.example',
        reader.origin,
      ),
    );
    const shown = page.frameLocator('#frame-live').locator('provision-card [part~="base"]');
    await eventually(() => shown.evaluate((base) => getComputedStyle(base).borderTopWidth)).toBe('3px');
    await page.locator('#theme').selectOption('article');
    await eventually(() => code(page).inputValue()).not.toContain('provision-theme');
    expect(await page.locator('#preset-code').isVisible()).toBe(false);
    await expectQuiet(reader);
  });

  it('offers every locale', async () => {
    const reader = await builder('?record=CW-0007&lang=de');
    const { page } = reader;
    await eventually(() => code(page).inputValue()).toContain('lang="de"');
    await page.frameLocator('#frame-live').getByRole('heading', { name: 'Was im Dokument steht' }).waitFor();
    expect(await page.locator('#lang option').count()).toBe(languageTags.length + 1);
    await expectQuiet(reader);
  });
});

describe('builder: URL', () => {
  const chosen = '?record=CW-0007&layout=compact&mode=live&level=4&cms=wordpress&width=375&scheme=dark';

  it('holds all choices, and a copy of it restores them', async () => {
    const reader = await builder();
    const { page, origin } = reader;
    await eventually(() => record(page).isEnabled()).toBe(true);
    await record(page).fill('CW-0007');
    await page.locator('#records [role="option"]').first().click();
    await page.getByRole('radio', { name: /^Compact/ }).check();
    await page.getByRole('radio', { name: /^Show the current record/ }).check();
    await page.getByText('Sections, language, heading').click();
    await page.getByLabel('Heading level').selectOption('4');
    await page.getByLabel('Your CMS').selectOption('wordpress');
    await page.getByRole('radio', { name: /^375/ }).check({ force: true });
    await page.getByRole('radio', { name: 'Dark', exact: true }).check({ force: true });
    expect(page.url()).toBe(`${origin}/builder${chosen}`);
    await eventually(() => code(page).inputValue()).toContain('data-heading-level="4"');
    const made = await code(page).inputValue();
    for (const part of ['class="provision-embed"', 'data-layout="compact"', 'data-mode="live"', '/r/CW-0007.json"'])
      expect(made).toContain(part);
    expect(made).not.toContain('<script');
    expect(await page.getByLabel('Once for the whole site, in its template').inputValue()).toContain('<script async');

    const other = await reader.context.newPage();
    await other.goto(page.url());
    await eventually(() => code(other).inputValue()).toBe(made);
    expect(await other.getByLabel('Your CMS').inputValue()).toBe('wordpress');

    await page.goBack();
    await page.goBack();
    await eventually(() => page.getByLabel('Your CMS').inputValue()).toBe('wordpress');
    await page.goBack();
    await eventually(() => page.getByLabel('Your CMS').inputValue()).toBe('html');
    await eventually(() => code(page).inputValue()).toContain('<provision-card');
    await page.goForward();
    await eventually(() => code(page).inputValue()).toContain('<blockquote class="provision-embed"');
    await expectQuiet(reader);
  });

  it('ignores invalid values in the URL', async () => {
    const reader = await builder(
      '?layout=huge&sections="><script>&theme=x&cms=__proto__&form=constructor&view=toString&lang=%00&level=9',
    );
    await eventually(() => code(reader.page).inputValue()).toContain('record="CW-0001">');
    await expectQuiet(reader);
  });
});

describe('builder: form for each destination', () => {
  it.each([
    ['react', /^'use client'/],
    ['markdown', /^> By uploading/],
    ['email', /^<blockquote[^>]* style=/],
    ['substack', /^“By uploading/],
    ['frame', /^<iframe src="http:\/\/[^"]*\/e\/CW-0001\/"/],
  ])('makes the form for %s', async (cms, form) => {
    const reader = await builder(`?record=CW-0001&cms=${cms}`);
    await eventually(() => code(reader.page).inputValue()).toMatch(form);
    const left = reader.page.frameLocator('#frame-still');
    if (cms === 'frame') {
      const published = reader.page.frameLocator('#frame-live').frameLocator('iframe');
      await published.getByRole('heading', { name: sample.items[0]!.title }).waitFor();
    }
    await reader.page.getByRole('tab', { name: 'RSS readers' }).press('ArrowRight');
    await left.locator('#place', { hasText: 'By uploading' }).waitFor();
    expect(await left.locator('#place img').getAttribute('alt')).toMatch(/^Severity: /);
    await expectQuiet(reader);
  });
});

it.each(['light', 'dark'])(
  'puts the colour scheme %s into a frame’s URL and applies it in the preview',
  async (colours) => {
    const reader = await builder(`?record=CW-0001&cms=frame&colours=${colours}`);
    await eventually(() => code(reader.page).inputValue()).toMatch(
      new RegExp(`^<iframe src="http://[^"]*/e/CW-0001/#${colours}"`),
    );
    const published = reader.page.frameLocator('#frame-live').frameLocator('iframe').locator('html');
    await eventually(() => published.evaluate((html) => getComputedStyle(html).colorScheme)).toBe(colours);
    await expectQuiet(reader);
  },
);

describe('builder: invalid feed', () => {
  it('reports every problem with its place, and embeds the valid records', async () => {
    const reader = await builder();
    await choose(
      reader.page,
      feedOf(
        { content_text: 'no id' },
        {
          id: 'b',
          title: 'Good',
          content_text: 'x',
          url: 'https://feeds.example/b',
          _provision: { severity: 'high', clauses: [{ text: 'Words', sha256: '0'.repeat(64) }] },
        },
      ),
    );
    await reader.page.getByText('1 error, 2 warnings in this feed').waitFor();
    const lines = await reader.page.locator('#report-list li').allInnerTexts();
    expect(lines).toHaveLength(3);
    expect(lines.join('\n')).toContain('/items/0/id');
    expect(lines.find((line) => line.includes('/items/1/_provision/severity'))).toMatch(/^Warning: Good – .*left out/s);
    expect(lines.find((line) => line.includes('/clauses/0/sha256'))).toContain('told that it differs');
    await eventually(() => code(reader.page).inputValue()).toContain('src="https://feeds.example/feed.json"');
    await card(reader.page).getByRole('heading', { name: 'Good' }).waitFor();
    expect(reader.page.url()).toMatch(/\?file=1$/);
    await expectQuiet(reader);
  });

  it('reports an unreadable feed, and reads a valid one after it', async () => {
    const reader = await builder();
    const good = feedOf({ id: 'a', url: 'https://feeds.example/r/a', content_text: 'x', title: 'T' });
    for (const [words, content] of [
      ['This is not a feed', '{"version":'],
      ['it has no list of items', '{}'],
      ['later version', { ...feedOf(), _provision_feed: { spec: '2.0' } }],
    ] as const) {
      await choose(reader.page, content);
      await reader.page.getByText('The feed cannot be read', { exact: true }).waitFor();
      await eventually(() => reader.page.locator('#report-list').innerText()).toContain(words);
      expect(await code(reader.page).isVisible()).toBe(false);
    }
    await choose(reader.page, good);
    await reader.page.getByText('Checked: no problem').waitFor();
    await eventually(() => code(reader.page).inputValue()).toContain('record="a"');
    await expectQuiet(reader);
  });

  it('reports what is missing for a record without a page', async () => {
    const reader = await builder();
    await choose(reader.page, feedOf({ id: 'a', content_text: 'x', title: 'Nowhere' }));
    await reader.page.getByRole('alert').filter({ hasText: 'give its permalink' }).waitFor();
    await reader.page.getByLabel('Where the records’ pages are published').fill('https://host.example/');
    await eventually(() => code(reader.page).inputValue()).toContain('src="https://host.example/r/a.json"');
    await expectQuiet(reader);
  });
});

it('shows hostile texts as text in the list, the code, the previews and the report', async () => {
  const texts = hostileTexts()
    .filter((_, index) => index < 12 || index % 80 === 0)
    .slice(0, 60);
  const reader = await builder();
  await choose(
    reader.page,
    feedOf(
      ...texts.map((text, index) => ({
        id: index ? `${index} ${text}`.slice(0, 200) : '<img src=x onerror=document.title="in">',
        title: text,
        content_text: text,
        url: 'https://feeds.example/r',
        tags: [text],
        _provision: {
          platform: { name: text },
          clauses: [{ text }],
          severity: { level: text, label: text },
          status: 7,
        },
      })),
    ),
  );
  await reader.page.getByText(/warnings? in this feed/).waitFor();
  for (const at of [0, 1, 2, 5, 8, texts.length - 1]) {
    await record(reader.page).click();
    await record(reader.page).press('PageDown');
    await reader.page.locator('#records [role="option"]').nth(at).click();
    for (const view of ['plain', 'rss', 'email', 'card']) {
      await reader.page.locator(`[data-view="${view}"]`).click();
      await eventually(() => code(reader.page).inputValue()).toContain('<provision-card');
    }
  }
  await card(reader.page).waitFor();
  expect(await reader.page.title()).toBe('Embed builder – Clausewatch');
  expect(await reader.page.locator('main img, main script').count()).toBe(0);
  expect(reader.page.frames()).toHaveLength(3);
  await expectQuiet(reader);
});

it.skipIf(!hasData)('searches 2,904 records, and loads more at the end of the list', async () => {
  const reader = await builder('?feed=/data/privacyspy-feed.json');
  const { page } = reader;
  const { items } = JSON.parse(readFileSync(join(provisionDataDir, 'privacyspy-feed.json'), 'utf8')) as {
    items: { id: string; _provision: { platform?: { name?: string } } }[];
  };
  await eventually(() => page.locator('#feed-name').innerText()).toContain(items.length.toLocaleString('en-GB'));
  const last = items.at(-1)!;
  await record(page).fill(last.id);
  await eventually(() => page.locator('#records [role="option"]').last().innerText()).toContain(last.id);
  await record(page).fill(last._provision.platform!.name!);
  await eventually(() => page.locator('#record-status').innerText()).toMatch(/^[\d,]+ records? of 2,904$/);
  await record(page).fill('');
  const options = page.locator('#records [role="option"]');
  await eventually(() => options.count()).toBe(60);
  await record(page).press('ArrowUp');
  await eventually(() => page.locator('#records .active').getAttribute('aria-posinset')).toBe(`${items.length}`);
  await record(page).press('Enter');
  await expect
    .poll(() => page.url())
    .toContain(new URLSearchParams({ record: last.id }).toString().replaceAll('%3A', ':'));
  await eventually(() => code(page).inputValue()).toContain('<provision-card');
});

describe('builder: accessibility and privacy', () => {
  it.each(['light', 'dark'] as const)('has no axe violations with everything open, %s', async (colorScheme) => {
    const reader = await builder('?sections=summary+why&colours=dark&cms=wordpress&form=element&script=without', {
      colorScheme,
    });
    const { page } = reader;
    await card(page).waitFor();
    await page.locator('details').evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
    await record(page).click();
    await page.locator('#records [role="option"]').first().waitFor();
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'], iframes: false }),
    );
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))])).toEqual([]);
    await expectQuiet(reader);
  });

  it('fits a viewport of 320 px, and scales the widest preview down', async () => {
    const { page } = await builder('?width=1100', { viewport: { width: 320, height: 640 } });
    await card(page).waitFor();
    await eventually(() => page.locator('#scale').innerText()).toMatch(/^Shown at \d\d %/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await page.evaluate(() => document.getElementById('stage')!.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it('stores nothing, and sends requests to its own server only', async () => {
    const reader = await builder();
    const elsewhere: string[] = [];
    reader.page.on('request', (request) => {
      if (!request.url().startsWith(`${reader.origin}/`)) elsewhere.push(request.url());
    });
    await choose(reader.page, feedOf({ id: 'a', url: 'https://feeds.example/r/a', content_text: 'x', title: 'T' }));
    await card(reader.page).waitFor();
    expect(elsewhere).toEqual([]);
    expect(await reader.context.storageState()).toEqual({ cookies: [], origins: [] });
  });

  it('names the alternatives without JavaScript', async () => {
    const { page } = await builder('', { javaScriptEnabled: false });
    expect(await page.locator('main').innerText()).toContain('npx provision-embed snippet');
  });
});
