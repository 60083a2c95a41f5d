import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { CardLayout } from '../src/index.js';
import { expectToFit, feed, find, inArticle, listeners, quotation, recordIds, sampleRecord, shown } from './helpers.js';
import type { Listeners } from './helpers.js';
import { attributesOf, controlsOf, docsOf } from './manifest.js';
import { provision, words } from './record.js';

interface Args extends Listeners {
  src: string;
  record: string;
  layout: CardLayout;
  sections?: string;
  mode?: string;
  'heading-level': number | undefined;
}

const snippet = `
<div>
  <provision-card src="https://clausewatch.example/feeds/r/CW-0007.json">
    <blockquote cite="https://clausewatch.example/r/CW-0007" lang="en">
      <p>You allow us to process Your Content to operate, secure and improve Quillane […]</p>
      <p>
        Training on notes by default — Medium severity.
        <a href="https://clausewatch.example/r/CW-0007">Quillane, Terms of Use, captured 3 June 2026</a>
      </p>
    </blockquote>
  </provision-card>
</div>

<!-- Once a page, anywhere: -->
<script async src="https://your-newspaper.example/provision-embed.js"></script>
`;

const notes = `
The quotation in the element is what readers have until the record is there, without JavaScript, and on the day the
feed's server is down. A feed with several records wants \`record="CW-0007"\` as well.

With a bundler, \`import 'provision-embed/define/provision-card'\` does what the script does.
`;

const meta: Meta<Args> = {
  title: 'Elements/provision-card',
  component: 'provision-card',
  decorators: [inArticle],
  parameters: { docs: docsOf('provision-card', { snippet, notes }) },
  argTypes: {
    ...controlsOf('provision-card'),
    record: { control: 'select', options: recordIds },
  },
  args: { src: feed(), record: 'CW-0007', layout: 'article', 'heading-level': undefined, ...listeners },
  render: (args) =>
    html`<provision-card
      ${attributesOf(args)}
      @provision-load=${args['provision-load']}
      @provision-error=${args['provision-error']}
      @provision-toggle=${args['provision-toggle']}
      >${quotation(args.record)}</provision-card
    >`,
};
export default meta;

// A docs page shows its stories in one page. Stories with another scheme, direction or width, and stories that their play function
// opens, are therefore tagged `!autodocs`.
type Story = StoryObj<Args>;

/** Print rules that the story applies on screen, to be restored later, because all cards share their style sheets. */
const printed: MediaList[] = [];

/** The default in an article: the analysis, the platform's wording, and other platforms. */
export const Article: Story = {
  play: async ({ canvasElement, args }) => {
    const card = shown(find(canvasElement, 'provision-card'));
    await card.findByRole('article', { name: /^Training on notes by default/ });
    await card.findByRole('heading', { name: 'Why it matters', level: 4 });
    await waitFor(() => expect(args['provision-load']).toHaveBeenCalledOnce());
    await expect(args['provision-error']).not.toHaveBeenCalled();
  },
};

/** Heading, severity, summary and link, for an article that mentions the clause in passing. */
export const Compact: Story = {
  args: { layout: 'compact' },
  play: async ({ canvasElement }) => {
    const card = shown(find(canvasElement, 'provision-card'));
    await card.findByRole('link', { name: 'Permanent link' });
    await expect(card.queryByRole('heading', { name: 'Why it matters' })).toBeNull();
    await expect(card.queryByRole('list')).toBeNull();
  },
};

/** The complete record, for a page about the record. */
export const Full: Story = {
  args: { layout: 'full' },
  play: async ({ canvasElement }) => {
    const card = shown(find(canvasElement, 'provision-card'));
    await card.findByRole('heading', { name: 'Provision details', level: 4 });
    await expect(card.getByRole('button', { name: 'Print' })).toBeVisible();
  },
};

/** The reader opened the rest of the record in place. */
export const OpenedInPlace: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement, args }) => {
    const card = shown(find(canvasElement, 'provision-card'));
    await userEvent.click(await card.findByRole('button', { name: 'Show the full record' }));
    await card.findByRole('heading', { name: 'Provision details', level: 4 });
    await expect(args['provision-toggle']).toHaveBeenCalled();
  },
};

