import { describe, expect, it } from 'vitest';
import { textOf, tokensOf } from '../../../src/provision/changes/tokens.js';

const texts = (...how: Parameters<typeof tokensOf>) => tokensOf(...how).map(({ text }) => text);
const keys = (...how: Parameters<typeof tokensOf>) => tokensOf(...how).map(({ key }) => key);

describe('tokensOf', () => {
  it.each(['', 'a', 'One two. Three -- four... “five”\n\n  six', 'e\u0301 ١\u0600٢ 👩‍👩‍👧'])(
    'returns tokens that join to the text: %j',
    (text) => {
      expect(textOf(tokensOf(text))).toBe(text);
      expect(textOf(tokensOf(text, 'en', true))).toBe(text);
    },
  );

  it('gives equal keys to tokens that differ in typography only', () => {
    expect(keys('“a”')).toEqual(["'", 'a', "'"]);
    expect(keys('a\xa0b\nc')).toEqual(keys('a b c'));
    expect(keys('a -- b')).toEqual(keys('a – b'));
    expect(keys("''a''")).toEqual(keys('"a"'));
    expect(keys('a\xad')[0]).toBe('a');
    expect(keys('\u200b')).toEqual(['']);
  });

  it('uses the characters as keys with `exact`', () => {
    expect(keys('“a”', 'en', true)).toEqual(['“', 'a', '”']);
    expect(texts('a--b', 'en', true)).toEqual(['a', '-', '-', 'b']);
  });

  it('joins a mark that is typed several times to one token', () => {
    expect(texts('a--b')).toEqual(['a', '--', 'b']);
    expect(texts("a -' b").filter((text) => text.trim())).toEqual(['a', '-', "'", 'b']);
    expect(
      texts('a.. b')
        .filter((text) => text.trim())
        .join('|'),
    ).toMatch(/^a\|\.\.\|b$|^a\|\.\|\.\|b$/);
  });

  it('recognises words by letters and digits', () => {
    expect(
      tokensOf('a 5 - . é')
        .filter(({ isWord }) => isWord)
        .map(({ text }) => text),
    ).toEqual(['a', '5', 'é']);
  });

  it('recognises the end of a sentence', () => {
    expect(tokensOf('One. Two').map(({ endsSentence }) => endsSentence)).toEqual([false, false, true, true]);
  });
});
