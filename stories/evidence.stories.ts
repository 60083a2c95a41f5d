import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, spyOn, userEvent, waitFor } from 'storybook/test';
import clausewatch from '../demo/feeds/clausewatch.json';
import { feed, find, inArticle, shown } from './helpers.js';
import { readableSource } from './manifest.js';

interface Args {
  provision: object;
}

const meta: Meta<Args> = {
  title: 'Elements/provision-clause/Evidence',
  tags: ['!autodocs'],
  decorators: [inArticle],
  parameters: { docs: { source: readableSource } },
  render: ({ provision }) => html`<provision-clause .provision=${provision}></provision-clause>`,
};
export default meta;

type Story = StoryObj<Args>;

/** A record of the sample feed whose stored copy is served by this Storybook. */
function evidence({ text, sha256, copy = 'quillane-terms-2026-06-03.txt', hash }: Partial<Given> = {}): object {
  const item = clausewatch.items.find(({ id }) => id === 'CW-0007');
  const { clauses = [], provenance } = item?._provision ?? {};
  return {
    ...item,
    _provision: {
      ...item?._provision,
      clauses: clauses.map((clause) => ({ ...clause, text: text?.(clause.text) ?? clause.text, ...sha256 })),
      provenance: { ...provenance, snapshot_url: feed(`snapshots/${copy}`), ...hash },
    },
  };
}

interface Given {
  text: (text: string) => string;
  sha256: { sha256: undefined };
  copy: string;
  hash: { sha256: undefined };
}

/** Presses the button and expects these results. */
async function checks(canvas: HTMLElement, ...said: readonly string[]): Promise<void> {
  const clause = shown(find(canvas, 'provision-clause'));
  await userEvent.click(await clause.findByRole('button', { name: 'Check the evidence' }));
  await waitFor(() =>
    expect(clause.getAllByRole('listitem').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())).toEqual(
      said,
    ),
  );
}

/** All claims of the record hold: the wording, the stored copy, and the wording in the copy. */
export const Matches: Story = {
  args: { provision: evidence() },
  play: ({ canvasElement }) =>
    checks(
      canvasElement,
      'Text of clause 1 against its SHA-256: matches',
      'Snapshot against its SHA-256: matches',
      'Clause 1 in the snapshot: found, word for word',
    ),
};

/** A word of the clause was changed. */
export const TamperedClause: Story = {
  args: { provision: evidence({ text: (text) => text.replace('improve', 'improve and sell') }) },
  play: ({ canvasElement }) =>
    checks(
      canvasElement,
      'Text of clause 1 against its SHA-256: differs',
      'Snapshot against its SHA-256: matches',
      'Clause 1 in the snapshot: not found in its text',
    ),
};

/** The stored copy differs from the captured one. */
export const TamperedSnapshot: Story = {
  args: { provision: evidence({ copy: 'quillane-terms-2025-03-11.txt' }) },
  play: ({ canvasElement }) =>
    checks(
      canvasElement,
      'Text of clause 1 against its SHA-256: matches',
      'Snapshot against its SHA-256: differs',
      'Clause 1 in the snapshot: not found in its text',
    ),
};

/** Without a hash in the record, no hash is checked. */
export const NoHash: Story = {
  args: { provision: evidence({ sha256: { sha256: undefined }, hash: { sha256: undefined } }) },
  play: ({ canvasElement }) =>
    checks(
      canvasElement,
      'Text of clause 1 against its SHA-256: cannot be checked (the record gives no hash)',
      'Snapshot against its SHA-256: cannot be checked (the record gives no hash)',
      'Clause 1 in the snapshot: found, word for word',
    ),
};

/** The archive's server sends no CORS header, so the page cannot read the copy. */
export const BlockedSnapshot: Story = {
  args: { provision: evidence() },
  play: async ({ canvasElement }) => {
    const network = spyOn(window, 'fetch').mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await checks(
      canvasElement,
      'Text of clause 1 against its SHA-256: matches',
      'Snapshot against its SHA-256: cannot be checked (its server does not let this page read it)',
      'Clause 1 in the snapshot: cannot be checked (its server does not let this page read it)',
    );
    network.mockRestore();
  },
};

/** Without https the browser computes no hash. The wording is still searched in the copy. */
export const PageWithoutHttps: Story = {
  args: { provision: evidence() },
  beforeEach: () => {
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    return () => Reflect.deleteProperty(crypto, 'subtle');
  },
  play: ({ canvasElement }) =>
    checks(
      canvasElement,
      'Text of clause 1 against its SHA-256: cannot be checked (this page is not served over https)',
      'Snapshot against its SHA-256: cannot be checked (this page is not served over https)',
      'Clause 1 in the snapshot: found, word for word',
    ),
};
