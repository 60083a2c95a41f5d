// @ts-check
/**
 * Measures what the script tag and its chunks cost a reader, as a CDN serves them, and what each entry of the npm package adds to a newspaper's
 * own bundle. `size-budgets.json` has a budget for each, and a test fails where one is exceeded, missing or left over.
 *
 *     npm run size              prints the table
 *     npm run size -- --write   sets each budget to the present size, plus 1 % and the noise of the build's id
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { isMain, root } from '../../scripts/run.mjs';

const budgetsFile = join(root, 'test/package/size-budgets.json');

/** Bytes after brotli 11, by the file's name without the build's id. The script's aim is 10,000. @type {Record<string, number>} */
export const budgets = JSON.parse(readFileSync(budgetsFile, 'utf8'));

/** Bytes. The build's id changes with every source, and some ids compress better than others. */
const idNoise = 24;

/** Bytes. A script that lost its elements to tree shaking would be smaller. */
export const leastScript = 5_000;

/** @typedef {{ raw: number, gzip: number, brotli: number }} Sizes */

/** @param {Uint8Array} bytes @returns {Sizes} */
const measure = (bytes) => ({
  raw: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes).length, // Node's default quality is 11, the highest
});

/** @param {string} file  below `dist` */
export const sizesOf = (file) => measure(readFileSync(join(root, 'dist', file)));

/** Measures the script and its chunks, each under the name of its budget. */
export function builtSizes() {
  const chunks = readdirSync(join(root, 'dist/chunks')).filter((name) => name.endsWith('.js'));
  return ['provision-embed.js', ...chunks.map((name) => `chunks/${name}`)].map((file) => ({
    name: file.replace(/-[\da-f]{8}\.js$/, '.js'),
    ...sizesOf(file),
  }));
}

/** Measures what a bundler makes of each entry that a page's bundle may have, without Lit. */
export async function entrySizes() {
  const elements = readdirSync(join(root, 'dist/define')).filter((file) => /^provision-\w+\.js$/.test(file));
  const sizes = [];
  for (const entry of ['index.js', 'define.js', ...elements.map((file) => `define/${file}`), 'feed/index.js']) {
    const code = `export * from ${JSON.stringify(join(root, 'dist', entry))};`;
    sizes.push({ name: `npm: ${entry}`, ...measure(await firstLoad(code, /^lit(?:\/|$)/)) });
  }
  return sizes;
}

/**
 * Measures what an element costs a page that has a bundler and imports it alone, with Lit.
 * @param {string} tag
 * @returns {Promise<number>} bytes after brotli 11
 */
export const elementSize = async (tag) => measure(await firstLoad(`import 'provision-embed/define/${tag}';`)).brotli;

/**
 * Bundles a module, and returns the code that a page loads at its start: the entry's chunk and the chunks that it imports statically.
 * @param {string} code
 * @param {RegExp} [external]
 */
async function firstLoad(code, external) {
  const entry = '\0entry';
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    publicDir: false,
    // Not by NODE_ENV: a test run would get Lit's development build.
    resolve: { conditions: ['module', 'browser', 'production'] },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? code : undefined),
      },
    ],
    build: {
      write: false,
      modulePreload: false,
      target: 'es2022',
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        output: { comments: false },
        ...(external && { external }),
      },
    },
  });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const chunks = outputs.filter((output) => output.type === 'chunk');
  const needed = new Set(chunks.filter(({ isEntry }) => isEntry));
  // The set grows while the loop runs.
  for (const { imports } of needed) for (const one of chunks) if (imports.includes(one.fileName)) needed.add(one);
  return Buffer.from([...needed].map((chunk) => chunk.code).join('\n'));
}

if (isMain(import.meta.url)) {
  const sizes = [...builtSizes(), ...(await entrySizes())];
  if (process.argv.includes('--write')) {
    const entries = sizes.map(({ name, brotli }) => [name, Math.floor(brotli * 1.01) + idNoise]);
    writeFileSync(budgetsFile, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
  } else {
    console.table(sizes.map((size) => ({ ...size, budget: budgets[size.name] })));
  }
}
