import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, mocked, waitFor } from 'storybook/test';
import { severityLevels } from '../src/index.js';
import { feed, find, inArticle, listeners, recordIds, shown, withoutRows } from './helpers.js';
import type { Listeners } from './helpers.js';
import { fixed, readableSource } from './manifest.js';
import { provision, words } from './record.js';

interface Args extends Listeners {
  record: string | undefined;
  provision: unknown;
}

const meta: Meta<Args> = {
  title: 'States/Records',
  decorators: [inArticle],
  parameters: {
    docs: {
      source: readableSource,
      description: {
        component: `What publishers leave out, correct, withdraw or get wrong, and what readers then see. A part that has
nothing to show is left out, its heading too; a member of the wrong type costs that member and nothing around it.`,
      },
    },
  },
  argTypes: {
    record: { description: 'A record of the sample feed', control: 'select', options: recordIds },
    provision: { description: 'A record of your own, where none of the sample feed is chosen', control: 'object' },
    ...withoutRows,
  },
  args: { record: undefined, provision: undefined, ...listeners },
  render: (args) =>
    args.record === undefined
      ? html`<provision-card .provision=${args.provision} @provision-load=${args['provision-load']}></provision-card>`
      : html`<provision-card
          src=${feed()}
          record=${args.record}
          @provision-load=${args['provision-load']}
        ></provision-card>`,
  play: async ({ canvasElement }) => {
    await card(canvasElement).findByRole('article');
  },
};
export default meta;

type Story = StoryObj<Args>;

/** A corrected record shows its status before its claims. */
export const Corrected: Story = {
  args: { record: 'CW-0005' },
  play: async ({ canvasElement }) => {
    await expect(await card(canvasElement).findByText('This record has been corrected.')).toBeVisible();
    await expect(card(canvasElement).getByText(/^Corrected on 4 June 2026/)).toBeVisible();
  },
};

/** Withdrawn by its publisher. */
export const Withdrawn: Story = {
  args: { record: 'CW-0006' },
  play: async ({ canvasElement }) => {
    await expect(await card(canvasElement).findByText('This record has been withdrawn.')).toBeVisible();
  },
};

/** The levels with their own style, highest first. */
export const EveryLevel: Story = {
  parameters: fixed,
  render: () =>
    html`${severityLevels.map(
      (level) =>
        html`<provision-card
          layout="compact"
          .provision=${provision({ severity: { level, label: `Rated “${level}”` } }, { id: `DEMO-${level}` })}
        ></provision-card>`,
    )}`,
  play: async ({ canvasElement }) => {
    for (const [index, card] of [...canvasElement.querySelectorAll('provision-card')].entries()) {
      await shown(card).findByRole('button', { name: `Severity: Rated “${severityLevels[index] ?? ''}”` });
    }
  },
};

/** An unknown level shows its own label in the neutral style. */
export const LevelNobodyKnows: Story = {
  args: { provision: provision({ severity: { level: 'orange', label: 'Orange' } }) },
  play: async ({ canvasElement }) => {
    await card(canvasElement).findByRole('button', { name: 'Severity: Orange' });
  },
};

/** Without a title, platform and document are the heading. */
export const NoTitle: Story = {
  args: { record: 'CW-0008' },
  play: async ({ canvasElement }) => {
    await card(canvasElement).findByRole('heading', { name: 'Wrenpost · Terms', level: 3 });
  },
};

/** Unrated: no badge, and no colour in its place. */
export const NoSeverity: Story = {
  args: { record: 'CW-0009' },
  play: async ({ canvasElement }) => {
    await card(canvasElement).findByRole('heading', { name: /^Closing of accounts/ });
    await expect(card(canvasElement).queryByRole('button', { name: /^Severity/ })).toBeNull();
  },
};

/** The minimal record: an id. */
export const OnlyAnId: Story = {
  args: { provision: { id: 'DEMO-2' } },
  play: async ({ canvasElement }) => {
    await card(canvasElement).findByRole('heading', { name: 'Provision', level: 3 });
    await expect(card(canvasElement).getByText('Record DEMO-2')).toBeVisible();
    await expect(card(canvasElement).getAllByRole('heading')).toHaveLength(1);
  },
};

