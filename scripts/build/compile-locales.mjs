// @ts-check
/**
 * `npm run locales`: compiles `src/i18n/locales/<tag>.json` (ICU MessageFormat) into the TypeScript modules that `src` imports. docs/translating.md
 * describes the files. `en.json` defines the messages, their arguments and their descriptions; the types are generated from it.
 *
 * The generated files are not in Git. Everything that needs them calls `compileLocales` first; equal files are not written again, so
 * their times stay and nothing is built again. `-- --new sv` writes a file with the English texts, for a translator to start from.
 *
 * This file imports nothing of ours and finds the project's root by itself.
 */
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {import('@formatjs/icu-messageformat-parser').MessageFormatElement} Element */
/** @typedef {'text' | 'number' | 'boolean' | 'text?' | 'number?'} Kind  a question mark: the argument may be missing */
/** @typedef {Readonly<Record<string, Kind>>} Arguments  in the order of the function's parameters */
/** @typedef {{ message: string, args: Arguments, description?: string }} Message */
/** @typedef {{ [name: string]: Message | Table }} Table  of the parsed files; descriptions of groups are in `groupDescriptions` */
/** @typedef {{ [name: string]: string | Texts }} Texts */
/** @typedef {(problem: string) => void} Report */

/**
 * The sections of a file. Each is a TypeScript interface, and a module of its own in English, because English comes with the code that
 * shows it. Other languages have three modules: `card` for the first render, `-more` for what is loaded later, `-page` for published pages.
 */
const sections = /** @type {const} */ ({
  card: { type: 'Messages', file: 'messages', english: 'en' },
  record: { type: 'RecordMessages', file: 'record-messages', english: 'enRecord' },
  tools: { type: 'ToolMessages', file: 'tool-messages', english: 'enTools' },
  comparison: { type: 'ComparisonMessages', file: 'comparison-messages', english: 'enComparison' },
  changes: { type: 'ChangeMessages', file: 'change-messages', english: 'enChanges' },
  embed: { type: 'EmbedMessages', file: 'embed-messages', english: 'enEmbed' },
  page: { type: 'PageMessages', file: 'page-messages', english: 'enPage' },
});
/** @typedef {keyof typeof sections} Section */
const sectionNames = /** @type {Section[]} */ (Object.keys(sections));
/** @satisfies {Section[]} */
const moreSections = /** @type {const} */ (['record', 'tools', 'comparison', 'changes']);
/** @satisfies {Section[]} */
const pageSections = /** @type {const} */ (['embed', 'page']);

/**
 * Groups with one message for each value of a type of ours. TypeScript then reports a value without a message, and code may look
 * messages up by the value.
 * @type {Readonly<Record<string, { key: string, from: string, partial?: boolean }>>}
 */
const keyedGroups = {
  'tools.citationForms': { key: 'CitationFormId', from: '../provision/citations/index.js' },
  'tools.reasons': { key: 'UncheckedReason', from: '../provision/evidence.js' },
  'changes.natures': { key: 'ChangeNature', from: '../provision/changes/change-kinds.js' },
  'changes.quiet': { key: 'ChangeNature', from: '../provision/changes/change-kinds.js', partial: true },
  'changes.sincePublished': { key: 'DifferenceKind', from: '../provision/changes/difference.js' },
  'changes.sinceOpened': { key: 'DifferenceKind', from: '../provision/changes/difference.js' },
};

/** Messages that begin or end with a space on purpose: text follows them, or comes before them. */
const spaced = new Set(['card.colon']);

const kinds = new Set(['text', 'number', 'boolean', 'text?', 'number?']);

