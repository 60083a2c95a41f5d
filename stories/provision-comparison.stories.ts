import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { ComparisonSort } from '../src/index.js';
import { clauseTypes, expectToFit, feed, find, inArticle, inside, listeners, recordIds, shown } from './helpers.js';
import type { Listeners } from './helpers.js';
import { attributesOf, controlsOf, docsOf, fixed } from './manifest.js';
import { provision, words } from './record.js';
import { feedOf, manyRows } from './rows.js';

interface Args extends Listeners {
  src: string;
  record: string | undefined;
  limit: number;
  sort: ComparisonSort;
  'clause-type': string | undefined;
  'heading-level': number | undefined;
}

const snippet = `
<div>
  <provision-comparison src="https://clausewatch.example/feeds/r/CW-0007.json" limit="3" sort="severity">
    <p><a href="https://clausewatch.example/r/CW-0007">How other platforms handle this, at Clausewatch</a></p>
  </provision-comparison>
</div>

<!-- Once a page, anywhere: -->
<script async src="https://your-newspaper.example/provision-embed.js"></script>
`;

const notes = `
The rows are excerpts, and say so: that two platforms write about the same thing is no claim that they say the same.
\`clause-type\` compares all records of a feed that are about one thing, without one of them in the middle.
Above three rows there is a picture of how severe all platforms are rated: a table to a screen reader, with a figure for each level.
It is counted over the feed's \`distribution\`, else over the rows, and never changes the record's own words on how common this is.
`;

const meta: Meta<Args> = {
  title: 'Elements/provision-comparison',
  component: 'provision-comparison',
  decorators: [inArticle],
  parameters: { docs: docsOf('provision-comparison', { snippet, notes }) },
  argTypes: {
    ...controlsOf('provision-comparison', ['mode']),
    record: { control: 'select', options: recordIds },
    limit: { control: { type: 'number', min: 1 } },
    'clause-type': { control: 'select', options: clauseTypes },
  },
  args: {
    src: feed(),
    record: 'CW-0007',
    limit: 3,
    sort: 'given',
    'clause-type': undefined,
    'heading-level': undefined,
    ...listeners,
  },
  render: (args) =>
    html`<provision-comparison
      ${attributesOf(args)}
      @provision-load=${args['provision-load']}
      @provision-error=${args['provision-error']}
      @provision-toggle=${args['provision-toggle']}
      ><p>
        <a href="https://clausewatch.example/r/CW-0007">How other platforms handle this, at Clausewatch</a>
      </p></provision-comparison
    >`,
  // Wait for the rows, because Storybook checks accessibility after play and must not check the fallback.
  play: async ({ canvasElement }) => {
    await rowsOf(canvasElement);
  },
};
export default meta;

// A docs page shows its stories in one page. Stories with another scheme, direction or width, and stories that their play function
// opens, are therefore tagged `!autodocs`.
type Story = StoryObj<Args>;

/** The first rows in the feed's order, and the total. */
export const FirstRows: Story = {
  play: async ({ canvasElement }) => {
    const rows = await rowsOf(canvasElement);
    await expect(rows).toHaveLength(3);
    await expect(shown(find(canvasElement, 'provision-comparison')).getByText('3 of 44 shown')).toBeVisible();
  },
};

/** A chart of the severities of all 44 platforms with figures, one of them as text, and the record's own place. */
export const Picture: Story = {
  play: async ({ canvasElement }) => {
    const table = await pictureOf(canvasElement);
    await expect(inside(table).getByText('17 of 44 rate Medium')).toBeVisible();
    const high = inside(table).getByRole('row', { name: /^High/ });
    await expect(inside(high).getByRole('cell', { name: '10' })).toBeVisible();
    await expect(inside(table).getByRole('row', { name: /Quillane$/ })).toHaveTextContent('Medium');
  },
};

/** Three rows need no chart. */
export const FewRows: Story = {
  parameters: fixed,
  render: () =>
    html`<provision-comparison
      .provision=${provision({ comparisons: { items: manyRows(3), total: 3 } })}
    ></provision-comparison>`,
  play: async ({ canvasElement }) => {
    await expect(await rowsOf(canvasElement)).toHaveLength(3);
    await expect(shown(find(canvasElement, 'provision-comparison')).queryByRole('table')).toBeNull();
    await expect(shown(find(canvasElement, 'provision-comparison')).queryByRole('button')).toBeNull();
  },
};