/** Comparison rows without platform, rating or link still show their excerpt. */
export const NamelessPlatforms: Story = {
  args: {
    provision: provision({
      comparisons: {
        items: [
          { excerpt: 'Shared lists are removed together with the account that made them.', language: 'en' },
          {
            platform: { slug: 'tidewire' },
            severity: { level: 'high' },
            excerpt: 'Nothing that was shared is removed.',
          },
          { platform: { name: 'Marrowby' }, url: 'https://marrowby.example/terms' },
        ],
        total: 9,
      },
    }),
  },
  play: async ({ canvasElement }) => {
    await expect((await card(canvasElement).findAllByText('Unnamed platform'))[0]).toBeVisible();
    await expect(card(canvasElement).queryByRole('link', { name: 'Unnamed platform' })).toBeNull();
    await expect(card(canvasElement).getByRole('link', { name: 'Marrowby' })).toBeVisible();
  },
};

/** Members of a wrong type are dropped, each with a warning about its place; the rest stays. */
export const WrongTypes: Story = {
  args: {
    provision: {
      ...provision(),
      title: 17,
      url: 'javascript:alert(1)',
      _provision: {
        platform: { name: 'Harkwell' },
        document: 'Listener Terms',
        severity: { level: 'medium', label: ['Medium'] },
        why_it_matters: 'A playlist can say more about its maker than a profile does.',
        clauses: [{ language: 'en' }, { text: 'Shared playlists remain available to others.' }],
        provenance: { captured: 'last Tuesday' },
      },
    },
  },
  play: async ({ canvasElement, args }) => {
    await card(canvasElement).findByRole('heading', { name: 'Harkwell', level: 3 });
    await expect(card(canvasElement).getByText(/^Shared playlists remain/)).toBeVisible();
    await waitFor(() => expect(args['provision-load']).toHaveBeenCalledOnce());
    const warnings = mocked(args['provision-load']).mock.calls.flatMap(([event]) => event.warnings);
    await expect(warnings.map(({ pointer }) => pointer.replace('/items/0', ''))).toEqual(
      expect.arrayContaining(['/title', '/url', '/_provision/document', '/_provision/severity/label']),
    );
  },
};

/** Markup in texts is shown as text. */
export const MarkupInTexts: Story = {
  args: {
    provision: provision(
      { why_it_matters: 'The clause says “<b>any</b> use”, with the tags & all.' },
      { title: 'Licence for <any> use <script>alert(1)</script>' },
    ),
  },
  play: async ({ canvasElement }) => {
    await card(canvasElement).findByRole('heading', { name: 'Licence for <any> use <script>alert(1)</script>' });
    await expect(card(canvasElement).getByText(/“<b>any<\/b> use”/)).toBeVisible();
  },
};

/** Long texts fold, and a long heading wraps. */
export const LongTexts: Story = {
  args: {
    provision: provision(
      {
        platform: { name: 'Harkwell Rundfunk- und Fernsehbeteiligungsgesellschaft mit beschränkter Haftung' },
        severity: { level: 'high', label: 'High for those who shared before March, and lower for everybody else' },
        why_it_matters: words(1500),
        consumer_impact: words(1100),
        clauses: [{ text: words(1200), language: 'en', attribution: 'Harkwell, Listener Terms, section 7' }],
      },
      {
        title: `Playlists that stay public after the account is gone, with the name they were shared under, for as long as
others listen to them, in every country and under every later version of the terms`,
        content_text: words(1000),
      },
    ),
  },
  play: async ({ canvasElement }) => {
    for (const name of ['Show all', 'Read the whole clause', 'Why it matters'])
      await card(canvasElement).findByRole('button', { name, expanded: false });
  },
};

/** Unbreakable words on a phone. */
export const UnbreakableWords: Story = {
  globals: { width: '320px' },
  tags: ['!autodocs'],
  args: {
    provision: provision(
      {
        clauses: [
          { text: `See harkwell.example/${'terms-and-conditions/'.repeat(6)} for more.`, attribution: 'x'.repeat(90) },
        ],
      },
      { title: 'Telekommunikationsdienstleistungsvertragsbedingungsänderungsvorbehalt' },
    ),
  },
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'provision-card');
    await shown(element).findByRole('heading', { level: 3 });
    await expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
  },
};

/** Two passages of one document and one of another. */
export const SeveralClauses: Story = {
  args: {
    provision: provision({
      clauses: [
        {
          text: 'Shared playlists remain available to others.',
          language: 'en',
          attribution: 'Harkwell, Listener Terms, section 7',
        },
        {
          text: 'The name shown on a playlist is part of the playlist.',
          language: 'en',
          attribution: 'Harkwell, Listener Terms, section 7',
        },
        { text: 'Names are personal data.', language: 'en', attribution: 'Harkwell, Privacy Notice, section 1' },
      ],
    }),
  },
};

const card = (canvas: HTMLElement) => shown(find(canvas, 'provision-card'));
