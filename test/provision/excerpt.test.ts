import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutExcerpt, excerptOf } from '../../src/provision/excerpt.js';

describe('cutExcerpt', () => {
  it.each([
    ['drops an incomplete last word', 'We also use personal info', 'We also use personal…'],
    ['keeps a word before a space', 'We also use personal information ', 'We also use personal information…'],
    ['keeps a complete sentence', 'We share data. You may object.', 'We share data. You may object.…'],
    ['keeps a word inside a closing bracket', 'Your data (all of it)', 'Your data (all of it)…'],
    [
      "keeps the publisher's own ellipsis without a second one",
      'We may share your data with ...',
      'We may share your data with…',
    ],
    ['keeps the words before a line break', 'We may share\nyour da', 'We may share\nyour…'],
    ['drops an incomplete word with an apostrophe', 'Information that we don’', 'Information that we…'],
    ['drops an incomplete word with a hyphen', 'You can use the opt-ou', 'You can use the…'],
  ])('%s', (_, given, shown) => {
    expect(cutExcerpt(given)).toBe(shown);
  });

  it('adds no second ellipsis', () => {
    expect(cutExcerpt('We may share your data with…')).toMatch(/^We may share your data( with)?…$/);
    expect(cutExcerpt('We may share your data with...')).toMatch(/^We may share your data( with)?…$/);
  });

  it.each([
    ['a sum', 'We may charge a fee of $1,0', 'We may charge a fee of…'],
    ['a percentage', 'We keep a commission of 2.7', 'We keep a commission of…'],
    ['an address', 'Write to privacy@exam.co', 'Write to…'],
  ])('cuts before %s, because half a number is a wrong number', (_, given, shown) => {
    expect(cutExcerpt(given)).toBe(shown);
  });

  it('cuts a text without spaces where it ends', () => {
    expect(cutExcerpt('当社は、お客様の個人情報を第三者に提供するこ')).toBe(
      '当社は、お客様の個人情報を第三者に提供するこ…',
    );
    expect(cutExcerpt('เราอาจใช้ข้อมูลส่วนบุคคลของคุ')).toBe('เราอาจใช้ข้อมูลส่วนบุคคลของคุ…');
  });

  it('does not empty an excerpt of one long word', () => {
    expect(cutExcerpt('Donaudampfschifffahrtsgesellschaftskapit')).toBe('Donaudampfschifffahrtsgesellschaftskapit…');
    expect(cutExcerpt(`We ${'x'.repeat(300)}`)).toBe(`We ${'x'.repeat(300)}…`);
  });

  it.each(['', ' ', '…', '...'])('returns only the ellipsis for an empty text (%j)', (given) => {
    expect(cutExcerpt(given)).toBe('…');
  });

  it('ends with one ellipsis, and adds no word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (given) => {
        const shown = cutExcerpt(given);
        expect(shown.endsWith('…')).toBe(true);
        expect(given.startsWith(shown.slice(0, -1).trimEnd())).toBe(true);
      }),
    );
  });

  it('never ends inside a word', () => {
    const word = fc.stringMatching(/^[a-zäöüß]{1,12}$/);
    const words = fc.array(word, { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.nat(), (parts, at) => {
        const whole = parts.join(' ');
        const first = parts[0]!.length;
        const given = whole.slice(0, first + 1 + (at % (whole.length - first)));
        const shown = cutExcerpt(given).slice(0, -1);
        expect(whole.startsWith(shown)).toBe(true);
        expect(whole.slice(shown.length)).toMatch(/^( |$)/);
      }),
    );
  });
});

describe('excerptOf', () => {
  it.each([
    ['abc', 3, { excerpt: 'abc' }],
    ['abcd', 3, { excerpt: 'abc', truncated: true }],
    ['', 3, { excerpt: '' }],
    ['😀😀', 2, { excerpt: '😀😀' }],
    ['😀😀😀', 2, { excerpt: '😀😀', truncated: true }],
  ])('returns the first characters of %s, %d of them', (text, length, expected) => {
    expect(excerptOf(text, length)).toEqual(expected);
  });
});
