import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldClause } from '../../../src/provision/clause-text.js';
import { wordDiff } from '../../../src/provision/changes/word-diff.js';
import type { DiffPart } from '../../../src/provision/changes/word-diff.js';
import { corpus, provisionData } from '../../support/data.js';
import { runs } from '../../support/fuzz.js';

const rows = corpus('diff-jsdiff.json') as readonly { readonly old: unknown; readonly new: unknown }[] | undefined;
const versions = provisionData('versions-feed.json') as
  | {
      readonly items: readonly {
        readonly _provision: {
          readonly changes?: readonly { kind: string; from: { text: string }; to: { text: string } }[];
        };
      }[];
    }
  | undefined;

/** Rebuilds both wordings from a diff. */
const halves = (parts: readonly DiffPart[]) => [
  parts.map(({ from }) => from).join(''),
  parts.map(({ to }) => to).join(''),
];

/** Formats a diff on one line: [-removed-], {+added+}, with `~` for a moved sentence. */
const written = (parts: readonly DiffPart[]) =>
  parts
    .map(({ kind, from, to, moved }) => {
      const mark = moved ? '~' : '';
      return kind === 'same' ? to : kind === 'removed' ? `[-${mark}${from}${mark}-]` : `{+${mark}${to}${mark}+}`;
    })
    .join('');

/** Returns the ends of a text's grapheme clusters. */
function graphemeEnds(text: string): ReadonlySet<number> {
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text);
  return new Set(Array.from(segments, ({ index, segment }) => index + segment.length));
}

function expectWholeGraphemes(parts: readonly DiffPart[], side: 'from' | 'to'): void {
  const ends = graphemeEnds(parts.map((part) => part[side]).join(''));
  let at = 0;
  for (const part of parts) {
    at += part[side].length;
    if (at) expect(ends.has(at), JSON.stringify(part)).toBe(true);
  }
}

describe('wordDiff rebuilds both wordings exactly', () => {
  it.skipIf(!rows)('for every row of the jsdiff corpus', () => {
    const texts = rows!.filter((row) => typeof row.old === 'string' && typeof row.new === 'string');
    expect(texts.length).toBeGreaterThan(90);
    for (const row of texts as readonly { old: string; new: string }[]) {
      expect(halves(wordDiff(row.old, row.new))).toEqual([row.old, row.new]);
    }
  });

  const word = fc.constantFrom(
    ...[
      'we',
      'may',
      'not',
      'use',
      'your',
      'Data',
      'データ',
      'を利用',
      'ข้อมูล',
      'Rindfleisch',
      'e\u0301',
      '👩‍👩‍👧',
      '🇦🇷🇧🇷',
      '\u0600١',
      'ﬁle',
      'x',
    ],
    ...[
      '"',
      '“',
      '”',
      "'",
      '-',
      '--',
      '—',
      '...',
      '…',
      '3x4',
      '3×4',
      '\xad',
      '\u200b',
      '\u0301',
      '. ',
      '。',
      '\n',
      '\r\n',
      '! ',
    ],
    ...[' ', ' ', ' ', ' ', '\xa0', ', '],
  );
  const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(''));
  /** A text and an edited version of it: words removed, added, doubled, moved. */
  const pair = fc
    .tuple(
      fc.array(word, { maxLength: 60 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(8), fc.array(word, { maxLength: 6 }), fc.nat()), { maxLength: 4 }),
    )
    .map(([words, edits]) => {
      const after = [...words];
      for (const [at, count, added, to] of edits) {
        const taken = after.splice(at % (after.length + 1), count, ...added);
        if (to % 3 === 0) after.splice(to % (after.length + 1), 0, ...taken);
      }
      return [words.join(''), after.join('')] as const;
    });
  const anything = fc.string({ unit: 'binary', maxLength: 40 });

  it('for 10,000 generated pairs, without splitting a grapheme', () => {
    fc.assert(
      fc.property(
        fc.oneof({ weight: 6, arbitrary: pair }, fc.tuple(text, text), fc.tuple(anything, anything)),
        fc.constantFrom('en', 'de', 'ja', 'th', undefined),
        ([from, to], language) => {
          const parts = wordDiff(from, to, language);
          expect(halves(parts)).toEqual([from, to]);
          expectWholeGraphemes(parts, 'from');
          expectWholeGraphemes(parts, 'to');
          // Parts marked `same` are equal for a reader, and every reported change is visible.
          if (foldClause(from) !== foldClause(to)) expect(parts.some(({ kind }) => kind !== 'same')).toBe(true);
        },
      ),
      { numRuns: runs(10_000, 10) },
    );
  });

  it.skipIf(!versions)('for real clauses', () => {
    for (const { from, to } of versions!.items.flatMap(({ _provision }) => _provision.changes ?? [])) {
      expect(halves(wordDiff(from.text, to.text, 'en'))).toEqual([from.text, to.text]);
    }
  });
});

