// @ts-check
/**
 * What the script tag and its chunks cost a reader, as a CDN serves them. `size-budgets.json` has what each may have, and a test
 * holds the build to it: a file without a budget fails, and so does a budget without its file.
 *
 *     npm run size              the table
 *     npm run size -- --write   budgets anew: what each file has now, and 1 % more
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { isMain, root } from './run.mjs';

const budgetsFile = join(root, 'test/package/size-budgets.json');

/** Bytes after brotli 11, by the file's name without the build's id. The script's aim is 10,000. @type {Record<string, number>} */
export const budgets = JSON.parse(readFileSync(budgetsFile, 'utf8'));

/** A script that lost its elements to tree shaking is no good either. */
export const leastScript = 5_000;

/**
 * @param {string} file  below `dist`
 * @returns {{ file: string, raw: number, gzip: number, brotli: number }}
 */
export function sizesOf(file) {
  const bytes = readFileSync(join(root, 'dist', file));
  // Brotli's default quality is 11, the highest.
  return {
    file,
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  };
}

/** The script and its chunks, each under the name that its budget has. */
export function builtSizes() {
  const chunks = readdirSync(join(root, 'dist/chunks')).filter((name) => name.endsWith('.js'));
  return ['provision-embed.js', ...chunks.map((name) => `chunks/${name}`)].map((file) => ({
    ...sizesOf(file),
    name: file.replace(/-[\da-f]{8}\.js$/, '.js'),
  }));
}

if (isMain(import.meta.url)) {
  const sizes = builtSizes();
  if (process.argv.includes('--write')) {
    const entries = sizes.map(({ name, brotli }) => [name, Math.floor(brotli * 1.01)]);
    writeFileSync(budgetsFile, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
  } else {
    console.table(sizes.map(({ name, raw, gzip, brotli }) => ({ name, raw, gzip, brotli, budget: budgets[name] })));
  }
}
