import { ImportError } from './types.js';
import type { ImportFile } from './types.js';

/**
 * The value of a JSON file.
 *
 * @throws {ImportError} with line and column where it is not JSON
 */
export function readJson({ path, text }: ImportFile): unknown {
  const content = text.replace(/^\ufeff/, '');
  try {
    return JSON.parse(content);
  } catch (error) {
    const { message } = error as SyntaxError;
    // V8 tells the offset; at the end of the text it does not.
    const given = /position (\d+)/.exec(message)?.[1];
    const before = content.slice(0, given === undefined ? undefined : Number(given)).split('\n');
    throw new ImportError(
      `It is not valid JSON: ${message.replace(/ \(line \d+ column \d+\)$/, '')}.`,
      { file: path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
      { cause: error },
    );
  }
}
