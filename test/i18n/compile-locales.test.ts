/** The compiler of the locale files: what translators write, and the errors that they get. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { afterEach, describe, expect, it } from 'vitest';
import { compileLocales, startLocale } from '../../scripts/build/locales/compile-locales.mjs';
import { compile } from '../../scripts/build/locales/compile.mjs';
import { formatsOf } from '../../src/i18n/format.js';
import type { LocaleModule } from '../../src/i18n/languages.js';

/** A catalogue with one message of each kind. */
const catalogue = {
  card: {
    why: { message: 'Why it matters', description: 'Heading.' },
    colon: ': ',
    from: { message: 'From {source}', arguments: { source: 'text' } },
    shown: { message: '{shown} of {total}', arguments: { shown: 'number', total: 'number' } },
    words: { message: '{count, plural, one {# word} other {# words}}', arguments: { count: 'number' } },
    all: { message: 'All{others, select, true { others} other {}}', arguments: { others: 'boolean' } },
    rows: { message: '{count, select, none {All} other {All {count}}}', arguments: { count: 'number?' } },
    clause: { message: '{number, select, none {Clause} other {Clause {number}}}', arguments: { number: 'text?' } },
    reasons: { description: 'Reasons.', http: 'Not there', blocked: 'Blocked' },
  },
  record: {},
  tools: {},
  comparison: {},
  changes: {},
  embed: {},
  page: {},
};

const swedish = {
  card: {
    why: 'Varför det är viktigt',
    colon: ': ',
    from: 'Från {source}',
    shown: '{shown} av {total}',
    words: '{count, plural, one {# ord} other {# ord}}',
    all: '{others, select, true {Alla andra} other {Alla}}',
    rows: '{count, select, none {Alla} other {Alla {count}}}',
    clause: '{number, select, none {Klausul} other {Klausul {number}}}',
    reasons: { http: 'Finns inte', blocked: 'Blockerad' },
  },
};

