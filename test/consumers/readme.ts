import { readFileSync } from 'node:fs';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** What README.md says belongs into a file: the code blocks that name one, by that name. */
export const files: ReadonlyMap<string, string> = new Map(
  [...readme.matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms)].map(([, name = '', code = '']) => [name, code]),
);

/** What it says is to be typed, line by line. */
export const commands: readonly string[] = [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, lines = '']) =>
  lines
    .split('\n')
    .map((line) => line.replace(/\s+#.*/, '').trim())
    .filter((line) => line !== ''),
);

/** One of the files, as it is to be copied. */
export function fileOf(name: string): string {
  const code = files.get(name);
  if (code === undefined) throw new Error(`README.md has no block for ${name}: it has ${[...files.keys()].join(', ')}`);
  return code;
}
