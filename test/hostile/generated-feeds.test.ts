/**
 * Generated feeds, valid or nearly, with any text, type and depth, painted by the built script. `FUZZ_RUNS` raises
 * their number.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answer } from '../embedding/site.js';
import { anyInput, nearlyFeed } from '../feed/support/arbitrary.js';
import { runs } from '../support/fuzz.js';
import { inEveryEngine, type Tab } from './support/engines.js';
import { lookerScript } from './support/look.js';
import { embedCount, embeds, hostilePage, recorded, settledElements, twoSites } from './support/page.js';

const shell = '<script src="/looker.js"></script>';

async function openPage(tab: Tab): Promise<void> {
  const { paper } = await twoSites();
  paper.serve('/looker.js', answer(200, 'text/javascript', lookerScript));
  // Nothing listens on that port: the elements show their fallback until the test gives them a record.
  await tab.open(hostilePage(paper, embeds('https://127.0.0.1:1/feed.json', 'none'), { before: shell }));
  await settledElements(tab, embedCount);
}

/** Paints a feed and returns its problems. A record without content may show nothing. */
async function problemsOf(tab: Tab, input: unknown): Promise<string[]> {
  const problems = await tab.evaluate((json) => window.looker.paintFeed(json), JSON.stringify(input ?? null));
  const { executed, errors } = await recorded(tab);
  return [...problems, ...executed, ...errors, ...(await tab.evaluate(() => window.looker.prototypes()))];
}

inEveryEngine((engine) => {
  it.each([
    ['nearly right', nearlyFeed],
    ['of anything', anyInput],
  ] as const)('paints a generated feed without problems: %s', { timeout: 600_000 }, async (_, feeds) => {
    const tab = await engine.tab();
    await openPage(tab);
    await fc.assert(
      fc.asyncProperty(feeds as fc.Arbitrary<unknown>, async (input) => {
        expect(await problemsOf(tab, input)).toEqual([]);
      }),
      // The other engines take three times as long for a feed.
      { numRuns: runs(engine.name === 'chromium' ? 40 : 6, 500) },
    );
  });

  it('paints five thousand rows, a clause of a million characters and a depth of two thousand', async () => {
    const tab = await engine.tab();
    await openPage(tab);
    const item = (details: object) => ({
      items: [{ id: 'a', title: 'Plain words', content_text: 'x', _provision: details }],
    });
    const deep = (depth: number): unknown => {
      let value: unknown = 'x';
      for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { text: value };
      return value;
    };
    const inputs = [
      item({
        comparisons: {
          items: Array.from({ length: 5000 }, (_, at) => ({ platform: { name: `P${at}` }, excerpt: 'x' })),
        },
      }),
      item({ clauses: [{ text: 'word '.repeat(2e5) }] }),
      item({ clauses: [{ text: 'x'.repeat(1e6) }], why_it_matters: '\u0301'.repeat(1e5) }),
      item({ clauses: deep(2000), platform: deep(2000), faqs: [deep(2000)] }),
      item({ clauses: Array.from({ length: 1000 }, (_, at) => ({ text: `Clause ${at}` })) }),
      { items: Array.from({ length: 20_000 }, (_, id) => ({ id, content_text: 'x' })) },
    ];
    for (const input of inputs) expect(await problemsOf(tab, input)).toEqual([]);
  });
});
