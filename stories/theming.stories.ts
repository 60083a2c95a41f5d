import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { expect } from 'storybook/test';
import type { ThemeName } from '../src/themes/index.js';
import { feed, quotation, shown } from './helpers.js';
import { readableSource, tokens } from './manifest.js';

const usage = `
\`\`\`html
<link rel="stylesheet" href="https://your-newspaper.example/provision-embed/themes/broadsheet.css" />
<html class="provision-theme-broadsheet">
\`\`\`

\`\`\`css
/* Or your own: any of the tokens, on :root, on an article or on one embed. */
:root {
  --provision-surface: light-dark(#fff8ec, #2a2520);
  --provision-text: light-dark(#1a1a1a, #eee);
  --provision-accent: light-dark(#8c1d18, #ffb4a8);
}
\`\`\`

The presets lie in \`themes/\` beside the script, and in the npm package as \`provision-embed/themes/NAME.css\`. The class may stand on
\`<html>\`, on an article or on one embed; what is set nearer to the embed wins. The page's \`color-scheme\` decides light or dark.
`;

const cell = (text = '') => text.replaceAll('|', '\\|');
const table = [
  '| token | what it is for | syntax | default |',
  '| --- | --- | --- | --- |',
  ...tokens.map(
    ({ name, description, syntax, default: value }) =>
      `| \`${name}\` | ${cell(description)} | \`${cell(syntax)}\` | ${cell(value)} |`,
  ),
].join('\n');

const meta: Meta = {
  title: 'Theming/Presets',
  parameters: { docs: { source: readableSource, description: { component: `${usage}\n\n## All tokens\n\n${table}` } } },
};
export default meta;

type Story = StoryObj;

/** A page with one colour scheme, a card, and a badge in a sentence. */
function page(scheme: 'light' | 'dark', className: string): TemplateResult {
  const look = scheme === 'dark' ? 'background: #121212; color: #eee' : 'background: #fff; color: #111';
  return html`<div
    class=${className}
    style="flex: 1 1 20rem; min-inline-size: 0; padding: 1.5rem; color-scheme: ${scheme}; ${look}; font: 1rem/1.5 Georgia, serif"
  >
    <p>
      The desk rates it
      <provision-severity level="high" label="High">high</provision-severity>.
    </p>
    <provision-card src=${feed('r/CW-0007.json')}>${quotation()}</provision-card>
  </div>`;
}

function preset(name: ThemeName): Story {
  const className = `provision-theme-${name}`;
  return {
    render: () =>
      html`<div style="display: flex; flex-wrap: wrap">${page('light', className)}${page('dark', className)}</div>`,
    play: async ({ canvasElement }) => {
      const surfaces = [];
      for (const card of canvasElement.querySelectorAll('provision-card')) {
        surfaces.push(getComputedStyle(await shown(card).findByRole('article')).backgroundColor);
      }
      await expect(new Set(surfaces).size).toBe(2);
      await expect(surfaces).not.toContain('rgba(0, 0, 0, 0)');
    },
  };
}

export const Broadsheet: Story = preset('broadsheet');
export const Tabloid: Story = preset('tabloid');
export const Magazine: Story = preset('magazine');
export const Wire: Story = preset('wire');
export const Government: Story = preset('government');
export const HighContrast: Story = preset('high-contrast');
