/** The part of Papa Parse that we use. Its own types (`@types/papaparse`) require Node's types, which this folder must not use. */
declare module 'papaparse' {
  export interface ParseError {
    readonly type: 'Quotes' | 'Delimiter' | 'FieldMismatch';
    readonly code: string;
    readonly message: string;
    /** Row index, from 0. */
    readonly row?: number;
    /** Offset in the text in UTF-16 code units. */
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
