/** Keeps the list of threats true: every file and every title that it names exists. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
const rows = readme.split('\n').filter((line) => /^\| (?!threat)/.test(line));

/** Parses the tests that a row names: `file.test.ts` "title", "another". */
function named(row: string): [file: string, titles: string[]][] {
  return [...row.matchAll(/`([^`\s]+\.test\.ts)`((?:,? "[^"]+")+)/g)].map(([, file = '', titles = '']) => [
    file,
    [...titles.matchAll(/"([^"]+)"/g)].map(([, title = '']) => title),
  ]);
}

describe('the README of hostile tests', () => {
  it('names a test for every threat', () => {
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter((row) => !named(row).length)).toEqual([]);
    // `named` parses every mention of a file.
    for (const row of rows) expect(row.match(/\.test\.ts`/g)).toHaveLength(named(row).length);
  });

  it.each(rows.map((row) => [row.split('|')[1]!.trim(), row]))(
    'names existing files and titles for the threat: %s',
    (_, row) => {
      for (const [file, titles] of named(row)) {
        const text = readFileSync(new URL(file, import.meta.url), 'utf8');
        for (const title of titles) expect(text, `${file} "${title}"`).toContain(title);
      }
    },
  );
});
