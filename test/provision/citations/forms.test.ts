/** Examples that follow the rules of the manuals, which they name. */
import { describe, expect, test } from 'vitest';
import {
  apa,
  bibtex,
  bluebook,
  chicagoBibliography,
  chicagoNote,
  citationForms,
  cslJson,
  recordCitation,
  ris,
} from '../../../src/provision/citations/index.js';
import { cite, complete, record } from './records.js';

const all = cite(complete);
const onItsOwnSite = cite(record({}, { authors: [{ name: 'Terms Watch' }] }));
const undated = cite(record({ date_published: undefined }, {}, { provenance: undefined }));
const withoutUrl = cite(record({ url: undefined }));
const onlyAnId = cite({ items: [{ id: 'TW-7' }] });
const hash = '0123456789abcdef'.repeat(4);

test('citationForms lists each form once, in the order of the menu', () => {
  expect(citationForms.map(({ id }) => id)).toEqual([
    'record',
    'apa',
    'chicago-note',
    'chicago-bibliography',
    'bluebook',
    'bibtex',
    'ris',
    'csl-json',
  ]);
  expect(citationForms.flatMap((form) => ('file' in form ? form.file.extension : []))).toEqual([
    '.bib',
    '.ris',
    '.json',
  ]);
});

describe('the record’s own form', () => {
  test('has every fact unabridged on its own line', () => {
    expect(recordCitation(all).split('\n')).toEqual([
      'Arbitration waiver',
      'Published by: Terms Watch',
      'Platform: Acme',
      'Document: Terms of Service (D-1)',
      'Record ID: TW-7',
      'Captured: May 11, 2026 at 15:09:41 UTC',
      `SHA-256: ${hash}`,
      'Source: https://acme.example/terms',
      'Archived copy: https://archive.example/web/20260511/https://acme.example/terms',
      'URL: https://watch.example/r/TW-7',
      'Accessed: June 28, 2026',
      'Stable identifier.',
    ]);
  });

  test('prints a capture with its own precision', () => {
    const at = (captured: string) => recordCitation(cite(record({}, {}, { provenance: { captured } })));
    expect(at('2026-05-11')).toContain('\nCaptured: May 11, 2026\n');
    expect(at('2026-05-11T15:09Z')).toContain('\nCaptured: May 11, 2026 at 15:09 UTC\n');
  });

  test('ignores the publisher’s access date', () => {
    const text = recordCitation(cite(record({}, {}, { citation: { accessed: '2020-01-01' } })));
    expect(text).toContain('Accessed: June 28, 2026');
    expect(text).not.toContain('2020');
  });

  test('has no line for missing data', () => {
    expect(recordCitation(onlyAnId)).toBe('Provision\nRecord ID: TW-7\nAccessed: June 28, 2026');
  });
});

