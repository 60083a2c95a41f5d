/** What every importer takes and gives. */
import type { Feed, Provision } from '../feed/types.js';

/** A feed as an importer writes it: JSON Feed 1.1 asks for `version` and `title`. */
export interface ImportedFeed extends Feed {
  readonly version: 'https://jsonfeed.org/version/1.1';
  readonly title: string;
  readonly items: readonly Provision[];
}

/** Where something stands in a file that was imported. Lines, rows and columns count from 1. */
export interface ImportPlace {
  /** Path of the file, as it was given. */
  readonly file?: string;
  /** Line of a text file. */
  readonly line?: number;
  /** Column of a text file, in UTF-16 code units. */
  readonly column?: number;
  /** Row of a spreadsheet, the header included. */
  readonly row?: number;
  /** Column of a spreadsheet, as its letters and its header: `F "Severity"`. */
  readonly cell?: string;
}

/** Something that was left out, changed or doubted while a source was read. It never costs the rest of the feed. */
export interface ImportNote extends ImportPlace {
  /** `problem`: data was left out. `note`: all data was taken, and a person should know how. */
  readonly kind: 'problem' | 'note';
  /** A sentence in plain English. */
  readonly message: string;
}

/** The feed of a source, and all that was noticed on the way. */
export interface ImportResult {
  readonly feed: ImportedFeed;
  readonly notes: readonly ImportNote[];
}

/** A text file of a source. */
export interface ImportFile {
  /** Path with `/` as separator. Importers look at its end only, so any folder may stand before it. */
  readonly path: string;
  readonly text: string;
}

/** Options that all importers have. */
export interface ImportOptions {
  /** Title of the feed. Default: one that names the source. */
  readonly title?: string | undefined;
  /** Commit, release or date of the source that was read, for `_provision_feed.source.commit`. */
  readonly commit?: string | undefined;
}

/** Nothing can be imported. The message is a sentence; the place is where the reason stands. */
export class ImportError extends Error {
  override readonly name = 'ImportError';

  constructor(
    message: string,
    readonly place: ImportPlace = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A place in words: `terms.csv, row 7, column F "Severity"`, or `a.toml:3:12`. Empty where nothing is known. */
export function placeText({ file, line, column, row, cell }: ImportPlace): string {
  if (line !== undefined) return [file ?? 'line', line, column].filter((part) => part !== undefined).join(':');
  return [file, row === undefined ? undefined : `row ${row}`, cell === undefined ? undefined : `column ${cell}`]
    .filter((part) => part !== undefined)
    .join(', ');
}
