/** All rows of a comparison: the chart, the tools, two platforms side by side, and ten thousand rows. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ProvisionComparison } from '../../src/index.js';
import { readData } from '../support/browser-data.js';
import { heard, outline, violations } from './support/heard.js';
import { answerWith } from './support/network.js';
import { clear, hasPart, part, show } from './support/page.js';
import { feed, record } from './support/records.js';

interface Real {
  readonly _provision_feed: { readonly clause_types: readonly { readonly id: string; readonly title: string }[] };
  readonly items: readonly {
    readonly _provision: { readonly clause_type: string; readonly severity: { level: string } };
  }[];
}

const real = (await readData('privacyspy-feed.json')) as Real | undefined;
const seeds = await readData('seed-feed.json');
const levels = ['critical', 'high', 'medium', 'low', 'info'] as const;

/** Invented rows; the first is named Platform 0. */
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    platform: { name: `Platform ${index}` },
    severity: { level: levels[index % 5], label: levels[index % 5]!.toUpperCase() },
    excerpt: `Clause number ${index} of what we may do with Café letters.`,
    language: 'en',
    url: `https://p${index}.example/terms`,
  }));
const compared = (details: object, own: object = {}) =>
  record({
    platform: { name: 'Ownly' },
    severity: { level: 'high', label: 'HIGH' },
    clauses: [{ text: 'Our own clause.' }],
    comparisons: details,
    ...own,
  });

const all = (element: Element) => [...element.shadowRoot!.querySelectorAll<HTMLElement>('.all [part=row]')];
const names = (element: Element) => all(element).map((row) => row.querySelector('[part=platform]')!.textContent);
const list = (element: Element) => element.shadowRoot!.querySelector('.rows.all')!;

async function pictured(element: Element): Promise<HTMLTableElement> {
  await expect.poll(() => hasPart(element, 'distribution')).toBe(true);
  return part(element, 'distribution') as HTMLTableElement;
}

/** Waits until the list has this number of rows and is complete. */
async function settled(element: Element, count: number): Promise<void> {
  await expect
    .poll(() => [all(element).length, list(element).hasAttribute('aria-busy')], { timeout: 150_000, interval: 200 })
    .toEqual([count, false]);
}

/**
 * Types with the keyboard only, because WebKitGTK's driver treats the inside of a search field as an element that covers it.
 */
async function type(words: string): Promise<void> {
  (page.getByRole('searchbox').element() as HTMLElement).focus();
  await userEvent.keyboard(words);
}

async function open(element: ProvisionComparison, count: number): Promise<void> {
  await pictured(element);
  element.shadowRoot!.querySelector<HTMLElement>('.comparison > .more')!.click();
  await expect.poll(() => element.shadowRoot!.querySelector('.rows.all') !== null).toBe(true);
  await settled(element, count);
}

beforeEach(() => {
  history.replaceState(null, '', location.pathname + location.search);
});
afterEach(() => {
  clear();
  vi.restoreAllMocks();
  history.replaceState(null, '', location.pathname + location.search);
});

