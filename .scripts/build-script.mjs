// @ts-check
/** The fast part of the build: the file of the script tag, its chunks, the themes, their hashes, and the JSON Schema. `npm start` and page tests need no more. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, runnerImport } from 'vite';
import { isStale } from './freshness.mjs';
import { writeIntegrity } from './integrity.mjs';
import { root } from './run.mjs';
import { withFallback } from './theme-fallback.mjs';

const dist = join(root, 'dist');
const plain = /** @type {const} */ ({ root, configFile: false, logLevel: 'warn' });

export async function buildScript() {
  // Chunks are named by their content: those of an earlier build would stay beside the new ones.
  rmSync(join(dist, 'chunks'), { recursive: true, force: true });
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  await writeSchema();
  await copyThemes();
  writeIntegrity();
}

export async function buildScriptIfStale() {
  if (isStale('dist/provision-embed.js')) await buildScript();
}

async function writeSchema() {
  /** @type {{ module: typeof import('../src/feed/json-schema.js') }} */
  const { module } = await runnerImport(join(root, 'src/feed/json-schema.ts'), plain);
  writeJson('feed.schema.json', module.feedJsonSchema());
}

/** The presets, with their colours for older browsers, beside the script, and the list of them for pages that have no bundler. */
async function copyThemes() {
  /** @type {{ module: typeof import('../src/themes/index.js') }} */
  const { module } = await runnerImport(join(root, 'src/themes/index.ts'), plain);
  for (const { name } of module.themes) {
    mkdirSync(join(dist, 'themes'), { recursive: true });
    writeFileSync(
      join(dist, `themes/${name}.css`),
      withFallback(readFileSync(join(root, `src/themes/${name}.css`), 'utf8')),
    );
  }
  writeJson('themes/index.json', module.themes);
}

/**
 * @param {string} file  below `dist`
 * @param {unknown} value
 */
function writeJson(file, value) {
  mkdirSync(dirname(join(dist, file)), { recursive: true });
  writeFileSync(join(dist, file), `${JSON.stringify(value, null, 2)}\n`);
}
