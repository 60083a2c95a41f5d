import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enComparison } from '../../src/i18n/locales/en-comparison.js';
import { comparisonCsv, csvField } from '../../src/provision/comparison/csv.js';

/** A strict parser of RFC 4180. */
function read(text: string): string[][] {
  const lines: string[][] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  let line: string[] = [];
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const match = field.exec(text);
    if (!match) throw new Error(`No field at ${at}`);
    line.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== ',') {
      lines.push(line);
      line = [];
    }
  }
  return lines;
}

describe('comparisonCsv', () => {
  const file = comparisonCsv(
    [
      {
        platform: { name: 'Bow, "Fiddle"' },
        severity: { level: 'low', label: 'Low' },
        excerpt: 'One.\nTwo, “three”.',
        truncated: true,
        language: 'en',
        match: 'weak',
        url: 'https://bow.example/terms',
        record_id: 'CW-1',
        captured: '2026-05-12',
      },
      { excerpt: '=HYPERLINK("https://evil.example")' },
    ],
    'Clausewatch',
    enComparison,
  );

  it('starts with the byte order mark for Excel, and ends lines as the RFC requires', () => {
    expect(file.startsWith('\ufeffPlatform,')).toBe(true);
    expect(file.endsWith('\r\n')).toBe(true);
  });

  it('has every row complete, with its source and the analyst', () => {
    const [head, first, second, ...more] = read(file.slice(1));
    expect(more).toEqual([]);
    expect(first).toEqual([
      'Bow, "Fiddle"',
      'low',
      'Low',
      'One.\nTwo, “three”.',
      'yes',
      'weak',
      'en',
      '2026-05-12',
      'https://bow.example/terms',
      'CW-1',
      'Clausewatch',
    ]);
    expect(first).toHaveLength(head!.length);
    expect(second).toHaveLength(head!.length);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '＝1+1'])(
    'marks %j as text for a spreadsheet',
    (text) => {
      expect(read(csvField(text))[0]).toEqual([`'${text}`]);
    },
  );

  it.each(['We = us', 'a-b', 'x@y.example', '“=”'])('leaves %j unchanged', (text) => {
    expect(csvField(text)).toBe(text);
  });

  it('returns every text to a parser unchanged', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 5 }), (texts) => {
        const [line] = read(`${texts.map(csvField).join(',')}\r\n`);
        expect(line!.map((text, index) => (text === `'${texts[index]}` ? texts[index] : text))).toEqual(texts);
      }),
    );
  });
});

it.each([
  [undefined, ''],
  ['', ''],
  ['a b', 'a b'],
  ['a,b', '"a,b"'],
  ['a "b" c', '"a ""b"" c"'],
  ['a\nb', '"a\nb"'],
  ['=a', "'=a"],
])('writes the field %j', (text, field) => {
  expect(csvField(text)).toBe(field);
});

it('names the source of the data in each row, where the feed has one', () => {
  const words = { columns: new Proxy({}, { get: (_, name) => name }) as Readonly<Record<string, string>>, yes: 'yes' };
  const csv = comparisonCsv([{ excerpt: 'a' }, { excerpt: 'b' }], 'X', words, 'Set, CC BY 4.0');
  expect(
    csv
      .trim()
      .split('\r\n')
      .map((line) => line.split(',"Set')[1] ?? line.split(',').at(-1)),
  ).toEqual(['data', ', CC BY 4.0"', ', CC BY 4.0"']);
});
