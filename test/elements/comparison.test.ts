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

it('tells a screen reader the whole of it, in order', async () => {
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
  it('are a list, also where it has no bullets', async () => {
    await show(tag, full);
    expect(page.getByRole('list').getByRole('listitem').elements()).toHaveLength(2);
  });

  it('stand in the order given', async () => {
    expect(rowsOf(await show(tag, compared(platforms('Zoom', 'Alpha', 'Mid'))))).toEqual(['Zoom', 'Alpha', 'Mid']);
  });

  it('name a platform without a name so, with no badge and no dead link', async () => {
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

  it('link where the feed gives an address', async () => {
    await show(tag, full);
    await expect
      .element(page.getByRole('link', { name: 'Photobucketeer' }))
      .toHaveAttribute('href', 'https://observatory.example/r/2');
    expect(page.getByRole('link', { name: 'Chirper' }).query()).toBeNull();
  });

  it('cut an excerpt that the feed says is cut, at a word, and say so', async () => {
    const words = heard(await show(tag, compared([{ excerpt: 'We own what you po', truncated: true }])));
    expect(words).toContain('We own what you…');
    expect(words).toContain('Excerpt cut');
  });

  it('leave an excerpt alone that only looks cut', async () => {
    for (const truncated of [false, undefined]) {
      const words = heard(await show(tag, compared([{ excerpt: 'We own what you po', truncated }])));
      expect(words).toContain('We own what you po');
      expect(words).not.toContain('Excerpt cut');
    }
  });

  it('do not call a missing excerpt cut', async () => {
    expect(heard(await show(tag, compared([{ platform: { name: 'A' }, truncated: true }])))).not.toContain(
      'Excerpt cut',
    );
  });

  it('say that a match is weak, and only then', async () => {
    const element = await show(
      tag,
      compared([{ excerpt: 'x', match: 'weak' }, { excerpt: 'y', match: 'strong' }, { excerpt: 'z' }]),
    );
    expect(heard(element).match(/Weak match/g)).toHaveLength(1);
  });

  it('are in their own language and direction', async () => {
    const element = await show(tag, compared([{ excerpt: 'שלום', language: 'he' }, { excerpt: 'Hello' }]));
    const quotes = [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part=excerpt]')];
    expect(quotes.map(({ lang }) => lang)).toEqual(['he', '']);
    expect(quotes.map((quote) => getComputedStyle(quote).direction)).toEqual(['rtl', 'ltr']);
  });

  it('say how many of all they are, as the feed counts', async () => {
    expect(heard(await show(tag, compared(platforms('A', 'B'), { total: 343 })))).toContain('2 of 343 shown');
    expect(heard(await show(tag, compared(platforms('A', 'B', 'C', 'D'), { total: 2904 })))).toContain(
      '3 of 2,904 shown',
    );
  });

  it.each([[2], [1], [0], [undefined]])('say nothing of a total of %s beside two', async (total) => {
    expect(heard(await show(tag, compared(platforms('A', 'B'), { total })))).not.toContain('shown');
  });

  it('are never counted to say how common a provision is', async () => {
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

  it('are not needed for the words on how common it is', async () => {
    const element = await show(tag, record({ prevalence: { text: '12 of 343 platforms' } }));
    expect(heard(element)).toContain('12 of 343 platforms');
    expect(hasPart(element, 'rows')).toBe(false);
  });
});

it.each([
  ['a count alone', { count: 2 }, /\b2\b/],
  ['a count of 0 and a total, which are values', { count: 0, total: 343 }, /\b0\b.*\b343\b/],
])('how common a provision is, given as %s, is shown', async (_, prevalence, said) => {
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

  it('says how many more there are', async () => {
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

  it('sorts all rows, then limits', async () => {
    expect(rowsOf(await show('provision-comparison', rows, { sort: 'severity', limit: 1 }))).toEqual([
      'Unnamed platform',
    ]);
  });

  it('what the reader has opened stays open on its own row', async () => {
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
  it('shows all of that type, and no one record’s link, id or words on how common it is', async () => {
    const element = await show('provision-comparison', several, { clauseType: 'licence' });
    expect(rowsOf(element)).toEqual(['Alpha', 'Beta', 'gamma']);
    expect(heard(element)).not.toContain('Record ');
    expect(hasPart(element, 'footer')).toBe(false);
  });

  it('is taken from the attribute', async () => {
    const element = document.createElement('provision-comparison');
    element.setAttribute('clause-type', 'arbitration');
    element.provision = several;
    document.body.append(element);
    await outcome(element);
    expect(rowsOf(element)).toEqual(['Delta']);
  });

  it('that the feed has none of leaves the own content', async () => {
    const element = place('provision-comparison', { provision: several, clauseType: 'odd' }, 'Nothing to compare.');
    expect(await outcome(element)).toBe('not-found');
    expect(heard(element)).toBe('Nothing to compare.');
  });

  it('changes with the page’s wish', async () => {
    const element = await show('provision-comparison', several, { clauseType: 'licence' });
    element.clauseType = 'arbitration';
    await element.updateComplete;
    expect(rowsOf(element)).toEqual(['Delta']);
  });

  it('that is named later finds its record', async () => {
    const element = place('provision-comparison', { provision: several });
    expect(await outcome(element)).toBe('not-found');
    element.clauseType = 'licence';
    await element.updateComplete;
    expect(rowsOf(element)).toEqual(['Alpha', 'Beta', 'gamma']);
  });

  it('is nobody’s analysis but the feed’s: the first record’s author is not said to have written all', async () => {
    const items = [
      record({ clause_type: 'licence', platform: { name: 'A' } }, { id: 'a', authors: [{ name: 'Ada' }] }),
      record({ clause_type: 'licence', platform: { name: 'B' } }, { id: 'b', authors: [{ name: 'Bo' }] }),
    ];
    const words = heard(await show('provision-comparison', feed(items), { clauseType: 'licence' }));
    expect(words.includes('Ada')).toBe(words.includes('Bo'));
  });
});

it('a record with nothing to compare leaves the own content', async () => {
  const element = await show('provision-comparison', record(), {}, 'Nobody else does this.');
  expect(heard(element)).toBe('Nobody else does this.');
});
