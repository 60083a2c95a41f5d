import { ImportError } from './types.js';
import type { ImportNote } from './types.js';

/** Reads many files. A file that cannot be read becomes a note, and the others are still read. */
export class Attempts {
  #first: ImportError | undefined;

  /** @param notes receives a problem for each file that cannot be read */
  constructor(readonly notes: ImportNote[]) {}

  /** Returns the result of `read`. When `read` throws an `ImportError`, adds a problem to the notes and returns undefined. */
  read<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      this.#first ??= error;
      this.notes.push({ kind: 'problem', ...error.place, message: `${error.message} The file is left out.` });
      return undefined;
    }
  }

  /**
   * Creates the error for an import without any result. It prefers the error of the first file, because that is more specific than
   * `message`.
   */
  nothing(message: string): ImportError {
    return this.#first ?? new ImportError(message);
  }
}
