/**
 * Imports spreadsheets as newsrooms receive them, from bytes. Each gives a feed or an error that names row and column as the spreadsheet
 * program shows them. The expected lists are complete and in order.
 */
import { describe, expect, it } from 'vitest';
import { importCsv } from '../../src/import/csv/csv.js';
import type { CsvOptions } from '../../src/import/csv/csv.js';
import { decodeText } from '../../src/import/decode.js';
import { ImportError, placeText } from '../../src/import/types.js';
import { expectCleanFeed } from './support.js';

interface Broken {
  readonly text: string;
  /** Encoding of the file (default: UTF-8). */
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1';
  readonly options?: CsvOptions;
  /** Clauses of the feed; omitted when the import is refused. */
  readonly clauses?: readonly string[];
  /** Start of each note, or of the error. */
  readonly reported: readonly string[];
}

const bytesOf = ({ text, encoding = 'utf-8' }: Broken): Uint8Array => {
  const bytes = Buffer.from(text, encoding === 'utf-16be' ? 'utf-16le' : encoding);
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
};

function outcome(broken: Broken): { clauses?: readonly (string | undefined)[]; reported: readonly string[] } {
  try {
    const result = importCsv(decodeText(bytesOf(broken)).text, { title: 'A feed', ...broken.options });
    expectCleanFeed(result);
    return {
      clauses: result.feed.items.map((item) => item._provision.clauses?.[0]?.text),
      reported: result.notes.map((note) => `${placeText(note)}: ${note.message}`),
    };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { reported: [`${placeText(error.place)}: ${error.message}`] };
  }
}

