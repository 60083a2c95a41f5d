// @ts-check
/** Writes the parts of TypeScript that all generated files share. */

/** @typedef {{ [name: string]: string | Code }} Code  Expressions by the names of their messages and groups. */

/** @param {string} source */
export const header = (source) =>
  `// Generated from ${source} by compile-locales.mjs (npm run locales). Do not edit.\n`;

/** @param {Code} code @returns {string} */
export function objectLiteral(code, indent = '  ') {
  const members = Object.entries(code).map(([name, value]) => {
    const expression = typeof value === 'string' ? value : objectLiteral(value, `${indent}  `);
    return `${indent}${key(name)}: ${expression},\n`;
  });
  return `{\n${members.join('')}${indent.slice(2)}}`;
}

/** @param {string} name */
export const key = (name) => (/^[a-z_$][\w$]*$/i.test(name) ? name : stringLiteral(name));

/** @param {string} text */
export const stringLiteral = (text) => visible(JSON.stringify(text));

/** Escapes a text for a template literal. @param {string} text */
export const inTemplate = (text) => visible(text.replace(/[\\`]|\$(?=\{)/g, '\\$&'));

/** Writes invisible characters as escapes. @param {string} text */
function visible(text) {
  const escape = (/** @type {string} */ found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return text.replace(/[\p{Cf}\p{Zl}\p{Zp}\u00a0\u202f]/gu, escape);
}
