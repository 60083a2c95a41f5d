/** Keeps README.md true: every test file and every title that it names exists. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const rows = read('README.md')
  .split('\n')
  .filter((line) => /^\| [^-]/.test(line))
  .slice(1)
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .map(([bar = '', , tests = '']): [string, string] => [bar, tests]);

it.each(rows)('names existing tests for: %s', (_, tests) => {
  const named = [...tests.matchAll(/`([^`]+)`((?:,? ?“[^”]+”)*)/g)];
  expect(named.length).toBeGreaterThan(0);
  for (const [, file = '', titles = ''] of named) {
    const code = read(file);
    for (const [, title = ''] of titles.matchAll(/“([^”]+)”/g)) expect(code).toContain(`'${title}'`);
  }
});
