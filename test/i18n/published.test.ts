import { describe, expect, it } from 'vitest';
import { publishedWords } from '../../src/i18n/published.js';

const localeAndDate = async (wished: string | undefined, own?: string) => {
  const { words, formats } = await publishedWords(wished, own);
  return [words.locale, formats.date('2026-05-12')];
};

describe('publishedWords', () => {
  it.each([
    ['de', 'de', '12. Mai 2026'],
    ['de-AT', 'de', '12. Mai 2026'],
    ['DE', 'de', '12. Mai 2026'],
    ['pt', 'pt-BR', '12 de maio de 2026'],
    ['pt-PT', 'pt-BR', '12 de maio de 2026'],
    ['zh', 'zh-Hans', '2026年5月12日'],
    ['zh-CN', 'zh-Hans', '2026年5月12日'],
    ['zh-Hans-SG', 'zh-Hans', '2026年5月12日'],
    // A language or script that we have no messages for: English messages with English dates.
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
  ])('loads, for %s, messages in %s and formats dates as %s', async (tag, locale, date) => {
    expect(await localeAndDate(tag)).toEqual([locale, date]);
  });

  it('prefers the requested language, then the record’s, then English', async () => {
    expect((await localeAndDate('fr', 'de'))[0]).toBe('fr');
    expect((await localeAndDate(undefined, 'de'))[0]).toBe('de');
    expect((await localeAndDate('no tag', 'de'))[0]).toBe('de');
    expect(await localeAndDate(undefined, 'en-US')).toEqual(['en', '12 May 2026']);
    expect((await localeAndDate(undefined))[0]).toBe('en');
  });
});
