/** The script adds no global of its own to the page: only those of Lit, and none that another classic script could not declare. */
import { describe, expect, it } from 'vitest';
import { card, records } from './feeds.js';
import { answer, builtScript, cors, feed, site, type Site } from './site.js';
import { painted, visitor, type Visit } from './visit.js';

/** The globals that Lit as published adds. */
const litGlobals = ['litElementVersions', 'litHtmlVersions', 'litPropertyMetadata', 'reactiveElementVersions'];

const remember = '<script>window.namesBefore = Object.getOwnPropertyNames(window);</script>';

function newNames({ page }: Visit): Promise<string[]> {
  return page.evaluate(() => {
    const before = new Set((window as unknown as { namesBefore: string[] }).namesBefore);
    return Object.getOwnPropertyNames(window)
      .filter((name) => !before.has(name) && name !== 'namesBefore')
      .sort();
  });
}

/** Every name of one or two characters that a minifier may choose, and the names of our own build. */
function shortNames(): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$'];
  const reserved = new Set(['as', 'do', 'if', 'in', 'is', 'of']);
  const pairs = letters.flatMap((first) => [...letters, ...'0123456789'].map((second) => first + second));
  return [...letters, ...pairs, '$script', '$base', '$load', '$shared', '$exports'].filter(
    (name) => !reserved.has(name),
  );
}

/** A script of the page that declares all these names, as a bundle without a wrapper does. */
const greedy = `<script>const ${shortNames()
  .map((name) => `${name} = 1`)
  .join(', ')};</script>`;

async function paperWithFeed(): Promise<{ paper: Site; src: string }> {
  const paper = await site();
  return { paper, src: paper.serve('/feed.json', feed(records)) };
}

/** Paints a card and opens its popover, so that a lazy chunk is loaded too. */
async function useAll({ page }: Visit): Promise<void> {
  await painted(page).waitFor();
  await page.getByRole('button', { name: 'Severity: Medium' }).click();
  await page.getByText('You can say no to a part of it.').waitFor();
}

describe('the names of the page', () => {
  it.each(['', 'async', 'type="module"'])('stay as they were after <script %s>', async (attributes) => {
    const { paper, src } = await paperWithFeed();
    const reader = await visitor();
    await reader.open(
      paper.page(card(src), { head: `${remember}<script ${attributes} src="${paper.scripts()}"></script>` }),
    );
    await useAll(reader);
    expect(await newNames(reader)).toEqual(litGlobals);
    expect(reader.complaints()).toEqual([]);
  });

  it('can be declared by a script after ours', async () => {
    const { paper, src } = await paperWithFeed();
    const reader = await visitor();
    await reader.open(paper.page(card(src) + greedy, { head: `<script src="${paper.scripts()}"></script>` }));
    await useAll(reader);
    expect(reader.complaints()).toEqual([]);
  });

  it('may have been declared by a script before ours', async () => {
    const { paper, src } = await paperWithFeed();
    const reader = await visitor();
    await reader.open(paper.page(card(src), { head: `${greedy}<script src="${paper.scripts()}"></script>` }));
    await useAll(reader);
    expect(reader.complaints()).toEqual([]);
  });

  it('may be shadowed by elements of the page', async () => {
    const { paper, src } = await paperWithFeed();
    // Every id in a page is a name on its window.
    const names = [
      ...builtScript.matchAll(/\b(?:lit|reactive)\w*(?:Versions|Metadata|Support|Disable\w*)\b/gi),
      ['ShadyCSS'],
      ['version'],
      ['define'],
    ];
    const elements = names.map(([name]) => `<form id="${name}"><input name="push"></form>`).join('');
    const reader = await visitor();
    await reader.open(paper.page(elements + card(src), { head: `<script defer src="${paper.scripts()}"></script>` }));
    await useAll(reader);
    expect(reader.complaints()).toEqual([]);
  });

  it('include an AMD loader’s and a CommonJS loader’s, which we do not call', async () => {
    const { paper, src } = await paperWithFeed();
    const loaders = `<script>
      window.calls = [];
      window.define = Object.assign((...given) => calls.push(given.length), { amd: {} });
      window.require = window.define;
      window.exports = {};
      window.module = { exports };
    </script>`;
    const reader = await visitor();
    await reader.open(paper.page(card(src), { head: `${loaders}<script src="${paper.scripts()}"></script>` }));
    await useAll(reader);
    const calls = await reader.page.evaluate(() => {
      const page = window as unknown as { calls: number[]; module: { exports: object }; exports: object };
      return [page.calls, page.module.exports === page.exports, Object.keys(page.exports)];
    });
    expect(calls).toEqual([[], true, []]);
    expect(reader.complaints()).toEqual([]);
  });
});

describe('the probe itself', () => {
  it('detects a name on window', async () => {
    const { paper } = await paperWithFeed();
    const reader = await visitor();
    await reader.open(paper.page('<script>var leaked = 1; globalThis.leakedToo = 1;</script>', { head: remember }));
    expect(await newNames(reader)).toEqual(['leaked', 'leakedToo']);
  });

  it('detects a name that is declared twice', async () => {
    const { paper, src } = await paperWithFeed();
    // Our own file without its wrapper, as Rolldown writes it.
    const unwrapped = builtScript.replace('(()=>{', '').replace(/\}\)\(\);(?=\s*(?:\/\/#.*\s*)?$)/, '');
    expect(unwrapped.length).toBe(builtScript.length - '(()=>{})();'.length);
    const leaking = paper.serve('/leaking.js', answer(200, 'text/javascript', unwrapped, cors));
    const reader = await visitor();
    await reader.open(paper.page(card(src) + greedy, { head: `<script src="${leaking}"></script>` }));
    expect(reader.errors).toEqual([expect.stringContaining('has already been declared')]);
  });
});
