// @ts-check
/** Generates the interfaces of the messages from `en.json`, with its descriptions as doc comments. */
import { membersOf, messageOf, sections } from './catalogue.mjs';
import { header, key } from './typescript.mjs';

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

/** @typedef {import('./catalogue.mjs').Group} Group */
/** @typedef {Map<string, string>} Imports  The files of types by their names; filled by the functions that take it. */

/** @type {(catalogue: Group) => Record<string, string>} */
export function typeFiles(catalogue) {
  const files = Object.entries(sections).map(([section, { type, file }]) => {
    /** @type {Imports} */
    const imports = new Map();
    const members = memberTypes(catalogue[section], section, '  ', imports);
    const lines = [...imports].map(([name, from]) => `import type { ${name} } from '${from}';\n`);
    const locale = section === 'card' ? '  /** BCP 47 tag of these messages. */\n  readonly locale: string;\n' : '';
    const head = `${header('en.json')}${lines.join('')}\n${docComment(catalogue[section], '')}`;
    return [`${file}.ts`, `${head}export interface ${type} {\n${locale}${members}}\n`];
  });
  return Object.fromEntries(files);
}

/** @type {(group: Group, path: string, indent: string, imports: Imports) => string} */
function memberTypes(group, path, indent, imports) {
  const members = membersOf(group).map(([name, member]) => {
    const type = memberType(member, `${path}.${name}`, indent, imports);
    return `${docComment(member, indent)}${indent}readonly ${key(name)}: ${type};\n`;
  });
  return members.join('');
}

/** @type {(member: any, path: string, indent: string, imports: Imports) => string} */
function memberType(member, path, indent, imports) {
  const message = messageOf(member);
  if (message) {
    const parameters = Object.entries(message.arguments ?? {}).map(([name, kind]) => {
      if (kind.startsWith('number')) imports.set('Count', './format.js');
      const type = kind.startsWith('number') ? 'Count' : kind.startsWith('text') ? 'string' : 'boolean';
      return `${name}${kind.endsWith('?') ? '?' : ''}: ${type}`;
    });
    return parameters.length > 0 ? `(${parameters.join(', ')}) => string` : 'string';
  }
  const keyed = keyedGroups[path];
  if (!keyed) return `{\n${memberTypes(member, path, `${indent}  `, imports)}${indent}}`;
  imports.set(keyed.key, keyed.from);
  const record = `Record<${keyed.key}, string>`;
  return `Readonly<${keyed.partial ? `Partial<${record}>` : record}>`;
}

/** @type {(member: { description?: string }, indent: string) => string} */
function docComment({ description }, indent) {
  return description === undefined ? '' : `${indent}/** ${description.replaceAll('*/', '* /')} */\n`;
}
