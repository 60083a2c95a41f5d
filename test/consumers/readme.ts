import { readFileSync } from 'node:fs';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The code blocks of README.md that name a file, by that name. */
export const files: ReadonlyMap<string, string> = new Map(
  [...readme.matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms)].map(([, name = '', code = '']) => [name, code]),
);

/** The shell commands of README.md, line by line. */
export const commands: readonly string[] = [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, lines = '']) =>
  lines
    .split('\n')
    .map((line) => line.replace(/\s+#.*/, '').trim())
    .filter((line) => line !== ''),
);

/** A file as README.md prints it. */
export function fileOf(name: string): string {
  const code = files.get(name);
  if (code === undefined) throw new Error(`README.md has no block for ${name}: it has ${[...files.keys()].join(', ')}`);
  return code;
}
