import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { expectToFit, feed, find, inArticle, inside, listeners, shown, withoutRows } from './helpers.js';
import type { Listeners } from './helpers.js';
import { readableSource } from './manifest.js';
import { provision } from './record.js';
import { feedOf, manyRows, platforms } from './rows.js';

interface Args extends Listeners {
  provision: object;
}

const meta: Meta<Args> = {
  title: 'Elements/provision-comparison/All platforms',
  decorators: [inArticle],
  parameters: {
    docs: {
      source: readableSource,
      description: {
        component: `"Show all" opens every row. From the ninth on there are tools: search, order, and the levels of the picture as
filters. Any two platforms' wording can be put side by side, and that view has a link. What is searched, sorted and filtered
stays when the record is read anew.

Where the record names a file with all platforms (\`comparisons.url\`), it is fetched when the reader asks for all.`,
      },
    },
  },
  argTypes: { provision: { description: 'A record, or a feed', control: 'object' }, ...withoutRows },
  args: {
    provision: provision({ comparisons: { items: manyRows(44), total: 44 } }),
    ...listeners,
  },
  render: (args) =>
    html`<provision-comparison
      .provision=${args.provision}
      @provision-toggle=${args['provision-toggle']}
    ></provision-comparison>`,
};
export default meta;

type Story = StoryObj<Args>;

/** 242 platforms, opened: the first rows render at once, the rest in slices. */
export const ManyRows: Story = {
  args: { provision: provision({ comparisons: { items: manyRows(), total: platforms } }) },
  tags: ['!autodocs'],
  play: async ({ canvasElement, args }) => {
    await openAll(canvasElement, platforms);
    await expect(args['provision-toggle']).toHaveBeenCalledWith(
      expect.objectContaining({ section: 'comparison', open: true }),
    );
    const element = comparison(canvasElement);
    await expect(element.getByRole('group', { name: 'All platforms' })).toBeVisible();
    await waitFor(() => expect(element.getByRole('status')).toHaveTextContent(`All ${platforms} shown`));
  },
};

/** Ten thousand rows, as expected of the larger observatories. */
export const TenThousandRows: Story = {
  args: { provision: feedOf(10_000) },
  render: (args) =>
    html`<provision-comparison .provision=${args.provision} clause-type="shared-lists"></provision-comparison>`,
  // Accessibility checks of so many rows take minutes; the element's own tests open them.
  tags: ['!autodocs', '!test'],
};

/** A search highlights matches without changing nodes, and announces the count after the reader stops typing. */
export const Searched: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await openAll(canvasElement, 44);
    const element = comparison(canvasElement);
    await userEvent.type(element.getByRole('searchbox', { name: 'Search platforms and wording' }), 'deleted');
    const matching = manyRows(44).filter(({ excerpt }) => excerpt.includes('deleted')).length;
    await expectRows(canvasElement, matching);
    await waitFor(() => expect(marked()).toContain('deleted'));
    await expect(new Set(marked())).toEqual(new Set(['deleted']));
    await waitFor(() => expect(element.getByRole('status')).toHaveTextContent(`${matching} of 44 shown`));
    await expect(element.getByRole('button', { name: 'Clear search and filters' })).toBeVisible();
  },
};

/** A search without matches shows a message. */
export const NothingFound: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await openAll(canvasElement, 44);
    const element = comparison(canvasElement);
    await userEvent.type(element.getByRole('searchbox'), 'zeppelin');
    await expectRows(canvasElement, 0);
    await waitFor(() => expect(element.getByRole('status')).toHaveTextContent('Nothing matches.'));
    await userEvent.click(element.getByRole('button', { name: 'Clear search and filters' }));
    await expectRows(canvasElement, 44);
    await expect(element.getByRole('searchbox')).toHaveValue('');
  },
};

