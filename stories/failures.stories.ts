import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, mocked, waitFor } from 'storybook/test';
import type { FeedErrorCode } from '../src/index.js';
import truncated from './fixtures/truncated.json?url&no-inline';
import version2 from './fixtures/version-2.json?url&no-inline';
import { feed, inArticle, listeners, quotation, shown, withoutRows } from './helpers.js';
import type { Listeners } from './helpers.js';
import { readableSource } from './manifest.js';

interface Args extends Listeners {
  src: string;
  record: string | undefined;
}

const absolute = (url: string) => new URL(url, location.href).href;

const meta: Meta<Args> = {
  title: 'States/Feeds that fail',
  // Makes Storybook's smoke test expect a failing request.
  tags: ['failing-request'],
  decorators: [inArticle],
  parameters: {
    docs: {
      source: readableSource,
      description: {
        component: `Readers keep what the page brought: the quotation in the element. Where there is none, one line says that the
record could not be loaded and links to its source. The page hears \`provision-error\`:

\`\`\`js
addEventListener('provision-error', ({ target, error }) => {
  console.log(target, error.code, error.url, error.pointer);
});
\`\`\`

Below, each with a quotation and without one.`,
      },
    },
  },
  argTypes: {
    src: { description: 'Address of a feed', control: 'text' },
    record: { description: 'Id of a record', control: 'text' },
    ...withoutRows,
  },
  args: { record: 'CW-0007', ...listeners },
  render: (args) => html`
    <provision-card src=${args.src} record=${args.record ?? nothing} @provision-error=${args['provision-error']}
      >${quotation()}</provision-card
    >
    <hr />
    <provision-card
      src=${args.src}
      record=${args.record ?? nothing}
      @provision-error=${args['provision-error']}
    ></provision-card>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** Expects the error `code`, the quotation unchanged, and a one-line message where there is no quotation. */
function fails(code: FeedErrorCode): NonNullable<Story['play']> {
  return async ({ canvasElement, args }) => {
    await waitFor(() => expect(args['provision-error']).toHaveBeenCalledTimes(2));
    await expect(mocked(args['provision-error']).mock.calls.map(([{ error }]) => error.code)).toEqual([code, code]);
    const [withQuotation, without] = cardsOf(canvasElement);
    await expect(withQuotation.querySelector('blockquote')).toBeVisible();
    await expect(shown(withQuotation).queryByText(/could not be loaded/)).toBeNull();
    await expect(shown(without).getByText(/could not be loaded/)).toBeVisible();
  };
}

/** While loading, the quotation stays and the layout does not shift. After 15 seconds without a response the error is `timeout`. */
export const NeverAnswers: Story = {
  args: { src: 'https://clausewatch.example/feeds/never-answers.json' },
  // Storybook's own server cannot simulate a server that never responds.
  beforeEach: ({ args }) => silence(args.src),
  play: async ({ canvasElement, args }) => {
    const [withQuotation, without] = cardsOf(canvasElement);
    await Promise.all([withQuotation.updateComplete, without.updateComplete]);
    await expect(withQuotation.querySelector('blockquote')).toBeVisible();
    await expect(without.offsetHeight).toBe(0);
    await expect(args['provision-error']).not.toHaveBeenCalled();
  },
};

/** `http`: the feed is missing or its server fails. */
export const NotThere: Story = {
  args: { src: feed('moved.json') },
  play: fails('http'),
};

/** `type`: the URL of a page instead of a feed. */
export const Html: Story = {
  args: { src: location.href },
  play: fails('type'),
};

/** `json`: the response is truncated. */
export const Truncated: Story = {
  args: { src: absolute(truncated), record: undefined },
  play: fails('json'),
};

/** `version`: a format that this version of the elements does not support. */
export const Version2: Story = {
  args: { src: absolute(version2), record: undefined },
  play: fails('version'),
};

/** `not-found`: the feed has no such record. */
export const UnknownRecord: Story = {
  args: { src: feed(), record: 'CW-9999' },
  play: fails('not-found'),
};

/** `not-found`: the feed has several records and the card names none. */
export const NoRecordNamed: Story = {
  args: { src: feed(), record: undefined },
  play: fails('not-found'),
};

/** `network`: an `http:` URL on another host, because its content could be changed in transit. */
export const PlainHttpElsewhere: Story = {
  args: { src: 'http://clausewatch.example/feeds/clausewatch.json' },
  play: fails('network'),
};

/** A badge in a sentence and a comparison: the sentence keeps its fallback text. */
export const OtherElements: Story = {
  args: { src: feed('moved.json') },
  render: (args) => html`
    <p>
      Analysts rate the clause
      <provision-severity src=${args.src} @provision-error=${args['provision-error']}>medium</provision-severity>, the
      middle of their scale.
    </p>
    <provision-comparison src=${args.src} @provision-error=${args['provision-error']}>
      <p><a href="https://clausewatch.example/r/CW-0007">How other platforms handle this, at Clausewatch</a></p>
    </provision-comparison>
  `,
  play: async ({ canvas, args }) => {
    await waitFor(() => expect(args['provision-error']).toHaveBeenCalledTimes(2));
    await expect(canvas.getByText('medium')).toBeVisible();
    await expect(canvas.getByRole('link', { name: /^How other platforms/ })).toBeVisible();
  },
};

function cardsOf(canvas: HTMLElement) {
  const [withQuotation, without] = canvas.querySelectorAll('provision-card');
  if (!withQuotation || !without) throw new Error('The story has two cards');
  return [withQuotation, without] as const;
}

/** Makes requests to one URL hang; returns a function that undoes it. */
function silence(url: string): () => void {
  const original = globalThis.fetch;
  globalThis.fetch = (input, init) =>
    input === url
      ? new Promise((_, reject) => {
          init?.signal?.addEventListener('abort', () => {
            reject(init.signal?.reason as Error);
          });
        })
      : original(input, init);
  return () => {
    globalThis.fetch = original;
  };
}
