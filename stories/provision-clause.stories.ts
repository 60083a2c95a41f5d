import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { feed, find, inArticle, listeners, quotation, recordIds, shown } from './helpers.js';
import type { Listeners } from './helpers.js';
import { attributesOf, controlsOf, docsOf } from './manifest.js';
import { provision, words } from './record.js';

interface Args extends Listeners {
  src: string;
  record: string | undefined;
  provision: object | undefined;
  collapsed: boolean;
}

const snippet = `
<provision-clause src="https://clausewatch.example/feeds/r/CW-0007.json">
  <blockquote cite="https://clausewatch.example/r/CW-0007" lang="en">
    <p>You allow us to process Your Content to operate, secure and improve Quillane […]</p>
  </blockquote>
</provision-clause>

<!-- Once a page, anywhere: -->
<script async src="https://your-newspaper.example/provision-embed.js"></script>
`;

const notes = `
“View in the document” leads to the very place, by a text fragment, in browsers that know them. “Check the evidence”
compares the wording and the archived copy with the hashes that the record gives, in the reader's browser.
`;

const meta: Meta<Args> = {
  title: 'Elements/provision-clause',
  component: 'provision-clause',
  decorators: [inArticle],
  parameters: { docs: docsOf('provision-clause', { snippet, notes }) },
  argTypes: { ...controlsOf('provision-clause'), record: { control: 'select', options: recordIds } },
  args: { src: feed(), record: 'CW-0007', provision: undefined, collapsed: false, ...listeners },
  render: (args) =>
    html`<provision-clause
      ${attributesOf(args.provision ? { ...args, src: undefined, record: undefined } : args)}
      .provision=${args.provision}
      @provision-load=${args['provision-load']}
      >${quotation(args.record)}</provision-clause
    >`,
};
export default meta;

type Story = StoryObj<Args>;

const clause = (canvas: HTMLElement) => shown(find(canvas, 'provision-clause'));

/** The wording with its attribution, capture date and place. */
export const Wording: Story = {
  play: async ({ canvasElement }) => {
    await clause(canvasElement).findByRole('heading', { name: 'What the document says', level: 3 });
    await expect(clause(canvasElement).getByRole('link', { name: 'View in the document' })).toBeVisible();
  },
};

/** The first lines only, for an article that quotes the rest itself. */
export const Collapsed: Story = {
  args: { collapsed: true },
  play: async ({ canvasElement }) => {
    await clause(canvasElement).findByRole('button', { name: 'Show all', expanded: false });
  },
};

/** In the language and direction of the document, regardless of the article's. */
export const Arabic: Story = {
  args: { record: 'CW-0012' },
  play: async ({ canvasElement }) => {
    const quoted = (await clause(canvasElement).findByRole('blockquote')).querySelector('p');
    await expect(quoted && getComputedStyle(quoted).direction).toBe('rtl');
  },
};

/** Several passages, in the record's order. */
export const SeveralClauses: Story = {
  args: {
    provision: provision({
      clauses: [
        { text: 'Shared playlists remain available to others.', language: 'en' },
        { text: 'The name shown on a playlist is part of the playlist.', language: 'en' },
      ],
    }),
  },
};

/** A long clause is folded. */
export const Long: Story = {
  args: { provision: provision({ clauses: [{ text: words(2500), language: 'en' }] }) },
  play: async ({ canvasElement }) => {
    await clause(canvasElement).findByRole('button', { name: 'Show all' });
  },
};

/** A menu of citation formats with arrow key navigation. */
export const Cite: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await userEvent.click(await clause(canvasElement).findByRole('button', { name: 'Cite' }));
    await clause(canvasElement).findByRole('menu', { name: 'Copy citation' });
    await waitFor(() => expect(clause(canvasElement).getAllByRole('menuitem')).toHaveLength(8));
  },
};

/** A record without a quotation leaves the article's own text unchanged. */
export const NothingQuoted: Story = {
  args: { provision: provision({ clauses: undefined }) },
};
