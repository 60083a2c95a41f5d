/** The embed builder with the user's own spreadsheet: reading, correction, the card, and the download. */
import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import type { Download, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFeed } from '../../src/feed/parse.js';
import { csvTemplate } from '../../src/import/csv/template.js';
import { site } from '../embedding/site.js';
import { painted, settled, visitor, type Visit } from '../embedding/visit.js';
import { startDemo } from './demo.js';
import type { Demo } from './demo.js';

let shared: Demo | undefined;
beforeAll(async () => {
  shared = await startDemo();
});
afterAll(() => shared?.close());

async function builder(query = '', options = {}): Promise<Visit> {
  const reader = await visitor({ viewport: { width: 1280, height: 900 }, ...options });
  await reader.open(`${shared!.url}/builder${query}`);
  await card(reader.page).waitFor();
  return reader;
}

const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 60_000 });
const code = (page: Page) => page.getByLabel('What you paste into the article').inputValue();
const card = (page: Page) => painted(page.frameLocator('#frame-live').locator('body'));
const cell = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const sum = (page: Page) => page.locator('#sheet-sum').innerText();
const findings = (page: Page) => page.locator('#sheet-list li').allInnerTexts();

async function expectQuiet({ complaints, seen }: Visit): Promise<void> {
  expect(await seen('securitypolicyviolation')).toEqual([]);
  expect(complaints()).toEqual([]);
}