describe('the chart', () => {
  it('is a table of the feed’s own numbers for screen readers, with the record’s level in words', async () => {
    const element = await show(
      'provision-comparison',
      compared({ total: 343, distribution: { high: 12, low: 300, severe: 1 }, items: rows(3) }),
    );
    const table = await pictured(element);
    expect(table.caption!.textContent.trim()).toBe('12 of 343 rate HIGH');
    expect(
      [...table.tBodies[0]!.rows].map(({ cells }) =>
        [...cells].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()),
      ),
    ).toEqual([
      ['HIGH', '12', 'Ownly'],
      ['low', '300', ''],
      ['severe', '1', ''],
    ]);
    expect(await violations(element)).toEqual([]);
  });

  it('has one stroke per platform', async () => {
    const element = await show('provision-comparison', compared({ total: 7, distribution: { high: 2, low: 5 } }));
    const lines = [...(await pictured(element)).querySelectorAll('line')];
    expect(lines.map((line) => line.getAttribute('pathLength'))).toEqual(['2', '5']);
  });

  it('never changes the statement of prevalence', async () => {
    const element = await show(
      'provision-comparison',
      compared(
        { total: 343, distribution: { high: 343 }, items: rows(3) },
        { prevalence: { label: 'Unique', text: '0 of 343 platforms' } },
      ),
    );
    await pictured(element);
    expect(part(element, 'prevalence').textContent.trim()).toBe('Unique · 0 of 343 platforms');
  });

  it('names the number of excerpts if the feed has no total', async () => {
    const element = await show('provision-comparison', compared({ items: rows(10) }));
    expect((await pictured(element)).caption!.textContent.trim()).toBe('2 of 10 excerpts rate HIGH');
  });

  it('describes the most severe level in words if there is no record to compare, even with unrated rows', async () => {
    const items = [undefined, 'low', 'high', 'low', undefined].map((level, index) =>
      record({ clause_type: 'x', severity: level && { level, label: level } }, { id: `r-${index}` }),
    );
    const element = await show('provision-comparison', feed(items), { clauseType: 'x' });
    expect((await pictured(element)).caption!.textContent.trim()).toBe('1 of 5 rates high');
  });

  it('takes a place that was reserved for it', async () => {
    const element = await show('provision-comparison', compared({ total: 30, distribution: { high: 10, low: 20 } }));
    await pictured(element);
    const { height } = element.getBoundingClientRect();
    const table = part(element, 'distribution');
    const style = getComputedStyle(table);
    const kept = (1.7 * 2 + 3.13) * parseFloat(getComputedStyle(table.parentElement!).fontSize);
    expect(height).toBeGreaterThan(0);
    // An inline box is on a line, whose descent is part of the place.
    expect(Math.abs(table.offsetHeight + parseFloat(style.marginBottom) - kept)).toBeLessThan(10);
  });
});

describe.skipIf(!seeds)('the seed records', () => {
  it('show the three off-topic excerpts of the first as excerpts, without a chart and without a claim', async () => {
    const words = heard(await show('provision-comparison', seeds, { record: 'CA-P-011793' }));
    expect(words).toContain('Unique · 0 of 343 platforms');
    for (const name of ['Strava', 'Skillshare', 'Ancestry']) expect(words).toContain(name);
    expect(words.match(/Excerpt cut/g)).toHaveLength(3);
    expect(words).not.toMatch(/\b3 of|rate|same|similar|Show all \d/);
  });

  it('show the three nameless excerpts of the second', async () => {
    const element = await show('provision-comparison', seeds, { record: 'capture-002_845501f42fdf7dbb' });
    expect(heard(element).match(/Unnamed platform/g)).toHaveLength(3);
    expect(hasPart(element, 'distribution')).toBe(false);
  });
});

describe.skipIf(!real)('privacyspy-feed.json', () => {
  const types = real?._provision_feed.clause_types ?? [];

  it.each(types.map(({ id, title }) => [id, title]))(
    '%s: 242 platforms are counted, named and can all be opened',
    async (id, title) => {
      const element = await show('provision-comparison', real, { clauseType: id, limit: 3 });
      expect(part(element, 'heading').textContent.trim()).toBe(title);
      const table = await pictured(element);
      const figures = [...table.querySelectorAll('.figure')].map(({ textContent }) => Number(textContent));
      const given = new Map<string, number>();
      for (const { _provision } of real!.items) {
        const { level } = _provision.severity;
        if (_provision.clause_type === id) given.set(level, (given.get(level) ?? 0) + 1);
      }
      expect(figures.sort((a, b) => a - b)).toEqual([...given.values()].sort((a, b) => a - b));
      await open(element, 242);
      expect(new Set(all(element).map((row) => row.getAttribute('role')))).toEqual(new Set(['listitem']));
    },
  );
});