/** The printed card: everything open, no controls, URLs and hashes as text. */
export const PrintPreview: Story = {
  tags: ['!autodocs'],
  args: { layout: 'full' },
  beforeEach: () => () => {
    for (const media of printed.splice(0)) media.mediaText = 'print';
  },
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'provision-card');
    await shown(element).findByRole('heading', { name: 'Provision details', level: 4 });
    for (const rule of element.shadowRoot?.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]) ?? []) {
      if (!(rule instanceof CSSMediaRule) || rule.media.mediaText !== 'print') continue;
      rule.media.mediaText = 'screen';
      printed.push(rule.media);
    }
    await expect(shown(element).queryByRole('button', { name: 'Print' })).toBeNull();
  },
};

/** The card uses the article's font, size and colour, and the next heading level. */
export const InAnArticle: Story = {
  render: (args) => html`
    <h2>A sentence at a time</h2>
    <p>
      The switch is easy to find, and the sentence about it is short. The one that follows is longer, and nobody to whom
      we showed the page had read as far.
    </p>
    <provision-card ${attributesOf(args)}>${quotation(args.record)}</provision-card>
    <p>
      A spokeswoman called the wording “plain”. Asked who decides that a note is marked for review, she referred us to
      the terms.
    </p>
  `,
};

/** The newspaper's note is set apart from the platform's wording and the analyst's text. */
export const PublishersNote: Story = {
  args: { layout: 'compact' },
  render: (args) =>
    html`<provision-card ${attributesOf(args)}>
      ${quotation(args.record)}
      <p slot="note">The Courier used Quillane until March. We asked the company for comment on 11 June.</p>
    </provision-card>`,
  play: async ({ canvasElement, canvas }) => {
    const card = shown(find(canvasElement, 'provision-card'));
    await expect(await card.findByRole('heading', { name: 'Note from this publication' })).toBeVisible();
    await expect(canvas.getByText(/^The Courier used Quillane/)).toBeVisible();
  },
};

/** The record is inline in a `<script type="application/json">` child: nothing is requested. */
export const FromPageData: Story = {
  parameters: {
    docs: {
      source: {
        code: `<provision-card>
  <script type="application/json">
    { "version": "https://jsonfeed.org/version/1.1", "title": "…", "items": [{ "id": "CW-0003", … }] }
  </script>
  <blockquote>…</blockquote>
</provision-card>`,
      },
    },
  },
  render: (args) => {
    const data = document.createElement('script');
    data.type = 'application/json';
    data.textContent = JSON.stringify(sampleRecord('CW-0003'));
    return html`<provision-card
      ${attributesOf({ ...args, src: undefined, record: undefined })}
      @provision-load=${args['provision-load']}
      >${data}${quotation('CW-0003')}</provision-card
    >`;
  },
  play: async ({ canvasElement, args }) => {
    const card = shown(find(canvasElement, 'provision-card'));
    await card.findByRole('heading', { name: /^Deletion within thirty days/ });
    await expect(args['provision-load']).toHaveBeenCalledOnce();
  },
};

/** A framework or script sets the record as a property: an item of a feed, or a feed that holds it. */
export const FromProperty: Story = {
  parameters: {
    docs: {
      source: {
        language: 'js',
        code: `document.querySelector('provision-card').provision = {
  id: 'DEMO-1',
  title: 'Playlists that stay public after the account is gone',
  content_text: 'Harkwell keeps shared playlists, and the name they were shared under, …',
  _provision: { platform: { name: 'Harkwell' }, severity: { level: 'medium', label: 'Medium' }, … },
};`,
      },
    },
  },
  render: (args) =>
    html`<provision-card
      ${attributesOf({ ...args, src: undefined, record: undefined })}
      .provision=${provision()}
      @provision-load=${args['provision-load']}
    ></provision-card>`,
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'provision-card');
    const card = shown(element);
    await card.findByRole('heading', { name: /^Playlists that stay public/ });
    element.provision = provision({}, { title: 'Playlists that are deleted with the account' });
    await card.findByRole('heading', { name: /^Playlists that are deleted/ });
    await expect(card.queryByRole('heading', { name: /^Playlists that stay/ })).toBeNull();
  },
};

/** In a story whose sections are `<h3>`, the card's heading is the next level, followed by its sections. */
export const HeadingLevel: Story = {
  args: { record: 'CW-0010', 'heading-level': 4 },
  play: async ({ canvasElement }) => {
    const card = shown(find(canvasElement, 'provision-card'));
    await card.findByRole('heading', { name: /^Arbitration near the user/, level: 4 });
    await card.findByRole('heading', { name: 'What the document says', level: 5 });
  },
};