const broken: Readonly<Record<string, Broken>> = {
  'semicolons, with commas in the clauses': {
    text: 'Platform;Clause;Severity\r\nAcme;We may, at any time, sell.;High\r\n',
    clauses: ['We may, at any time, sell.'],
    reported: [],
  },
  'an unknown separator': {
    text: 'Platform^Clause^Severity\nAcme^We may.^High\n',
    reported: ['row 1, column A: No header was found. A row with "Platform", "Clause"'],
  },
  'a comma in a clause without quotation marks': {
    text: 'Platform,Clause,Severity\nAcme,We may, at any time, sell.,High\nAcme,We keep.,Low\n',
    clauses: ['We keep.'],
    reported: ['row 2, column D: The row has more cells (5) than the header (3)'],
  },
  'merged cells': {
    text: 'Platform,Document,Clause\nAcme,Terms,A\n,,B\n,,C\n',
    clauses: ['A', 'B', 'C'],
    reported: [
      'row 3, column A "Platform": The cell is empty: the record names no platform.',
      'row 4, column A "Platform": The cell is empty: the record names no platform.',
    ],
  },
  'formulas and their errors': {
    text: 'Platform,Clause,Severity\nAcme,"=VLOOKUP(A2,Texts!A:B,2,FALSE)",High\nAcme,B,#N/A\n=A3,C,Low\n',
    clauses: ['B', 'C'],
    reported: [
      'row 2, column B "Clause": It holds a formula and not its result',
      'row 2, column B "Clause": The row has no clause, no summary and no title',
      'row 3, column C "Severity": It holds the spreadsheet\'s error #N/A',
      'row 4, column A "Platform": It holds a formula and not its result',
      'row 4, column A "Platform": The cell is empty: the record names no platform.',
    ],
  },
  'smart quotes instead of straight ones': {
    text: 'Platform,Clause,Severity\nAcme,“We may, or may not, sell.”,High\nAcme,“We keep.”,Low\n',
    clauses: ['“We keep.”'],
    reported: [
      'row 2, column D: The row has more cells (5) than the header (3), so its cells may stand under the wrong columns',
    ],
  },
  'empty lines between rows and at the end': {
    text: '\n\nPlatform,Clause,Captured\n\nAcme,A,2026-05-12\n,,\n\nAcme,B,soon\n\n\n',
    clauses: ['A', 'B'],
    reported: ['row 8, column C "Captured": "soon" is not a date such as 2026-05-12'],
  },
  'an id used three times': {
    text: 'No.,Platform,Clause\n7,Acme,A\n8,Acme,B\n7,Acme,C\n7,Acme,D\n',
    clauses: ['A', 'B'],
    reported: [
      'row 4, column A "No.": The id "7" is already used in row 2: this row is left out.',
      'row 5, column A "No.": The id "7" is already used in row 2: this row is left out.',
    ],
  },
  'UTF-8 with a byte order mark, CRLF': {
    text: '\ufeffPlatform,Clause\r\nMüller,Wir dürfen.\r\n',
    clauses: ['Wir dürfen.'],
    reported: [],
  },
  'UTF-16 as Excel’s “Unicode text”': {
    text: '\ufeffPlatform\tClause\tCaptured\r\nMüller\t“Wir dürfen.”\tgestern\r\n',
    encoding: 'utf-16le',
    clauses: ['“Wir dürfen.”'],
    reported: ['row 2, column C "Captured": "gestern" is not a date'],
  },
  'UTF-16 big-endian without a byte order mark': {
    text: 'Platform,Clause,Document URL\nMüller,Wir dürfen.,https://mueller.example/terms\n',
    encoding: 'utf-16be',
    clauses: ['Wir dürfen.'],
    reported: [],
  },
  'Windows-1252': {
    text: 'Platform;Clause\nCaf\xe9;\x93Nous pouvons\x94 \x96 toujours.\n',
    encoding: 'latin1',
    clauses: ['“Nous pouvons” – toujours.'],
    reported: [],
  },
  'UTF-8 saved as Windows-1252, and a lost character': {
    text: 'Platform,Clause\nAcme,The userâ€™s data\nAcme,Donn\ufffdes\n',
    // This is checked separately below, because expectCleanFeed refuses U+FFFD.
    reported: [],
  },
  'the header on the third row': {
    text: 'Terms we track,,\nas of May,,\nPlatform,Clause,Severity\nAcme,A,High\nAcme,,High\n',
    clauses: ['A'],
    reported: [
      'row 1: This row is above the header and is not imported.',
      'row 2: This row is above the header and is not imported.',
      'row 5, column B "Clause": The row has no clause, no summary and no title: it is left out.',
    ],
  },
  'a total row': {
    text: 'Title,Platform,Clause,Score\nA title,Acme,A,3\nTotal,,,3\n',
    clauses: ['A'],
    reported: [
      'row 1, column D "Score": The column is unknown and is not imported.',
      'row 3, column A "Title": The row looks like a total of the rows above and is left out.',
    ],
  },
  'dates in the formats of other countries': {
    text: [
      'Platform;Clause;Captured',
      ...['12.05.2026', '12. Mai 2026', '1er août 2026', '12 de mayo de 2026', '2026年5月12日', 'Tue, 12 May 2026'].map(
        (date, index) => `Acme;${index};${date}`,
      ),
      'Acme;6;05/12/2026',
      'Acme;7;13/05/2026',
      'Acme;8;46154',
      'Acme;9;31.02.2026',
    ].join('\n'),
    clauses: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    reported: [
      'row 8, column C "Captured": "05/12/2026" may be day and month or month and day',
      'row 10, column C "Captured": "46154" is a spreadsheet\'s internal number of a day',
      'row 11, column C "Captured": "31.02.2026" is not a date',
    ],
  },
  'URLs without a scheme, and invalid ones': {
    text: 'Platform,Clause,Document URL,Archive URL\nAcme,A,acme.example/terms,see archive\nAcme,B,javascript:alert(1),\n',
    clauses: ['A', 'B'],
    reported: [
      'row 2, column C "Document URL": The address has no "https://": https://acme.example/terms is used.',
      'row 2, column D "Archive URL": "see archive" is not an absolute http: or https: URL',
      'row 3, column C "Document URL": "javascript:alert(1)" is not an absolute http: or https: URL',
    ],
  },
  'severities in other words, with numbers, and as numbers': {
    text: 'Platform,Clause,Severity\nAcme,A,élevé\nAcme,B,4 – High\nAcme,C,🔴 kritisch\nAcme,D,4/5\nAcme,E,horrible\n',
    clauses: ['A', 'B', 'C', 'D', 'E'],
    reported: [
      'row 5, column C "Severity": "4/5" is not one of critical, high',
      'row 6, column C "Severity": "horrible" is not one of critical, high',
    ],
  },
  'a quotation mark that is never closed': {
    text: 'Platform,Clause\nAcme,A\nAcme,"We may\nsell\nAcme,C\nAcme,D\n',
    reported: ['row 3, column B "Clause": A quotation mark opens this cell and is never closed'],
  },
  'undoubled quotation marks within a quoted cell': {
    text: 'Platform,Clause\nAcme,A\nAcme,"We "may" sell"\nAcme,C\n',
    clauses: ['A', 'We "may" sell', 'C'],
    reported: ['row 3, column B "Clause": A quotation mark inside a quoted cell is not doubled'],
  },
  'unquoted cells from a web spreadsheet': {
    text: 'Platform\tClause\tCaptured\nAcme\t"We" may sell\tsoon\nAcme\t"Your data\t2026-05-12\n',
    clauses: ['"We" may sell', '"Your data'],
    reported: ['row 2, column C "Captured": "soon" is not a date'],
  },
  'ragged rows': {
    text: 'Platform,Clause,Severity,Captured\nAcme,A\nAcme,B,High\nAcme,C,High,2026-05-12,,\nAcme,D,High,2026-05-12,,x,\n',
    clauses: ['A', 'B', 'C'],
    reported: ['row 5, column F: The row has more cells (7) than the header (4)'],
  },
  'hidden columns without a header': {
    text: 'Platform,,Clause,\nAcme,internal: ask Jo,A,\nAcme,,B,\n',
    clauses: ['A', 'B'],
    reported: [
      'row 1, column B: The column has no header and is not imported. It holds "internal: ask Jo", for example.',
    ],
  },
  'a duplicate header': {
    text: 'Platform,Clause,Quote,Clause\nAcme,A,B,C\n',
    clauses: ['A'],
    reported: [
      'row 1, column C "Quote": The column means the same as B "Clause": only that one is imported.',
      'row 1, column D "Clause": The column means the same as B "Clause": only that one is imported.',
    ],
  },
  'two joined exports with their headers': {
    text: 'Platform,Clause\nAcme,A\nPlatform,Clause\nZeta,B\n',
    clauses: ['A', 'B'],
    reported: ['row 3: The row repeats the header and is not imported.'],
  },
  'only a header': { text: 'Platform,Clause,Severity\n', reported: ['row 2: No row gives a record'] },
  'white space only': { text: ' \n\n ', reported: ['row 1, column A: The spreadsheet is empty.'] },
  'a renamed workbook': {
    text: `PK\x03\x04\x14\x00\x06\x00\x08\x00${'\x00\x00!\x00xl/workbook.xml\x8f\xff'.repeat(200)}`,
    encoding: 'latin1',
    reported: ['row 1, column A: This is a workbook (.xlsx, .ods or .numbers)'],
  },
  'a renamed old workbook': {
    text: `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\x00'.repeat(500)}`,
    encoding: 'latin1',
    reported: ['row 1, column A: This is an old Excel workbook (.xls)'],
  },
  'a web page saved as CSV': {
    text: '<html><head><meta charset=utf-8></head><table><tr><td>Platform<td>Clause</table>',
    reported: ['row 1, column A: This is a web page (HTML), and not CSV.'],
  },
  'HTML pasted into cells': {
    text: 'Platform,Clause,Summary\nAT&amp;T,"<p>We may&nbsp;sell</p><p>your data.</p>",Uses a < b and R&D\n',
    clauses: ['We may\u00a0sell\n\nyour data.'],
    reported: [
      'row 2, column A "Platform": It contains HTML, as copied from a web page: only its text is used.',
      'row 2, column B "Clause": It contains HTML, as copied from a web page: only its text is used.',
    ],
  },
  prose: {
    text: 'Dear colleagues,\nattached are the terms of Acme.\n',
    reported: ['row 1, column A: No header was found.'],
  },
  'classic Mac OS line endings': {
    text: 'Platform,Clause,Captured\rAcme,A,soon\rAcme,B,\r',
    clauses: ['A', 'B'],
    reported: ['row 2, column C "Captured": "soon" is not a date'],
  },
};
const { 'UTF-8 saved as Windows-1252, and a lost character': lost, ...others } = broken;

