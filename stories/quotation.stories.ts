import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, waitFor } from 'storybook/test';
import clausewatch from '../demo/feeds/clausewatch.json';
import { upgradeQuotations } from '../src/auto-embed/watch.js';
import { expectToFit, feed, inArticle, shown } from './helpers.js';
import { readableSource } from './manifest.js';

// Runs the upgrade as a script tag with data-permalinks="…/feeds/r/" does.
upgradeQuotations(Object.assign(document.createElement('script').dataset, { permalinks: feed('r/') }));

interface Args {
  /** `data-src`; without it only the link identifies the record. */
  src: string | undefined;
}

const item = clausewatch.items.find(({ id }) => id === 'CW-0007');

const meta: Meta<Args> = {
  title: 'Embedding/Quotation',
  decorators: [inArticle],
  parameters: {
    docs: {
      source: readableSource,
      description: {
        component: `\`\`\`html
<blockquote class="provision-embed" cite="https://host/r/ID" lang="en" data-src="https://host/r/ID.json" data-record="ID">
  <p>The clause…</p>
  <p>Title. <a href="https://host/r/ID">Quillane, Terms of Use, captured 3 June 2026</a></p>
</blockquote>
\`\`\`

The form for people: it is a quotation wherever the script is not, and becomes a card where it is. The quotation itself stays
in the page as it was, in the newspaper's own style, and is what readers see when the feed is down.

Where a content system has thrown the attributes out, the link at its end is enough, if the script tag says whose links count:
\`<script async src="…" data-permalinks="https://host/r/"></script>\`.`,
      },
    },
  },
  render: ({ src }) =>
    html`<blockquote
      class=${src === undefined ? nothing : 'provision-embed'}
      lang="en"
      data-src=${src ?? nothing}
      data-record=${src === undefined ? nothing : 'CW-0007'}
    >
      <p>${item?._provision.clauses?.[0]?.text}</p>
      <p>${item?.title}. <a href=${feed('r/CW-0007')}>Quillane, Terms of Use</a></p>
    </blockquote>`,
};
export default meta;

type Story = StoryObj<Args>;

const quotationIn = (canvas: HTMLElement): HTMLElement => {
  const found = canvas.querySelector('blockquote');
  if (!found) throw new Error('The story has no quotation');
  return found;
};

const isCard: Story['play'] = async ({ canvasElement }) => {
  const quotation = quotationIn(canvasElement);
  await waitFor(() => expect(quotation.shadowRoot?.querySelector('provision-card')).toBeVisible());
  const card = quotation.shadowRoot?.querySelector('provision-card');
  if (!card) throw new Error('The quotation has no card');
  await shown(card).findByRole('article', { name: /^Training on notes by default/ });
};

/** As the builder makes it. */
export const WithItsAttributes: Story = { args: { src: feed('r/CW-0007.json') }, play: isCard };

/** As some CMSs leave it: with the link only. */
export const ByItsLinkAlone: Story = { args: { src: undefined }, play: isCard };

/** On a phone. */
export const Narrow: Story = {
  args: { src: feed('r/CW-0007.json') },
  globals: { width: '320px' },
  tags: ['!autodocs'],
  play: async (context) => {
    await isCard(context);
    // The card may overflow the quotation's own box, so check the canvas.
    await expectToFit(context.canvasElement);
  },
};

/** The feed is unreachable: the quotation stays unchanged. */
export const FeedDown: Story = {
  args: { src: feed('r/there-is-none.json') },
  tags: ['failing-request'],
  play: async ({ canvasElement, canvas }) => {
    await expect(canvas.getByText(item?._provision.clauses?.[0]?.text ?? '')).toBeVisible();
    await expect(quotationIn(canvasElement).lang).toBe('en');
  },
};
