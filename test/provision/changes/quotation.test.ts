import { describe, expect, it } from 'vitest';
import { matchesQuotation, resembles } from '../../../src/provision/changes/quotation.js';

const wording = 'We may use your notes to improve the service, unless you switch that off. We never sell them.';

describe('a quotation is taken from a wording', () => {
  it.each([
    ['as it is', wording],
    ['in part', 'improve the service, unless'],
    ['in its own quotation marks', '  “improve the service, unless”  '],
    ['in two sorts of marks', "«'improve the service, unless'»"],
    ['around an ellipsis', 'We may use your notes … unless you switch that off.'],
    ['around an ellipsis in brackets', 'We may use your notes [...] We never sell them.'],
    ['around one of dots and spaces', 'We may use your notes . . . We never sell them.'],
    ['with an ellipsis at either end', '… improve the service, unless …'],
    ['in short pieces that say enough together', 'We may … your notes … sell'],
    ['with nothing but marks between two ellipses', 'We may use your notes … “—” … We never sell them.'],
  ])('%s', (_name, quotation) => {
    expect(matchesQuotation(quotation, wording)).toBe(true);
  });

  it.each([
    ['in other words', 'improve the product, unless'],
    ['in another order', 'We never sell them … We may use your notes'],
    ['a piece of which is new', 'We may use your notes … and your name … unless you switch that off.'],
    ['one piece twice', 'We never sell them … We never sell them'],
    ['so short that it stands everywhere', 'the service'],
    ['in pieces that are short together', 'We … may … sell'],
    ['nothing at all', ''],
    ['nothing but marks', '“…” — “…” — “…”'],
  ])('but not: %s', (_name, quotation) => {
    expect(matchesQuotation(quotation, wording)).toBe(false);
  });

  it('from twelve characters on, of letters and what is between them', () => {
    expect(matchesQuotation('the service,', wording)).toBe(true);
    expect(matchesQuotation('he service,', wording)).toBe(false);
    expect(matchesQuotation('“he service,”', wording)).toBe(false);
  });
});

describe('one text may have been made of another', () => {
  const ten = 'one two three four five six seven eight nine ten';
  it.each<[string, string, string, boolean]>([
    ['the same', ten, ten, true],
    ['in capitals', ten, ten.toUpperCase(), true],
    [
      'two fifths of its words are left',
      ten,
      'one two three four eleven twelve thirteen fourteen fifteen sixteen',
      true,
    ],
    ['less than two fifths', `${ten} eleven`, 'one two three four q w e r t y u', false],
    ['more, but three words only', 'one two three', 'one two three', false],
    ['four words', 'one two three four', 'one two three four', true],
    [
      'all of the shorter one, which the longer one has grown out of',
      'one two three four',
      `${ten} ${ten} and more of that`,
      true,
    ],
    ['nothing but spaces and marks in common', 'one, two, three, four, five.', 'a, b, c, d, e.', false],
  ])('%s', (_name, a, b, expected) => {
    expect(resembles(a, b)).toBe(expected);
    expect(resembles(b, a)).toBe(expected);
  });
});