/** Opens the panel and pastes copied cells, as a user does. */
async function paste(page: Page, text: string): Promise<void> {
  await page.locator('#sheet').evaluate((panel) => ((panel as HTMLDetailsElement).open = true));
  await page.locator('#sheet-intake').evaluate((panel) => ((panel as HTMLDetailsElement).open = true));
  await page.getByLabel('Paste the cells').evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.locator('#sheet-file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

async function downloaded(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = (await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])) as [Download, unknown];
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

const good = [
  'ID\tPlatform\tDocument\tDocument URL\tTitle\tSummary\tClause\tSeverity\tCaptured',
  'A-1\tAcme\tTerms\thttps://acme.example/terms\tAcme may close accounts\tIt may.\tWe may close your <account> & data.\tHigh\t2026-05-12',
  'A-2\tAcme\tPolicy\thttps://acme.example/policy\tAcme keeps data\tIt does.\tWe keep your data.\tLow\t2026-05-12',
].join('\n');

describe('builder: spreadsheet', () => {
  it('makes a card from pasted cells, whose code sends no request', async () => {
    const reader = await builder();
    const { page } = reader;
    await paste(page, good);
    await eventually(() => page.locator('#sheet-name').innerText()).toBe('Pasted cells: 2 records of 2 rows');
    await page.getByLabel('Title of the feed').fill('The Daily Example');
    await page.getByLabel('Title of the feed').press('Tab');
    await eventually(() => sum(page)).toBe('No problem found.');
    await card(page).getByRole('heading', { name: 'Acme may close accounts' }).first().waitFor();
    await eventually(() => code(page)).toContain('"title":"The Daily Example"');
    const made = await code(page);
    expect(made).not.toMatch(/ src="https?:[^"]*json"| data-src=|example\.invalid|preconnect/);
    expect(made).toContain('<blockquote cite="https://acme.example/terms"');
    expect(made).toContain('"sha256":"');
    expect(await page.locator('#loads').innerText()).toBe('The record is in the code: readers load no feed.');
    expect(page.url()).toMatch(/\?sheet=1&title=The\+Daily\+Example$/);
    await expectQuiet(reader);

    const newspaper = await visitor();
    const asked: string[] = [];
    newspaper.page.on('request', (request) => asked.push(request.url()));
    const article = await site();
    await newspaper.open(article.page(made));
    await newspaper.told('provision-load');
    await painted(newspaper.page).getByText('We may close your <account> & data.').first().waitFor();
    expect(asked.filter((address) => address.includes('.json'))).toEqual([]);
    expect(newspaper.complaints()).toEqual([]);
  });

  it('names each mistake by row and column, and lets the user correct it with the keyboard', async () => {
    const reader = await builder();
    const { page } = reader;
    await page.locator('#sheet > summary').press('Enter');
    await page.getByRole('button', { name: 'Try an example' }).press('Enter');
    await eventually(() => sum(page)).toBe('4 problems, 4 notes');
    expect((await findings(page)).map((line) => line.split(' – ')[0])).toEqual([
      'Problem: Row 3, column J "Captured"',
      'Problem: Row 4, column B "Platform"',
      'Problem: Row 5, column A "No."',
      'Problem: Row 5, column D "Document URL"',
      expect.stringMatching(/^Note: Title of the feed/),
      'Note: Row 1, column K "Mood"',
      'Note: Row 3, column D "Document URL"',
      'Note: Row 3, column H "Severity"',
    ]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('sheet-name');

    await page.getByRole('link', { name: 'Row 5, column A' }).press('Enter');
    const id = cell(page, 'No., row 5');
    await eventually(() => id.evaluate((field) => document.activeElement === field)).toBe(true);
    expect(await id.getAttribute('aria-invalid')).toBe('true');
    const said = await id.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${said}"]`).innerText()).toContain('The id "LB-2" is already used in row 3');
    await id.fill('LB-4');
    await page.keyboard.press('Tab');
    await eventually(() => sum(page)).toBe('3 problems, 4 notes');
    expect(await id.getAttribute('aria-invalid')).toBeNull();
    expect(await id.getAttribute('aria-describedby')).toBeNull();
    await eventually(() => page.locator('#sheet-status').innerText()).toBe(
      'Row 5, No.: nothing is wrong. 3 problems, 4 notes.',
    );
    // The focus moves to the next cell of the row, although messages were added beside the cells.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Platform, row 5');

    await cell(page, 'Document URL, row 5').fill('https://marrowmail.example/terms');
    await page.getByLabel('A date such as 05/12/2026 is').selectOption('mdy');
    await page.getByLabel('Fill down').check();
    await eventually(() => sum(page)).toBe('4 notes');
    await page.getByRole('combobox', { name: 'What Mood holds' }).selectOption('');
    await eventually(() => sum(page)).toBe('3 notes');
    await eventually(() => page.locator('#sheet-name').innerText()).toBe('Example: 4 records of 4 rows');

    // The card of a row.
    await page.getByRole('button', { name: 'Card of row 5' }).press('Enter');
    await card(page).getByRole('heading', { name: 'Marrowmail decides disputes by arbitration' }).first().waitFor();
    expect(page.url()).toContain('record=LB-4');
    expect(await page.getByRole('button', { name: 'Card of row 5' }).getAttribute('aria-current')).toBe('true');
    await cell(page, 'Title, row 5').fill('A title of our own');
    await cell(page, 'Title, row 5').press('Tab');
    await card(page).getByRole('heading', { name: 'A title of our own' }).first().waitFor();
    await expectQuiet(reader);
  });

  it('downloads a sealed feed without problems, and a corrected spreadsheet that reads the same', async () => {
    const reader = await builder('?title=Our+watch');
    const { page } = reader;
    await paste(page, good);
    await eventually(() => sum(page)).toBe('No problem found.');
    await cell(page, 'Clause, row 3').fill('=We keep “all” of it,\nfor ever.');
    await cell(page, 'Clause, row 3').press('Tab');
    await eventually(() => page.locator('#sheet-status').innerText()).toContain('Row 3, Clause');
    const feed = await downloaded(page, 'Download the feed');
    expect(feed.name).toBe('feed.json');
    const result = parseFeed(JSON.parse(feed.text));
    expect(result).toMatchObject({ ok: true, warnings: [], feed: { title: 'Our watch' } });
    const items = result.ok ? result.feed.items : [];
    expect(items.map((item) => item._provision.clauses?.[0])).toEqual([
      { text: 'We may close your <account> & data.', sha256: expect.stringMatching(/^[\da-f]{64}$/) },
      { text: '=We keep “all” of it,\nfor ever.', sha256: expect.stringMatching(/^[\da-f]{64}$/) },
    ]);
    const csv = await downloaded(page, 'Download the corrected spreadsheet');
    expect(csv.name).toBe('pasted-cells.csv');
    await choose(page, 'again.csv', csv.text);
    await eventually(() => page.locator('#sheet-name').innerText()).toBe('again.csv: 2 records of 2 rows');
    expect(JSON.parse((await downloaded(page, 'Download the feed')).text)).toEqual(JSON.parse(feed.text));
    await expectQuiet(reader);
  });

  it('marks the forms that need a hosted feed, and makes them once its URL is given', async () => {
    const { page } = await builder('?cms=wordpress');
    expect(await page.locator('#hosting').isVisible()).toBe(false);
    await paste(page, good);
    await eventually(() => code(page)).toContain('<script type="application/json">');
    const forms = page.locator('#form option');
    await eventually(() => forms.allInnerTexts()).toEqual([
      'Element',
      'Quotation that becomes a card (needs a hosted feed)',
      'Frame (needs a hosted feed)',
      'Link on its own line',
    ]);
    expect(await forms.nth(1).isDisabled()).toBe(true);
    expect(await page.locator('#why').innerText()).toContain('if your CMS removes those');
    const guide = await page.request.get(
      await page.locator('#hosting a').evaluate((a) => (a as HTMLAnchorElement).href),
    );
    expect(await guide.text()).toContain('# Your first feed');
    await page.locator('#addresses > summary').click();
    await page.getByLabel('Feed that readers load').fill('https://host.example/feed.json');
    await eventually(() => code(page)).toContain(
      '<blockquote class="provision-embed" cite="https://acme.example/terms"',
    );
    expect(await page.locator('#hosting').isVisible()).toBe(false);
    expect(JSON.parse((await downloaded(page, 'Download the feed')).text)).toMatchObject({
      feed_url: 'https://host.example/feed.json',
    });
  });

  it('refuses other text with its place, and keeps the previous spreadsheet', async () => {
    const reader = await builder();
    const { page } = reader;
    await page.locator('#sheet > summary').click();
    await choose(page, 'clauses.csv', Buffer.from('PK\x03\x04\x00\x00\x00\x00', 'latin1'));
    await page.getByRole('alert').filter({ hasText: 'clauses.csv, row 1, column A: This is a workbook' }).waitFor();
    await paste(page, 'Platform,Clause\nAcme,"We may\nsell');
    await page.getByRole('alert').filter({ hasText: 'row 2, column B "Clause": A quotation mark opens' }).waitFor();
    // Refused text stays in the field for correction.
    expect(await page.getByLabel('Paste the cells').inputValue()).toContain('"We may');
    expect(await code(page)).toContain('CW-0001');
    await page.getByLabel('Paste the cells').fill('Firma,Wortlaut\nAcme,Wir dürfen.\n');
    await page.getByRole('button', { name: 'Read these cells' }).click();
    await eventually(() => sum(page)).toBe('1 problem');
    await page.getByRole('link', { name: 'Row 1, column A' }).click();
    await page.getByRole('combobox', { name: 'What Firma holds' }).selectOption({ label: 'Platform' });
    await page.getByRole('combobox', { name: 'What Wortlaut holds' }).selectOption({ label: 'Clause' });
    await eventually(() => page.locator('#sheet-name').innerText()).toBe('Pasted cells: 1 record of 1 row');
    await page.getByRole('alert').filter({ hasText: 'A column “Document URL” or “URL”' }).waitFor();
    await expectQuiet(reader);
  });

  it('stays while the user goes back and forward, and a link to it asks for the file again', async () => {
    const reader = await builder();
    const { page } = reader;
    await paste(page, good);
    await eventually(() => code(page)).toContain('"id":"A-1"');
    await page.locator('#feed-summary').click();
    await page.getByRole('button', { name: 'Use the sample feed' }).click();
    await eventually(() => code(page)).toContain('CW-0001');
    await page.goBack();
    await eventually(() => code(page)).toContain('"id":"A-1"');
    const other = await reader.context.newPage();
    await other.goto(page.url());
    await eventually(() => other.locator('#feed-name').innerText()).toContain('This link was made with a spreadsheet');
    expect(await other.getByLabel('Paste the cells').isVisible()).toBe(true);
    expect(await reader.context.storageState()).toEqual({ cookies: [], origins: [] });
  });

  it('reads a dropped file in Excel’s encoding', async () => {
    const reader = await builder();
    const { page } = reader;
    await page.evaluate((text) => {
      const bytes = new Uint8Array(2 * text.length + 2);
      new DataView(bytes.buffer).setUint16(0, 0xfeff, true);
      for (let at = 0; at < text.length; at++)
        new DataView(bytes.buffer).setUint16(2 * at + 2, text.charCodeAt(at), true);
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], 'Klauseln.txt'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, 'Platform\tTitle\tClause\tDocument URL\r\nMüller\tLöschen\tWir dürfen.\thttps://mueller.example/\r\n');
    await card(page).getByRole('heading', { name: 'Löschen' }).first().waitFor();
    expect(await page.locator('#sheet-name').innerText()).toBe('Klauseln.txt: 1 record of 1 row');
    await expectQuiet(reader);
  });

  it('offers a template that reads without a problem', async () => {
    const { page } = await builder();
    await page.locator('#sheet > summary').click();
    const template = await downloaded(page, 'Download a template');
    expect(template).toEqual({ name: 'clauses.csv', text: csvTemplate() });
    await choose(page, template.name, template.text);
    await eventually(() => sum(page)).toBe('No problem found.');
  });

  it('shows the problem rows of 5,000 first, and pages the rest', async () => {
    const reader = await builder('?title=T');
    const { page } = reader;
    const rows = Array.from({ length: 5000 }, (_, index) =>
      [
        `${index}`,
        'Acme',
        'https://acme.example/terms',
        `Title ${index}`,
        `Clause ${index}.`,
        index % 1000 === 7 ? 'soon' : '',
      ].join('\t'),
    );
    await paste(page, ['ID\tPlatform\tDocument URL\tTitle\tClause\tCaptured', ...rows].join('\n'));
    await eventually(() => sum(page)).toBe('5 problems');
    const fields = page.locator('#sheet-body textarea');
    expect(await fields.count()).toBe(5 * 6);
    await page.getByRole('radio', { name: 'All rows (5,000)' }).check({ force: true });
    await eventually(() => page.locator('#sheet-page-status').innerText()).toBe('Rows 1 to 20 of 5,000');
    expect(await fields.count()).toBe(20 * 6);
    await page.getByRole('button', { name: 'Next rows' }).click();
    expect(await cell(page, 'Title, row 22').inputValue()).toBe('Title 20');
    await page.getByRole('link', { name: 'Row 4009, column F' }).click();
    await cell(page, 'Captured, row 4009').fill('2026-05-12');
    await cell(page, 'Captured, row 4009').press('Tab');
    await eventually(() => sum(page)).toBe('4 problems');
    expect(await fields.count()).toBe(20 * 6);
    await expectQuiet(reader);
  });
});

describe('builder: spreadsheet accessibility and safety', () => {
  it.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)('has no axe violations in the table and fits the viewport, %s at %i px', async (colorScheme, width) => {
    const reader = await builder('', { colorScheme, viewport: { width, height: 800 } });
    const { page } = reader;
    await page.locator('#sheet > summary').click();
    await page.getByRole('button', { name: 'Try an example' }).click();
    await eventually(() => sum(page)).toBe('4 problems, 4 notes');
    await settled(page);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'], iframes: false }),
    );
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await expectQuiet(reader);
  });

  it('shows hostile cells as text in the table, the list and the code', async () => {
    const reader = await builder();
    const { page } = reader;
    const bad = '<img src=x onerror="document.title=1">]]></script><script>document.title=2</script>&';
    const quoted = `"${bad.replaceAll('"', '""')}"`;
    await paste(
      page,
      `ID,Platform,Clause,Document URL,Severity,${quoted}\n${[quoted, quoted, quoted, 'https://a.example/', quoted, quoted].join(',')}\n`,
    );
    await eventually(() => code(page)).toContain('<script type="application/json">');
    const [data = ''] = /(?<=json">).*(?=<\/script>)/.exec(await code(page)) ?? [];
    expect(data).not.toMatch(/[<>&]/);
    expect(JSON.parse(data)).toMatchObject({ items: [{ id: expect.stringContaining('document.title') }] });
    await card(page).waitFor();
    expect(await page.title()).toBe('Embed builder – Clausewatch');
    expect(await page.locator('main img, main script').count()).toBe(0);
    await expectQuiet(reader);
  });
});