/** A level selected in the chart shows only its rows. Selecting another level adds its rows. */
export const FilteredFromThePicture: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await openAll(canvasElement, 44);
    const element = comparison(canvasElement);
    const high = await element.findByRole('button', { name: 'High' });
    await userEvent.click(high);
    await expectRows(canvasElement, rated('high'));
    await waitFor(() => expect(high).toHaveAttribute('aria-pressed', 'true'));
    for (const row of all(canvasElement)) await expect(row).toHaveTextContent(/Severity: *High/);
    await userEvent.click(element.getByRole('button', { name: 'Not rated' }));
    await expectRows(canvasElement, rated('high') + rated(undefined));
  },
};

/** Sorted by severity, highest first; unrated rows come last. */
export const Sorted: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await openAll(canvasElement, 44);
    const sort = comparison(canvasElement).getByRole('combobox', { name: 'Sort by' });
    await userEvent.selectOptions(sort, 'severity');
    await waitFor(() => expect(all(canvasElement)[0]).toHaveTextContent(/Severity: *Critical/));
    await expect(all(canvasElement).at(-1)).not.toHaveTextContent('Severity');
    await userEvent.selectOptions(sort, 'platform');
    const byName = manyRows(44)
      .map(({ platform }) => platform.name)
      .sort(new Intl.Collator('en').compare);
    await waitFor(() => expect(all(canvasElement)[0]).toHaveTextContent(byName[0] ?? ''));
    await expect(all(canvasElement).at(-1)).toHaveTextContent(byName.at(-1) ?? '');
  },
};

/** One platform's wording beside the record's own, in full. "Link to this view" restores this view on another page. */
export const SideBySide: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const sides = await pair(canvasElement);
    await expect(sides.getByText('Harkwell', { selector: 'b' })).toBeVisible();
    await expect(sides.getByText(/^Playlists that you have shared remain available/)).toBeVisible();
    const [linked] = sides.getAllByRole('link', { name: 'Link to this view' });
    await expect(linked?.getAttribute('href')).toContain('#');
  },
};

/** A row without wording has no comparison button; a platform without a name still has a row. */
export const NamelessPlatforms: Story = {
  args: {
    provision: provision({
      comparisons: {
        items: manyRows(12).map((row, index) =>
          index % 4 === 1
            ? { excerpt: row.excerpt, language: 'en' }
            : index % 4 === 2
              ? { platform: row.platform }
              : row,
        ),
        total: 12,
      },
    }),
  },
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await openAll(canvasElement, 12);
    const element = comparison(canvasElement);
    await expect(element.getAllByText('Unnamed platform')).toHaveLength(3);
    await expect(element.getAllByRole('button', { name: /^Compare wording of / })).toHaveLength(9);
    await userEvent.click(
      element.getAllByRole('button', { name: 'Compare wording of Unnamed platform' })[0] as Element,
    );
    await expect(
      await element.findByRole('group', { name: 'Harkwell and Unnamed platform, side by side' }),
    ).toBeVisible();
  },
};

/** The record has three rows and the URL of a file with all rows; the file is fetched on request. */
export const FromItsFile: Story = {
  args: {
    provision: provision({
      comparisons: { items: manyRows(3), total: 44, url: feed('comparison/model-training.json') },
    }),
  },
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const element = comparison(canvasElement);
    await expect(await element.findByText('3 of 44 shown')).toBeVisible();
    await openAll(canvasElement, 44);
    await expect(element.getByText('Aldergram')).toBeVisible();
    await waitFor(() => expect(element.getByRole('status')).toHaveTextContent('All 44 shown'));
  },
};

