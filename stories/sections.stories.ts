import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { feed, find, inArticle, recordIds, shown } from './helpers.js';
import { readableSource } from './manifest.js';

interface Args {
  record: string;
  sections: string;
}

const meta: Meta<Args> = {
  title: 'Elements/provision-card/Sections',
  decorators: [inArticle],
  parameters: {
    docs: {
      source: readableSource,
      description: {
        component: `\`sections\` chooses what a card shows, and in which order; here each section is alone. The analyst's name, the
disclaimer and the record's number are always there.`,
      },
    },
  },
  argTypes: { record: { control: 'select', options: recordIds } },
  args: { record: 'CW-0007' },
  render: ({ record, sections }) =>
    html`<provision-card src=${feed()} record=${record} sections=${sections}></provision-card>`,
};
export default meta;

type Story = StoryObj<Args>;

function alone(sections: string, heading: string | RegExp): Story {
  return {
    args: { sections },
    play: async ({ canvasElement }) => {
      const card = shown(find(canvasElement, 'provision-card'));
      await card.findByRole('heading', { name: heading, level: 4 });
      await expect(card.getAllByRole('heading', { level: 4 })).toHaveLength(1);
    },
  };
}

export const WhyItMatters: Story = alone('why', 'Why it matters');
export const Impact: Story = alone('impact', 'What it means for you');
export const Actions: Story = alone('actions', 'What you can do');
export const Clause: Story = alone('clause', 'What the document says');
export const Comparison: Story = alone('comparison', 'How other platforms handle this');
export const Changes: Story = alone('changes', 'What has changed');
export const Analysis: Story = alone('analysis', 'Institutional analysis');
export const Agencies: Story = alone('agencies', 'Agencies');
export const Regulations: Story = alone('regulations', /^Regulations \(\d+\)$/);
export const Details: Story = alone('details', 'Provision details');
export const Citation: Story = alone('citation', 'Citation record');
export const Categories: Story = alone('categories', 'Categories');
export const Questions: Story = alone('faq', 'Questions and answers');
export const Related: Story = alone('related', 'Related');
export const OtherRisks: Story = alone('risks', 'Other risks in this document');
export const Notices: Story = alone('notices', 'Notices');
/** Shown only when a page names this section. */
export const Offers: Story = alone('promotions', 'Offers from the publisher of this record');

/** Several sections in the page's own order. */
export const ChosenAndOrdered: Story = {
  args: { sections: 'clause actions regulations' },
  play: async ({ canvasElement }) => {
    const card = shown(find(canvasElement, 'provision-card'));
    await card.findByRole('heading', { name: 'What you can do', level: 4 });
    await expect(card.getAllByRole('heading', { level: 4 }).map(({ textContent }) => textContent.trim())).toEqual([
      'What the document says',
      'What you can do',
      expect.stringMatching(/^Regulations/),
    ]);
  },
};