describe('wordDiff shows', () => {
  it.each([
    ['one word', 'You may share data.', 'You must share data.', 'You [-may-]{+must+} share data.'],
    ['an added word', 'We share data.', 'We never share data.', 'We {+never +}share data.'],
    ['no change of typography', 'He said "no" -- so...', 'He said “no” – so…', 'He said “no” – so…'],
    [
      'only the change, in a clause with other typography',
      'the "old" file, 3x4',
      'the “new” file, 3×4',
      'the “[-old-]{+new+}” file, 3×4',
    ],
    ['neighbouring words as one', 'the big red house', 'the small blue house', 'the [-big red-]{+small blue+} house'],
    ['a complete number', 'within 30 days', 'within 300 days', 'within [-30-]{+300+} days'],
    ['a completely new text', 'Alpha beta.', 'Gamma delta.', '[-Alpha beta-]{+Gamma delta+}.'],
    ['a letter with its accent', 'cafe', 'café', '[-cafe-]{+café+}'],
    ['a space, where nothing else differs', '5 %', '5%', '5[- -]%'],
  ])('%s', (_name, from, to, expected) => {
    expect(written(wordDiff(from, to, 'en'))).toBe(expected);
  });

  it.each([
    ['ja', 'お客様のデータを利用します。', 'お客様の写真を利用します。', 'お客様の[-データ-]{+写真+}を利用します。'],
    ['th', 'เราใช้ข้อมูลของคุณ', 'เราขายข้อมูลของคุณ', 'เรา[-ใช้-]{+ขาย+}ข้อมูลของคุณ'],
    [
      'de',
      'Wir dürfen Ihre Daten nutzen.',
      'Wir dürfen Ihre Daten verkaufen.',
      'Wir dürfen Ihre Daten [-nutzen-]{+verkaufen+}.',
    ],
    ['ar', 'نستخدم بياناتك.', 'نبيع بياناتك.', '[-نستخدم-]{+نبيع+} بياناتك.'],
  ])('words of %s', (language, from, to, expected) => {
    expect(written(wordDiff(from, to, language))).toBe(expected);
  });

  it('moved sentences as moved', () => {
    const [a, b, c] = [
      'We may use the photographs that you post in our advertising. ',
      'You may end this agreement at any time by closing your account. ',
      'Disputes are heard by the courts of the city in which you live. ',
    ];
    expect(written(wordDiff(a + b + c, b + c + a, 'en'))).toBe(`[-~${a}~-]${b}${c}{+~${a}~+}`);
  });

  it('a rewritten sentence as one change, without the words that both share by chance', () => {
    const parts = wordDiff(
      'We keep the note, and the prompt, for as long as it is of use to us.',
      'Notes of the last year are, in the interest of safety, looked at by people.',
      'en',
    );
    expect(parts.length).toBeLessThanOrEqual(4);
  });

  it.skipIf(!versions)('nothing for a technical change, and something for every other one', () => {
    for (const { kind, from, to } of versions!.items.flatMap(({ _provision }) => _provision.changes ?? [])) {
      const changed = wordDiff(from.text, to.text, 'en').filter((part) => part.kind !== 'same');
      expect(changed.length === 0, kind).toBe(kind === 'technical');
    }
  });
});

it('unrelated texts as a replacement, at any length', () => {
  const long = (seed: number) => Array.from({ length: 20_000 }, (_, index) => `w${(index * seed) % 9973}`).join(' ');
  const [from, to] = [long(7), long(11)];
  expect(halves(wordDiff(from, to, 'en'))).toEqual([from, to]);
  const [book, other] = [`${from}\n`.repeat(10), `${to}\n`.repeat(10)];
  expect(halves(wordDiff(book, other, 'en'))).toEqual([book, other]);
});

describe('edge cases of wordDiff', () => {
  it('empty texts', () => {
    expect(wordDiff('', '')).toEqual([]);
    expect(wordDiff('a', 'a')).toEqual([{ kind: 'same', from: 'a', to: 'a' }]);
    expect(wordDiff('', 'a b')).toEqual([{ kind: 'added', from: '', to: 'a b' }]);
    expect(wordDiff('a b', '')).toEqual([{ kind: 'removed', from: 'a b', to: '' }]);
  });

  it('a sentence without an end mark', () => {
    expect(written(wordDiff('One. Two', 'One. Three'))).toBe('One. [-Two-]{+Three+}');
    expect(written(wordDiff('One. Two', 'One. Two. '))).toMatch(/^One\. Two/);
  });

  it('a book, which is compared line by line', () => {
    const line = 'We may share what you tell us with our partners.\n';
    const book = line.repeat(5000);
    expect(written(wordDiff(`${book}An old end.`, `${book}A new end.`)).slice(book.length)).toBe(
      '[-An old end.-]{+A new end.+}',
    );
    // The same text, short enough for a word diff.
    expect(written(wordDiff(`${line}An old end.`, `${line}An new end.`))).toBe(`${line}An [-old-]{+new+} end.`);
  });

  it('a moved sentence of six words is marked as moved, one of five is not', () => {
    const others = 'Apples grow on trees all summer long. Pears are picked late every single year.';
    const moved = (sentence: string) =>
      wordDiff(`${sentence} ${others}`, `${others} ${sentence}`).some((part) => part.moved);
    expect(moved('One two three four five.')).toBe(false);
    expect(moved('One two three four five six.')).toBe(true);
  });
});
