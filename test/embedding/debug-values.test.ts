/** The console's reports of values that an element ignores: in debug mode only, each once. */
import { describe, expect, it } from 'vitest';
import { card, records } from './feeds.js';
import { feed, site } from './site.js';
import { painted, visitor } from './visit.js';

/** Returns the console's warnings on a page whose elements have wrong values. */
async function warningsOf(attributes: string): Promise<readonly string[]> {
  const news = await site();
  const src = news.serve('/feed.json', feed(records));
  const { page, open } = await visitor();
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  const wrong = 'layout="ful" sections="summary clauses" mode="Live" heading-level="7" refresh="5"';
  await open(
    news.page(
      `${card(src, 'T-1', { attributes: wrong })}${card(src, 'T-2', { attributes: wrong })}
<provision-severity level="grave" label="Grave"></provision-severity><provision-clause>Nothing.</provision-clause>`,
      { head: `<script ${attributes} src="${news.scripts()}"></script>` },
    ),
  );
  await painted(page).first().waitFor();
  await page.locator('provision-severity').getByText('Grave').first().waitFor();
  // The chunk has run when a later import of it resolves.
  if (attributes)
    await expect
      .poll(() => warnings.some((text) => text.includes('<provision-clause> has nothing')), { timeout: 60_000 })
      .toBe(true);
  return warnings;
}

describe('a page with wrong values', () => {
  it('gets one line for each in the console, with the allowed values, when the script tag has data-debug', async () => {
    const warnings = await warningsOf('data-debug');
    expect([...warnings].sort()).toEqual([
      '[provision-embed] <provision-clause> has nothing to show. Give it src="URL of a feed", or the record in a JSON script inside it.',
      '[provision-embed] heading-level="7" on <provision-card> is ignored. Allowed: 2, 3, 4, 5, 6.',
      '[provision-embed] layout="ful" on <provision-card> is ignored. Allowed: compact, article, full.',
      expect.stringMatching(
        /^\[provision-embed\] level="grave" on <provision-severity> is ignored\. Allowed: critical, .*, unknown\.$/,
      ),
      '[provision-embed] mode="Live" on <provision-card> is ignored. Allowed: pinned, live.',
      '[provision-embed] refresh="5" on <provision-card> is ignored. Allowed: a number of seconds, at least 60.',
      expect.stringMatching(
        /^\[provision-embed\] sections="summary clauses" on <provision-card> is ignored\. Allowed: summary, .*, promotions\.$/,
      ),
    ]);
  });

  it('gets no line without data-debug', async () => {
    expect(await warningsOf('')).toEqual([]);
  });
});
