import { describe, expect, it } from 'vitest';
import { formatsOf } from '../../src/i18n/format.js';

describe('formatsOf', () => {
  it('formats dates differently in American and British English', () => {
    expect(formatsOf('en-US').date('2026-05-12')).toBe('May 12, 2026');
    expect(formatsOf('en-GB').date('2026-05-12')).toBe('12 May 2026');
  });

  it('groups the digits of numbers, as in 2,904 platforms', () => {
    expect(formatsOf('en').number(2904)).toBe('2,904');
    expect(formatsOf('en').number(0)).toBe('0');
    for (const value of [7, 100, 999, 1000, 99_999, 1_234_567, -1000, 0.5]) {
      expect(formatsOf('en-GB').number(value)).toBe(value.toLocaleString('en-GB'));
    }
  });

  it('joins names by the rules of the language', () => {
    expect(formatsOf('en-US').list(['Ada', 'Bo', 'Cy'])).toBe('Ada, Bo, and Cy');
    expect(formatsOf('en-GB').list(['Ada', 'Bo', 'Cy'])).toBe('Ada, Bo and Cy');
    expect(formatsOf('en').list(['Ada'])).toBe('Ada');
  });

  it('sorts names by the rules of the language, not by code unit', () => {
    const { compare } = formatsOf('en');
    expect(['Zoom', 'éclair', 'apple', 'Ebay'].sort(compare)).toEqual(['apple', 'Ebay', 'éclair', 'Zoom']);
  });
});

describe('count', () => {
  const forms = { one: 'one', few: 'few', many: 'many', two: 'two', zero: 'zero', other: 'other' };

  it.each([
    ['en', [0, 1, 2], 'other one other'],
    ['pl', [1, 2, 22, 5, 12], 'one few few many many'],
    ['uk', [1, 21, 3, 11], 'one one few many'],
    ['ar', [0, 1, 2, 3, 11, 100], 'zero one two few many other'],
    ['ja', [1, 2], 'other other'],
  ] as const)('picks the plural form in %s', (locale, values, picked) => {
    const { count } = formatsOf(locale);
    expect(values.map((value) => count(value).plural(forms)).join(' ')).toBe(picked);
  });

  it('falls back to the form “other”, which every language has', () => {
    expect(formatsOf('pl').count(2).plural({ other: 'x' })).toBe('x');
  });

  it('formats the number by the rules of the language', () => {
    expect(formatsOf('de').count(2904).n).toBe('2.904');
  });
});
