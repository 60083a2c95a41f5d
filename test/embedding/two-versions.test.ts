/** Two versions of the library on one page: the first stays, the second logs a warning, and nothing throws. */
import { describe, expect, it } from 'vitest';
import { card, records } from './feeds.js';
import { feed, site } from './site.js';
import { painted, visitor } from './visit.js';

describe('two versions of the script', () => {
  it.each(['', 'async', 'defer', 'type="module"'])('share a page as <script %s>', async (attributes) => {
    const [paper, cdn] = [await site(), await site()];
    const src = cdn.serve('/feed.json', feed(records));
    const [one, other] = [paper.scripts(), cdn.scripts({ version: '9.8.7' })];
    const reader = await visitor();
    await reader.open(
      paper.page(card(src) + card(src, 'T-2'), {
        head: `<script ${attributes} src="${one}"></script><script ${attributes} src="${other}"></script>`,
      }),
    );
    await reader.told('provision-load', 2);
    expect(await painted(reader.page).count()).toBe(2);
    expect(await reader.seen('provision-load')).toHaveLength(2);
    const version = await reader.page.evaluate(
      () => (customElements.get('provision-card') as unknown as { version: string }).version,
    );
    // The network decides which of two async scripts runs first.
    if (attributes !== 'async') expect(version).not.toBe('9.8.7');
    const badge = reader.page.getByRole('button', { name: 'Severity: Medium' }).first();
    await badge.click();
    await reader.page.getByText('You can say no to a part of it.').waitFor();
    expect(reader.errors).toEqual([]);
    // One warning per element, and nothing else.
    expect(
      reader.console.map((line) => /^warning: \[provision-embed\] <(\S+)> stays at/.exec(line)?.[1] ?? line),
    ).toEqual([
      'provision-card',
      'provision-changes',
      'provision-clause',
      'provision-comparison',
      'provision-severity',
    ]);
  });

  it('log nothing when their versions are equal', async () => {
    const paper = await site();
    const [one, other] = [paper.scripts(), paper.scripts({ folder: '/copy' })];
    const src = paper.serve('/feed.json', feed(records));
    const reader = await visitor();
    await reader.open(
      paper.page(card(src), { head: `<script src="${one}"></script><script src="${other}"></script>` }),
    );
    await painted(reader.page).waitFor();
    expect(reader.complaints()).toEqual([]);
  });

  it('leave an element alone that the page itself has defined', async () => {
    const paper = await site();
    const src = paper.serve('/feed.json', feed(records));
    const own = `<script>customElements.define('provision-card', class extends HTMLElement {});</script>`;
    const reader = await visitor();
    await reader.open(
      paper.page(`${card(src)}<p><provision-severity src="${src}" record="T-1">medium</provision-severity></p>`, {
        head: `${own}<script src="${paper.scripts()}"></script>`,
      }),
    );
    await painted(reader.page, 'provision-severity').waitFor();
    expect(await reader.page.locator('blockquote.own').isVisible()).toBe(true);
    expect(reader.complaints()).toEqual([
      expect.stringContaining('warning: [provision-embed] <provision-card> stays at'),
    ]);
  });
});
