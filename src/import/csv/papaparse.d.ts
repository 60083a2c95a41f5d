/** The part of Papa Parse that we use. Its own types (`@types/papaparse`) need Node's, which this folder must not know. */
declare module 'papaparse' {
  export interface ParseError {
    readonly type: 'Quotes' | 'Delimiter' | 'FieldMismatch';
    readonly code: string;
    readonly message: string;
    /** Index of the row, from 0. */
    readonly row?: number;
    /** Offset in the text, in UTF-16 code units. */
    readonly index?: number;
  }
  export interface ParseResult {
    readonly data: string[][];
    readonly errors: readonly ParseError[];
  }
  const papa: {
    parse(
      text: string,
      options: {
        readonly delimiter: string;
        readonly preview?: number;
        readonly skipEmptyLines: false;
        readonly quoteChar?: string;
      },
    ): ParseResult;
  };
  export default papa;
}