/** Excerpts of more platforms than have ratings: the chart states how many it covers. */
export const ExcerptsOnly: Story = {
  parameters: fixed,
  render: () =>
    html`<provision-comparison
      .provision=${provision({ comparisons: { items: manyRows(12), total: 343 }, prevalence: { label: 'Common', text: '180 of 343 platforms' } })}
    ></provision-comparison>`,
  play: async ({ canvasElement }) => {
    const table = await pictureOf(canvasElement);
    await expect(inside(table).getByText(/^\d of 12 excerpts rates? Medium$/)).toBeVisible();
    await expect(inside(table).getByRole('columnheader', { name: 'Excerpts' })).toBeInTheDocument();
    await expect(shown(find(canvasElement, 'provision-comparison')).getByText(/180 of 343 platforms/)).toBeVisible();
  },
};

/** A search without relevant results: excerpts are shown without a claim that they match. */
export const OffTopic: Story = {
  parameters: fixed,
  render: () =>
    html`<provision-comparison
      .provision=${provision({
        prevalence: { label: 'Unique', text: '0 of 343 platforms' },
        comparisons: { items: manyRows(3).map(({ severity, ...row }) => ({ ...row, match: 'weak' })), total: 343 },
      })}
    ></provision-comparison>`,
  play: async ({ canvasElement }) => {
    for (const row of await rowsOf(canvasElement)) {
      await expect(row).toHaveTextContent('Weak match');
      await expect(row).not.toHaveTextContent('Severity');
    }
    const element = shown(find(canvasElement, 'provision-comparison'));
    await expect(element.getByText('0 of 343 platforms', { exact: false })).toBeVisible();
    await expect(element.queryByRole('table')).toBeNull();
  },
};

/** As many rows as the article has room for. */
export const MoreRows: Story = {
  args: { limit: 8 },
  play: async ({ canvasElement }) => {
    await expect(await rowsOf(canvasElement)).toHaveLength(8);
  },
};

/** Highest severity first; unrated rows come last. */
export const GravestFirst: Story = {
  args: { limit: 8, sort: 'severity' },
  play: async ({ canvasElement }) => {
    const [first] = await rowsOf(canvasElement);
    await expect(first).toHaveTextContent(/Severity: *(Critical|High)/);
  },
};

/** Sorted by platform name in the reader's locale. */
export const ByPlatform: Story = {
  args: { limit: 8, sort: 'platform' },
  play: async ({ canvasElement }) => {
    const names = (await rowsOf(canvasElement)).map((row) => inside(row).queryAllByRole('link')[0]?.textContent ?? '');
    const named = names.filter((name) => name !== '');
    await expect(named).toEqual([...named].sort(new Intl.Collator('en').compare));
  },
};

/** All records of one clause type in a feed. */
export const OfOneClauseType: Story = {
  args: { record: undefined, 'clause-type': 'arbitration', limit: 10 },
  play: async ({ canvasElement }) => {
    const rows = await rowsOf(canvasElement);
    await expect(rows).toHaveLength(3);
    await expect(rows[0]).toHaveTextContent('Stallwick');
  },
};

/** A register of 242 platforms without a current record: the chart marks no place. */
export const OfOneClauseTypeInARegister: Story = {
  parameters: fixed,
  render: () =>
    html`<provision-comparison .provision=${feedOf(242)} clause-type="shared-lists"></provision-comparison>`,
  play: async ({ canvasElement }) => {
    const element = shown(find(canvasElement, 'provision-comparison'));
    await expect(await element.findByRole('heading', { name: 'What becomes of shared lists' })).toBeVisible();
    const table = await pictureOf(canvasElement);
    await expect(inside(table).getByText(/^\d+ of 242 rate Critical$/)).toBeVisible();
    await expect(inside(table).getByRole('row', { name: /^Not rated/ })).toBeVisible();
    await expect(element.getByRole('button', { name: 'Show all 242 platforms' })).toBeVisible();
  },
};

