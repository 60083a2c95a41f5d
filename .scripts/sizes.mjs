// @ts-check
/** What the script tag costs a reader, as a CDN serves it. The budgets are here, and a test holds the build to them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { isMain, root } from './run.mjs';

/** Bytes of `dist/provision-embed.js` after brotli 11: what it has now, so that it only shrinks; 10,000 is the aim. One that lost its elements to tree shaking is no good either. */
export const scriptBudget = { min: 5_000, max: 16_900 };

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

if (isMain(import.meta.url)) {
  const chunks = readdirSync(join(root, 'dist/chunks')).filter((name) => name.endsWith('.js'));
  console.table(['provision-embed.js', ...chunks.map((name) => `chunks/${name}`)].map(sizesOf));
  console.log(`Budget of provision-embed.js: ${scriptBudget.max} bytes (brotli)`);
}
