import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { expectToFit, feed, find, quotation, shown } from './helpers.js';
import { readableSource } from './manifest.js';

interface Args {
  background: string;
  color: string;
  scheme: string;
  css: string;
}

const meta: Meta<Args> = {
  title: 'In the page/Grounds and hostile style sheets',
  // A style sheet applies to the whole page, and a docs page shows all stories in one page.
  tags: ['!autodocs'],
  parameters: { docs: { source: readableSource } },
  argTypes: {
    background: { control: 'color' },
    color: { control: 'color' },
    scheme: { control: 'select', options: ['light', 'dark'] },
    css: { control: 'text', description: 'Rules of the page for what is in .host' },
  },
  args: { background: '#ffffff', color: '#1a1a1a', scheme: 'light', css: '' },
  render: ({ background, color, scheme, css }) =>
    html`<style>
        ${css}
      </style>
      <div
        style="background: ${background}; color: ${color}; color-scheme: ${scheme}; padding: 1.5rem; font: 1.0625rem/1.5 Georgia, serif"
      >
        <div class="host">
          <h2>A sentence at a time</h2>
          <provision-card src=${feed('r/CW-0007.json')}>${quotation()}</provision-card>
        </div>
      </div>`,
  play: async ({ canvasElement }) => {
    const card = find(canvasElement, 'provision-card');
    const title = await shown(card).findByRole('heading', { level: 3 });
    const { fontWeight, letterSpacing, textTransform, textAlign, lineHeight, fontSize } = getComputedStyle(title);
    await expect([fontWeight, letterSpacing, textTransform, textAlign]).toEqual(['700', 'normal', 'none', 'start']);
    await expect(parseFloat(lineHeight) / parseFloat(fontSize)).toBeCloseTo(1.22, 1);
    // Measure the article, because the page's styles may make the element itself inline.
    await expectToFit(await shown(card).findByRole('article'));
  },
};
export default meta;

type Story = StoryObj<Args>;

/** No token is set on these pages: the card uses their font and colour. */
export const White: Story = {};
export const Cream: Story = { args: { background: '#fbf6e9', color: '#222222' } };
export const Grey: Story = { args: { background: '#e5e5e5', color: '#111111' } };
export const Black: Story = { args: { background: '#000000', color: '#eeeeee', scheme: 'dark' } };

/** A page that unsets all styles. */
export const UnsetsEverything: Story = {
  args: { css: '.host, .host * { all: unset !important; font: 1.0625rem/1.5 Georgia, serif !important }' },
};

/** A root font size of two pixels. */
export const TinyRem: Story = {
  args: { css: ':root { font-size: 2px } .host { font-size: 17px }' },
};

/** Centred headings in capitals with wide letter spacing. */
export const LoudHeadings: Story = {
  args: {
    css: '.host, .host h2 { text-transform: uppercase; letter-spacing: 0.2em; text-align: center; text-indent: 2em }',
  },
};

/** A reset with type selectors. */
export const ResetsByKind: Story = {
  args: {
    css: '.host p, .host a, .host svg, .host blockquote, .host button { all: unset !important; max-width: 0 !important }',
  },
};

/** A very large line height, and `word-break`. */
export const OddText: Story = {
  args: { css: '.host { line-height: 3; white-space: pre; word-break: break-all; hyphens: auto; quotes: none }' },
};