/** The parser reports codes. */
const syntaxErrors = new Map([
  ['EXPECT_ARGUMENT_CLOSING_BRACE', 'an argument is not closed; a “}” is missing'],
  ['UNCLOSED_TAG', 'a tag is not closed'],
  ['EMPTY_ARGUMENT', 'the name of the argument is missing between “{” and “}”'],
  ['MALFORMED_ARGUMENT', 'this is not an argument; write {name}, {name, plural, …} or {name, select, …}'],
  ['EXPECT_ARGUMENT_TYPE', '“plural” or “select” is missing after the comma'],
  ['INVALID_ARGUMENT_TYPE', 'an argument has “plural” or “select” after its name, or nothing'],
  ['EXPECT_SELECT_ARGUMENT_OPTIONS', 'the forms are missing after “plural” or “select”'],
  ['EXPECT_SELECT_ARGUMENT_SELECTOR', 'the name of a form is missing'],
  ['EXPECT_PLURAL_ARGUMENT_SELECTOR', 'the name of a plural form is missing'],
  [
    'EXPECT_SELECT_ARGUMENT_SELECTOR_FRAGMENT',
    'the text of a form is missing; write it in braces after the name of the form',
  ],
  [
    'EXPECT_PLURAL_ARGUMENT_SELECTOR_FRAGMENT',
    'the text of a plural form is missing; write it in braces after the name of the form',
  ],
  ['DUPLICATE_SELECT_ARGUMENT_SELECTOR', 'a form is given twice'],
  ['DUPLICATE_PLURAL_ARGUMENT_SELECTOR', 'a plural form is given twice'],
  ['MISSING_OTHER_CLAUSE', 'the form “other” is missing'],
]);

/**
 * Compiles the texts of all files.
 * @param {Readonly<Record<string, string>>} sources  the contents of the JSON files by their language tags
 * @returns {{ files: Record<string, string>, problems: string[] }}  files by their paths below `src/i18n`; problems in plain English
 */
export function compile(sources) {
  /** @type {string[]} */
  const problems = [];
  /** @type {Report} */
  const report = (problem) => void problems.push(problem);
  const tags = sortedTags(sources, report);
  const english = parsedJson('en', sources['en'], report);
  if (!english) return { files: {}, problems };
  /** @type {Map<string, string>} */
  const groupDescriptions = new Map();
  const catalogue = readCatalogue(english, '', groupDescriptions, report);
  for (const name of sectionNames) if (!(name in catalogue)) report(`en.json: the section “${name}” is missing.`);
  for (const name of Object.keys(catalogue)) {
    if (!(name in sections)) report(`en.json: there is no section “${name}”; there are ${sectionNames.join(', ')}.`);
  }
  if (problems.length > 0) return { files: {}, problems };

  /** @type {Record<string, string>} */
  const files = { ...typeFiles(catalogue, groupDescriptions), ...registryFiles(tags) };
  for (const tag of tags) {
    const texts = tag === 'en' ? textsOf(catalogue) : parsedJson(tag, sources[tag], report);
    if (texts) Object.assign(files, localeFiles(tag, compiledTable(tag, catalogue, texts, '', report)));
  }
  return { files, problems };
}

/**
 * Compiles the files of a folder and writes what has changed. Files of languages that are gone are removed.
 * @param {string} [folder]  `src/i18n`
 * @returns {{ written: string[], languages: string[], messages: number }}
 */
export function compileLocales(folder = join(projectRoot(), 'src/i18n')) {
  const sources = readSources(folder);
  const { files, problems } = compile(sources);
  if (problems.length > 0) {
    const at = relative(projectRoot(), join(folder, 'locales'));
    throw new Error(
      `The messages in ${at} have ${problems.length} problem(s):\n${problems.map((line) => `- ${line}`).join('\n')}`,
    );
  }
  const written = Object.entries(files).filter(([path, text]) => writeIfChanged(join(folder, path), text));
  for (const file of readdirSync(join(folder, 'locales'))) {
    if (file.endsWith('.ts') && !(`locales/${file}` in files)) rmSync(join(folder, 'locales', file));
  }
  const english = readCatalogue(JSON.parse(sources['en'] ?? '{}'), '', new Map(), () => undefined);
  return { written: written.map(([path]) => path), languages: Object.keys(sources), messages: count(english) };
}

/**
 * Writes `<tag>.json` with the English texts.
 * @param {string} tag
 * @param {string} [folder]  `src/i18n`
 * @returns {string} the path of the file
 */
export function startLocale(tag, folder = join(projectRoot(), 'src/i18n')) {
  if (canonical(tag) !== tag) throw new Error(`“${tag}” is not a language tag as in “sv” or “pt-BR”.`);
  const file = join(folder, 'locales', `${tag}.json`);
  if (existsSync(file)) throw new Error(`${tag}.json exists already.`);
  const english = JSON.parse(readFileSync(join(folder, 'locales/en.json'), 'utf8'));
  const texts = textsOf(readCatalogue(english, '', new Map(), () => undefined));
  writeFileSync(file, `${JSON.stringify(texts, null, 2)}\n`);
  return file;
}

