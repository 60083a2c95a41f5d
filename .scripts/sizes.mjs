// @ts-check
/**
 * What the script tag and its chunks cost a reader, as a CDN serves them, and what each entry of the npm package adds to a
 * newspaper's own bundle. `size-budgets.json` has what each may have, and a test holds the build to it: a file without a budget
 * fails, and so does a budget without its file.
 *
 *     npm run size              the table
 *     npm run size -- --write   budgets anew: what each file has now, 1 % more, and what the build's id may cost
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { isMain, root } from './run.mjs';

const budgetsFile = join(root, 'test/package/size-budgets.json');

/** Bytes after brotli 11, by the file's name without the build's id. The script's aim is 10,000. @type {Record<string, number>} */
export const budgets = JSON.parse(readFileSync(budgetsFile, 'utf8'));

/** Bytes. The build's id is another after every change, and one compresses better than the next. */
const idNoise = 24;

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

/** The entries of the package that a page's bundle may have. */
function entries() {
  const elements = readdirSync(join(root, 'dist/define')).filter((file) => /^provision-\w+\.js$/.test(file));
  return ['index.js', 'define.js', ...elements.map((file) => `define/${file}`), 'feed/index.js'];
}

/**
 * What a bundler makes of each entry, Lit excluded: what is there from the start, without the chunks that come later.
 * @returns {Promise<{ name: string, raw: number, gzip: number, brotli: number }[]>}
 */
export async function entrySizes() {
  const sizes = [];
  for (const entry of entries()) {
    const built = await build({
      root,
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      build: {
        write: false,
        minify: true,
        target: 'es2022',
        lib: { entry: join(root, 'dist', entry), formats: ['es'], fileName: 'entry' },
        rolldownOptions: { external: /^lit(?:\/|$)/, preserveEntrySignatures: 'strict' },
      },
    });
    if (!Array.isArray(built)) throw new Error(`${entry} was watched`);
    const chunks = built.flatMap(({ output }) => output).filter((output) => output.type === 'chunk');
    const needed = new Set(chunks.filter(({ isEntry }) => isEntry));
    // Grows as it is gone through.
    for (const { imports } of needed)
      for (const chunk of chunks) if (imports.includes(chunk.fileName)) needed.add(chunk);
    const code = Buffer.from([...needed].map(({ code }) => code).join('\n'));
    sizes.push({
      name: `npm: ${entry}`,
      raw: code.length,
      gzip: gzipSync(code, { level: 9 }).length,
      brotli: brotliCompressSync(code).length,
    });
  }
  return sizes;
}

if (isMain(import.meta.url)) {
  const sizes = [...builtSizes(), ...(await entrySizes())];
  if (process.argv.includes('--write')) {
    const entries = sizes.map(({ name, brotli }) => [name, Math.floor(brotli * 1.01) + idNoise]);
    writeFileSync(budgetsFile, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
  } else {
    console.table(sizes.map(({ name, raw, gzip, brotli }) => ({ name, raw, gzip, brotli, budget: budgets[name] })));
  }
}
