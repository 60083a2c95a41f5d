import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Builds the embed builder, and the publishing kit as one module for the demo's server, into `demo/builder/dist`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  build: {
    target: 'es2022',
    sourcemap: true,
    modulePreload: false,
    reportCompressedSize: false,
    lib: {
      entry: { builder: 'main.ts', kit: 'kit.ts' },
      formats: ['es'],
      fileName: (_, name) => `${name}.js`,
    },
    rolldownOptions: { output: { minify: true, chunkFileNames: '[name].js' } },
  },
});
