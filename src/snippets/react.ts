import { EmbedError } from './error.js';
import type { Markup } from '../html/markup.js';

/** Attributes that React's DOM elements call otherwise. Custom elements keep HTML's names. */
const renamed: Readonly<Record<string, string>> = { class: 'className', datetime: 'dateTime' };
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const token = /<(\/?)([a-z][a-z\d-]*)((?: [a-z][a-z\d-]*="[^"]*")*)( \/)?>|([^<]+)/g;
const attribute = / ([a-z][a-z\d-]*)="([^"]*)"/g;

/** The text that references stand for; of references, there are only those that `markup.ts` writes. */
const decoded = (html: string) =>
  html.replace(/&(?:#(\d+)|([a-z]+));/g, (whole, code: string | undefined, name: string | undefined) =>
    code === undefined ? (named[name ?? ''] ?? whole) : String.fromCodePoint(Number(code)),
  );

/** A string of JavaScript, in braces. No `<`, so that a script element that holds it cannot be ended by it. */
const expression = (text: string) =>
  `{${JSON.stringify(text).replace(/[<\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}}`;

/** HTML that this folder has made, as JSX: text and values as strings of JavaScript where JSX would read them otherwise. */
function jsxOf({ html }: Markup, indent: number): string {
  const lines: string[] = [];
  let depth = indent;
  const write = (line: string) => lines.push(`${'  '.repeat(depth)}${line}`);
  for (const [, closing, tag = '', values = '', empty, text] of html.matchAll(token)) {
    if (text !== undefined) {
      // A line break in what we have written; one of the text's own is a reference.
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
 * The element as a React component in a file of its own, for React 18 and 19. It imports the element from the npm package
 * instead of loading a script; what stands inside is never touched by the element, so that React keeps what is its own.
 *
 * @param name of the record in addresses
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