// Reading

/** @param {string} folder */
function readSources(folder) {
  const files = readdirSync(join(folder, 'locales')).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    files.map((file) => [basename(file, '.json'), readFileSync(join(folder, 'locales', file), 'utf8')]),
  );
}

/**
 * @param {Readonly<Record<string, string>>} sources
 * @param {Report} report
 */
function sortedTags(sources, report) {
  /** @type {Map<string, string>} */
  const byLanguage = new Map();
  const tags = Object.keys(sources).sort();
  for (const tag of tags) {
    if (canonical(tag) !== tag) {
      report(`${tag}.json: the name of the file is not a language tag as in sv.json or pt-BR.json.`);
      continue;
    }
    const language = languageOf(tag);
    const other = byLanguage.get(language);
    if (other) report(`${tag}.json: ${other}.json is there already, and readers get one file for “${language}”.`);
    byLanguage.set(language, tag);
  }
  if (!tags.includes('en')) report('en.json is missing. It defines the messages.');
  return tags;
}

/**
 * @param {string} tag
 * @param {string | undefined} text
 * @param {Report} report
 * @returns {Texts | undefined}
 */
function parsedJson(tag, text, report) {
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text);
    if (isObject(value)) return /** @type {Texts} */ (value);
    report(`${tag}.json: the file is not a JSON object.`);
  } catch (error) {
    report(`${tag}.json: the file is not valid JSON. ${/** @type {Error} */ (error).message}`);
  }
  return undefined;
}

/**
 * Reads `en.json`, where a message is its text, or the text with a description and arguments.
 * @param {object} given
 * @param {string} path
 * @param {Map<string, string>} groupDescriptions  filled here
 * @param {Report} report
 * @returns {Table}
 */
function readCatalogue(given, path, groupDescriptions, report) {
  /** @type {Table} */
  const table = {};
  for (const [name, value] of Object.entries(given)) {
    const at = path ? `${path}.${name}` : name;
    if (name === 'description' && typeof value === 'string') groupDescriptions.set(path, value);
    else if (typeof value === 'string') table[name] = { message: value, args: {} };
    else if (isObject(value) && typeof value['message'] === 'string') {
      const { message, description, arguments: args = {}, ...rest } = value;
      const bad = Object.keys(rest);
      if (bad.length > 0) report(`en.json: ${at}: “${bad[0]}” is none of “message”, “description” and “arguments”.`);
      for (const [arg, kind] of Object.entries(args)) {
        if (!kinds.has(kind))
          report(`en.json: ${at}: the argument {${arg}} is “${kind}”, and not one of ${[...kinds].join(', ')}.`);
      }
      table[name] = { message, args, ...(description === undefined ? {} : { description }) };
    } else if (isObject(value)) table[name] = readCatalogue(value, at, groupDescriptions, report);
    else report(`en.json: ${at}: this is neither a text nor a group of messages.`);
  }
  return table;
}

/** @param {Table} table @returns {Texts} */
function textsOf(table) {
  return Object.fromEntries(
    Object.entries(table).map(([name, value]) => [name, isMessage(value) ? value.message : textsOf(value)]),
  );
}

/** @param {Table} table @returns {number} */
function count(table) {
  return Object.values(table).reduce((sum, value) => sum + (isMessage(value) ? 1 : count(value)), 0);
}

/** @param {Message | Table} value @returns {value is Message} */
function isMessage(value) {
  return typeof value['message'] === 'string';
}

/** @param {unknown} value @returns {value is Record<string, any>} */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// Checking and compiling messages

/** @typedef {{ [name: string]: string | Code }} Code  expressions of TypeScript */

/**
 * @param {string} tag
 * @param {Table} table
 * @param {Texts} texts
 * @param {string} path
 * @param {Report} report
 * @returns {Code}
 */
