/** Every element in the states that a reader can reach, for the tests that cover all of them. */
import type { BrowserContextOptions } from 'playwright';
import { settled } from '../../embedding/visit.js';
import { article, type Article, type Write } from './article.js';

export interface State {
  readonly name: string;
  readonly body: (write: Write) => string;
  /** Performs the reader's actions, and waits for their results. */
  readonly reach: (article: Article) => Promise<void>;
  /** The element shows no record, on purpose. */
  readonly fails?: true;
}

const note = '<p slot="note">The company told us that it would look into it.</p>';
const older = `<blockquote lang="en"><p>You allow us to process Your Content to operate, secure and improve Quillane, which
includes training the models behind our features, unless you have switched off “Improve Quillane with my notes” in
Settings.</p></blockquote>`;

/** Presses every closed button until none is left. */
async function openAll({ page }: Article): Promise<void> {
  const closed = page
    .locator('[part~="more"][aria-expanded="false"]:visible, [part~="unchanged"][aria-expanded="false"]:visible')
    .first();
  while (await closed.count()) await closed.click();
}

async function check({ page }: Article): Promise<void> {
  await page.getByRole('button', { name: 'Check the evidence' }).click();
  await page.locator('[part~="check"]').first().waitFor();
}

/** Shows all rows, searches them, and puts the second of the results beside the record. */
async function sideBySide({ page }: Article): Promise<void> {
  await page.getByRole('button', { name: 'Show all 44 platforms' }).click();
  await page.getByRole('status').getByText('All 43 others shown').waitFor();
  await page.getByRole('searchbox').fill('account');
  await page
    .getByRole('status')
    .getByText(/^\d+ of 43 others shown$/)
    .waitFor();
  await page
    .getByRole('button', { name: /^Compare wording of/ })
    .nth(1)
    .click();
  await page.getByRole('group', { name: /, side by side$/ }).waitFor();
}

const menu =
  (tool: string) =>
  async ({ page }: Article): Promise<void> => {
    await page.getByRole('button', { name: tool, exact: true }).click();
    await page.getByRole('menuitem').first().waitFor();
  };

export const states: readonly State[] = [
  {
    name: 'card-compact',
    body: (write) => write('provision-card', { attributes: 'layout="compact"' }),
    reach: openAll,
  },
  { name: 'card-article', body: (write) => write('provision-card', { inside: note }), reach: openAll },
  {
    name: 'card-opened',
    body: (write) => write('provision-card', { record: 'CW-0004', attributes: 'heading-level="2"' }),
    reach: async (opened) => {
      await opened.page.getByRole('button', { name: 'Show the full record' }).click();
      await opened.page.getByRole('heading', { name: 'Provision details' }).waitFor();
      await openAll(opened);
    },
  },
  {
    name: 'card-full',
    body: (write) => write('provision-card', { attributes: 'layout="full"' }),
    reach: async (opened) => {
      await openAll(opened);
      await check(opened);
    },
  },
  { name: 'card-withdrawn', body: (write) => write('provision-card', { record: 'CW-0006' }), reach: openAll },
  { name: 'card-arabic', body: (write) => write('provision-card', { record: 'CW-0012' }), reach: openAll },
  {
    name: 'card-changed',
    body: (write) => write('provision-card', { inside: older }),
    reach: async (opened) => {
      await opened.page.getByRole('button', { name: 'What has changed' }).click();
      await opened.page.locator('[part~="difference"] ins').first().waitFor();
      await openAll(opened);
    },
  },
  {
    name: 'card-unavailable',
    body: (write) => write('provision-card', { record: 'CW-9999' }),
    reach: async ({ page }) => {
      await page.getByText('This record could not be loaded.').waitFor();
    },
    fails: true,
  },
  { name: 'menu-cite', body: (write) => write('provision-card', { record: 'CW-0003' }), reach: menu('Cite') },
  { name: 'menu-share', body: (write) => write('provision-card', { record: 'CW-0003' }), reach: menu('Share') },
  {
    name: 'severity-explained',
    body: (write) => `<p>Its analysts rated it ${write('provision-severity', { inside: 'medium' })}, they say.</p>`,
    reach: async ({ page }) => {
      await page.getByRole('button', { name: 'Severity: Medium' }).click();
      await page.getByRole('group', { name: 'Severity' }).getByText('Explicit wording').waitFor();
    },
  },
  { name: 'comparison', body: (write) => write('provision-comparison'), reach: openAll },
  { name: 'comparison-side-by-side', body: (write) => write('provision-comparison'), reach: sideBySide },
  {
    name: 'clause-checked',
    body: (write) => write('provision-clause', { attributes: 'collapsed' }),
    reach: async (opened) => {
      await openAll(opened);
      await check(opened);
    },
  },
  {
    name: 'changes',
    body: (write) => write('provision-changes'),
    reach: async (opened) => {
      // The code of the differences is a chunk of its own, so the buttons appear after the list.
      await opened.page.getByRole('button', { name: 'What has changed' }).first().waitFor();
      await openAll(opened);
    },
  },
];

/** Opens an article with one element in a state. */
export async function openInState(state: State, options: BrowserContextOptions = {}): Promise<Article> {
  const opened = await article(state.body, { ...options, loaded: state.fails ? 0 : 1 });
  await state.reach(opened);
  await settled(opened.page);
  return opened;
}
