import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { HtmlRenderer, Parser } from 'commonmark';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { embed, embedSource } from '../src/snippets/index.js';
import type { EmbedForm, EmbedLayout, EmbedMode } from '../src/snippets/index.js';
import { parseFeed } from '../src/feed/index.js';
import { sampleRecord } from './helpers.js';

interface Args {
  form: EmbedForm;
  layout: EmbedLayout;
  mode: EmbedMode;
}

const meta: Meta<Args> = {
  title: 'In the page/Forms of an embed',
  parameters: {
    docs: {
      description: {
        component: `
\`\`\`sh
npx provision-embed snippet FEED CW-0007 --as quotation --base-url https://clausewatch.example/
\`\`\`

\`\`\`js
import { embed, embedSource } from 'provision-embed/publish';
\`\`\`

What is pasted, and what a content management system shows of it before any script has run.`,
      },
      source: { code: null },
    },
  },
  argTypes: {
    form: { control: false },
    layout: { control: 'select', options: ['compact', 'article', 'full'] },
    mode: { control: 'select', options: ['pinned', 'live'] },
  },
  args: { layout: 'article', mode: 'pinned' },
  render: ({ form }, { loaded }) => {
    const { code } = loaded as { code: string };
    return html`<div style="padding: 1rem; font: 1rem/1.5 Georgia, serif">
      <h2>What is pasted</h2>
      <pre tabindex="0" style="overflow: auto; padding: 1rem; border: 1px solid; font: 0.8rem/1.5 monospace">
${code}</pre>
      <h2>What the system shows</h2>
      ${preview(form, code)}
    </div>`;
  },
  loaders: [async ({ args: { form, layout, mode } }) => ({ code: await snippet(form, { layout, mode }) })],
  play: async ({ canvasElement }) => {
    const pasted = canvasElement.querySelector('pre');
    await expect(pasted?.textContent).toMatch(/clausewatch\.example/);
  },
};
export default meta;

type Story = StoryObj<Args>;

export const Link: Story = { args: { form: 'link' } };
export const Quotation: Story = { args: { form: 'quotation' } };
export const Element: Story = { args: { form: 'element' } };
/** Shows only a placeholder for the frame, because its page is on the publisher's site. */
export const Iframe: Story = { args: { form: 'iframe' } };
export const Markdown: Story = { args: { form: 'markdown' } };
export const PlainText: Story = { args: { form: 'text' } };
export const Email: Story = { args: { form: 'email' } };

async function snippet(form: EmbedForm, options: { layout: EmbedLayout; mode: EmbedMode }): Promise<string> {
  const parsed = parseFeed(sampleRecord('CW-0007'));
  const record = parsed.ok ? parsed.feed.items[0] : undefined;
  if (!parsed.ok || !record) throw new Error('The sample feed has that record');
  const source = await embedSource(record, parsed.feed, {
    baseUrl: 'https://clausewatch.example/',
    permalink: 'https://clausewatch.example/r/CW-0007',
  });
  return embed(form, source, { ...options, script: 'https://clausewatch.example/provision-embed.js' });
}

/** Returns what remains of a snippet without scripts: markup as HTML, Markdown rendered, text and links as text. */
function preview(form: EmbedForm, code: string): unknown {
  if (form === 'link') return html`<p><a href=${code}>${code}</a></p>`;
  if (form === 'text') return html`<p style="white-space: pre-line">${code}</p>`;
  const markup = form === 'markdown' ? new HtmlRenderer({ safe: true }).render(new Parser().parse(code)) : code;
  const { body } = new DOMParser().parseFromString(markup, 'text/html');
  // Remove what would be fetched, because the publisher is invented; other stories show the elements.
  for (const part of body.querySelectorAll('script, link')) part.remove();
  for (const frame of body.querySelectorAll('iframe')) {
    frame.removeAttribute('src');
    frame.srcdoc =
      '<!doctype html><html lang="en"><title>The record</title><p>The publisher’s page of the record.</p></html>';
  }
  for (const image of body.querySelectorAll('img')) image.replaceWith(image.alt);
  for (const element of body.querySelectorAll('provision-card')) element.replaceWith(...element.childNodes);
  return html`<div>${[...body.childNodes]}</div>`;
}