describe('the tools', () => {
  const thirty = compared({ items: rows(30), total: 30 });

  it('are absent for eight rows and present for nine', async () => {
    const eight = await show('provision-comparison', compared({ items: rows(8), total: 8 }));
    await open(eight, 8);
    expect(hasPart(eight, 'search')).toBe(false);
    clear();
    const nine = await show('provision-comparison', compared({ items: rows(9), total: 9 }));
    await open(nine, 9);
    expect(hasPart(nine, 'search')).toBe(true);
    expect(await violations(nine)).toEqual([]);
  });

  it('are one named group and announce the number of rows', async () => {
    const element = await show('provision-comparison', thirty);
    await open(element, 30);
    expect(outline(element)).toContain('group "All platforms"');
    await expect.poll(() => element.shadowRoot!.querySelector('[role=status]')!.textContent).toBe('All 30 shown');
  });

  it('work in the card as well', async () => {
    const element = await show('provision-card', thirty);
    await open(element as unknown as ProvisionComparison, 30);
    expect(hasPart(element, 'search')).toBe(true);
  });

  it('search platforms and wording, mark results without changing the text, and count them', async () => {
    const element = await show('provision-comparison', thirty);
    await open(element, 30);
    const excerpt = all(element)[12]!.querySelector('[part=excerpt]')!;
    const nodes = [...excerpt.querySelectorAll('p')].flatMap(({ childNodes }) => [...childNodes]);
    await type('cafe 12');
    await settled(element, 1);
    expect(names(element)).toEqual(['Platform 12']);
    const marked = () =>
      [...(CSS.highlights.get('provision-search') ?? [])].map((range) =>
        (range.startContainer as Text).data.slice(range.startOffset, range.endOffset),
      );
    await expect.poll(marked).toEqual(['12', '12', 'Café']);
    expect([...excerpt.querySelectorAll('p')].flatMap(({ childNodes }) => [...childNodes])).toEqual(nodes);
    await expect.poll(() => element.shadowRoot!.querySelector('[role=status]')!.textContent).toBe('1 of 30 shown');
    await userEvent.click(page.getByRole('button', { name: 'Clear search and filters' }));
    await settled(element, 30);
    expect(marked()).toEqual([]);
  });

  it('filter by one or more levels of the chart', async () => {
    const element = await show('provision-comparison', thirty);
    await open(element, 30);
    const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
    await press('LOW');
    await settled(element, 6);
    expect(all(element).every((row) => row.textContent.includes('LOW'))).toBe(true);
    await expect
      .element(page.getByRole('button', { name: 'LOW', exact: true }))
      .toHaveAttribute('aria-pressed', 'true');
    await press('CRITICAL');
    await settled(element, 12);
    await press('LOW');
    await settled(element, 6);
  });

  it('sort by severity, by name and as given', async () => {
    const element = await show('provision-comparison', thirty);
    await open(element, 30);
    const sort = page.getByRole('combobox');
    await userEvent.selectOptions(sort, 'severity');
    await expect.poll(() => names(element)[1]).toBe('Platform 5');
    await userEvent.selectOptions(sort, 'platform');
    await expect.poll(() => names(element)[2]).toBe('Platform 10');
    await userEvent.selectOptions(sort, 'given');
    await expect.poll(() => names(element)[2]).toBe('Platform 2');
  });

  it('keep their state, the rows and the focus when the record is read again', async () => {
    const element = await show('provision-comparison', thirty);
    await open(element, 30);
    await type('number');
    await userEvent.click(page.getByRole('button', { name: 'LOW', exact: true }));
    await settled(element, 6);
    const row = all(element)[2]!;
    row.querySelector<HTMLElement>('[part~=compare]')!.focus();
    element.provision = structuredClone(thirty);
    await element.updateComplete;
    await settled(element, 6);
    expect(all(element)[2]).toBe(row);
    expect(element.shadowRoot!.activeElement).toBe(row.querySelector('[part~=compare]'));
    await expect.element(page.getByRole('searchbox')).toHaveValue('number');
  });

  it('add a new row and remove an old one', async () => {
    const element = await show('provision-comparison', thirty);
    await open(element, 30);
    element.provision = compared({ items: rows(31).slice(1), total: 30 });
    await expect.poll(() => names(element).at(-1)).toBe('Platform 30');
    expect(names(element)).not.toContain('Platform 0');
  });

  it('take the focus when they open and return it when they close', async () => {
    const element = await show('provision-comparison', thirty);
    await open(element, 30);
    expect(element.shadowRoot!.activeElement).toBe(part(element, 'all-rows'));
    await userEvent.click(page.getByRole('button', { name: 'Show fewer' }));
    await expect.poll(() => element.shadowRoot!.activeElement?.textContent.trim()).toBe('Show all 30 platforms');
    expect(all(element)).toHaveLength(0);
  });

  it('keep typed keys from the page’s shortcuts', async () => {
    const element = await show('provision-comparison', thirty);
    await open(element, 30);
    const keys: string[] = [];
    const listen = (event: KeyboardEvent) => keys.push(event.key);
    document.addEventListener('keydown', listen);
    await type('j');
    await userEvent.keyboard('{Tab}');
    document.removeEventListener('keydown', listen);
    expect(keys).toEqual(['Tab']);
  });

  it('download the visible rows', async () => {
    const element = await show('provision-comparison', thirty);
    await open(element, 30);
    await type('number 7');
    await settled(element, 3);
    const files: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      files.push(blob as Blob);
      return 'blob:none';
    });
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await userEvent.click(page.getByRole('button', { name: 'Download as CSV' }));
    expect((click.mock.contexts[0] as HTMLAnchorElement).download).toBe('comparison-r-1.csv');
    const lines = (await files[0]!.text()).trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain('https://p7.example/terms');
  });
});

