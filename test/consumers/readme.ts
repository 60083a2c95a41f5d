import { readFileSync } from 'node:fs';

/** The pages whose code blocks are copied into projects. */
const pages = ['README.md', 'docs/frameworks.md'];
const readme = pages.map((page) => readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8')).join('\n');

/** The code blocks of those pages that name a file, by that name. */
export const files: ReadonlyMap<string, string> = new Map(
  [...readme.matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms)].map(([, name = '', code = '']) => [name, code]),
);

/** The commands of those pages, line by line. */
export const commands: readonly string[] = [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, lines = '']) =>
  lines
    .split('\n')
    .map((line) => line.replace(/\s+#.*/, '').trim())
    .filter((line) => line !== ''),
);

/** One of the files, as it is to be copied. */
export function fileOf(name: string): string {
  const code = files.get(name);
  if (code === undefined)
    throw new Error(`${pages.join(', ')}: no block for ${name} among ${[...files.keys()].join(', ')}`);
  return code;
}