function compiledTable(tag, table, texts, path, report) {
  for (const name of Object.keys(texts)) {
    if (!Object.hasOwn(table, name)) report(`${tag}.json: ${path}${name}: en.json has no such message.`);
  }
  /** @type {Code} */
  const code = {};
  for (const [name, value] of Object.entries(table)) {
    const at = `${path}${name}`;
    const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
    if (isMessage(value)) {
      if (typeof text === 'string') code[name] = compiledMessage(tag, at, text, value.args, report);
      else if (text === undefined) report(`${tag}.json: ${at}: the message is missing. In English: “${value.message}”`);
      else report(`${tag}.json: ${at}: this is a text in en.json, and not a group of messages.`);
    } else if (typeof text === 'string')
      report(`${tag}.json: ${at}: this is a group of messages in en.json, and not a text.`);
    else code[name] = compiledTable(tag, value, text ?? {}, `${at}.`, report);
  }
  return code;
}

/**
 * @param {string} tag
 * @param {string} path
 * @param {string} text
 * @param {Arguments} args
 * @param {Report} report
 */
function compiledMessage(tag, path, text, args, report) {
  /** @type {Report} */
  const problem = (what) => report(`${tag}.json: ${path}: ${what}`);
  /** @type {Element[]} */
  let elements;
  try {
    elements = parse(text, { ignoreTag: true, captureLocation: true, shouldParseSkeletons: false });
  } catch (error) {
    const { message, location } =
      /** @type {Error & { location: import('@formatjs/icu-messageformat-parser').Location }} */ (error);
    const what = syntaxErrors.get(message) ?? message.toLowerCase().replaceAll('_', ' ');
    problem(`at character ${location.start.offset + 1} of “${text}”: ${what}.`);
    return '""';
  }
  checkTypography(path, text, elements, problem);
  const message = new MessageCompiler(tag, args, problem);
  const body = message.expression(elements);
  for (const name of Object.keys(args)) {
    if (!message.used.has(name)) problem(`the argument {${name}} is missing.`);
  }
  const names = Object.keys(args);
  return names.length > 0 ? `(${names.join(', ')}) => ${body}` : body;
}

/** Compiles one message into an expression of its arguments. */
class MessageCompiler {
  /** @type {Set<string>} */
  used = new Set();

  /**
   * @param {string} tag
   * @param {Arguments} args
   * @param {Report} problem
   */
  constructor(tag, args, problem) {
    this.tag = tag;
    this.args = args;
    this.problem = problem;
  }

  /**
   * @param {readonly Element[]} elements
   * @param {string} [counted]  the argument of the plural around them, for `#`
   * @param {ReadonlySet<string>} [present]  optional arguments that are given, inside a select on them
   * @returns {string}
   */
  expression(elements, counted, present = new Set()) {
    const parts = elements.map((element) => {
      if (element.type === TYPE.literal) return { text: element.value };
      return { code: this.element(element, counted, present) };
    });
    if (parts.every(({ text }) => text !== undefined)) return quoted(parts.map(({ text }) => text).join(''));
    const [first] = parts;
    if (parts.length === 1 && first?.code !== undefined) return first.code;
    return `\`${parts.map(({ text, code }) => (text === undefined ? `\${${code}}` : inTemplate(text))).join('')}\``;
  }

  /**
   * @param {Exclude<Element, { type: TYPE.literal }>} element
   * @param {string | undefined} counted
   * @param {ReadonlySet<string>} present
   */
  element(element, counted, present) {
    if (element.type === TYPE.pound) return `${counted}.n`;
    const name = element.value;
    const kind = Object.hasOwn(this.args, name) ? this.args[name] : undefined;
    if (!kind) {
      const known = Object.keys(this.args).map((arg) => `{${arg}}`);
      this.problem(
        `{${name}} is not an argument of this message; ${known.length > 0 ? `it has ${known.join(', ')}` : 'it has none'}.`,
      );
      return '""';
    }
    this.used.add(name);
    if (element.type === TYPE.select) return this.select(element, kind, counted, present);
    if (kind === 'boolean') return this.refuse(`write {${name}, select, true {…} other {…}}`);
    if (kind.endsWith('?') && !present.has(name)) {
      return this.refuse(`{${name}} may be missing; write {${name}, select, none {…} other {… {${name}} …}}`);
    }
    const isNumber = kind.startsWith('number');
    if (element.type === TYPE.argument) return isNumber ? `${name}.n` : name;
    if (element.type === TYPE.plural) {
      return isNumber ? this.plural(element, present) : this.refuse(`{${name}} is a text, so it has no plural forms`);
    }
    return this.refuse(`write {${name}} alone; dates and numbers are formatted already`);
  }

