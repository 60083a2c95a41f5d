import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Provision } from '../../src/feed/types.js';
import { analysisSections } from '../../src/provision/analysis.js';
import { provisionData } from '../support/data.js';
import { runs } from '../support/fuzz.js';

/** Number, heading and text of each section. */
const parts = (text: string) =>
  analysisSections({ text }).map(({ number, heading, text }) => [number, heading, text] as const);
const joined = (text: string) =>
  analysisSections({ text })
    .map(({ raw }) => raw)
    .join('');

describe('analysisSections', () => {
  it('splits by numbered headings', () => {
    expect(parts('(1) REGULATORY LANDSCAPE: GDPR. (2) GOVERNANCE EXPOSURE: Medium-High. More.')).toEqual([
      [1, 'REGULATORY LANDSCAPE', 'GDPR.'],
      // The word resembles a rating, but the feed gives none.
      [2, 'GOVERNANCE EXPOSURE', 'Medium-High. More.'],
    ]);
  });

  it('splits by headings without numbers, in any script with capitals', () => {
    expect(parts('REGULATORY LANDSCAPE: One. CONTRACT & VENDOR B2B ISSUES: Two! ΝΟΜΙΚΟ ΠΛΑΙΣΙΟ: Three.')).toEqual([
      [undefined, 'REGULATORY LANDSCAPE', 'One.'],
      [undefined, 'CONTRACT & VENDOR B2B ISSUES', 'Two!'],
      [undefined, 'ΝΟΜΙΚΟ ΠΛΑΙΣΙΟ', 'Three.'],
    ]);
  });

  it.each([
    'A sentence. 2. NEXT HEADING: text',
    'A sentence.” (2) NEXT HEADING: text',
    'A sentence\nNEXT HEADING: text',
    'A sentence\r\n\r\n  2) NEXT HEADING : text',
    'A sentence…  NEXT HEADING:\ntext',
  ])('recognises the start of a sentence in %j', (text) => {
    expect(parts(text).map(([, heading, body]) => [heading, body])).toEqual([
      [undefined, text.slice(0, text.search(/\s*(?:\(?2[.)])?\s*NEXT/))],
      ['NEXT HEADING', 'text'],
    ]);
    expect(joined(text)).toBe(text);
  });

  it.each([
    'No heading at all.',
    'See the EU AI ACT: it is in force.',
    'GDPR: one word is none.',
    'GDPR 9: nor is one word and a number.',
    'A B: nor are initials.',
    'One. Regulatory Landscape: no capitals.',
    'ONE TWO no colon.',
    'ends in a HEADING LIKE THIS:',
    'One. HEADING OVER NOTHING:',
    'HEADING OVER NOTHING:  ',
  ])('keeps %j as one section', (text) => {
    expect(analysisSections({ text })).toEqual([
      { number: undefined, heading: undefined, text: text.trim(), raw: text },
    ]);
  });

  it('keeps text before the first heading', () => {
    expect(analysisSections({ text: '\n BIG HEADING: One.' })).toEqual([
      { number: undefined, heading: 'BIG HEADING', text: 'One.', raw: '\n BIG HEADING: One.' },
    ]);
    expect(parts('In short. REGULATORY LANDSCAPE: One.')).toEqual([
      [undefined, undefined, 'In short.'],
      [undefined, 'REGULATORY LANDSCAPE', 'One.'],
    ]);
  });

  it('creates no section without text, and keeps such a heading as text', () => {
    const text = 'FIRST PART:\nSECOND PART: text.\nTHIRD PART:\nFOURTH PART:';
    expect(parts(text)).toEqual([
      [undefined, undefined, 'FIRST PART:'],
      [undefined, 'SECOND PART', 'text.\nTHIRD PART:\nFOURTH PART:'],
    ]);
    expect(joined(text)).toBe(text);
  });

  it('returns sections that join to the text', () => {
    const pieces = [
      '. (1) BIG HEADING: ',
      '.\nBIG HEADING: ',
      '2. ',
      'BIG HEADING',
      'GDPR',
      ':',
      '. ',
      '\r\n',
      ' word',
      '”',
      '  ',
    ];
    const text = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 20 })
      .map((parts) => parts.join(''));
    let split = 0;
    const numRuns = runs(500);
    fc.assert(
      fc.property(text, (text) => {
        const sections = analysisSections({ text });
        if (sections.length > 1) split++;
        expect(sections.map(({ raw }) => raw).join('')).toBe(text);
        for (const { raw, number, heading, text: body } of sections) {
          // Number, heading and text contain everything in a section's `raw`.
          let rest = raw;
          for (const piece of [number === undefined ? '' : String(number), heading ?? '', body]) {
            expect(rest).toContain(piece);
            rest = rest.slice(rest.indexOf(piece) + piece.length);
          }
          if (sections.length > 1) expect(body).not.toBe('');
        }
      }),
      { numRuns },
    );
    expect(split).toBeGreaterThan(numRuns / 5);
  });

  it('splits a long text in linear time', () => {
    for (const piece of ['\n', ' ', '.', '. ', '. A', 'A ', 'A', '.\n(1', "'", '. BIG HEADING: x']) {
      const text = piece.repeat(100_000);
      expect(joined(text)).toBe(text);
    }
  });

  it("returns the feed's own sections with their ratings", () => {
    const sections = [
      {
        number: 3,
        heading: 'Exposure',
        rating: { level: 'medium-high', label: 'Medium-High' },
        text: 'A. BIG HEADING: b',
      },
      { text: 'Without.' },
    ];
    expect(analysisSections({ text: 'ONE THING: another', sections })).toEqual([
      { ...sections[0], raw: 'A. BIG HEADING: b' },
      { text: 'Without.', raw: 'Without.' },
    ]);
  });

  it('returns no sections without an analysis', () => {
    expect(analysisSections(undefined)).toEqual([]);
    expect(analysisSections({})).toEqual([]);
  });

  describe.each(['seed-1.json', 'seed-2.json'])('over %s', (name) => {
    const feed = provisionData(name) as { items: Provision[] } | undefined;
    const analysis = feed?.items[0]?._provision.institutional_analysis;

    it.skipIf(!feed)('splits the text like its publisher', () => {
      const { text, sections } = analysis!;
      const found = analysisSections({ text: text! });
      expect(sections!.length).toBeGreaterThan(3);
      expect(found.map(({ number, heading, text }) => ({ number, heading, text }))).toEqual(
        sections!.map(({ number, heading, rating, text }) => ({
          number,
          heading,
          // The publisher turned the first word into a rating; here it stays the first word of the text.
          text: rating ? `${rating.label!}. ${text}` : text,
        })),
      );
      expect(found.every((section) => section.rating === undefined)).toBe(true);
      expect(found.map(({ raw }) => raw).join('')).toBe(text);
    });
  });
});
