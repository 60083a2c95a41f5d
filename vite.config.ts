import { defineConfig } from 'vite';
import { buildId } from './.scripts/build-id.mjs';
import { publishedBase } from './.scripts/published-base.mjs';
import { classicScript } from './.scripts/classic-script.mjs';
import { compileLocales } from './.scripts/compile-locales.mjs';
import { licences } from './.scripts/licences.mjs';
import { minifyLiterals } from './.scripts/minify-literals.mjs';
import { terse } from './.scripts/terse.mjs';
import { privateLit } from './.scripts/private-lit.mjs';
import { trimLit } from './.scripts/trim-lit.mjs';
import us from './package.json' with { type: 'json' };

compileLocales();

/** Builds the file of the script tag, `dist/provision-embed.js`, and its lazy chunks. The npm modules are `tsc`'s. */
export default defineConfig({
  publicDir: false,
  // Not by NODE_ENV: a test run that builds must not get Lit's development build.
  resolve: { conditions: ['module', 'browser', 'production'] },
  plugins: [trimLit(), privateLit(), minifyLiterals(), classicScript(publishedBase()), licences(us), terse()],
  build: {
    // A browser too old to parse this leaves the page's own HTML as it is, which is what it is there for. An older
    // target would cost every reader a WeakMap behind each private field.
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false, // tsc's modules are there too
    sourcemap: true,
    modulePreload: false,
    reportCompressedSize: false,
    lib: { entry: 'src/embed.ts', formats: ['es'], fileName: () => 'provision-embed.js' },
    rolldownOptions: {
      // The script exports nothing to the page; what its chunks share with it is exported to them only.
      preserveEntrySignatures: false,
      experimental: { nativeMagicString: true },
      checks: { bundlerTimings: false },
      output: {
        // One for all: the script names thirty chunks, and a hash is what no compression makes shorter.
        chunkFileNames: `chunks/[name]-${buildId()}.js`,
        // What the entry needs at its start is one group, and goes into it whole: left to itself, Rolldown at times makes chunks
        // of what the entry shares with the others.
        codeSplitting: { groups: [{ name: 'initial', tags: ['$initial'] }] },
        minify: true,
        comments: false,
      },
    },
  },
});