  /**
   * @param {import('@formatjs/icu-messageformat-parser').SelectElement} element
   * @param {Kind} kind
   * @param {string | undefined} counted
   * @param {ReadonlySet<string>} present
   */
  select({ value: name, options }, kind, counted, present) {
    const first = kind === 'boolean' ? 'true' : kind.endsWith('?') ? 'none' : undefined;
    if (!first) return this.refuse(`{${name}} is always given, so it has no “select”`);
    const { [first]: one, other, ...rest } = options;
    const [unknown] = Object.keys(rest);
    if (unknown !== undefined || !one || !other) {
      return this.refuse(
        `the forms of {${name}, select, …} are “${first}” and “other”${unknown === undefined ? '' : `, and not “${unknown}”`}`,
      );
    }
    if (kind === 'boolean') {
      return `(${name} ? ${this.expression(one.value, counted, present)} : ${this.expression(other.value, counted, present)})`;
    }
    const without = this.expression(one.value, counted, present);
    const given = this.expression(other.value, counted, new Set([...present, name]));
    // A number is an object; a text may be empty and is given nevertheless.
    return kind === 'number?' ? `(${name} ? ${given} : ${without})` : `(${name} === undefined ? ${without} : ${given})`;
  }

  /**
   * @param {import('@formatjs/icu-messageformat-parser').PluralElement} element
   * @param {ReadonlySet<string>} present
   */
  plural({ value: name, options, offset, pluralType }, present) {
    if (pluralType !== 'cardinal') this.problem(`{${name}, selectordinal, …} is not supported.`);
    if (offset !== 0) this.problem(`“offset” is not supported in {${name}, plural, …}.`);
    const { known, needed } = pluralCategories(this.tag);
    for (const category of Object.keys(options)) {
      if (known.has(category)) continue;
      this.problem(
        category.startsWith('=')
          ? `“${category}” is not supported in {${name}, plural, …}; use the forms ${[...known].join(', ')}.`
          : `{${name}, plural, …} has the form “${category}”, which the language “${this.tag}” does not use; it uses ${[...known].join(', ')}.`,
      );
    }
    for (const [category, examples] of needed) {
      if (!options[category]) {
        this.problem(
          `{${name}, plural, …} has no form “${category}”, which “${this.tag}” uses for numbers such as ${examples.join(', ')}.`,
        );
      }
    }
    const forms = Object.entries(options).map(
      ([category, { value }]) => `${category}: ${this.expression(value, name, present)}`,
    );
    return `${name}.plural({ ${forms.join(', ')} })`;
  }

  /** @param {string} what */
  refuse(what) {
    this.problem(`${what}.`);
    return '""';
  }
}

/**
 * What a translator easily types: the project's typography is that of print.
 * @param {string} path
 * @param {string} text
 * @param {readonly Element[]} elements
 * @param {Report} problem
 */
function checkTypography(path, text, elements, problem) {
  if (!/\S/.test(text)) return problem('the text is empty.');
  if (!spaced.has(path) && text !== text.trim()) problem('the text begins or ends with a space.');
  for (const literal of literalsOf(elements)) {
    const [found] = /["'`<]|&\w+;|\.\.\./.exec(literal) ?? [];
    if (found)
      problem(`the text has ${found}; use the quotation marks and the ellipsis (…) of the language, and no markup.`);
    const [brace] = /[{}]/.exec(literal) ?? [];
    if (brace) problem(`the text has a “${brace}” that belongs to no argument.`);
  }
}

/** @param {readonly Element[]} elements @returns {string[]} */
function literalsOf(elements) {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal) return [element.value];
    if (!('options' in element)) return [];
    return Object.values(element.options).flatMap(({ value }) => literalsOf(value));
  });
}

/** @type {Map<string, { known: ReadonlySet<string>, needed: ReadonlyMap<string, number[]> }>} */
const categoriesByTag = new Map();

