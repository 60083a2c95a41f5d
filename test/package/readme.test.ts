/** What README.md claims, where the build knows it. Its code blocks are followed in `test/consumers`. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readmeFile, tableIn, tables } from '../../scripts/docs/readme-tables.mjs';
import { sizesOf } from './sizes.mjs';
import sample from '../../demo/feeds/clausewatch.json' with { type: 'json' };
import us from '../../package.json' with { type: 'json' };
import { languages } from '../../src/i18n/languages.js';
import { sha256Hex } from '../../src/provision/hash.js';
import { themes } from '../../src/themes/index.js';

const readme = readFileSync(readmeFile, 'utf8');
const made = await tables();
const written = (name: string) => tableIn(name).exec(readme)?.[2];
const contributing = readFileSync(new URL('../../CONTRIBUTING.md', import.meta.url), 'utf8');

it.each(['attributes', 'cms', 'tokens'] as const)('has the table of %s as it is: npm run docs', (name) => {
  expect(written(name)).toBe(made[name]);
});

it('has the sizes to half a kilobyte: npm run docs', () => {
  const numbers = (table = '') => [...table.matchAll(/ (\d+\.\d) \|$/gm)].map(([, number]) => Number(number));
  const [says, is] = [numbers(written('sizes')), numbers(made.sizes)];
  expect(says).toHaveLength(is.length);
  expect(is).toHaveLength(6);
  for (const [index, size] of is.entries()) expect(Math.abs(size - says[index]!), made.sizes).toBeLessThanOrEqual(0.5);
});

it('says what the script weighs, in the text too', () => {
  const [, said] = /(\d+) kB brotli with Lit/.exec(readme) ?? [];
  expect(Math.abs(Number(said) - sizesOf('provision-embed.js').brotli / 1000)).toBeLessThanOrEqual(1);
});

it('gives each quotation the hash of a wording that the sample feed has', async () => {
  const wordings = sample.items.flatMap(({ _provision: { clauses, changes = [] } }) => [
    ...clauses.map(({ text }) => text),
    ...(changes as { from?: { text: string }; to?: { text: string } }[]).flatMap(({ from, to }) => [
      from?.text,
      to?.text,
    ]),
  ]);
  const known = new Set(await Promise.all(wordings.map((text) => sha256Hex(text ?? ''))));
  const demo = readFileSync(new URL('../../demo/index.html', import.meta.url), 'utf8');
  for (const text of [readme, demo]) {
    const quotations = [...text.matchAll(/<blockquote\s[^>]*cite="https:\/\/clausewatch[^>]*>/g)].map(([tag]) => tag);
    expect(quotations.length).toBeGreaterThan(3);
    for (const tag of quotations.filter((one) => !one.includes('v-bind'))) {
      expect(known, tag).toContain(/data-sha256="(\w+)"/.exec(tag)?.[1]);
    }
  }
});

it('names every entry of the package', () => {
  const told = readme.slice(readme.indexOf('| entry |'), readme.indexOf('Everything may be imported'));
  const names = Object.entries(us.exports).flatMap(([name, target]) =>
    target === null || name === './package.json' ? [] : [name],
  );
  const missing = names.filter((name) => !told.includes(`\`${name.replace(/\*.*/, '')}`));
  expect(missing).toEqual([]);
});

it('counts languages and presets as they are', () => {
  const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
  expect(readme).toContain(`${words[themes.length - 1]!.replace(/^./, (first) => first.toUpperCase())} presets`);
  for (const { name } of themes) expect(readme).toContain(`\`${name}\``);
  const named = /come in (.*?), by the/s.exec(readme)?.[1]?.split(/, | and /) ?? [];
  expect(named).toHaveLength(Object.keys(languages).length + 1);
});

it('leads to files and headings that are there', () => {
  const links = [...readme.matchAll(/\]\(([^)#:]+|#[^)]+)\)/g)].map(([, link = '']) => link);
  const anchors = [...readme.matchAll(/^#+ (.+)$/gm)].map(
    ([, title = '']) => `#${title.toLowerCase().replaceAll(' ', '-')}`,
  );
  const lost = links.filter((link) =>
    link.startsWith('#') ? !anchors.includes(link) : !existsSync(new URL(`../../${link}`, import.meta.url)),
  );
  expect(links.length).toBeGreaterThan(8);
  expect(lost).toEqual([]);
});

it('types no command that package.json has not', () => {
  const named = [...readme.matchAll(/npm (?:run )?(start|test|storybook|release|docs|api)\b/g)].map(
    ([, name = '']) => name,
  );
  expect(named).toContain('release');
  expect(named.filter((name) => !(name in us.scripts))).toEqual([]);
});

it('says in CONTRIBUTING.md of each dependency what it is for', () => {
  const table = contributing.slice(contributing.indexOf('## Dependencies'));
  const named = (name: string) => new RegExp(`(?<![\\w@/-])${name.replace(/[/.]/g, '\\$&')}(?![\\w/-])`).test(table);
  const all = Object.keys({ ...us.dependencies, ...us.devDependencies });
  expect(all.filter((name) => !named(name))).toEqual([]);
});
