// @ts-check
/** Compiles the contents of all locale files, and collects what is wrong with their messages. */
import { membersOf, messageOf, sections, textsOf } from './catalogue.mjs';
import { compileMessage, pluralsOf } from './message.mjs';
import { listFiles, localeFiles } from './modules.mjs';
import { typeFiles } from './types.mjs';

/** @typedef {import('./catalogue.mjs').Group} Group */
/** @typedef {import('./message.mjs').Plurals} Plurals */
/** @typedef {import('./typescript.mjs').Code} Code */
/** @typedef {(path: string, problem: string) => unknown} Report */

/**
 * @param {Readonly<Record<string, string>>} sources  the contents of the JSON files by their language tags
 * @returns {Record<string, string>} the contents of the generated files by their paths below `src/i18n`
 * @throws an error with all problems in plain English
 */
export function compile(sources) {
  const tags = Object.keys(sources).sort();
  const catalogue = parsedJson('en', sources['en']);
  const names = Object.keys(sections).join(', ');
  if (Object.keys(catalogue).join(', ') !== names) throw new Error(`en.json: the sections must be ${names}.`);
  /** @type {string[]} */
  const problems = [];
  const modules = tags.map((tag) => {
    checkTag(tag);
    const texts = tag === 'en' ? textsOf(catalogue) : parsedJson(tag, sources[tag]);
    /** @type {Report} */
    const report = (path, problem) => problems.push(`${tag}.json: ${path}: ${problem}`);
    return localeFiles(tag, compileGroup(catalogue, texts, '', pluralsOf(tag), report));
  });
  if (problems.length > 0) throw new Error(`${problems.length} problem(s) in the messages:\n${problems.join('\n')}`);
  return Object.assign(typeFiles(catalogue), listFiles(tags), ...modules);
}

/** Throws an error with the name of the file, which an error of `Intl.PluralRules` does not have. @param {string} tag */
export function checkTag(tag) {
  if (/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(tag)) return;
  throw new Error(`${tag}.json: the name of the file is not a language tag as in sv.json or pt-BR.json.`);
}

/** @param {string} tag @param {string | undefined} source @returns {Group} */
function parsedJson(tag, source = '') {
  try {
    return JSON.parse(source) ?? {};
  } catch (error) {
    throw new Error(`${tag}.json: the file is not valid JSON. ${/** @type {Error} */ (error).message}`);
  }
}

/** @type {(group: Group, texts: Group, prefix: string, plurals: Plurals, report: Report) => Code} */
function compileGroup(group, texts, prefix, plurals, report) {
  /** @type {Code} */
  const code = {};
  const members = new Map(membersOf(group));
  for (const name of Object.keys(texts)) if (!members.has(name)) report(prefix + name, 'en.json has no such message.');
  for (const [name, member] of members) {
    const path = prefix + name;
    const text = texts[name];
    const isText = typeof text === 'string';
    const message = messageOf(member);
    if (message && text === undefined) report(path, `the message is missing. In English: “${message.message}”`);
    else if (message && !isText) report(path, 'this is a text in en.json, and not a group of messages.');
    else if (!message && isText) report(path, 'this is a group of messages in en.json, and not a text.');
    else if (!message) code[name] = compileGroup(member, text ?? {}, `${path}.`, plurals, report);
    else {
      try {
        code[name] = compileMessage(text, message.arguments ?? {}, plurals);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        report(path, error.message);
      }
    }
  }
  return code;
}