/**
 * The plural categories of a language: all that it has, and those that whole numbers need, with examples. Beyond a thousand the rules
 * repeat, apart from a category for millions in Romance languages, which counts of platforms and words do not reach.
 * @param {string} tag
 */
function pluralCategories(tag) {
  const cached = categoriesByTag.get(tag);
  if (cached) return cached;
  const rules = new Intl.PluralRules(tag);
  /** @type {Map<string, number[]>} */
  const needed = new Map();
  for (let number = 0; number <= 1000; number += 1) {
    const category = rules.select(number);
    const examples = needed.get(category) ?? [];
    if (examples.length < 3) needed.set(category, [...examples, number]);
  }
  const found = { known: new Set([...rules.resolvedOptions().pluralCategories, 'other']), needed };
  categoriesByTag.set(tag, found);
  return found;
}

// Writing TypeScript

/** @param {string} from  the JSON file */
const header = (from) => `// Generated from ${from} by compile-locales.mjs (npm run locales). Do not edit.\n`;

/**
 * @param {string} tag
 * @param {Code} code  of all sections
 * @returns {Record<string, string>}
 */
function localeFiles(tag, code) {
  const head = header(`${tag}.json`);
  const of = (/** @type {Section} */ section) => /** @type {Code} */ (code[section] ?? {});
  const card = { locale: quoted(tag), ...of('card') };
  if (tag === 'en') {
    return Object.fromEntries(
      sectionNames.map((section) => {
        const { type, file, english } = sections[section];
        const table = section === 'card' ? card : of(section);
        const exported =
          section === 'card'
            ? `\n/** Under the name that the other languages export, for pages that import a language. */\nexport { en as messages };\n`
            : '';
        return [
          `locales/${section === 'card' ? 'en' : `en-${section}`}.ts`,
          `${head}import type { ${type} } from '../${file}.js';\n\nexport const ${english}: ${type} = ${printed(table)};\n${exported}`,
        ];
      }),
    );
  }
  const part = (/** @type {readonly Section[]} */ names) => Object.fromEntries(names.map((name) => [name, of(name)]));
  return {
    [`locales/${tag}.ts`]: `${head}import type { Messages } from '../messages.js';\n\nexport const messages: Messages = ${printed(card)};\n\nexport const loadMore = () => import('./${tag}-more.js');\n`,
    [`locales/${tag}-more.ts`]: `${head}import type { MoreMessages } from '../more-messages.js';\n\nexport const more: MoreMessages = ${printed(part(moreSections))};\n`,
    [`locales/${tag}-page.ts`]: `${head}import type { PublishedMessages } from '../more-messages.js';\n\nexport const page: PublishedMessages = ${printed(part(pageSections))};\n`,
  };
}

/**
 * The lists of the languages, in files of their own: a bundler makes a chunk of each `import()` that it finds, used or not.
 * @param {readonly string[]} tags
 * @returns {Record<string, string>}
 */
function registryFiles(tags) {
  const head = header('the names of the files in locales/');
  const others = tags.filter((tag) => tag !== 'en');
  const loaders = (/** @type {string} */ end) =>
    others.map((tag) => `  ${languageOf(tag)}: () => import('./locales/${tag}${end}.js'),\n`).join('');
  return {
    'locale-loaders.ts': `${head}\n/** The languages besides English, by the first part of a language tag. */\nexport const localeLoaders = {\n${loaders('')}};\n`,
    'published-loaders.ts': `${head}\n/** Messages of published pages and snippets in the languages besides English. */\nexport const publishedLoaders = {\n${loaders('-page')}};\n`,
    'language-tags.ts': `${head}\n/** The languages that we have messages in, as BCP 47 tags, each in the script that its messages are written in. */\nexport const languageTags = [\n${['en', ...others].map((tag) => `  '${tag}',\n`).join('')}] as const;\n`,
  };
}

/**
 * @param {Table} catalogue
 * @param {ReadonlyMap<string, string>} groupDescriptions
 * @returns {Record<string, string>}
 */
