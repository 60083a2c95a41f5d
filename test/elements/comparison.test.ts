import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { heard, outline } from './support/heard.js';
import { clear, hasPart, outcome, part, place, show, type Tag } from './support/page.js';
import { feed, full, record, several } from './support/records.js';

afterEach(clear);

const rowsOf = (element: Element) =>
  [...element.shadowRoot!.querySelectorAll('[part=row]')].map(
    (row) => row.querySelector('[part=platform]')!.textContent,
  );

const compared = (items: readonly unknown[], more: object = {}) => record({ comparisons: { items, ...more } });
const platforms = (...names: readonly string[]) => names.map((name) => ({ platform: { name } }));

it('<provision-comparison> exposes all of it to screen readers, in order', async () => {
  expect(outline(await show('provision-comparison', full))).toMatchInlineSnapshot(`
    "- heading "How other platforms handle this" [level=3]
    - paragraph: Analysis by Ada Analyst and Bo Bookkeeper
    - paragraph: Rare · 2 of 90 platforms
    - list:
      - listitem:
        - link "Photobucketeer"
        - text: Severity: Low
        - blockquote:
          - paragraph: You keep what you post.
        - paragraph: Captured May 10, 2026
      - listitem:
        - text: Chirper
        - blockquote:
          - paragraph: We own what you…
        - paragraph: Excerpt cut · Weak match
    - paragraph: 2 of 90 shown
    - paragraph:
      - link "Permanent link"
      - text: · Record r-1"
  `);
});

describe.each<Tag>(['provision-comparison', 'provision-card'])('rows in <%s>', (tag) => {
  it('are a list, even without bullets', async () => {
    await show(tag, full);
    expect(page.getByRole('list').getByRole('listitem').elements()).toHaveLength(2);
  });

  it('have the given order', async () => {
    expect(rowsOf(await show(tag, compared(platforms('Zoom', 'Alpha', 'Mid'))))).toEqual(['Zoom', 'Alpha', 'Mid']);
  });

  it('label a platform without a name as unnamed, without badge or link', async () => {
    const element = await show(tag, compared([{ excerpt: 'We may share.' }]));
    expect(rowsOf(element)).toEqual(['Unnamed platform']);
    expect(hasPart(element, 'badge')).toBe(false);
    expect(part(element, 'row').querySelector('a')).toBeNull();
  });

  it('use the slug of a platform without a name', async () => {
    expect(rowsOf(await show(tag, compared([{ platform: { slug: '10minutemail' }, excerpt: 'x' }])))).toEqual([
      '10minutemail',
    ]);
  });

  it('have a link if the feed has an address', async () => {
    await show(tag, full);
    await expect
      .element(page.getByRole('link', { name: 'Photobucketeer' }))
      .toHaveAttribute('href', 'https://observatory.example/r/2');
    expect(page.getByRole('link', { name: 'Chirper' }).query()).toBeNull();
  });

  it('end a truncated excerpt at a word and label it', async () => {
    const words = heard(await show(tag, compared([{ excerpt: 'We own what you po', truncated: true }])));
    expect(words).toContain('We own what you…');
    expect(words).toContain('Excerpt cut');
  });

  it('do not cut an excerpt that only looks truncated', async () => {
    for (const truncated of [false, undefined]) {
      const words = heard(await show(tag, compared([{ excerpt: 'We own what you po', truncated }])));
      expect(words).toContain('We own what you po');
      expect(words).not.toContain('Excerpt cut');
    }
  });

  it('do not label a missing excerpt as truncated', async () => {
    expect(heard(await show(tag, compared([{ platform: { name: 'A' }, truncated: true }])))).not.toContain(
      'Excerpt cut',
    );
  });

  it('label a weak match, and no other', async () => {
    const element = await show(
      tag,
      compared([{ excerpt: 'x', match: 'weak' }, { excerpt: 'y', match: 'strong' }, { excerpt: 'z' }]),
    );
    expect(heard(element).match(/Weak match/g)).toHaveLength(1);
  });

  it('have their own language and direction', async () => {
    const element = await show(tag, compared([{ excerpt: 'שלום', language: 'he' }, { excerpt: 'Hello' }]));
    const quotes = [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part=excerpt]')];
    expect(quotes.map(({ lang }) => lang)).toEqual(['he', '']);
    expect(quotes.map((quote) => getComputedStyle(quote).direction)).toEqual(['rtl', 'ltr']);
  });

  it('name their number and the feed’s total', async () => {
    expect(heard(await show(tag, compared(platforms('A', 'B'), { total: 343 })))).toContain('2 of 343 shown');
    expect(heard(await show(tag, compared(platforms('A', 'B', 'C', 'D'), { total: 2904 })))).toContain(
      '3 of 2,904 shown',
    );
  });

  it.each([[2], [1], [0], [undefined]])('do not show a total of %s next to two rows', async (total) => {
    expect(heard(await show(tag, compared(platforms('A', 'B'), { total })))).not.toContain('shown');
  });

  it('are never counted for the statement of prevalence', async () => {
    const rows = compared(platforms('A', 'B', 'C'));
    const words = heard(
      await show(tag, {
        ...rows,
        _provision: {
          ...(rows['_provision'] as object),
          prevalence: { label: 'Unique', count: 0, total: 343, text: '0 of 343 platforms' },
        },
      }),
    );
    expect(words).toContain('Unique');
    expect(words).toContain('0 of 343 platforms');
    expect(words).not.toMatch(/\b3 (of|platforms)/);
  });

  it('are not required for the statement of prevalence', async () => {
    const element = await show(tag, record({ prevalence: { text: '12 of 343 platforms' } }));
    expect(heard(element)).toContain('12 of 343 platforms');
    expect(hasPart(element, 'rows')).toBe(false);
  });
});