/** The badge is a button that explains the level, the analyst's confidence and the source of the ratings. */
export const ExplainsTheSeverity: Story = {
  args: { layout: 'compact' },
  play: async ({ canvasElement, args }) => {
    const card = shown(find(canvasElement, 'provision-card'));
    await userEvent.click(await card.findByRole('button', { name: /Severity: *Medium/ }));
    await expect(await card.findByRole('group', { name: 'Severity' })).toBeVisible();
    await expect(card.getByRole('link', { name: 'How the ratings are made' })).toBeVisible();
    await expect(args['provision-toggle']).toHaveBeenCalledWith(
      expect.objectContaining({ section: 'severity', open: true }),
    );
  },
};

const longText: NonNullable<Story['render']> = (args) =>
  html`<provision-card
    layout="compact"
    .provision=${provision({}, { content_text: words(1600) })}
    @provision-toggle=${args['provision-toggle']}
  ></provision-card>`;

/** A long text shows its beginning; the rest stays in the page for search and print. */
export const OpensALongText: Story = {
  render: longText,
  play: async ({ canvasElement, args }) => {
    const element = find(canvasElement, 'provision-card');
    const card = shown(element);
    const button = await card.findByRole('button', { name: 'Show all' });
    await expect(button).toHaveAttribute('aria-expanded', 'false');
    const folded = element.offsetHeight;

    await userEvent.click(button);
    await expect(await card.findByRole('button', { name: 'Show less' })).toHaveAttribute('aria-expanded', 'true');
    await expect(element.offsetHeight).toBeGreaterThan(folded);
    await expect(args['provision-toggle']).toHaveBeenLastCalledWith(
      expect.objectContaining({ section: 'summary', open: true }),
    );

    card.getByRole('button', { name: 'Show less' }).focus();
    await userEvent.keyboard('{Enter}');
    await expect(await card.findByRole('button', { name: 'Show all' })).toHaveAttribute('aria-expanded', 'false');
    await expect(element.shadowRoot?.activeElement).toBe(button);
    await expect(element.offsetHeight).toBe(folded);
  },
};

/** The same text, opened. */
export const LongTextOpen: Story = {
  tags: ['!autodocs'],
  render: longText,
  play: async ({ canvasElement }) => {
    const card = shown(find(canvasElement, 'provision-card'));
    await userEvent.click(await card.findByRole('button', { name: 'Show all' }));
    await card.findByRole('button', { name: 'Show less' });
  },
};

/** On a phone nothing overflows the column. */
export const Narrow: Story = {
  globals: { width: '320px' },
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'provision-card');
    await shown(element).findByRole('heading', { name: /^Training on notes/ });
    await expectToFit(element);
  },
};

/** The page's `color-scheme` decides, not the operating system: a card is as dark as the article around it. */
export const Dark: Story = {
  globals: { scheme: 'dark' },
  tags: ['!autodocs'],
};

/** A Spanish record in an English newspaper: the record's text is Spanish, the interface English. */
export const Spanish: Story = {
  args: { record: 'CW-0011' },
  play: async ({ canvasElement }) => {
    const card = shown(find(canvasElement, 'provision-card'));
    await expect(await card.findByText(/^La cuenta de Vueltamar/)).toHaveAttribute('lang', 'es');
  },
};

/** An Arabic record in an English newspaper: each text has its own direction. */
export const RightToLeft: Story = {
  args: { record: 'CW-0012' },
  play: async ({ canvasElement }) => {
    const card = shown(find(canvasElement, 'provision-card'));
    const summary = await card.findByText(/^تسمح شروط/);
    await expect(summary).toHaveAttribute('lang', 'ar');
    await expect(getComputedStyle(summary).direction).toBe('rtl');
  },
};

/** The same record in a right-to-left page: the card follows the page. */
export const RightToLeftPage: Story = {
  args: { record: 'CW-0012' },
  globals: { direction: 'rtl' },
  tags: ['!autodocs'],
};

/** Custom properties and `::part()` adapt the card to the newspaper. */
export const InHouseStyle: Story = {
  render: (args) =>
    html`<style>
        .courier provision-card {
          --provision-surface: light-dark(#fff8ec, #2a2520);
          --provision-accent: light-dark(#8c1d18, #ffb4a8);
          --provision-heading-font: 'Helvetica Neue', Arial, sans-serif;
          --provision-radius: 0;
          --provision-rule: 2px;
        }
        .courier provision-card::part(base) {
          padding-inline: 1em;
        }
        .courier provision-card::part(kicker) {
          letter-spacing: 0.06em;
          text-transform: uppercase;
        }
      </style>
      <div class="courier">
        <provision-card ${attributesOf(args)}>${quotation(args.record)}</provision-card>
      </div>`,
};
