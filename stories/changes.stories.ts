import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { expectToFit, feed, find, inArticle, recordIds, shown } from './helpers.js';
import { attributesOf, controlsOf, docsOf } from './manifest.js';
import { provision } from './record.js';

interface Args {
  src: string;
  record: string | undefined;
  since: string | undefined;
  provision: unknown;
}

const meta: Meta<Args> = {
  title: 'Elements/provision-changes',
  decorators: [inArticle],
  parameters: {
    docs: docsOf('provision-changes', {
      snippet: `
<provision-changes src="https://clausewatch.example/feeds/r/CW-0007.json">
  <p>What has changed in this clause: <a href="https://clausewatch.example/r/CW-0007">at Clausewatch</a></p>
</provision-changes>`,
      notes: 'A feed that tells of no change leaves the page’s own words.',
    }),
  },
  argTypes: {
    ...controlsOf('provision-changes', ['mode']),
    record: { control: 'select', options: recordIds },
    provision: { control: 'object' },
  },
  args: { src: feed(), record: 'CW-0007', since: undefined, provision: undefined },
  render: (args) =>
    html`<provision-changes
      ${attributesOf(args.provision === undefined ? args : { ...args, src: undefined, record: undefined })}
      .provision=${args.provision}
      ><p>Own words.</p></provision-changes
    >`,
};
export default meta;

type Story = StoryObj<Args>;

const element = (canvas: HTMLElement) => find(canvas, 'provision-changes');

/** Changes, newest first. Changes without substance are labelled and folded. */
export const Default: Story = {
  play: async ({ canvasElement }) => {
    await shown(element(canvasElement)).findAllByText(/^(3 June|June 3,) 2026$/);
    await expect(shown(element(canvasElement)).getByText('Typography only')).toBeVisible();
  },
};

/** Changes since a given day. */
export const Since: Story = {
  args: { since: '2026-06-01' },
  play: async ({ canvasElement }) => {
    await shown(element(canvasElement)).findByText('Analysis revised');
    await expect(shown(element(canvasElement)).queryByText('Typography only')).toBeNull();
  },
};

/** On a phone. */
export const Narrow: Story = {
  globals: { width: '320px' },
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await shown(element(canvasElement)).findAllByText(/^(3 June|June 3,) 2026$/);
    await expectToFit(element(canvasElement));
  },
};

const japanese = [
  'お客様のデータをサービスの改善に利用します。',
  'お客様の写真をサービスの改善と広告に利用します。',
] as const;

/** Japanese text without spaces between words. */
export const Japanese: Story = {
  args: {
    provision: provision(
      {
        clauses: [{ text: japanese[1], language: 'ja' }],
        changes: [
          { kind: 'substantive', from: { text: japanese[0] }, to: { text: japanese[1], captured: '2026-05-12' } },
        ],
      },
      { language: 'en' },
    ),
  },
  play: async ({ canvasElement }) => {
    await shown(element(canvasElement)).findByText('写真');
  },
};

const [first, second, third] = [
  'We may show what you post in our advertising, wherever that appears. ',
  'You may end this agreement at any time by closing your account. ',
  'Disputes are heard by the courts of the city in which you live. ',
];

/** A sentence that moved within the document. */
export const Moved: Story = {
  args: {
    provision: provision({
      changes: [
        {
          kind: 'substantive',
          summary: 'The sentence on advertising has moved to the end.',
          from: { text: `${first}${second}${third}` },
          to: { text: `${second}${third}${first}`, captured: '2026-05-12' },
        },
      ],
    }),
  },
  play: async ({ canvasElement }) => {
    await shown(element(canvasElement)).findByText('moved here:');
  },
};
