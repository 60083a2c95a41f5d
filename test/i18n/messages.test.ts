import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/locales/en.js';

const entries = Object.entries(en);

describe('our own words', () => {
  it.each(entries)('"%s" is said', (_, words: unknown) => {
    const said =
      typeof words === 'function' ? (words as (...parts: string[]) => string)('FIRST', 'SECOND') : (words as string);
    expect(said).toMatch(/\S/);
    expect(said).toBe(said.trim());
    expect(said).not.toMatch(/undefined|<|&\w+;/);
  });

  it.each(entries.filter(([, words]) => typeof words === 'function'))('"%s" says all that it is given', (_, words) => {
    const say = words as (...parts: string[]) => string;
    const parts = ['FIRST', 'SECOND'].slice(0, say.length);
    for (const part of parts) expect(say(...parts)).toContain(part);
  });

  it('name their language', () => {
    expect(Intl.getCanonicalLocales(en.locale)).toEqual([en.locale]);
  });
});
