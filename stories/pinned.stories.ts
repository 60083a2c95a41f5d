import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { expect, userEvent } from 'storybook/test';
import clausewatch from '../demo/feeds/clausewatch.json';
import { expectToFit, feed, find, inArticle, shown } from './helpers.js';
import { fixed, readableSource } from './manifest.js';

const meta: Meta = {
  title: 'States/Pinned and live',
  decorators: [inArticle],
  parameters: {
    docs: {
      source: readableSource,
      description: {
        component: `\`\`\`html
<!-- Pinned, as embeds are: the record, or a quotation of it with its hash, stands in the element. -->
<provision-card src="https://clausewatch.example/feeds/r/CW-0007.json">
  <blockquote cite="https://clausewatch.example/r/CW-0007" lang="en" data-sha256="…"><p>The clause as it was…</p></blockquote>
</provision-card>

<!-- Live -->
<provision-card src="https://clausewatch.example/feeds/r/CW-0007.json" mode="live"></provision-card>
\`\`\`

What was published stays: the record in the \`application/json\` child, else the wording of \`data-sha256\`, else the quotation. What has
changed since is said, with both dates and the difference. Without record and hash, only the quoted words are spoken of. With \`mode="live"\` the current record is shown, and as of when.`,
      },
    },
  },
};
export default meta;

const item = clausewatch.items.find(({ id }) => id === 'CW-0007');

/** A card with published data inline. */
function published(details: object): TemplateResult {
  const record = { ...clausewatch, items: [{ ...item, _provision: { ...item?._provision, ...details } }] };
  const data = document.createElement('script');
  data.type = 'application/json';
  data.textContent = JSON.stringify(record);
  return html`<provision-card src=${feed('r/CW-0007.json')}>${data}</provision-card>`;
}

const card = (canvas: HTMLElement) => shown(find(canvas, 'provision-card'));
const says =
  (words: RegExp | string): NonNullable<StoryObj['play']> =>
  async ({ canvasElement }) => {
    await expect(await card(canvasElement).findByText(words)).toBeVisible();
  };

const published0 = item?._provision.changes?.[0]?.to;
const first = published0?.text ?? '';

/** A quotation from November; the clause has changed since. */
export const QuotationOfAnOlderWording: StoryObj = {
  parameters: fixed,
  render: () =>
    html`<provision-card src=${feed('r/CW-0007.json')}>
      <blockquote cite=${item?.url ?? ''} lang="en" data-sha256=${published0?.clause_sha256 ?? ''}>
        <p>${first}</p>
        <p>
          <a href=${item?.url ?? ''}
            >Quillane, Terms of Use, captured <time datetime="2025-11-05">5 November 2025</time></a
          >
        </p>
      </blockquote>
    </provision-card>`,
  play: async (context) => {
    await says('This clause has changed since this article was published.')(context);
    await userEvent.click(await card(context.canvasElement).findByRole('button', { name: 'What has changed' }));
    await card(context.canvasElement).findAllByText('removed:');
  },
};

/** The same without a hash: the time of the quotation is unknown, so the notice compares only the wording. */
export const QuotationWithoutAHash: StoryObj = {
  parameters: fixed,
  render: () =>
    html`<provision-card src=${feed('r/CW-0007.json')}>
      <blockquote cite=${item?.url ?? ''} lang="en">
        <p>${first}</p>
        <p><a href=${item?.url ?? ''}>Quillane, Terms of Use</a></p>
      </blockquote>
    </provision-card>`,
  play: says('The wording quoted in this article is no longer in the document.'),
};

/** The writer's own words: the card makes no claim about them and shows the clause. */
export const OwnWords: StoryObj = {
  parameters: fixed,
  render: () =>
    html`<provision-card src=${feed('r/CW-0007.json')}>
      <blockquote cite=${item?.url ?? ''} lang="en">
        <p>Quillane trains its models on your notes unless you switch that off, and even then it keeps some of them.</p>
        <p><a href=${item?.url ?? ''}>Quillane, Terms of Use</a></p>
      </blockquote>
    </provision-card>`,
  play: says('What the document says'),
};

/** The source of an inline record is unreachable: the record line reports that it was not checked. */
export const NotChecked: StoryObj = {
  tags: ['failing-request'],
  parameters: fixed,
  render: () =>
    html`<provision-card src=${feed('r/none.json')} record="CW-0007">
      <script type="application/json">
        ${JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [item] })}
      </script>
    </provision-card>`,
  play: says(/Not checked for changes since publication/),
};

/** The same on a phone. */
export const Narrow: StoryObj = {
  ...QuotationOfAnOlderWording,
  globals: { width: '320px' },
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await userEvent.click(await card(canvasElement).findByRole('button', { name: 'What has changed' }));
    await expectToFit(find(canvasElement, 'provision-card'));
  },
};

/** The inline record is older than a change of severity. */
export const ChangedSeverity: StoryObj = {
  parameters: fixed,
  render: () => published({ severity: { level: 'low', label: 'Low' } }),
  play: says(/^Low, now Medium$/),
};

/** The document changed and the clause did not: a quiet notice. */
export const DocumentUpdated: StoryObj = {
  parameters: fixed,
  render: () => published({ document: { ...item?._provision.document, last_updated: '2026-01-01' } }),
  play: says(/^The document has been updated since/),
};

/** The current record with live updates. */
export const Live: StoryObj = {
  parameters: fixed,
  render: () => html`<provision-card src=${feed('r/CW-0007.json')} mode="live"></provision-card>`,
  play: says(/^As of/),
};
