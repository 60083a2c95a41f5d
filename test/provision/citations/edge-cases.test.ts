import { describe, expect, it } from 'vitest';
import { apa, bibtex, bluebook, cslJson, recordCitation, ris } from '../../../src/provision/citations/index.js';
import { evidenceNote } from '../../../src/provision/citations/evidence-note.js';
import type { CitationData } from '../../../src/provision/citations/index.js';

const bare: CitationData = { id: 'r', title: 'A clause', authors: [], csl: {} };
const of = (more: Partial<CitationData>): CitationData => ({ ...bare, ...more });
const issued = { year: 2026, month: 5, day: 12 };

describe('Bluebook with missing data', () => {
  it.each<[string, Partial<CitationData>, string]>([
    ['everything but the title', {}, 'A clause.'],
    ['a title that ends in a quotation', { title: 'The "end"' }, 'The “end.”'],
    ['a title that ends in an apostrophe', { title: "The users'" }, 'The users’.'],
    ['no address', { container: 'Site', issued }, 'A clause, Site (May 12, 2026).'],
    ['no address and no date', { container: 'Site' }, 'A clause, Site.'],
    ['no site', { issued, url: 'https://a.example/' }, 'A clause (May 12, 2026), https://a.example/.'],
    ['no site, no address', { issued }, 'A clause (May 12, 2026).'],
    ['everything but the subject', { subject: 'Acme' }, 'A clause (analyzing Acme).'],
    [
      'no quotation mark of the title, before the parenthetical',
      { title: 'The "end"', subject: 'Acme' },
      'The “end” (analyzing Acme).',
    ],
    [
      'a comma inside the quotation marks, before the site',
      { title: 'The "end"', container: 'Site' },
      'The “end,” Site.',
    ],
    [
      'three or more authors as "et al."',
      { authors: [{ literal: 'A' }, { literal: 'B' }, { literal: 'C' }] },
      'A et al., A clause.',
    ],
    ['two authors', { authors: [{ literal: 'A' }, { literal: 'B' }] }, 'A & B, A clause.'],
  ])('prints %s', (_name, more, expected) => {
    expect(bluebook(of(more))).toBe(expected);
  });
});

describe('BibTeX', () => {
  const field = (name: string, more: Partial<CitationData>) =>
    new RegExp(`^  ${name} = (.*),$`, 'm').exec(bibtex(of(more)))?.[1];

  it('prints a date in words as the year, without a day', () => {
    const more = { issued: { literal: 'spring & summer' } };
    expect(field('year', more)).toBe('{spring \\& summer}');
    expect(field('date', more)).toBeUndefined();
    expect(field('month', more)).toBeUndefined();
  });

  it('has no lines for missing data', () => {
    expect(bibtex(bare)).toBe('@online{r,\n  title = {{A clause}},\n}\n');
  });

  it.each([
    ['--a--b--', 'a--b'],
    ['ü', 'provision'],
    ['§§ 5 §§', '5'],
    ['a:b._c-d', 'a:b._c-d'],
  ])('forms the key of %s', (id, key) => {
    expect(bibtex(of({ id }))).toMatch(`@online{${key},`);
  });

  it.each([
    ['Jane', 'Jane'],
    ['Jane Q.', 'Jane Q.'],
    ['Jean-Luc', 'Jean-Luc'],
    ['5 Jane', '{5 Jane}'],
    ['Jane 5', '{Jane 5}'],
    ['Jane!', '{Jane!}'],
    ['J/K', '{J/K}'],
    ['Jane and Joe', '{Jane and Joe}'],
    ['Jane  Joe', '{Jane  Joe}'],
  ])('prints the given name %s', (given, written) => {
    expect(field('author', { authors: [{ family: 'Doe', given }] })).toBe(`{{Doe}, ${written}}`);
  });

  it.each([
    ['a--b', 'a-{}-b'],
    ["a''b", "a'{}'b"],
    ['a``b', 'a`{}`b'],
    ['a?`b', 'a?{}`b'],
    ['a!`b', 'a!{}`b'],
    ['a<<b', 'a<{}<b'],
    ['a>>b', 'a>{}>b'],
    ['a,,b', 'a,{},b'],
    ["-a 'b' `c` ? ! <d> e,", "-a 'b' `c` ? ! <d> e,"],
  ])('separates marks that LaTeX would join: %s', (title, written) => {
    expect(field('title', { title })).toBe(`{{${written}}}`);
  });
});

