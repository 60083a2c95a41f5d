import { ImportError } from './types.js';
import type { ImportFile } from './types.js';

/**
 * Parses a JSON file.
 *
 * @throws {ImportError} with line and column when it is not valid JSON
 */
export function readJson({ path, text }: ImportFile): unknown {
  const content = text.replace(/^\ufeff/, '');
  try {
    return JSON.parse(content);
  } catch (error) {
    const { message } = error as SyntaxError;
    const before = content.slice(0, faultIn(content)).split('\n');
    throw new ImportError(
      `It is not valid JSON: ${message.replace(/, "[^]*$| in JSON at position.*$/, '')}.`,
      { file: path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
      { cause: error },
    );
  }
}

const space = /[ \t\n\r]*/y;
const scalar =
  /"(?:[^"\\\0-\x1f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Returns the offset of the first syntax error. JavaScript engines report it in different words or not at all. */
function faultIn(text: string): number {
  let at = 0;
  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  /** Stack of the expected closing brackets. */
  const open: string[] = [];
  let wants: 'value' | 'name' | 'end' = 'value';
  for (;;) {
    skip(space);
    const next = text.charAt(at);
    const closing = open.at(-1);
    const isEmpty = closing !== undefined && /[[{]\s*$/.test(text.slice(Math.max(0, at - 64), at));
    if (next === closing && (wants === 'end' || isEmpty)) {
      open.pop();
      at++;
      wants = 'end';
    } else if (wants === 'end') {
      if (next !== ',' || closing === undefined) return at;
      at++;
      wants = closing === '}' ? 'name' : 'value';
    } else if (wants === 'name') {
      if (next !== '"' || !skip(scalar)) return at;
      skip(space);
      if (text.charAt(at) !== ':') return at;
      at++;
      wants = 'value';
    } else if (next === '{' || next === '[') {
      at++;
      open.push(next === '{' ? '}' : ']');
      wants = next === '{' ? 'name' : 'value';
    } else {
      if (!skip(scalar)) return at;
      wants = 'end';
    }
  }
}
