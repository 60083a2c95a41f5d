import { describe, expect, it } from 'vitest';
import { importCsv } from '../../src/import/csv/csv.js';
import { csvTemplate } from '../../src/import/csv/template.js';
import { decodeText } from '../../src/import/decode.js';
import { ImportError, placeText } from '../../src/import/types.js';
import type { ImportResult } from '../../src/import/types.js';
import { expectCleanFeed } from './support.js';

const noteTexts = ({ notes }: ImportResult) =>
  notes
    .filter(({ message }) => !message.startsWith('Rows without an author'))
    .map((note) => `${placeText(note)}: ${note.message}`);
const clauses = ({ feed }: ImportResult) => feed.items.map(({ _provision: { clauses: all } }) => all?.[0]?.text);

/** Returns the error for a text, with its place. */
function refusal(text: string): string {
  try {
    importCsv(text);
  } catch (error) {
    if (error instanceof ImportError) return `${placeText(error.place)}: ${error.message}`;
    throw error;
  }
  return 'not refused';
}

describe('importCsv', () => {
  it('imports its own template without a note', () => {
    const result = importCsv(csvTemplate());
    expectCleanFeed(result);
    expect(result.notes).toEqual([]);
    expect(result.feed.items.map(({ id }) => id)).toEqual(['EX-0001', 'EX-0002']);
    expect(result.feed.items[0]).toMatchObject({
      title: 'Lanternbook may end an account without notice',
      language: 'en',
      tags: ['account', 'notice'],
      _provision: {
        platform: { name: 'Lanternbook', slug: 'lanternbook', url: 'https://lanternbook.example/' },
        severity: { level: 'high', label: 'High' },
        clause_type: 'termination',
        provenance: { captured: '2026-05-12' },
      },
    });
  });

  it.each([
    [',', 'commas'],
    [';', 'semicolons'],
    ['\t', 'tabs'],
    ['|', 'upright lines'],
  ])('reads cells separated by %s (%s)', (separator) => {
    const row = ['We, the company; may | sell', 'Acme', '2026-05-12'].map((cell) => `"${cell}"`).join(separator);
    const result = importCsv(`Clause${separator}Platform${separator}Captured\n${row}\n`);
    expect(clauses(result)).toEqual(['We, the company; may | sell']);
    expect(noteTexts(result)).toEqual([]);
  });

  it('reads Excel’s separator line, and counts that line', () => {
    const result = importCsv('sep=;\r\nPlatform;Clause;Severity\r\nAcme;One;terrible\r\n');
    expect(noteTexts(result)).toEqual([
      expect.stringMatching(/^row 3, column C "Severity": "terrible" is not one of critical/),
    ]);
  });

  it.each(['PLATFORM_NAME', ' platform name ', 'Company', 'Plátform'])('accepts the header "%s"', (header) => {
    expect(importCsv(`Clause,${header}\nA,Acme\n`).feed.items[0]?._provision.platform?.name).toBe('Acme');
  });

  it('reports an unknown column', () => {
    expect(noteTexts(importCsv('Clause,Platform,Mood\nA,Acme,good\n'))).toEqual([
      expect.stringMatching(/^row 1, column C "Mood": The column is unknown and is not imported/),
    ]);
  });

  it.each([
    'utf-8',
    'utf-8 with a byte order mark',
    'utf-16le',
    'utf-16be',
    'utf-16le without a byte order mark',
    'windows-1252',
  ])('reads %s', (encoding) => {
    const text = 'Clause,Platform\r\nWir dürfen Ihr Konto löschen – “jederzeit”.,Müller\r\n';
    const windows = new Map([
      ['“', 0x93],
      ['”', 0x94],
      ['–', 0x96],
    ]);
    const marked = encoding.includes('without') || !/mark|16/.test(encoding) ? text : `\ufeff${text}`;
    const bytes = encoding.startsWith('utf-8')
      ? new TextEncoder().encode(marked)
      : encoding.startsWith('utf-16')
        ? Uint8Array.from(marked, (c) => c.charCodeAt(0)).length &&
          new Uint8Array(
            Array.from(marked).flatMap((c) => {
              const pair = [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8];
              return encoding.startsWith('utf-16be') ? pair.reverse() : pair;
            }),
          )
        : Uint8Array.from(text, (c) => windows.get(c) ?? c.charCodeAt(0));
    expect(clauses(importCsv(decodeText(bytes as Uint8Array).text))).toEqual([
      'Wir dürfen Ihr Konto löschen – “jederzeit”.',
    ]);
  });

  it('repairs UTF-8 that was saved as Windows-1252', () => {
    expect(clauses(importCsv('Clause,Platform\nThe userâ€™s cafÃ©,Acme\n'))).toEqual(['The user’s café']);
  });

  it('keeps ids when the rows are sorted differently', () => {
    const rows = ['We may sell,Acme,Sale', 'We may keep,Acme,Sale', 'We may end,Acme,End'];
    const ids = (all: string[]) => {
      const { feed } = importCsv(`Clause,Platform,Title\n${all.join('\n')}\n`);
      return feed.items.map(({ id, _provision }) => `${_provision.clauses?.[0]?.text ?? ''}=${id}`).sort();
    };
    expect(ids(rows)).toEqual(ids([...rows].reverse()));
    expect(new Set(ids(rows)).size).toBe(3);
  });
});

