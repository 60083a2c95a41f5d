// @ts-check
/** The fast part of the build: the file of the script tag, its chunks, and the JSON Schema. `npm start` and page tests need no more. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, runnerImport } from 'vite';
import { isStale } from './freshness.mjs';
import { root } from './run.mjs';

const dist = join(root, 'dist');

export async function buildScript() {
  // Chunks are named by their content: those of an earlier build would stay beside the new ones.
  rmSync(join(dist, 'chunks'), { recursive: true, force: true });
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  await writeSchema();
}

export async function buildScriptIfStale() {
  if (isStale('dist/provision-embed.js')) await buildScript();
}

async function writeSchema() {
  /** @type {{ module: typeof import('../src/feed/json-schema.js') }} */
  const { module } = await runnerImport(join(root, 'src/feed/json-schema.ts'), {
    root,
    configFile: false,
    logLevel: 'warn',
  });
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, 'feed.schema.json'), `${JSON.stringify(module.feedJsonSchema(), null, 2)}\n`);
}