it.each([
  ['a count alone', { count: 2 }, /\b2\b/],
  ['a count of 0 and a total, which are values', { count: 0, total: 343 }, /\b0\b.*\b343\b/],
])('a prevalence given as %s is shown', async (_, prevalence, said) => {
  const element = await show(
    'provision-comparison',
    record({ prevalence, comparisons: { items: platforms('A', 'B', 'C') } }),
  );
  expect(heard(element)).toMatch(said);
});

describe('limit', () => {
  const many = compared(platforms('A', 'B', 'C', 'D', 'E'));

  it.each([
    [undefined, 3],
    ['2', 2],
    [5, 5],
    ['1e999', 5],
    [2.9, 2],
    ['0', 3],
    [-1, 3],
    ['all', 3],
    ['', 3],
    [NaN, 3],
  ])('%s shows %i rows', async (limit, count) => {
    expect(rowsOf(await show('provision-comparison', many, { limit }))).toHaveLength(count);
  });

  it('names the number of further rows', async () => {
    expect(
      heard(await show('provision-comparison', compared(platforms('A', 'B', 'C'), { total: 3 }), { limit: 2 })),
    ).toContain('2 of 3 shown');
  });
});

describe('sort', () => {
  const rows = compared([
    { platform: { name: 'zeta' }, severity: { level: 'low' } },
    { excerpt: 'nameless', severity: { level: 'critical' } },
    { platform: { name: 'Éclair' } },
    { platform: { name: 'Ebay' }, severity: { level: 'high' } },
  ]);

  it.each([
    ['given', ['zeta', 'Unnamed platform', 'Éclair', 'Ebay']],
    ['severity', ['Unnamed platform', 'Ebay', 'zeta', 'Éclair']],
    ['platform', ['Ebay', 'Éclair', 'zeta', 'Unnamed platform']],
    ['odd', ['zeta', 'Unnamed platform', 'Éclair', 'Ebay']],
    [undefined, ['zeta', 'Unnamed platform', 'Éclair', 'Ebay']],
  ])('%s', async (sort, order) => {
    expect(rowsOf(await show('provision-comparison', rows, { sort, limit: 9 }))).toEqual(order);
  });

  it('orders all rows before the limit applies', async () => {
    expect(rowsOf(await show('provision-comparison', rows, { sort: 'severity', limit: 1 }))).toEqual([
      'Unnamed platform',
    ]);
  });

  it('an opened excerpt stays open in its own row', async () => {
    const long = (name: string, level: string) => ({
      platform: { name },
      severity: { level },
      excerpt: `${name} `.repeat(300),
    });
    const element = await show('provision-comparison', compared([long('A', 'low'), long('B', 'high')]));
    await page.getByRole('button', { name: 'Show all' }).first().click();
    element.sort = 'severity';
    await element.updateComplete;
    const open = [...element.shadowRoot!.querySelectorAll('[part=row]')].filter((row) =>
      row.querySelector('[aria-expanded=true]'),
    );
    expect(open.map((row) => row.querySelector('[part=platform]')!.textContent)).toEqual(['A']);
  });
});

describe('a clause type', () => {
  it('shows all records of that type, without the link, id or prevalence of one record', async () => {
    const element = await show('provision-comparison', several, { clauseType: 'licence' });
    expect(rowsOf(element)).toEqual(['Alpha', 'Beta', 'gamma']);
    expect(heard(element)).not.toContain('Record ');
    expect(hasPart(element, 'footer')).toBe(false);
  });

  it('is set by the attribute', async () => {
    const element = document.createElement('provision-comparison');
    element.setAttribute('clause-type', 'arbitration');
    element.provision = several;
    document.body.append(element);
    await outcome(element);
    expect(rowsOf(element)).toEqual(['Delta']);
  });

  it('shows the own content if the feed has no such record', async () => {
    const element = place('provision-comparison', { provision: several, clauseType: 'odd' }, 'Nothing to compare.');
    expect(await outcome(element)).toBe('not-found');
    expect(heard(element)).toBe('Nothing to compare.');
  });

  it('updates the rows when it changes', async () => {
    const element = await show('provision-comparison', several, { clauseType: 'licence' });
    element.clauseType = 'arbitration';
    await element.updateComplete;
    expect(rowsOf(element)).toEqual(['Delta']);
  });

  it('finds its record if it is set later', async () => {
    const element = place('provision-comparison', { provision: several });
    expect(await outcome(element)).toBe('not-found');
    element.clauseType = 'licence';
    await element.updateComplete;
    expect(rowsOf(element)).toEqual(['Alpha', 'Beta', 'gamma']);
  });

  it('names the feed’s authors only, not those of the first record', async () => {
    const items = [
      record({ clause_type: 'licence', platform: { name: 'A' } }, { id: 'a', authors: [{ name: 'Ada' }] }),
      record({ clause_type: 'licence', platform: { name: 'B' } }, { id: 'b', authors: [{ name: 'Bo' }] }),
    ];
    const words = heard(await show('provision-comparison', feed(items), { clauseType: 'licence' }));
    expect(words.includes('Ada')).toBe(words.includes('Bo'));
  });
});

it('a record without comparison shows the own content', async () => {
  const element = await show('provision-comparison', record(), {}, 'Nobody else does this.');
  expect(heard(element)).toBe('Nobody else does this.');
});