/** Excerpts cut by the feed end at a whole word with an ellipsis; weak matches are labelled. */
export const CutAndWeak: Story = {
  parameters: fixed,
  render: () =>
    html`<provision-comparison
      .provision=${provision({
        comparisons: {
          items: [
            {
              platform: { name: 'Tidewire' },
              severity: { level: 'high', label: 'High' },
              excerpt: 'We keep what you have shared, and the name you shared it under, for as long as others li',
              truncated: true,
              language: 'en',
              url: 'https://tidewire.example/terms',
              captured: '2026-04-12',
            },
            {
              platform: { name: 'Marrowby' },
              severity: { level: 'low', label: 'Low' },
              excerpt: 'Your list of followers is yours to download at any time.',
              match: 'weak',
              language: 'en',
              url: 'https://marrowby.example/terms',
              captured: '2026-03-30',
            },
          ],
          total: 2,
        },
      })}
    ></provision-comparison>`,
  play: async ({ canvasElement }) => {
    const [cut, weak] = await rowsOf(canvasElement);
    await expect(cut).toHaveTextContent(/for as long as others…/);
    await expect(cut).toHaveTextContent('Excerpt cut');
    await expect(weak).toHaveTextContent('Weak match');
    await expect(weak).not.toHaveTextContent('…');
  },
};

/** A long excerpt opens and closes in its row. */
export const OpensALongExcerpt: Story = {
  render: (args) =>
    html`<provision-comparison
      .provision=${provision({
        comparisons: {
          items: [{ platform: { name: 'Tidewire' }, excerpt: words(1400), language: 'en' }],
          total: 1,
        },
      })}
      @provision-toggle=${args['provision-toggle']}
    ></provision-comparison>`,
  play: async ({ canvasElement, args }) => {
    const element = shown(find(canvasElement, 'provision-comparison'));
    const button = await element.findByRole('button', { name: 'Show all' });
    await expect(button).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(button);
    await waitFor(() => expect(button).toHaveAttribute('aria-expanded', 'true'));
    await expect(args['provision-toggle']).toHaveBeenCalledWith(expect.objectContaining({ open: true }));
    await userEvent.click(button);
    await waitFor(() => expect(button).toHaveAttribute('aria-expanded', 'false'));
  },
};

/** Without rows to compare, the page's own text stays. */
export const NothingToCompare: Story = {
  render: (args) =>
    html`<provision-comparison .provision=${provision()} @provision-load=${args['provision-load']}>
      <p>No other platform that we know of writes about this.</p>
    </provision-comparison>`,
  play: async ({ canvas, args }) => {
    await waitFor(() => expect(args['provision-load']).toHaveBeenCalledOnce());
    await expect(canvas.getByText(/^No other platform/)).toBeVisible();
  },
};

/** On a phone. */
export const Narrow: Story = {
  args: { limit: 8 },
  globals: { width: '320px' },
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await rowsOf(canvasElement);
    await pictureOf(canvasElement);
    await expectToFit(find(canvasElement, 'provision-comparison'));
  },
};

/** Follows the page's `color-scheme`. */
export const Dark: Story = {
  args: { limit: 8 },
  globals: { scheme: 'dark' },
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await rowsOf(canvasElement);
    await pictureOf(canvasElement);
  },
};

/** The chart follows the article's direction, the excerpts their own. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const [row] = await rowsOf(canvasElement);
    const table = await pictureOf(canvasElement);
    await expect(table).toHaveStyle({ direction: 'rtl' });
    await expect(row?.querySelector('blockquote')).toHaveStyle({ direction: 'ltr' });
    await expectToFit(find(canvasElement, 'provision-comparison'));
  },
};

async function rowsOf(canvas: HTMLElement): Promise<HTMLElement[]> {
  const list = await shown(find(canvas, 'provision-comparison')).findByRole('list');
  return inside(list).getAllByRole('listitem');
}

/** Returns the chart, which renders after the first paint. */
async function pictureOf(canvas: HTMLElement): Promise<HTMLElement> {
  return shown(find(canvas, 'provision-comparison')).findByRole('table', { name: /\d of \d/ }, { timeout: 20_000 });
}
