import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../../src/feed/index.js';
import { bibtex, citationData, citationForms, cslJson, ris } from '../../../src/provision/citations/index.js';
import type { CitationData } from '../../../src/provision/citations/index.js';
import { cslSchema } from './csl-schema.js';
import { readItems } from './processors.js';
import { accessed } from './records.js';
import { runs } from '../../support/fuzz.js';

const digits = '0123456789abcdef';
const hash = fc.array(fc.constantFrom(...digits), { minLength: 64, maxLength: 64 }).map((all) => all.join(''));
const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** A feed with one item that has some members, with `text` as its texts and `url` as its URLs. */
function feeds(text: fc.Arbitrary<string>, url: fc.Arbitrary<string>): fc.Arbitrary<CitationData> {
  const some = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(model, { requiredKeys: [] });
  const authors = fc.array(fc.record({ name: text }), { maxLength: 4 });
  const csl = some({
    type: fc.constantFrom('webpage', 'report', 'nonsense'),
    title: text,
    'container-title': text,
    publisher: text,
    author: fc.array(fc.oneof(fc.record({ literal: text }), fc.record({ family: text, given: text })), {
      maxLength: 3,
    }),
    issued: fc.oneof(fc.record({ literal: text }), fc.record({ raw: day })),
    URL: url,
    note: text,
  });
  const item = fc.record(
    {
      id: text,
      url,
      title: text,
      authors,
      date_published: day,
      _provision: some({
        record_id: text,
        platform: some({ name: text }),
        document: some({ title: text, id: text, url }),
        provenance: some({ captured: day, sha256: hash, source_url: url, archive_url: url }),
        citation: some({ csl }),
        notices: some({ citation: text }),
      }),
    },
    { requiredKeys: ['id'] },
  );
  const feed = fc.record({ title: text, authors, items: fc.tuple(item) }, { requiredKeys: ['items'] });
  return feed.map((value) => {
    const parsed = parseFeed(value);
    // An id of white space is missing, so that the item is dropped.
    const provision = (parsed.ok && parsed.feed.items[0]) || { id: 'x', _provision: {} };
    return citationData({ provision, feed: parsed.ok ? parsed.feed : undefined, accessed });
  });
}

function percentDecoded(url: string): string {
  const decoded = url.replace(/%([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return decoded === url ? url : percentDecoded(decoded);
}

const trouble = fc.constantFrom(
  ...[
    '{',
    '}',
    '\\',
    '\\}',
    '"',
    "'",
    '“',
    '”',
    '‘',
    '’',
    '--',
    '---',
    "''",
    '``',
    '?`',
    '~',
    '^',
    '%',
    '$',
    '#',
    '_',
    '&',
  ],
  ...[
    '\n',
    '\r\n',
    '\t',
    '\u0000',
    '\u2028',
    '\u202e',
    '\ufeff',
    ' ',
    ',',
    '.',
    ' and ',
    '@online{',
    'ER  - ',
    '<b>',
    '</b>',
  ],
  ...['é', 'e\u0301', '漢', '👩‍⚖️', 'العربية', 'null'],
);
const nasty = fc
  .array(fc.oneof(trouble, fc.string({ unit: 'binary', maxLength: 4 }), fc.string({ maxLength: 6 })), { maxLength: 8 })
  .map((parts) => parts.join(''));
const nastyUrl = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  nasty.map((text) => `https://watch.example/r?q=${text}`),
);
const word = fc
  .array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), { minLength: 1, maxLength: 6 })
  .map((all) => `W${all.join('')}`);
const plainUrl = word.map((text) => `https://watch.example/${text}`);

const nastyData = feeds(nasty, nastyUrl);