describe('importCsv with a broken spreadsheet', () => {
  it.each(Object.entries(others))('reports %s', (_name, one) => {
    const { clauses, reported } = outcome(one);
    expect(reported.map((note, index) => note.slice(0, one.reported[index]?.length ?? note.length))).toEqual(
      one.reported,
    );
    expect(clauses).toEqual(one.clauses);
  });

  it('names the cell of a lost character, and repairs the repairable ones', () => {
    const { feed, notes } = importCsv(decodeText(bytesOf(lost!)).text, { title: 'A feed' });
    expect(feed.items[0]?._provision.clauses).toEqual([{ text: 'The user’s data' }]);
    expect(notes.map(placeText)).toEqual(['row 3, column B "Clause"']);
  });

  it('reads ambiguous dates when their order is given', () => {
    const text = 'Platform,Clause,Captured\nAcme,A,05/12/2026\nAcme,B,25/12/2026\n';
    const captured = (dates: 'dmy' | 'mdy') =>
      importCsv(text, { title: 'A feed', dates }).feed.items.map((item) => item._provision.provenance?.captured);
    expect(captured('dmy')).toEqual(['2026-12-05', '2026-12-25']);
    expect(captured('mdy')).toEqual(['2026-05-12', '2026-12-25']);
  });

  it('names the one wrong cell among 50,000 rows', () => {
    const rows = Array.from({ length: 50_000 }, (_, index) => `Acme,Clause ${index},${index === 43_210 ? 'soon' : ''}`);
    const { feed, notes } = importCsv(`Platform,Clause,Captured\n${rows.join('\n')}`, { title: 'A feed' });
    expect(feed.items).toHaveLength(50_000);
    expect(notes.map(placeText)).toEqual(['row 43212, column C "Captured"']);
  });
});
