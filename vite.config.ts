import { defineConfig } from 'vite';
import { buildId } from './scripts/build/build-id.mjs';
import { classicScript } from './scripts/build/classic-script.mjs';
import { compileLocales } from './scripts/build/locales/compile-locales.mjs';
import { minifyLiterals } from './scripts/build/minify-literals.mjs';
import us from './package.json' with { type: 'json' };

compileLocales();

/**
 * The folder in which this build is published. The script loads its chunks from there when it cannot read its own address. `npm run release -- --base`
 * sets it for another server.
 */
const base = process.env['PROVISION_BASE'] ?? `https://cdn.jsdelivr.net/npm/${us.name}@${us.version}/dist/`;

const banner = `/*! ${us.name} ${us.version} | ${us.license} | others' licences: LICENSES.txt */`;

/**
 * Makes V8 (Chromium 136) compile the script's functions in another thread while the script loads, because the first card needs most of them.
 * Saves a tenth of the main thread's work for one card.
 */
const compileHint = '\n//# allFunctionsCalledOnLoad';

/** Builds the file of the script tag, `dist/provision-embed.js`, and its lazy chunks. The npm modules are `tsc`'s. */
export default defineConfig({
  publicDir: false,
  // Not by NODE_ENV: a test run that builds must not get Lit's development build.
  resolve: { conditions: ['module', 'browser', 'production'] },
  plugins: [minifyLiterals(), classicScript(new URL(base.replace(/\/?$/, '/')).href)],
  build: {
    // A browser too old to parse this leaves the page's own HTML as it is, which is what it is there for. An older
    // target would cost every reader a WeakMap behind each private field.
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false, // tsc's modules are there too
    sourcemap: true,
    modulePreload: false,
    reportCompressedSize: false,
    // Markdown with the licence of each package that the script contains.
    license: { fileName: 'LICENSES.txt' },
    lib: { entry: 'src/embed.ts', formats: ['es'], fileName: () => 'provision-embed.js' },
    rolldownOptions: {
      // The script exports nothing to the page; what its chunks share with it is exported to them only.
      preserveEntrySignatures: false,
      experimental: { nativeMagicString: true },
      checks: { bundlerTimings: false },
      output: {
        // One id for all chunks, because the script names thirty of them and a hash does not compress.
        chunkFileNames: `chunks/[name]-${buildId()}.js`,
        // Put all modules that the entry needs at its start into the entry, because Rolldown at times makes chunks of modules that
        // the entry shares with lazy code.
        codeSplitting: { groups: [{ name: 'initial', tags: ['$initial'] }] },
        minify: true,
        comments: false,
        // Added after the minifier, which removes comments.
        postBanner: ({ isEntry }) => banner + (isEntry ? compileHint : ''),
      },
    },
  },
});
