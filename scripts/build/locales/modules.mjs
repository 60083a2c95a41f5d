// @ts-check
/** Generates the modules with the messages of a language, and the lists of languages. */
import { sections } from './catalogue.mjs';
import { header, objectLiteral, stringLiteral } from './typescript.mjs';

/**
 * Returns a module for each section in English. Other languages have three: `card` for the first render, `-more` for what is loaded later, and
 * `-page` for published pages.
 * @type {(tag: string, code: Record<string, any>) => Record<string, string>}
 */
export function localeFiles(tag, { card, embed = {}, page = {}, ...more }) {
  /** @type {(type: string, file: string, name: string, code: import('./typescript.mjs').Code) => string} */
  const module = (type, file, name, code) => {
    const head = `${header(`${tag}.json`)}import type { ${type} } from '../${file}.js';\n\n`;
    return `${head}export const ${name}: ${type} = ${objectLiteral(code)};\n`;
  };
  const first = { locale: stringLiteral(tag), ...card };
  if (tag !== 'en') {
    const loadMore = `\nexport const loadMore = () => import('./${tag}-more.js');\n`;
    return {
      [`locales/${tag}.ts`]: module('Messages', 'messages', 'messages', first) + loadMore,
      [`locales/${tag}-more.ts`]: module('MoreMessages', 'more-messages', 'more', more),
      [`locales/${tag}-page.ts`]: module('PublishedMessages', 'more-messages', 'page', { embed, page }),
    };
  }
  const comment = '/** Under the name that the other languages export, for pages that import a language. */';
  const parts = Object.entries({ embed, page, ...more }).map(([section, messages]) => {
    const { type, file, english } = sections[/** @type {keyof typeof sections} */ (section)];
    return [`locales/en-${section}.ts`, module(type, file, english, messages)];
  });
  const en = `${module('Messages', 'messages', 'en', first)}\n${comment}\nexport { en as messages };\n`;
  return { 'locales/en.ts': en, ...Object.fromEntries(parts) };
}

/**
 * Returns the lists of languages, in files of their own, because a bundler makes a chunk of each `import()` that it finds, used or not.
 * @type {(tags: readonly string[]) => Record<string, string>}
 */
export function listFiles(tags) {
  const others = tags.filter((tag) => tag !== 'en');
  const list = ['en', ...others].map((tag) => `  '${tag}',\n`).join('');
  const loaders = (end = '') => {
    const entries = others.map((tag) => [tag.split('-')[0], `() => import('./locales/${tag}${end}.js')`]);
    return objectLiteral(Object.fromEntries(entries));
  };
  const head = `${header('the names of the files in locales/')}\n`;
  return {
    'locale-loaders.ts': `${head}/** The languages besides English, by the first part of a language tag. */\nexport const localeLoaders = ${loaders()};\n`,
    'published-loaders.ts': `${head}/** Messages of published pages and snippets in the languages besides English. */\nexport const publishedLoaders = ${loaders('-page')};\n`,
    'language-tags.ts': `${head}/** The languages that we have messages in, as BCP 47 tags, each in the script that its messages are written in. */\nexport const languageTags = [\n${list}] as const;\n`,
  };
}