/** Returns the lines of the compiler's error. */
function problemsOf(sources: Readonly<Record<string, string>>): string[] {
  try {
    compile({ en: JSON.stringify(catalogue), ...sources });
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

/** Returns the problems of a file with some messages of its section `card` changed. */
function problemsWith(changes: Readonly<Record<string, unknown>>, tag = 'sv'): string[] {
  return problemsOf({ [tag]: JSON.stringify({ card: { ...swedish.card, ...changes } }) }).slice(1);
}

describe('compile', () => {
  it('accepts a complete language', () => {
    expect(problemsWith({})).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      'a missing message',
      { why: undefined },
      'sv.json: card.why: the message is missing. In English: “Why it matters”',
    ],
    [
      'a missing message of a group',
      { reasons: { http: 'Finns inte' } },
      'sv.json: card.reasons.blocked: the message is missing. In English: “Blocked”',
    ],
    ['an unknown message', { whi: 'Varför' }, 'sv.json: card.whi: en.json has no such message.'],
    [
      'a text for a group',
      { reasons: 'Skäl' },
      'sv.json: card.reasons: this is a group of messages in en.json, and not a text.',
    ],
    [
      'a group for a text',
      { why: { a: 'b' } },
      'sv.json: card.why: this is a text in en.json, and not a group of messages.',
    ],
    ['a missing argument', { from: 'Från' }, 'sv.json: card.from: the argument {source} is missing.'],
    [
      'an unknown argument',
      { from: 'Från {källa} {source}' },
      'sv.json: card.from: {källa} is not an argument of this message; it has source.',
    ],
    [
      'an argument of a message without any',
      { why: '{x}' },
      'sv.json: card.why: {x} is not an argument of this message; it has none.',
    ],
    [
      'a syntax error',
      { from: 'Från {source' },
      'sv.json: card.from: at character 6 of “Från {source”: expected “}” after an argument.',
    ],
    [
      'a wrong word after an argument',
      { words: '{count, plurals, one {# ord} other {# ord}}' },
      'sv.json: card.words: at character 9 of “{count, plurals, one {# ord} other {# ord}}”: invalid “plural” or “select”.',
    ],
    [
      'a form without braces',
      { words: '{count, plural, one # ord other {# ord}}' },
      'sv.json: card.words: at character 21 of “{count, plural, one # ord other {# ord}}”: expected plural form with its text in braces.',
    ],
    [
      'a form that is given twice',
      { all: '{others, select, true {a} true {b} other {c}}' },
      'sv.json: card.all: at character 27 of “{others, select, true {a} true {b} other {c}}”: duplicate select form.',
    ],
    [
      'a missing form “other”',
      { words: '{count, plural, one {# ord}}' },
      'sv.json: card.words: at character 28 of “{count, plural, one {# ord}}”: missing form “other”.',
    ],
    [
      'a plural form that the language does not use',
      { words: '{count, plural, one {# ord} few {# ord} other {# ord}}' },
      'sv.json: card.words: “few” is no plural form of “sv”, which has one, other.',
    ],
    [
      'an exact number',
      { words: '{count, plural, =0 {inga} one {# ord} other {# ord}}' },
      'sv.json: card.words: “=0” is no plural form of “sv”, which has one, other.',
    ],
    [
      'an ordinal',
      { words: '{count, selectordinal, one {# ord} other {# ord}}' },
      'sv.json: card.words: “selectordinal” and “offset” are not supported.',
    ],
    [
      'an offset',
      { words: '{count, plural, offset:1 one {# ord} other {# ord}}' },
      'sv.json: card.words: “selectordinal” and “offset” are not supported.',
    ],
    [
      'a plural of a text',
      { from: '{source, plural, one {a} other {b}}' },
      'sv.json: card.from: write {source} alone; dates and numbers are formatted already, and a text has no plural forms.',
    ],
    [
      'a format',
      { words: '{count, number}' },
      'sv.json: card.words: write {count} alone; dates and numbers are formatted already, and a text has no plural forms.',
    ],
    [
      'a select on a text',
      { from: '{source, select, a {b} other {c}}' },
      'sv.json: card.from: {source} is always given, so it has no “select”.',
    ],
    [
      'an unknown form',
      { all: '{others, select, yes {a} true {b} other {c}}' },
      'sv.json: card.all: {others, select, …} needs the forms true, other; it has yes, true, other.',
    ],
    [
      'a missing form',
      { all: '{others, select, other {c}}' },
      'sv.json: card.all: {others, select, …} needs the forms true, other; it has other.',
    ],
    ['a boolean as a text', { all: 'Alla {others}' }, 'sv.json: card.all: write {others, select, true {…} other {…}}.'],
    [
      'an optional argument outside a select',
      { rows: 'Alla {count}' },
      'sv.json: card.rows: {count} may be missing; write {count, select, none {…} other {… {count} …}}.',
    ],
    [
      'an optional argument in its form “none”',
      { rows: '{count, select, none {Alla {count}} other {Alla}}' },
      'sv.json: card.rows: {count} may be missing; write {count, select, none {…} other {… {count} …}}.',
    ],
  ])('reports %s', (_what, changes, problem) => {
    expect(problemsWith(changes)).toEqual([problem]);
  });

  it('reports a plural form that the language needs, with numbers that need it', () => {
    expect(problemsWith({ words: '{count, plural, one {# słowo} many {# słów} other {# słowa}}' }, 'pl')).toEqual([
      'pl.json: card.words: {count, plural, …} has no form “few”, which “pl” uses for numbers such as 2, 3, 4.',
    ]);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['invalid JSON', { sv: '{' }, 'sv.json: the file is not valid JSON. '],
    [
      'a file name that is no language tag',
      { pt_BR: '{}' },
      'pt_BR.json: the name of the file is not a language tag as in sv.json or pt-BR.json.',
    ],
    [
      'other sections in en.json',
      { en: '{ "cards": {} }' },
      'en.json: the sections must be card, record, tools, comparison, changes, embed, page.',
    ],
    ['a file without messages', { sv: 'null' }, '10 problem(s) in the messages:'],
  ])('reports %s', (_what, sources, problem) => {
    expect(problemsOf(sources)[0]).toContain(problem);
  });

  it('writes descriptions into the types, and not into the messages', () => {
    const files = compile({ en: JSON.stringify(catalogue) });
    expect(files['messages.ts']).toContain('/** Heading. */\n  readonly why: string;');
    expect(files['messages.ts']).toContain('readonly rows: (count?: Count) => string;');
    expect(files['locales/en.ts']).not.toContain('Heading.');
  });
});

describe('compileLocales', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  function folderOf(files: Readonly<Record<string, unknown>>): string {
    const folder = mkdtempSync(join(tmpdir(), 'provision-embed-'));
    folders.push(folder);
    mkdirSync(join(folder, 'locales'));
    for (const [name, value] of Object.entries(files)) {
      writeFileSync(join(folder, 'locales', name), typeof value === 'string' ? value : JSON.stringify(value));
    }
    return folder;
  }

  it('adds a language by one file', async () => {
    const folder = folderOf({ 'en.json': catalogue, 'sv.json': swedish });
    compileLocales(folder);
    const load = (file: string) =>
      runnerImport(join(folder, file), { root: folder, configFile: false, logLevel: 'error' });
    const { module } = (await load('locale-loaders.ts')) as {
      module: { localeLoaders: Record<string, () => Promise<LocaleModule>> };
    };
    expect(Object.keys(module.localeLoaders)).toEqual(['sv']);
    const sv = (await load('locales/sv.ts')) as unknown as {
      module: { messages: Record<string, (...args: unknown[]) => string> };
    };
    const { words, all, rows, clause, from } = sv.module.messages;
    const { count } = formatsOf('sv');
    expect(sv.module.messages['locale']).toBe('sv');
    expect([words!(count(1)), words!(count(2904))]).toEqual(['1 ord', `${formatsOf('sv').number(2904)} ord`]);
    expect([all!(true), all!(false), rows!(), rows!(count(3))]).toEqual(['Alla andra', 'Alla', 'Alla', 'Alla 3']);
    expect([clause!(), clause!(''), from!('`${x}`')]).toEqual(['Klausul', 'Klausul ', 'Från `${x}`']);
    expect(readFileSync(join(folder, 'language-tags.ts'), 'utf8')).toContain("'sv'");
  });

  it('escapes what has a meaning in TypeScript, and characters that cannot be seen', () => {
    const own = { ...swedish.card, why: 'a\\b', from: '\\ $ ${source}\u00a0\u2068' };
    const folder = folderOf({ 'en.json': catalogue, 'sv.json': { card: own } });
    compileLocales(folder);
    const code = readFileSync(join(folder, 'locales/sv.ts'), 'utf8');
    expect(code).toContain('why: "a\\\\b"');
    expect(code).toContain('`\\\\ $ $${source}\\u00a0\\u2068`');
  });

  it('does not write equal files again, and removes those of a language that is gone', () => {
    const folder = folderOf({ 'en.json': catalogue, 'sv.json': swedish });
    compileLocales(folder);
    const { mtimeMs } = statSync(join(folder, 'locales/en.ts'));
    expect(compileLocales(folder)).toEqual([]);
    expect(statSync(join(folder, 'locales/en.ts')).mtimeMs).toBe(mtimeMs);
    rmSync(join(folder, 'locales/sv.json'));
    compileLocales(folder);
    expect(readdirSync(join(folder, 'locales')).filter((file) => file.startsWith('sv'))).toEqual([]);
  });

  it('writes nothing, and names every problem, where a file is wrong', () => {
    const folder = folderOf({
      'en.json': catalogue,
      'sv.json': { card: { ...swedish.card, why: undefined, from: 'x' } },
    });
    expect(() => compileLocales(folder)).toThrow(/^2 problem\(s\) .*\nsv\.json: card\.why: .*\nsv\.json: card\.from: /);
    expect(readdirSync(folder)).toEqual(['locales']);
  });

  it('starts a language with the English texts', () => {
    const folder = folderOf({ 'en.json': catalogue });
    const file = startLocale('sv', folder);
    const texts = JSON.parse(readFileSync(file, 'utf8')) as typeof swedish;
    expect(texts.card.from).toBe('From {source}');
    expect(texts.card.reasons).toEqual({ http: 'Not there', blocked: 'Blocked' });
    expect(() => startLocale('sv', folder)).toThrow(/file already exists.*sv\.json/);
    expect(() => startLocale('s_v', folder)).toThrow('is not a language tag');
  });
});
