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
  // Storybook's smoke test then expects a failing request.
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

/** Reports `code`, keeps the quotation, and says in one line what is missing where there is none. */
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

/** Loading: the quotation is in place, and nothing jumps. After 15 seconds without an answer: `timeout`. */
export const NeverAnswers: Story = {
  args: { src: 'https://clausewatch.example/feeds/never-answers.json' },
  // A server that is silent is the one fault that Storybook's own cannot show.
  beforeEach: ({ args }) => silence(args.src),
  play: async ({ canvasElement, args }) => {
    const [withQuotation, without] = cardsOf(canvasElement);
    await Promise.all([withQuotation.updateComplete, without.updateComplete]);
    await expect(withQuotation.querySelector('blockquote')).toBeVisible();
    await expect(without.offsetHeight).toBe(0);
    await expect(args['provision-error']).not.toHaveBeenCalled();
  },
};

/** `http`: the feed has moved, or its server is down. */
export const NotThere: Story = {
  args: { src: feed('moved.json') },
  play: fails('http'),
};

/** `type`: the address of a page, not of a feed. */
export const Html: Story = {
  args: { src: location.href },
  play: fails('type'),
};

/** `json`: the server stopped in the middle. */
export const Truncated: Story = {
  args: { src: absolute(truncated), record: undefined },
  play: fails('json'),
};

/** `version`: a format that this version of the elements does not know. */
export const Version2: Story = {
  args: { src: absolute(version2), record: undefined },
  play: fails('version'),
};

/** `not-found`: no such record in the feed. */
export const UnknownRecord: Story = {
  args: { src: feed(), record: 'CW-9999' },
  play: fails('not-found'),
};

/** `not-found`: a feed with several records, and none named. */
export const NoRecordNamed: Story = {
  args: { src: feed(), record: undefined },
  play: fails('not-found'),
};

/** `network`: an `http:` address on another host, which anybody between the two could change. */
export const PlainHttpElsewhere: Story = {
  args: { src: 'http://clausewatch.example/feeds/clausewatch.json' },
  play: fails('network'),
};

/** A badge in a sentence, and a comparison: the sentence stays a sentence. */
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

/** Makes one address silent; returns what gives it its voice back. */
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