describe('APA 7', () => {
  // 10.16, example 111 and following: Group. (Date). Title. Site. URL; 9.19 for the number after the title.
  test('prints a webpage on a site', () => {
    expect(apa(all)).toBe(
      'Jane Doe & Acme Institute. (2026, May 12). Arbitration waiver (TW-7). Terms Watch. https://watch.example/r/TW-7',
    );
  });

  // 9.11, 9.32: where author and site are the same, the site is left out.
  test('leaves out the site where it is the author', () => {
    expect(apa(onItsOwnSite)).toBe(
      'Terms Watch. (2026, May 12). Arbitration waiver (TW-7). https://watch.example/r/TW-7',
    );
  });

  // 9.16–17: n.d., and the retrieval date of what may change.
  test('prints n.d. and a retrieval date without a date', () => {
    expect(apa(undated)).toBe(
      'Jane Doe & Acme Institute. (n.d.). Arbitration waiver (TW-7). Terms Watch. Retrieved June 28, 2026, from https://watch.example/r/TW-7',
    );
  });

  // 9.12: the title replaces a missing author.
  test('starts with the title without an author', () => {
    expect(apa(cite(record({ id: '7' }, { title: undefined, authors: undefined })))).toBe(
      'Arbitration waiver (No. 7). (2026, May 12). https://watch.example/r/TW-7',
    );
    expect(apa(onlyAnId)).toBe('Provision (TW-7). (n.d.).');
  });

  // 9.8: initials, with the hyphen; the comma before the ampersand of two.
  test('prints initials of persons, which only citation.csl can separate', () => {
    const author = [
      { family: 'Doe', given: 'Jane M.' },
      { family: 'Roe', given: 'Jean-Paul' },
    ];
    expect(apa(cite(record({}, {}, { citation: { csl: { author } } })))).toMatch(
      /^Doe, J\. M\., & Roe, J\.-P\. \(2026/,
    );
  });

  test('doubles no full stop after a name and a title', () => {
    const data = cite(record({ id: 'https://watch.example/1', title: 'Whose?' }, { authors: [{ name: 'Acme Inc.' }] }));
    expect(apa(data)).toBe('Acme Inc. (2026, May 12). Whose? Terms Watch. https://watch.example/r/TW-7');
  });
});

describe('Chicago 17', () => {
  // 14.207, and 14.8 for the order: Author, “Title,” Site, date, URL.
  test('prints a note', () => {
    expect(chicagoNote(all)).toBe(
      'Jane Doe and Acme Institute, “Arbitration waiver,” Terms Watch, May 12, 2026, https://watch.example/r/TW-7.',
    );
  });

  test('prints a bibliography entry', () => {
    expect(chicagoBibliography(all)).toBe(
      'Jane Doe and Acme Institute. “Arbitration waiver.” Terms Watch, May 12, 2026. https://watch.example/r/TW-7.',
    );
  });

  // 14.12: an access date where there is no other date.
  test('prints an access date without a date', () => {
    expect(chicagoNote(undated)).toBe(
      'Jane Doe and Acme Institute, “Arbitration waiver,” Terms Watch, accessed June 28, 2026, https://watch.example/r/TW-7.',
    );
    expect(chicagoBibliography(undated)).toBe(
      'Jane Doe and Acme Institute. “Arbitration waiver.” Terms Watch. Accessed June 28, 2026. https://watch.example/r/TW-7.',
    );
  });

  // 14.207: the owner of the site replaces the author, in the bibliography before the title.
  test('prints the site without an author', () => {
    const data = cite(record({}, {}, { citation: { csl: {} } }));
    const nobody = { ...data, authors: [] };
    expect(chicagoNote(nobody)).toBe('“Arbitration waiver,” Terms Watch, May 12, 2026, https://watch.example/r/TW-7.');
    expect(chicagoBibliography(nobody)).toBe(
      'Terms Watch. “Arbitration waiver,” May 12, 2026. https://watch.example/r/TW-7.',
    );
  });

  // 14.11: a record of a database by its number.
  test('prints the record number without a URL', () => {
    expect(chicagoNote(withoutUrl)).toMatch(/, May 12, 2026, record TW-7\.$/);
    expect(chicagoBibliography(withoutUrl)).toMatch(/, May 12, 2026\. Record TW-7\.$/);
    expect(chicagoNote(onlyAnId)).toBe('“Provision,” n.d., accessed June 28, 2026, record TW-7.');
  });

  // 6.11 and 13.30: single within double; 6.9: comma inside both; 6.125: comma after a question mark.
  test.each([
    ['The "opt-out"', '“The ‘opt-out,’”'],
    ['The “opt-out” clause', '“The ‘opt-out’ clause,”'],
    ['“May ‘improve’ it”', '“‘May “improve” it,’”'],
    ['‘Improvement’ and the users’', '“‘Improvement’ and the users’,”'],
    ['Who owns it?', '“Who owns it?,”'],
    ["Anthropic's terms", '“Anthropic’s terms,”'],
    ['A 15" screen', '“A 15" screen,”'],
    ["The '90s", '“The ’90s,”'],
    ['Was heißt „Verbesserung“', '“Was heißt „Verbesserung“,”'],
    ['Que dit « amélioration »', '“Que dit « amélioration »,”'],
    ['"', '“",”'],
    ['”“', '“”“,”'],
  ])('sets quotation marks in %s', (title, quoted) => {
    expect(chicagoNote(cite(record({ title })))).toContain(`, ${quoted} Terms Watch`);
  });

  // 14.76: four authors or more are "et al." in a note, and seven of more than ten are named in the bibliography.
  test('shortens many authors', () => {
    const authors = Array.from({ length: 11 }, (_, index) => ({ name: `A${index}` }));
    const data = cite(record({}, { authors }));
    expect(chicagoNote(data)).toMatch(/^A0 et al\., “/);
    expect(chicagoBibliography(data)).toMatch(/^A0, A1, A2, A3, A4, A5, A6, et al\. “/);
  });
});

describe('Bluebook 21', () => {
  // 18.2.2: Author, Title, SITE (Date), URL; 18.2.1(d): [archived copy] after the URL it is a copy of; 1.5: parenthetical.
  test('prints the archived copy after the document that it is a copy of', () => {
    expect(bluebook(all)).toBe(
      'Jane Doe & Acme Institute, Arbitration waiver, Terms Watch (May 12, 2026), https://watch.example/r/TW-7 ' +
        '(analyzing Acme, Terms of Service, https://acme.example/terms ' +
        '[https://archive.example/web/20260511/https://acme.example/terms]).',
    );
  });

  // 18.2.2(a): no institutional author where the site names it.
  test('leaves out an author that is the site', () => {
    expect(bluebook(onItsOwnSite)).toMatch(/^Arbitration waiver, Terms Watch \(May 12, 2026\), https/);
  });

  // 18.2.2(c): last visited, with the months of table T12.
  test('prints the last visit without a date', () => {
    expect(
      bluebook(cite(record({ date_published: undefined }, {}, { provenance: undefined, document: undefined }))),
    ).toBe(
      'Jane Doe & Acme Institute, Arbitration waiver, Terms Watch, https://watch.example/r/TW-7 ' +
        '(last visited June 28, 2026) (analyzing Acme).',
    );
    const september = cite(record({ date_published: '2026-09-01' }));
    expect(bluebook(september)).toContain('(Sept. 1, 2026)');
  });

  test('prints a copy without a source, and a source without a copy', () => {
    const archive_url = 'https://archive.example/a';
    expect(bluebook(cite(record({}, {}, { provenance: { archive_url } })))).toMatch(
      /\(analyzing Acme, Terms of Service, archived at https:\/\/archive\.example\/a\)\.$/,
    );
    expect(bluebook(cite({ items: [{ id: 'a', title: 'T', _provision: { provenance: { archive_url } } }] }))).toBe(
      'T, record a (analyzing a document archived at https://archive.example/a).',
    );
  });

  test('names a platform once that the document’s name contains', () => {
    expect(bluebook(cite(record({}, {}, { document: { title: 'Acme Terms' } })))).toContain('(analyzing Acme Terms,');
  });

  test('names the document once where it is the title', () => {
    const data = cite(record({ title: undefined }, {}, { provenance: undefined }));
    expect(bluebook(data)).toBe(
      'Jane Doe & Acme Institute, Acme · Terms of Service, Terms Watch (May 12, 2026), https://watch.example/r/TW-7.',
    );
  });

  test('prints a record with only an id', () => {
    expect(bluebook(onlyAnId)).toBe('Provision, record TW-7.');
    expect(bluebook({ ...onlyAnId, number: '', title: 'The “end”' })).toBe('The “end.”');
  });
});

test('prints BibTeX', () => {
  expect(bibtex(all)).toBe(`@online{TW-7,
  author = {{Jane Doe} and {Acme Institute}},
  title = {{Arbitration waiver}},
  organization = {Terms Watch},
  date = {2026-05-12},
  year = {2026},
  month = may,
  url = {https://watch.example/r/TW-7},
  urldate = {2026-06-28},
  note = {Record TW-7 on Acme, Terms of Service (D-1); captured May 11, 2026 at 15:09:41 UTC; SHA-256 ${hash}; source https://acme.example/terms; archived at https://archive.example/web/20260511/https://acme.example/terms},
}
`);
});

test('keeps names together in BibTeX', () => {
  const author = [
    { family: 'von Doe', given: 'Jean-Paul M.' },
    { family: 'Roe', given: 'A and B' },
    { family: 'Poe', given: '--' },
  ];
  expect(bibtex(cite(record({}, {}, { citation: { csl: { author } } })))).toContain(
    '  author = {{von Doe}, Jean-Paul M. and {Roe}, {A and B} and {Poe}, {-{}-}},\n',
  );
  expect(bibtex(cite(record({}, { authors: [{ name: 'Acme, Inc. and {Sons} 100%' }] })))).toContain(
    '  author = {{Acme, Inc. and \\textbraceleft{}Sons\\textbraceright{} 100\\%}},\n',
  );
});

test('uses only characters in BibTeX keys that every program reads', () => {
  expect(bibtex(cite({ items: [{ id: 'a b,{c}\\ü' }] }))).toMatch(/^@online\{a-b-c,\n/);
  expect(bibtex(cite({ items: [{ id: '条項' }] }))).toMatch(/^@online\{provision,\n/);
});

test('prints RIS', () => {
  expect(ris(all).split('\r\n')).toEqual([
    'TY  - ELEC',
    'AU  - Jane Doe',
    'AU  - Acme Institute',
    'TI  - Arbitration waiver',
    'T2  - Terms Watch',
    'PY  - 2026',
    'DA  - 2026/05/12',
    'Y2  - 2026/06/28',
    'AN  - TW-7',
    'LA  - en',
    'UR  - https://watch.example/r/TW-7',
    `N1  - Record TW-7 on Acme, Terms of Service (D-1); captured May 11, 2026 at 15:09:41 UTC; SHA-256 ${hash}; source https://acme.example/terms; archived at https://archive.example/web/20260511/https://acme.example/terms`,
    'ER  - ',
    '',
  ]);
});

test('prints CSL-JSON', () => {
  expect(JSON.parse(cslJson(all))).toEqual([
    {
      id: 'TW-7',
      type: 'webpage',
      title: 'Arbitration waiver',
      author: [{ literal: 'Jane Doe' }, { literal: 'Acme Institute' }],
      'container-title': 'Terms Watch',
      number: 'TW-7',
      issued: { 'date-parts': [[2026, 5, 12]] },
      accessed: { 'date-parts': [[2026, 6, 28]] },
      URL: 'https://watch.example/r/TW-7',
      language: 'en',
      note: expect.stringContaining(`SHA-256 ${hash}`) as string,
      custom: {
        record_id: 'TW-7',
        platform: 'Acme',
        document: 'Terms of Service',
        document_id: 'D-1',
        captured: '2026-05-11T15:09:41Z',
        sha256: hash,
        source_url: 'https://acme.example/terms',
        archive_url: 'https://archive.example/web/20260511/https://acme.example/terms',
      },
    },
  ]);
});

test('prints the same CSL-JSON on a page whose arrays and strings have a toJSON', () => {
  const expected = cslJson(all);
  for (const prototype of [Array.prototype, String.prototype]) {
    Object.defineProperty(prototype, 'toJSON', { value: () => 'not this', configurable: true });
  }
  try {
    expect(cslJson(all)).toBe(expected);
  } finally {
    for (const prototype of [Array.prototype, String.prototype]) Reflect.deleteProperty(prototype, 'toJSON');
  }
});
