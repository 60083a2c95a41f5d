// @ts-check
/** What each element costs a page that has a bundler and imports it alone, Lit and all: what comes before its first paint. */
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { root } from './run.mjs';

/**
 * @param {string} tag
 * @returns {Promise<number>} bytes after brotli 11
 */
export async function elementSize(tag) {
  const entry = '\0entry';
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    mode: 'production',
    // Not by NODE_ENV: a test run would get Lit's development build.
    resolve: { conditions: ['module', 'browser', 'production'] },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? `import 'provision-embed/define/${tag}';` : undefined),
      },
    ],
    build: { write: false, modulePreload: false, rolldownOptions: { input: entry, output: { comments: false } } },
  });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const chunks = new Map(outputs.flatMap((output) => (output.type === 'chunk' ? [[output.fileName, output]] : [])));
  const first = [...chunks.values()].find(({ isEntry }) => isEntry);
  // The entry, and whatever it cannot start without.
  const needed = new Set(first ? [first.fileName] : []);
  for (const name of needed) for (const other of chunks.get(name)?.imports ?? []) needed.add(other);
  return [...needed].reduce((sum, name) => sum + brotliCompressSync(chunks.get(name)?.code ?? '').length, 0);
}