it('reports the shown analyst when no author and no title is given', () => {
  const notes = (title?: string) => importCsv('Clause,Platform\nA,Acme\n', { title }).notes;
  expect(notes()).toMatchObject([{ kind: 'note', message: expect.stringContaining('Analysis by Provision records') }]);
  expect(notes('Acme Watch')).toEqual([]);
});

describe('importCsv with a broken spreadsheet', () => {
  it.each([
    ['an empty file', '', 'row 1, column A: The spreadsheet is empty'],
    ['only empty cells', ',,\n,,\n', 'row 1, column A: No header was found'],
    ['prose', 'Dear all,\nhere are the terms.\n', 'row 1, column A: No header was found'],
    ['no rows', 'Clause,Platform\n', 'row 2: No row gives a record'],
    [
      'a quotation mark that is never closed',
      'Clause,Platform\nA,B\n"C,D\nE,F\n',
      'row 3, column A "Clause": A quotation mark opens this cell',
    ],
  ])('refuses %s with its row', (_name, text, error) => {
    expect(refusal(text)).toContain(error);
  });

  it.each([
    ['a merged platform cell', 'Platform,Clause\nAcme,A\n,B\n', 'row 3, column A "Platform": The cell is empty', 2],
    [
      'a formula',
      'Platform,Clause\nAcme,"=CONCAT(A1,B1)"\nAcme,B\n',
      'row 2, column B "Clause": It holds a formula',
      1,
    ],
    [
      'a formula error',
      'Platform,Clause,Severity\nAcme,A,#REF!\n',
      'row 2, column C "Severity": It holds the spreadsheet\'s error #REF!',
      1,
    ],
    [
      'curly quotation marks around a cell',
      'Platform,Clause\nAcme,“We, the company”\nAcme,B\n',
      'row 2, column C: The row has more cells (3) than the header (2)',
      1,
    ],
    [
      'a duplicate id',
      'ID,Clause,Platform\n1,A,Acme\n1,B,Acme\n',
      'row 3, column A "ID": The id "1" is already used in row 2',
      1,
    ],
    [
      'an ambiguous date',
      'Platform,Clause,Captured\nAcme,A,05/12/2026\n',
      'row 2, column C "Captured": "05/12/2026" may be day and month or month and day',
      1,
    ],
    [
      'a day that does not exist',
      'Platform,Clause,Captured\nAcme,A,2026-02-30\n',
      'row 2, column C "Captured": "2026-02-30" is not a date',
      1,
    ],
    [
      'an invalid URL',
      'Platform,Clause,Document URL\nAcme,A,see below\n',
      'row 2, column C "Document URL": "see below" is not an absolute http',
      1,
    ],
    [
      'a javascript: URL',
      'Platform,Clause,Document URL\nAcme,A,javascript:alert(1)\n',
      'row 2, column C "Document URL": "javascript:alert(1)" is not an absolute http',
      1,
    ],
    [
      'a row without content',
      'Platform,Clause,Severity\nAcme,A,High\nAcme,,High\n',
      'row 3, column B "Clause": The row has no clause, no summary and no title',
      1,
    ],
    [
      'two columns with the same meaning',
      'Platform,Clause,Quote\nAcme,A,B\n',
      'row 1, column C "Quote": The column means the same as B "Clause"',
      1,
    ],
    [
      'a title above the header',
      'Our terms,,\n,,\nPlatform,Clause\nAcme,A\n',
      'row 1: This row is above the header',
      1,
    ],
    [
      'an invalid language tag',
      'Platform,Clause,Language\nAcme,A,English please\n',
      'row 2, column C "Language": "English please" is not a language tag',
      1,
    ],
  ])('imports %s with a note that names row and column', (_name, text, note, records) => {
    const result = importCsv(text);
    expect(noteTexts(result).join('\n')).toContain(note);
    expect(result.feed.items).toHaveLength(records);
    expectCleanFeed(result);
  });

  it('keeps row numbers across empty lines', () => {
    expect(noteTexts(importCsv('\n\nPlatform,Clause,Captured\n\nAcme,A,soon\n'))).toEqual([
      expect.stringMatching(/^row 5, column C "Captured"/),
    ]);
  });

  it('fills merged platform cells from above with fillDown', () => {
    const result = importCsv('Platform,Document,Clause\nAcme,Terms,A\n,,B\nZeta,Policy,C\n', {
      fillDown: true,
    });
    expect(result.feed.items.map(({ _provision }) => [_provision.platform?.name, _provision.document?.title])).toEqual([
      ['Acme', 'Terms'],
      ['Acme', 'Terms'],
      ['Zeta', 'Policy'],
    ]);
    expect(noteTexts(result)).toEqual([]);
  });

  it('gives 50,000 records of 50,000 rows unique ids', () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, index) => `Acme ${index % 100};Terms;"Clause ${index}, as it stands";Sale`,
    );
    const { feed } = importCsv(`Platform;Document;Clause;Type\n${rows.join('\n')}\n`);
    expect(new Set(feed.items.map(({ id }) => id)).size).toBe(50_000);
  });
});
