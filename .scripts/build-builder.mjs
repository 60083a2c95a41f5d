// @ts-check
/** The demo's embed builder, and the publishing kit as one module for the demo's server; into `demo/builder/dist`. */
import { join } from 'node:path';
import { build } from 'vite';
import { isStale } from './freshness.mjs';
import { root } from './run.mjs';

const folder = 'demo/builder';

export async function buildBuilder() {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      target: 'es2022',
      outDir: join(folder, 'dist'),
      sourcemap: true,
      modulePreload: false,
      reportCompressedSize: false,
      lib: {
        entry: { builder: join(folder, 'main.ts'), kit: join(folder, 'kit.ts') },
        formats: ['es'],
        fileName: (_, name) => `${name}.js`,
      },
      rolldownOptions: { output: { minify: true, chunkFileNames: '[name].js' } },
    },
  });
}

export async function buildBuilderIfStale() {
  if (isStale(join(folder, 'dist/builder.js'), ['src', '.scripts', folder])) await buildBuilder();
}
