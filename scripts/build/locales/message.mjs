// @ts-check
/** Compiles one message in ICU MessageFormat into a TypeScript expression, and throws a `SyntaxError` for the translator's first mistake. */
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { inTemplate, stringLiteral } from './typescript.mjs';

/** @typedef {import('@formatjs/icu-messageformat-parser').MessageFormatElement} Element */
/** @typedef {import('./catalogue.mjs').Kind} Kind */
/** @typedef {{ tag: string, known: readonly string[], needed: Readonly<Record<string, number[]>> }} Plurals */
/**
 * @typedef {object} Scope
 * @property {import('./catalogue.mjs').Arguments} args
 * @property {Plurals} plurals
 * @property {Set<string>} used  Arguments that the message contains.
 * @property {readonly string[]} given  Optional arguments that are not missing here, because a select on them is around.
 * @property {string} [counted]  The argument of the plural around, for `#`.
 */

/** The parser reports codes such as EXPECT_PLURAL_ARGUMENT_SELECTOR_FRAGMENT. docs/translating.md has simpler words for their parts. */
const partNames = /** @type {const} */ ([
  ['expect ', 'expected '],
  ['argument type', '“plural” or “select”'],
  ['argument options', 'forms'],
  ['argument selector fragment', 'form with its text in braces'],
  ['argument selector', 'form'],
  ['other clause', 'form “other”'],
  ['argument closing brace', '“}” after an argument'],
]);

/**
 * Returns the plural categories of a language: all that it has, and those that whole numbers need, with these numbers. Beyond a thousand the
 * rules repeat, apart from a category for millions in Romance languages, which counts of platforms and words do not reach.
 * @param {string} tag
 * @returns {Plurals}
 */
export function pluralsOf(tag) {
  const rules = new Intl.PluralRules(tag);
  /** @type {Record<string, number[]>} */
  const needed = {};
  for (let number = 0; number <= 1000; number += 1) (needed[rules.select(number)] ??= []).push(number);
  return { tag, known: rules.resolvedOptions().pluralCategories, needed };
}

/** @type {(text: string, args: Scope['args'], plurals: Plurals) => string} */
export function compileMessage(text, args, plurals) {
  const names = Object.keys(args);
  const used = new Set();
  const body = expression(parsed(text), { args, plurals, used, given: [] });
  for (const name of names) if (!used.has(name)) refuse(`the argument {${name}} is missing`);
  return names.length > 0 ? `(${names.join(', ')}) => ${body}` : body;
}

/** @param {string} reason @returns {never} */
function refuse(reason) {
  throw new SyntaxError(`${reason}.`);
}

/** @param {string} text */
function parsed(text) {
  try {
    return parse(text, { ignoreTag: true, shouldParseSkeletons: false });
  } catch (error) {
    const { message, location } = /** @type {Error & { location: { start: { offset: number } } }} */ (error);
    const code = message.toLowerCase().replaceAll('_', ' ');
    const reason = partNames.reduce((before, [part, name]) => before.replace(part, name), code);
    return refuse(`at character ${location.start.offset + 1} of “${text}”: ${reason}`);
  }
}

/** @type {(elements: readonly Element[], scope: Scope) => string} */
function expression(elements, scope) {
  const [first, ...rest] = elements;
  if (!first) return stringLiteral('');
  if (rest.length === 0) return first.type === TYPE.literal ? stringLiteral(first.value) : argument(first, scope);
  const parts = elements.map((element) =>
    element.type === TYPE.literal ? inTemplate(element.value) : `\${${argument(element, scope)}}`,
  );
  return `\`${parts.join('')}\``;
}

/** @type {(element: Exclude<Element, { type: TYPE.literal }>, scope: Scope) => string} */
function argument(element, scope) {
  if (element.type === TYPE.pound) return `${scope.counted}.n`;
  const name = element.value;
  const kind = scope.args[name];
  if (!kind)
    return refuse(
      `{${name}} is not an argument of this message; it has ${Object.keys(scope.args).join(', ') || 'none'}`,
    );
  scope.used.add(name);
  if (element.type === TYPE.select) return select(element, kind, scope);
  if (kind === 'boolean') return refuse(`write {${name}, select, true {…} other {…}}`);
  if (kind.endsWith('?') && !scope.given.includes(name)) {
    return refuse(`{${name}} may be missing; write {${name}, select, none {…} other {… {${name}} …}}`);
  }
  const isNumber = kind.startsWith('number');
  if (element.type === TYPE.argument) return isNumber ? `${name}.n` : name;
  if (element.type === TYPE.plural && isNumber) return plural(element, scope);
  return refuse(`write {${name}} alone; dates and numbers are formatted already, and a text has no plural forms`);
}

/** @type {(element: import('@formatjs/icu-messageformat-parser').SelectElement, kind: Kind, scope: Scope) => string} */
function select({ value: name, options }, kind, scope) {
  if (kind === 'text' || kind === 'number') return refuse(`{${name}} is always given, so it has no “select”`);
  const first = kind === 'boolean' ? 'true' : 'none';
  const { [first]: one, other, ...rest } = options;
  if (!one || !other || Object.keys(rest).length > 0) {
    return refuse(`{${name}, select, …} needs the forms ${first}, other; it has ${Object.keys(options).join(', ')}`);
  }
  const without = expression(one.value, scope);
  const given = expression(other.value, { ...scope, given: [...scope.given, name] });
  if (kind === 'boolean') return `(${name} ? ${without} : ${given})`;
  // A number is an object. A text may be empty, which does not mean that it is missing.
  return kind === 'number?' ? `(${name} ? ${given} : ${without})` : `(${name} === undefined ? ${without} : ${given})`;
}

/** @type {(element: import('@formatjs/icu-messageformat-parser').PluralElement, scope: Scope) => string} */
function plural({ value: name, options, offset, pluralType }, scope) {
  const { tag, known, needed } = scope.plurals;
  if (pluralType !== 'cardinal' || offset !== 0) refuse('“selectordinal” and “offset” are not supported');
  const forms = Object.entries(options).map(([form, { value }]) => {
    if (!known.includes(form)) refuse(`“${form}” is no plural form of “${tag}”, which has ${known.join(', ')}`);
    return `${form}: ${expression(value, { ...scope, counted: name })}`;
  });
  for (const [form, numbers] of Object.entries(needed)) {
    const examples = numbers.slice(0, 3).join(', ');
    if (!options[form])
      refuse(`{${name}, plural, …} has no form “${form}”, which “${tag}” uses for numbers such as ${examples}`);
  }
  return `${name}.plural({ ${forms.join(', ')} })`;
}
