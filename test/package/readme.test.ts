/** Compares README.md and docs with the build, and follows their links. Code blocks of README.md are tried in `test/consumers`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pageOf, tableIn, tables } from '../../scripts/docs/readme-tables.mjs';
import { sizesOf } from './sizes.mjs';
import sample from '../../demo/feeds/clausewatch.json' with { type: 'json' };
import us from '../../package.json' with { type: 'json' };
import { languages } from '../../src/i18n/languages.js';
import { sha256Hex } from '../../src/provision/hash.js';
import { themes } from '../../src/themes/index.js';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const readme = read('README.md');
const made = await tables();
const written = (name: string) => tableIn(name).exec(readFileSync(pageOf(name), 'utf8'))?.[2];
const contributing = read('CONTRIBUTING.md');

/** Every page of documentation that people write, by its path from the root. */
const pages = new Map(
  [
    ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'docs/llms.txt'],
    ...['test/access/README.md', 'test/bench/NOTES.md', 'test/hostile/README.md'],
    ...['docs', 'demo'].flatMap((folder) =>
      readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.md') && !path.includes('node_modules'))
        .map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
    ),
  ].map((path) => [path, read(path)]),
);

it.each(['attributes', 'cms', 'tokens'] as const)('has the current table of %s: npm run docs', (name) => {
  expect(written(name)).toBe(made[name]);
});

it('has the current sizes to half a kilobyte: npm run docs', () => {
  const numbers = (table = '') => [...table.matchAll(/ (\d+\.\d) \|$/gm)].map(([, number]) => Number(number));
  const [says, is] = [numbers(written('sizes')), numbers(made.sizes)];
  expect(says).toHaveLength(is.length);
  expect(is).toHaveLength(6);
  for (const [index, size] of is.entries()) expect(Math.abs(size - says[index]!), made.sizes).toBeLessThanOrEqual(0.5);
});

it('states the size of the script in the text too', () => {
  const [, said] = /(\d+) kB brotli with Lit/.exec(readme) ?? [];
  expect(Math.abs(Number(said) - sizesOf('provision-embed.js').brotli / 1000)).toBeLessThanOrEqual(1);
});

it('gives each quotation the hash of a wording in the sample feed', async () => {
  const wordings = sample.items.flatMap(({ _provision: { clauses, changes = [] } }) => [
    ...clauses.map(({ text }) => text),
    ...(changes as { from?: { text: string }; to?: { text: string } }[]).flatMap(({ from, to }) => [
      from?.text,
      to?.text,
    ]),
  ]);
  const known = new Set(await Promise.all(wordings.map((text) => sha256Hex(text ?? ''))));
  for (const text of [`${readme}${read('docs/frameworks.md')}`, read('demo/index.html')]) {
    const quotations = [...text.matchAll(/<blockquote\s[^>]*cite="https:\/\/clausewatch[^>]*>/g)].map(([tag]) => tag);
    expect(quotations.length).toBeGreaterThan(3);
    for (const tag of quotations.filter((one) => !one.includes('v-bind'))) {
      expect(known, tag).toContain(/data-sha256="(\w+)"/.exec(tag)?.[1]);
    }
  }
});

it('names every entry of the package', () => {
  const told = read('docs/reference/entries.md');
  const names = Object.entries(us.exports).flatMap(([name, target]) =>
    target === null || name === './package.json' ? [] : [name],
  );
  const missing = names.filter((name) => !told.includes(`\`${name.replace(/\*.*/, '')}`));
  expect(missing).toEqual([]);
});

it('names all locales and presets with their number', () => {
  const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
  const theming = read('docs/theming.md');
  expect(theming).toContain(`${words[themes.length - 1]!.replace(/^./, (first) => first.toUpperCase())} presets`);
  for (const { name } of themes) expect(theming).toContain(`\`${name}\``);
  const named = /come in (.*?), by the/s.exec(read('docs/reference/elements.md'))?.[1]?.split(/, | and /) ?? [];
  expect(named).toHaveLength(Object.keys(languages).length + 1);
});

/** Fragments of a page's headings, as GitHub makes them. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );

it.each([...pages])('%s links to files and headings that exist', (path, text) => {
  const prose = text.replace(/^```.*?^```$/gms, '').replace(/`[^`\n]*`/g, '');
  const links = [...prose.matchAll(/\]\(([^)\s:]+)\)/g)].map(([, link = '']) => link);
  const lost = links.filter((link) => {
    const url = new URL(link, new URL(path, root));
    if (!existsSync(new URL(url.pathname, root))) return true;
    const fragment = decodeURIComponent(url.hash.slice(1));
    return fragment !== '' && !anchorsOf(readFileSync(new URL(url.pathname, root), 'utf8')).includes(fragment);
  });
  expect(lost).toEqual([]);
});

it('the README links to every page that it promises', () => {
  expect([...readme.matchAll(/\]\([^)#:]+\)/g)].length).toBeGreaterThan(30);
});

it('docs/llms.txt has the snippet of the README', () => {
  const [, snippet = ''] = /^```html article\.html\n(.*?)^```$/ms.exec(readme) ?? [];
  expect(snippet).toContain('<provision-card');
  expect(read('docs/llms.txt')).toContain(snippet);
});

it('docs/accessibility.md has a row for each of the 55 criteria of WCAG 2.2 A and AA', () => {
  const rows = [...read('docs/accessibility.md').matchAll(/^\| (\d\.\d+\.\d+) .*? \| AA? \|/gm)];
  expect(new Set(rows.map(([, criterion]) => criterion)).size).toBe(55);
});

it.each(['docs/privacy.md', 'docs/accessibility.md'])('%s cites tests that exist', (page) => {
  const cited = [...read(page).matchAll(/`((?:test|\.?scripts)\/[^`\s]+\.(?:ts|mjs))`/g)].map(([, file = '']) => file);
  expect(cited.length).toBeGreaterThan(10);
  expect(cited.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
});

it('types no command that package.json has not', () => {
  const text = [...pages.values()].join('\n');
  const named = [
    ...[...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name),
    ...[...text.matchAll(/npm (start|test)\b/g)].map(([, name = '']) => name),
  ];
  expect(named).toEqual(expect.arrayContaining(['start', 'test', 'release', 'docs']));
  expect(named.filter((name) => !(name in us.scripts))).toEqual([]);
});

it('is joined by CONTRIBUTING.md, which gives the purpose of each dependency', () => {
  const table = contributing.slice(contributing.indexOf('## Dependencies'));
  const named = (name: string) => new RegExp(`(?<![\\w@/-])${name.replace(/[/.]/g, '\\$&')}(?![\\w/-])`).test(table);
  const all = Object.keys({ ...us.dependencies, ...us.devDependencies });
  expect(all.filter((name) => !named(name))).toEqual([]);
});