/** When the file fails to load, the existing rows stay and the reader can retry. */
export const FileUnreachable: Story = {
  args: {
    provision: provision({
      comparisons: { items: manyRows(3), total: 44, url: feed('comparison/there-is-no-such-file.json') },
    }),
  },
  // Makes Storybook's smoke test expect a failing request.
  tags: ['!autodocs', 'failing-request'],
  play: async ({ canvasElement }) => {
    await openAll(canvasElement, 3);
    const element = comparison(canvasElement);
    await expect(await element.findByRole('alert')).toHaveTextContent('The other platforms could not be loaded.');
    await expect(element.getByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

/** Eight rows need no tools. */
export const FewWithoutTools: Story = {
  args: { provision: provision({ comparisons: { items: manyRows(8), total: 8 } }) },
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await openAll(canvasElement, 8);
    await expect(comparison(canvasElement).queryByRole('searchbox')).toBeNull();
    await expect(comparison(canvasElement).queryByRole('button', { name: 'High' })).toBeNull();
  },
};

/** "Show fewer" closes the rows and returns the focus to the button. */
export const ClosedAgain: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await openAll(canvasElement, 44);
    await userEvent.click(comparison(canvasElement).getByRole('button', { name: 'Show fewer' }));
    const more = await comparison(canvasElement).findByRole('button', { name: 'Show all 44 platforms' });
    await waitFor(() => expect(more.getRootNode()).toHaveProperty('activeElement', more));
    await expect(all(canvasElement)).toHaveLength(0);
  },
};

/** Follows the page's `color-scheme`; search matches stay highlighted. */
export const Dark: Story = {
  globals: { scheme: 'dark' },
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await pair(canvasElement);
    await userEvent.type(comparison(canvasElement).getByRole('searchbox'), 'account');
    await waitFor(() => expect(marked()).toContain('account'));
  },
};

/** In a right-to-left page the bars grow from the right; rows keep their own direction. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await pair(canvasElement);
    const element = find(canvasElement, 'provision-comparison');
    await expect(element).toHaveStyle({ direction: 'rtl' });
    await expectToFit(element);
    const strip = element.shadowRoot?.querySelector('.strip');
    const cell = strip?.closest('td');
    await expect(strip?.getBoundingClientRect().right).toBeCloseTo(cell?.getBoundingClientRect().right ?? 0, 0);
  },
};

/** On a phone the two wordings are stacked. */
export const Narrow: Story = {
  globals: { width: '320px' },
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const sides = await pair(canvasElement);
    await expectToFit(find(canvasElement, 'provision-comparison'));
    const [own, other] = sides
      .getAllByRole('button', { name: /^Remove/ })
      .map((button) => button.getBoundingClientRect());
    await expect(other?.top).toBeGreaterThan(own?.bottom ?? Infinity);
    await expect(other?.left).toBe(own?.left);
  },
};

const comparison = (canvas: HTMLElement) => shown(find(canvas, 'provision-comparison'));

/** Returns the rendered rows. Testing Library would take seconds to find hundreds by role. */
function all(canvas: HTMLElement): HTMLElement[] {
  const { shadowRoot } = find(canvas, 'provision-comparison');
  return [...(shadowRoot?.querySelectorAll<HTMLElement>('.rows.all [part=row]') ?? [])];
}

async function expectRows(canvas: HTMLElement, count: number): Promise<void> {
  await waitFor(() => expect(all(canvas)).toHaveLength(count), { timeout: 20_000 });
}

async function openAll(canvas: HTMLElement, count: number): Promise<void> {
  await userEvent.click(await comparison(canvas).findByRole('button', { name: /^Show all \d+ platforms$/ }));
  await expectRows(canvas, count);
}

/** Opens the fifth platform beside the record. */
async function pair(canvas: HTMLElement) {
  await openAll(canvas, 44);
  const name = manyRows(44)[4]?.platform.name ?? '';
  await userEvent.click(comparison(canvas).getByRole('button', { name: `Compare wording of ${name}` }));
  const sides = await comparison(canvas).findByRole('group', { name: `Harkwell and ${name}, side by side` });
  return inside(sides);
}

/** Returns the number of the 44 rows with this severity. */
function rated(level: string | undefined): number {
  return manyRows(44).filter(({ severity }) => severity?.level === level).length;
}

/** Returns the texts that the search highlights. */
function marked(): string[] {
  return [...(CSS.highlights.get('provision-search') ?? [])].map(({ startContainer, startOffset, endOffset }) =>
    (startContainer.textContent ?? '').slice(startOffset, endOffset).toLowerCase(),
  );
}
