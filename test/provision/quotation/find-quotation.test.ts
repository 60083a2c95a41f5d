import { describe, expect, it } from 'vitest';
import { findQuotation } from '../../../src/provision/quotation/find-quotation.js';
import { QuotationMatcher } from '../../../src/provision/quotation/quotation-matcher.js';
import { runsOfQuotation, wordsOfWording } from '../../../src/provision/quotation/words.js';

const wording = 'We may use your notes to improve the service, unless you switch that off. We never sell them.';
const place = (quotation: string, text = wording) =>
  findQuotation(
    runsOfQuotation(
      quotation.split('\n\n').map((line) => ({ text: line, startsBlock: true })),
      'inserted',
    ),
    wordsOfWording(text),
  );

describe('findQuotation finds a quotation in a wording', () => {
  it.each([
    ['with the same words', wording, 0],
    ['in capitals', wording.toUpperCase(), 0],
    ['in quotation marks', `“${wording}”`, 0],
    ['with a letter in brackets', `[w]${wording.slice(1)}`, 0],
    ['with a name in brackets for a word', wording.replace('We may', '[Example] may'), 0],
    ['with [sic]', wording.replace('notes', 'notes [sic]'), 0],
    ['in part', 'improve the service, unless you switch that off', 10],
    ['around an ellipsis without spaces', 'We may use your notes…unless you switch that off.', 8],
    ['around dots in brackets', 'We may use your notes [...] We never sell them.', 9],
    ['in two paragraphs', 'We may use your notes\n\nWe never sell them.', 9],
  ])('%s', (_name, quotation, missing) => {
    expect(place(quotation)?.missing).toBe(missing);
  });

  it.each([
    ['in other words', 'We could use your notes to improve the product, unless you switch that off.'],
    ['in another order', 'We never sell them … We may use your notes'],
    ['with an additional word', wording.replace('notes', 'notes and name')],
    ['with another number', 'within 30 days, and never later'],
    ['of only a few letters', 'the service'],
  ])('but not %s', (_name, quotation) => {
    expect(place(quotation, wording)).toBeUndefined();
  });

  it('with the same list numbers or without any, but not with others', () => {
    const list = '1. Keep your password secret.\n2. Do not share your account.';
    expect(place('Keep your password secret.\n\nDo not share your account.', list)?.missing).toBe(0);
    expect(place('2. Keep your password secret.\n\n3. Do not share your account.', list)).toBeUndefined();
  });

  it('from any character on in Japanese', () => {
    expect(
      place('サービスの改善に利用します', 'お客様のデータをサービスの改善に利用します。')?.missing,
    ).toBeGreaterThan(0);
  });

  it('or ends without a result in a million equal words', () => {
    const words = wordsOfWording('a '.repeat(500_000));
    expect(
      findQuotation(runsOfQuotation([{ text: `${'a '.repeat(200)} b`, startsBlock: true }], 'own'), words),
    ).toBeUndefined();
    const quoted = new QuotationMatcher([
      { text: 'a '.repeat(5000), startsBlock: true, role: 'words', isInsertion: false },
    ]);
    expect(quoted.isVersionOf('a '.repeat(500_000))).toBe(false);
  });
});
