import { describe, expect, it } from 'vitest';
import { publishedWords } from '../../src/i18n/published.js';

const said = async (wished: string | undefined, own?: string) => {
  const { words, formats } = await publishedWords(wished, own);
  return [words.locale, formats.date('2026-05-12')];
};

describe('the words of a language tag', () => {
  it.each([
    ['de', 'de', '12. Mai 2026'],
    ['de-AT', 'de', '12. Mai 2026'],
    ['DE', 'de', '12. Mai 2026'],
    ['pt', 'pt-BR', '12 de maio de 2026'],
    ['pt-PT', 'pt-BR', '12 de maio de 2026'],
    ['zh', 'zh-Hans', '2026年5月12日'],
    ['zh-CN', 'zh-Hans', '2026年5月12日'],
    ['zh-Hans-SG', 'zh-Hans', '2026年5月12日'],
    // What we have no words for is English as a whole.
    ['zh-TW', 'en', '12 May 2026'],
    ['zh-Hant', 'en', '12 May 2026'],
    ['iw', 'he', '12 במאי 2026'],
    ['enm', 'en', '12 May 2026'],
    ['sv', 'en', '12 May 2026'],
    ['en-US', 'en', 'May 12, 2026'],
    ['x-klingon', 'en', '12 May 2026'],
    ['constructor', 'en', '12 May 2026'],
    ['no tag', 'en', '12 May 2026'],
    ['', 'en', '12 May 2026'],
  ])('%s: %s, %s', async (tag, locale, date) => {
    expect(await said(tag)).toEqual([locale, date]);
  });

  it('are those that are wished for, else the record’s, else English', async () => {
    expect((await said('fr', 'de'))[0]).toBe('fr');
    expect((await said(undefined, 'de'))[0]).toBe('de');
    expect((await said('no tag', 'de'))[0]).toBe('de');
    expect(await said(undefined, 'en-US')).toEqual(['en', '12 May 2026']);
    expect((await said(undefined))[0]).toBe('en');
  });
});