function typeFiles(catalogue, groupDescriptions) {
  return Object.fromEntries(
    sectionNames.map((section) => {
      const { type, file } = sections[section];
      /** @type {Map<string, Set<string>>} */
      const imports = new Map();
      const table = /** @type {Table} */ (catalogue[section]);
      const members = printedTypes(table, section, '  ', groupDescriptions, (name, from) => {
        imports.set(from, (imports.get(from) ?? new Set()).add(name));
      });
      const locale = section === 'card' ? '  /** BCP 47 tag of these messages. */\n  readonly locale: string;\n' : '';
      const lines = [...imports].map(([from, names]) => `import type { ${[...names].join(', ')} } from '${from}';\n`);
      return [
        `${file}.ts`,
        `${header('en.json')}${lines.join('')}\n${doc(groupDescriptions.get(section), '')}export interface ${type} {\n${locale}${members}}\n`,
      ];
    }),
  );
}

/**
 * @param {Table} table
 * @param {string} path
 * @param {string} indent
 * @param {ReadonlyMap<string, string>} groupDescriptions
 * @param {(name: string, from: string) => void} use  asks for an import
 * @returns {string}
 */
function printedTypes(table, path, indent, groupDescriptions, use) {
  return Object.entries(table)
    .map(([name, value]) => {
      const at = `${path}.${name}`;
      const member = `readonly ${key(name)}: `;
      if (isMessage(value)) {
        const parameters = Object.entries(value.args).map(([arg, kind]) => {
          const type = kind.startsWith('number') ? 'Count' : kind.startsWith('text') ? 'string' : 'boolean';
          if (type === 'Count') use('Count', './format.js');
          return `${arg}${kind.endsWith('?') ? '?' : ''}: ${type}`;
        });
        const type = parameters.length > 0 ? `(${parameters.join(', ')}) => string` : 'string';
        return `${doc(value.description, indent)}${indent}${member}${type};\n`;
      }
      const head = doc(groupDescriptions.get(at), indent);
      const keyed = keyedGroups[at];
      if (keyed) {
        use(keyed.key, keyed.from);
        const record = `Record<${keyed.key}, string>`;
        return `${head}${indent}${member}Readonly<${keyed.partial ? `Partial<${record}>` : record}>;\n`;
      }
      return `${head}${indent}${member}{\n${printedTypes(value, at, `${indent}  `, groupDescriptions, use)}${indent}};\n`;
    })
    .join('');
}

/** @param {string | undefined} text @param {string} indent */
function doc(text, indent) {
  return text === undefined ? '' : `${indent}/** ${text.replaceAll('*/', '* /')} */\n`;
}

/** @param {Code} code @returns {string} */
function printed(code, indent = '  ') {
  const members = Object.entries(code).map(
    ([name, value]) => `${indent}${key(name)}: ${typeof value === 'string' ? value : printed(value, `${indent}  `)},\n`,
  );
  return `{\n${members.join('')}${indent.slice(2)}}`;
}

/** @param {string} name */
const key = (name) => (/^[a-z_$][\w$]*$/i.test(name) ? name : quoted(name));

/** Characters that cannot be seen are written as escapes. @param {string} text */
const escaped = (text) =>
  text.replace(
    /[\p{Cf}\p{Zl}\p{Zp}\u00a0\u202f]/gu,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** @param {string} text */
const quoted = (text) => escaped(JSON.stringify(text));

/** @param {string} text */
const inTemplate = (text) => escaped(text.replace(/[\\`]|\$(?=\{)/g, '\\$&'));

// Files

/**
 * Another process may compile at the same time, so a file is replaced as a whole.
 * @param {string} file
 * @param {string} text
 */
function writeIfChanged(file, text) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
  return true;
}

/** The folder of `package.json`. */
function projectRoot() {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** @param {string} tag */
function canonical(tag) {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** @param {string} tag */
const languageOf = (tag) => tag.split('-')[0] ?? tag;

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const [option, tag] = process.argv.slice(2);
    if (option === '--new')
      console.log(
        `Wrote ${relative(process.cwd(), startLocale(tag ?? ''))}: translate its texts, then run npm run locales.`,
      );
    const { languages, messages, written } = compileLocales();
    console.log(
      `${languages.length} languages with ${messages} messages each: complete. ${written.length} file(s) written.`,
    );
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    process.exitCode = 1;
  }
}
