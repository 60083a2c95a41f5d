import { ImportError } from './types.js';
import type { ImportNote } from './types.js';

/** Reads many files, of which one that cannot be read costs itself and not the others. */
export class Attempts {
  #first: ImportError | undefined;

  /** @param notes an error of a file is added as a problem */
  constructor(readonly notes: ImportNote[]) {}

  /** What `read` gives; undefined, with a problem in the notes, where it throws an `ImportError`. */
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

  /** The error to throw where nothing was imported: the first file's own error says more than that there is nothing. */
  nothing(message: string): ImportError {
    return this.#first ?? new ImportError(message);
  }
}
