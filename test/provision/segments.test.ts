import { afterEach, describe, expect, it, vi } from 'vitest';
import { endsOf } from '../../src/provision/segments.js';

afterEach(() => void vi.unstubAllGlobals());

const withoutSegmenter = () => vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
const pieces = (text: string, granularity: 'word' | 'sentence' | 'grapheme') => {
  const ends = endsOf(text, 'en', granularity);
  return ends.map((end, at) => text.slice(ends[at - 1] ?? 0, end));
};

const texts = [
  'We don’t sell it. You may ask: who does? 3.5 % do…',
  'Zwei\r\nZeilen, é und 👩‍👩‍👧.',
  '利用規約。変更します。',
  '',
  'a',
  ' \n ',
];

describe('endsOf without Intl.Segmenter', () => {
  it.each(texts)('splits %j into segments that join to the text', (text) => {
    withoutSegmenter();
    for (const granularity of ['word', 'sentence', 'grapheme'] as const) {
      expect(pieces(text, granularity).join('')).toBe(text);
      expect(pieces(text, granularity)).not.toContain('');
    }
  });

  it('splits English text into the words and sentences of Intl.Segmenter', () => {
    const [text = ''] = texts;
    const expected = [pieces(text, 'word'), pieces(text, 'sentence')];
    withoutSegmenter();
    expect([pieces(text, 'word'), pieces(text, 'sentence')]).toEqual(expected);
  });
});
