import { EmbedError } from './error.js';
import type { Markup } from '../html/markup.js';

/** HTML attributes that React renames on DOM elements. Custom elements keep the HTML names. */
const renamed: Readonly<Record<string, string>> = { class: 'className', datetime: 'dateTime' };
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const token = /<(\/?)([a-z][a-z\d-]*)((?: [a-z][a-z\d-]*="[^"]*")*)( \/)?>|([^<]+)/g;
const attribute = / ([a-z][a-z\d-]*)="([^"]*)"/g;

/** Decodes character references; supports only those that `markup.ts` writes. */
const decoded = (html: string) =>
  html.replace(/&(?:#(\d+)|([a-z]+));/g, (whole, code: string | undefined, name: string | undefined) =>
    code === undefined ? (named[name ?? ''] ?? whole) : String.fromCodePoint(Number(code)),
  );

/** Writes a JavaScript string in braces. It escapes `<`, so that the text cannot end a surrounding script element. */
const expression = (text: string) =>
  `{${JSON.stringify(text).replace(/[<\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}}`;

/** Converts HTML from this folder to JSX. Text and values become JavaScript strings where JSX would parse them differently. */
function jsxOf({ html }: Markup, indent: number): string {
  const lines: string[] = [];
  let depth = indent;
  const write = (line: string) => lines.push(`${'  '.repeat(depth)}${line}`);
  for (const [, closing, tag = '', values = '', empty, text] of html.matchAll(token)) {
    if (text !== undefined) {
      // A line break here is formatting; line breaks of the text itself are character references.
      if (text !== '\n') write(expression(decoded(text)));
    } else if (closing) {
      depth -= 1;
      write(`</${tag}>`);
    } else {
      const own = [...values.matchAll(attribute)].map(([, name = '', value = '']) => {
        const given = decoded(value);
        const called = tag.includes('-') ? name : (renamed[name] ?? name);
        return ` ${called}=${/^[^"\\&<>{}\p{C}]*$/u.test(given) ? `"${given}"` : expression(given)}`;
      });
      write(`<${tag}${own.join('')}${empty ? ' /' : ''}>`);
      if (!empty) depth += 1;
    }
  }
  return lines.join('\n');
}

/**
 * Writes the element as a React component in its own file, for React 18 and 19. The component imports the element from the npm package
 * instead of loading a script. The element never changes its children, so React stays in control of them.
 *
 * @param name name of the record in URLs
 */
export function reactComponent(element: Markup, name: string): string {
  const component = `Provision${name.replace(/[^A-Za-z\d]/g, '')}`;
  if (!/^Provision[A-Za-z\d]+$/.test(component)) throw new EmbedError(`Not a valid name: "${name}"`);
  return `'use client';
import 'provision-embed/define/provision-card';

export default function ${component}() {
  return (
${jsxOf(element, 2)}
  );
}`;
}
