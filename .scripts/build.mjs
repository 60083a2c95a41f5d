// @ts-check
/**
 * The whole of `dist`: modules for npm, the script tag's file, the JSON Schema, the custom elements manifest and what is generated from it;
 * and the demo's builder.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeEditorData } from './editor-data.mjs';
import { ensureDependencies } from './ensure.mjs';
import { writeFrameworkTypes } from './framework-types.mjs';
import { isStale } from './freshness.mjs';
import { bin, isMain, root, run } from './run.mjs';

/** @returns {Promise<boolean>} whether it ended well */
export async function build() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  // `ensureDependencies` may have installed the parser only now.
  const { compileLocales } = await import('./compile-locales.mjs');
  compileLocales();
  for (const project of ['tsconfig.build.json', 'tsconfig.cli.json']) {
    if (!(await run(bin.tsc, ['-p', project]))) return false;
  }
  // What follows needs what `ensureDependencies` may only just have installed.
  const { minifyModules } = await import('./minify-literals.mjs');
  const { buildScript } = await import('./build-script.mjs');
  const { buildBuilder } = await import('./build-builder.mjs');
  try {
    await minifyModules();
    await buildScript();
    await buildBuilder();
  } catch (error) {
    console.error(error);
    return false;
  }
  if (!(await run(bin.manifest, ['analyze', '--quiet']))) return false;
  writeFrameworkTypes();
  writeEditorData();
  return true;
}

/** What is written last: where it is new, all is. */
const last = 'dist/vscode.css-custom-data.json';

export async function buildIfStale() {
  if (isStale(last) && !(await build())) throw new Error('The build failed.');
}

if (isMain(import.meta.url)) {
  ensureDependencies();
  process.exitCode = (await build()) ? 0 : 1;
}