describe('citations of any feed', () => {
  test('are text with our own line breaks and an unbroken URL in every form', () => {
    fc.assert(
      fc.property(nastyData, (data) => {
        for (const { id, format } of citationForms) {
          const text = format(data);
          const lines = id === 'ris' ? text.split('\r\n') : text.split('\n');
          for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
          if (/^(?:apa|chicago-.*|bluebook)$/.test(id)) expect(lines).toHaveLength(1);
          if (data.url && /^(?:record|apa|chicago-.*|bluebook|ris)$/.test(id)) expect(text).toContain(data.url);
          if (data.sha256 && (id === 'record' || !data.csl.note) && /^(?:record|bibtex|ris|csl-json)$/.test(id)) {
            expect(text).toContain(data.sha256);
          }
        }
      }),
    );
  }, 30_000);

  test('have balanced braces in BibTeX, and a parser reads the same data', () => {
    fc.assert(
      fc.property(nastyData, (data) => {
        const text = bibtex(data);
        let depth = 0;
        for (const mark of text) {
          if (mark === '{') depth++;
          if (mark === '}') depth--;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);

        const items = readItems(text, '@biblatex/text');
        expect(items).toHaveLength(1);
        const [item] = items;
        expect(item?.['title']).toBe(data.title);
        // We percent-encode braces; this parser encodes characters that are invalid in URLs (a lone %).
        expect(percentDecoded(String(item?.['URL']))).toBe(percentDecoded(String(data.url)));
        expect(item?.['accessed']).toEqual({ 'date-parts': [[2026, 6, 28]] });
        expect(((item?.['author'] ?? []) as object[]).map((name) => Object.values(name).sort())).toEqual(
          data.authors.map((name) => Object.values(name).sort()),
        );
      }),
    );
  }, 30_000);

  test('have the same data in RIS for a parser', () => {
    fc.assert(
      fc.property(nastyData, (data) => {
        const text = ris(data);
        const lines = text.split('\r\n');
        expect(lines.pop()).toBe('');
        const values = lines.map((line) => /^([A-Z][A-Z\d]) {2}- (.*)$/su.exec(line)?.slice(1));
        const valuesOf = (tag: string) => values.flatMap((value) => (value?.[0] === tag ? value[1] : []));
        expect(values[0]).toEqual(['TY', 'ELEC']);
        expect(values.at(-1)).toEqual(['ER', '']);
        expect(valuesOf('TI')).toEqual([data.title]);
        expect(valuesOf('Y2')).toEqual(['2026/06/28']);
        expect(valuesOf('AU')).toHaveLength(data.authors.length);

        const items = readItems(text, '@ris/file');
        expect(items).toHaveLength(1);
        expect(items[0]?.['title']).toBe(data.title);
        expect(items[0]?.['URL']).toBe(data.url);
      }),
    );
  }, 30_000);

  test('are valid CSL-JSON with the same data', () => {
    const validate = new Ajv({ strict: false }).compile(cslSchema);
    fc.assert(
      fc.property(nastyData, (data) => {
        const items = JSON.parse(cslJson(data)) as Record<string, unknown>[];
        validate(items);
        expect(validate.errors ?? []).toEqual([]);
        expect(items).toHaveLength(1);
        expect(items[0]).toMatchObject({
          id: data.id,
          title: data.title,
          ...(data.url !== undefined && { URL: data.url }),
        });
      }),
    );
  }, 30_000);
});

test('have correct punctuation in the written forms whatever is missing', () => {
  fc.assert(
    fc.property(feeds(word, plainUrl), (data) => {
      for (const { id, format } of citationForms) {
        const text = format(data);
        expect(text).not.toMatch(/undefined|null|NaN|\[object|\{\}|""/);
        if (/^(?:bibtex|ris|csl-json)$/.test(id)) continue;
        expect(text).not.toMatch(/\( ?\)|\[ ?\]|“ ?”|  |,,|\.\.|, ?\.| [,.;:)]|\( /);
        // A full stop before a comma is correct after "et al.", "n.d." and initials.
        expect(text.replace(/et al\.|n\.d\.|\b[A-Z]\./g, '')).not.toMatch(/\.,/);
        if (id !== 'record' && !(id === 'apa' && data.url)) expect(text).toMatch(/\.”?$/);
      }
    }),
    { numRuns: runs(1000, 100) },
  );
});
