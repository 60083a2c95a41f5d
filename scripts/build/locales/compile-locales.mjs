// @ts-check
/**
 * `npm run locales`: compiles `src/i18n/locales/<tag>.json` (ICU MessageFormat) into the TypeScript modules that `src` imports. docs/translating.md
 * describes the files. `-- --new sv` writes a file with the English texts, for a translator to start from.
 *
 * The generated files are not in Git. Everything that needs them calls `compileLocales` first.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { isMain, root } from '../../run.mjs';
import { textsOf } from './catalogue.mjs';
import { checkTag, compile } from './compile.mjs';

const i18n = join(root, 'src/i18n');

/** Compiles the files of `<folder>/locales`, and removes the modules of languages whose file is gone. Returns the paths of changed files. */
export function compileLocales(folder = i18n) {
  const locales = join(folder, 'locales');
  const names = readdirSync(locales).filter((file) => file.endsWith('.json'));
  const sources = names.map((file) => [basename(file, '.json'), readFileSync(join(locales, file), 'utf8')]);
  const files = compile(Object.fromEntries(sources));
  for (const file of readdirSync(locales)) {
    if (file.endsWith('.ts') && !(`locales/${file}` in files)) rmSync(join(locales, file));
  }
  return Object.keys(files).filter((path) => writeIfChanged(join(folder, path), files[path] ?? ''));
}

/** Writes `<tag>.json` with the English texts, and returns its path. @param {string} tag */
export function startLocale(tag, folder = i18n) {
  checkTag(tag);
  const file = join(folder, 'locales', `${tag}.json`);
  const catalogue = JSON.parse(readFileSync(join(folder, 'locales/en.json'), 'utf8'));
  writeFileSync(file, `${JSON.stringify(textsOf(catalogue), null, 2)}\n`, { flag: 'wx' });
  return file;
}

/**
 * Leaves an equal file as it is, because a new time would make other tools build again. Replaces a file as a whole, because another process
 * may read it at the same time.
 * @type {(file: string, text: string) => boolean}
 */
function writeIfChanged(file, text) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
  return true;
}

if (isMain(import.meta.url)) {
  try {
    const [option, tag = ''] = process.argv.slice(2);
    if (option === '--new') console.log(`Wrote ${relative(root, startLocale(tag))}: translate its texts.`);
    console.log(`All languages are complete. ${compileLocales().length} file(s) written.`);
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    process.exitCode = 1;
  }
}
