/** Types that all importers share. */
import type { Feed, Provision } from '../feed/types.js';

/** A feed from an importer. JSON Feed 1.1 requires `version` and `title`. */
export interface ImportedFeed extends Feed {
  readonly version: 'https://jsonfeed.org/version/1.1';
  readonly title: string;
  readonly items: readonly Provision[];
}

/** A place in an imported file. Lines, rows and columns count from 1. */
export interface ImportPlace {
  /** Path of the file, as given. */
  readonly file?: string;
  /** Line of a text file. */
  readonly line?: number;
  /** Column of a text file, in UTF-16 code units. */
  readonly column?: number;
  /** Row of a spreadsheet, including the header. */
  readonly row?: number;
  /** Column of a spreadsheet by letters and header: `F "Severity"`. */
  readonly cell?: string;
}

/** A report on something left out, changed or doubtful in a source. The rest of the feed is imported. */
export interface ImportNote extends ImportPlace {
  /** `problem`: data was left out. `note`: all data was imported, but a person should check how. */
  readonly kind: 'problem' | 'note';
  /** One sentence in English. */
  readonly message: string;
}

/** The imported feed with all notes. */
export interface ImportResult {
  readonly feed: ImportedFeed;
  readonly notes: readonly ImportNote[];
}

/** A text file of a source. */
export interface ImportFile {
  /** Path with `/` as separator. Importers use only its end, so any folder may precede it. */
  readonly path: string;
  readonly text: string;
}

/** Options of all importers. */
export interface ImportOptions {
  /** Title of the feed (default: a title that names the source). */
  readonly title?: string | undefined;
  /** Commit, release or date of the source that was read, for `_provision_feed.source.commit`. */
  readonly commit?: string | undefined;
}

/** Reports that nothing could be imported. The message is a sentence; the place is the position of the cause. */
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

/** Describes a place: `terms.csv, row 7, column F "Severity"`, or `a.toml:3:12`. Empty for an unknown place. */
export function placeText({ file, line, column, row, cell }: ImportPlace): string {
  if (line !== undefined) return [file ?? 'line', line, column].filter((part) => part !== undefined).join(':');
  return [file, row === undefined ? undefined : `row ${row}`, cell === undefined ? undefined : `column ${cell}`]
    .filter((part) => part !== undefined)
    .join(', ');
}