describe('the file with all rows', () => {
  it('is fetched when the reader opens all rows, by the rules for feeds, and the record itself is omitted', async () => {
    const element = await show(
      'provision-comparison',
      compared({ items: rows(4), total: 20, url: 'https://observatory.example/x.json' }),
    );
    const fetched = vi.spyOn(window, 'fetch').mockImplementation(() =>
      Promise.resolve(
        new Response(JSON.stringify({ items: [...rows(20), { record_id: 'r-1', platform: { name: 'Ownly' } }] }), {
          headers: { 'content-type': 'application/json' },
        }),
      ),
    );
    await pictured(element);
    expect(fetched).not.toHaveBeenCalled();
    await open(element, 20);
    expect(fetched).toHaveBeenCalledExactlyOnceWith(
      'https://observatory.example/x.json',
      expect.objectContaining({ credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error' }),
    );
    expect(names(element)).not.toContain('Ownly');
    // The chart counts the record itself; the rows do not.
    await expect
      .poll(() => element.shadowRoot!.querySelector('[role=status]')!.textContent)
      .toBe('All 20 others shown');
  });

  it('leaves the present rows if it fails, reports it, and can be requested again', async () => {
    answerWith('Gone', { status: 404 });
    const element = await show(
      'provision-comparison',
      compared({ items: rows(4), total: 20, url: 'https://observatory.example/y.json' }),
    );
    await open(element, 4);
    await expect.element(page.getByRole('alert')).toHaveTextContent('could not be loaded');
    answerWith(JSON.stringify({ items: rows(20) }), { headers: { 'content-type': 'application/json' } });
    (page.getByRole('button', { name: 'Try again' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await settled(element, 20);
    expect(page.getByRole('alert').query()).toBeNull();
  });
});

describe('side by side', () => {
  const ten = compared({ items: rows(10), total: 10 });
  const sides = (element: Element) =>
    [...element.shadowRoot!.querySelectorAll('[part=side] [part=platform]')].map(({ textContent }) => textContent);
  const compare = (name: string) =>
    userEvent.click(page.getByRole('button', { name: `Compare wording of ${name}`, exact: true }));

  it('shows a platform next to the record, then the latest two platforms next to each other', async () => {
    const element = await show('provision-comparison', ten);
    await open(element, 10);
    await compare('Platform 4');
    await expect.poll(() => sides(element)).toEqual(['Ownly', 'Platform 4']);
    await expect.poll(() => element.shadowRoot!.activeElement).toBe(part(element, 'side-by-side'));
    expect(heard(part(element, 'side-by-side'))).toContain('Our own clause.');
    await compare('Platform 7');
    await expect.poll(() => sides(element)).toEqual(['Platform 4', 'Platform 7']);
    expect(await violations(element)).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Close' }));
    await expect.poll(() => sides(element)).toEqual([]);
    expect(element.shadowRoot!.activeElement?.textContent).toContain('Platform 7');
  });

  it('starts at the top of the panel, even if the wording is taller than the viewport', async () => {
    const long = Array.from({ length: 400 }, (_, index) => `Sentence ${index} of many.`).join(' ');
    const element = await show(
      'provision-comparison',
      compared({ items: rows(10).map((row) => ({ ...row, excerpt: long })), total: 10 }),
    );
    await open(element, 10);
    await compare('Platform 9');
    await expect.poll(() => element.shadowRoot!.activeElement).toBe(part(element, 'side-by-side'));
    const { top, height } = part(element, 'side-by-side').getBoundingClientRect();
    expect(height).toBeGreaterThan(innerHeight);
    expect(top).toBeGreaterThanOrEqual(-1);
    expect(top).toBeLessThan(innerHeight / 2);
  });

  it('opens by its link, on load and on the page', async () => {
    const first = await show('provision-comparison', ten);
    await open(first, 10);
    await compare('Platform 4');
    const link = part(first, 'side-link') as HTMLAnchorElement;
    const { hash } = new URL(link.href);
    clear();
    history.replaceState(null, '', hash);
    const element = await show('provision-comparison', ten);
    await expect.poll(() => sides(element)).toEqual(['Ownly', 'Platform 4']);
    location.hash = hash.replace('platform-4', 'platform-6');
    await expect.poll(() => sides(element)).toEqual(['Ownly', 'Platform 6']);
  });

  it('changes nothing about the page by itself', async () => {
    const before = [location.href, history.length];
    const element = await show('provision-comparison', ten);
    await open(element, 10);
    await compare('Platform 4');
    await expect.poll(() => sides(element)).toHaveLength(2);
    expect([location.href, history.length]).toEqual(before);
  });
});

describe('ten thousand rows', () => {
  const many = feed(
    rows(10_000).map(({ platform, severity, excerpt }, index) =>
      record({ clause_type: 'licence', platform, severity, clauses: [{ text: excerpt }] }, { id: `r-${index}` }),
    ),
    { clause_types: [{ id: 'licence' }] },
  );

  it('are all in the page, the first ones at once, and are removed on closing', { timeout: 180_000 }, async () => {
    const element = await show('provision-comparison', many, { clauseType: 'licence' });
    expect(part(element, 'heading').textContent.trim()).toBe('licence');
    await pictured(element);
    element.shadowRoot!.querySelector<HTMLElement>('.comparison > .more')!.click();
    await expect.poll(() => all(element).length > 0, { interval: 1 }).toBe(true);
    expect(all(element).length).toBeLessThan(10_000);
    await settled(element, 10_000);
    expect(all(element).at(-1)!.textContent).toContain('Platform 9999');
    part(element, 'filter').click();
    await settled(element, 2000);
    expect(getComputedStyle(element.shadowRoot!.querySelector('.page')!).contentVisibility).toBe('auto');
  });
});