describe('RIS', () => {
  it('prints a date in words as other information', () => {
    const text = ris(of({ issued: { literal: 'spring 2026' } }));
    expect(text).toMatch(/^DA {2}- \/\/\/spring 2026\r?$/m);
    expect(text).not.toMatch(/^PY/m);
  });

  it('prints the publisher that the record names', () => {
    expect(ris(of({ csl: { publisher: 'A Press' } }))).toMatch(/^PB {2}- A Press\r?$/m);
  });
});

describe('CSL-JSON', () => {
  it('is indented for readers', () => {
    const text = cslJson(of({ issued, authors: [{ literal: 'A' }, { family: 'Doe', given: 'Jane' }] }));
    const start = ['[', '  {', '    "id": "r",', ''].join('\n');
    expect(text.slice(0, start.length)).toBe(start);
    expect(text).toContain(
      [
        '    "author": [',
        '      {',
        '        "literal": "A"',
        '      },',
        '      {',
        '        "family": "Doe",',
        '        "given": "Jane"',
        '      }',
        '    ],',
        '',
      ].join('\n'),
    );
    expect(text).toContain(
      ['    "issued": {', '      "date-parts": [', '        [2026, 5, 12]', '      ]', '    },', ''].join('\n'),
    );
    expect(text).toContain('    "custom": {}');
    expect(text.endsWith('\n  }\n]\n')).toBe(true);
  });

  it.each(['a"b', 'a\\b', 'a\nb\tc', 'a\0b', 'a\x7fb', 'a\u2028b\u2029c', 'plain – “text” 😀'])('keeps %j', (title) => {
    const text = cslJson(of({ title }));
    expect((JSON.parse(text) as { title: string }[])[0]?.title).toBe(title);
    // No character that older versions of JavaScript take for a line end.
    expect(text.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
  });

  it('does not escape plain letters', () => {
    expect(cslJson(of({ title: 'plain – “text” 😀' }))).toContain('"title": "plain – “text” 😀"');
    expect(cslJson(of({ title: '\x01' }))).toContain('"title": "\\u0001"');
  });
});

describe('the evidence of a record', () => {
  it.each<[Partial<CitationData>, string | undefined]>([
    [{}, undefined],
    [{ subject: 'Acme, Terms' }, 'Acme, Terms'],
    [{ documentId: 'D-1' }, 'D-1'],
    [{ subject: 'Acme, Terms', documentId: 'D-1' }, 'Acme, Terms (D-1)'],
    [{ recordId: 'R-1' }, 'Record R-1'],
    [{ recordId: 'R-1', documentId: 'D-1' }, 'Record R-1 on D-1'],
    [{ captured: '2026-05-11', sourceUrl: 'https://a.example/' }, 'captured May 11, 2026; source https://a.example/'],
  ])('is %j', (more, note) => {
    expect(evidenceNote(of(more))).toBe(note);
  });

  it.each<[Partial<CitationData>, string]>([
    [{ document: 'Terms' }, 'A clause\nDocument: Terms'],
    [{ documentId: 'D-1' }, 'A clause\nDocument: D-1'],
    [{ document: 'Terms', documentId: 'D-1' }, 'A clause\nDocument: Terms (D-1)'],
  ])('has its lines in the record’s own form: %j', (more, text) => {
    expect(recordCitation(of(more))).toBe(text);
  });
});

describe('APA', () => {
  it.each([
    ['7', '(No. 7)'],
    ['17', '(No. 17)'],
    ['17a', '(17a)'],
    ['a17', '(a17)'],
  ])('prints the number %s', (number, written) => {
    expect(apa(of({ number }))).toContain(written);
  });
});
