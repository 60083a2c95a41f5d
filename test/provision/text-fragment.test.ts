import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Clause } from '../../src/feed/types.js';
import { documentLink } from '../../src/provision/text-fragment.js';
import { provisionData } from '../support/data.js';
import { runs } from '../support/fuzz.js';

const page = 'https://example.com/terms?x=1&y=2';

interface Directive {
  readonly prefix?: string | undefined;
  readonly start: string;
  readonly end?: string | undefined;
  readonly suffix?: string | undefined;
}

/** "Parse a text directive" of the WICG specification, step by step. */
function parse(link: string): Directive | undefined {
  const { hash } = new URL(link);
  const at = hash.indexOf(':~:');
  if (at < 0) return undefined;
  const [text, ...others] = hash
    .slice(at + 3)
    .split('&')
    .filter((directive) => directive.startsWith('text='));
  expect(others).toEqual([]);
  // An address that already ends in the delimiter.
  if (text === undefined) return undefined;
  const tokens = text.slice(5).split(',');
  expect(tokens.length).toBeLessThanOrEqual(4);
  const prefix = tokens[0]!.endsWith('-') ? tokens.shift()!.slice(0, -1) : undefined;
  const suffix = tokens.at(-1)?.startsWith('-') ? tokens.pop()!.slice(1) : undefined;
  expect([1, 2]).toContain(tokens.length);
  for (const token of tokens) expect(token).not.toMatch(/^$|[-&,]/);
  const [start = '', end] = tokens.map(decodeURIComponent);
  return {
    prefix: prefix === undefined ? undefined : decodeURIComponent(prefix),
    start,
    end,
    suffix: suffix === undefined ? undefined : decodeURIComponent(suffix),
  };
}

const link = (text: string, more: Partial<Clause> = {}) => documentLink(page, { text, ...more });
const directive = (text: string, more: Partial<Clause> = {}) => parse(link(text, more));
const quote = (exact: string, prefix?: string, suffix?: string) => [
  {
    type: 'TextQuoteSelector',
    exact,
    ...(prefix === undefined ? {} : { prefix }),
    ...(suffix === undefined ? {} : { suffix }),
  },
];

const long =
  'We may use Materials to provide, maintain, and improve the Services and to develop other products and services, including training our models, unless you opt out of training through your account settings.';

describe('documentLink', () => {
  it('has a short quotation completely', () => {
    expect(link('You agree to this.')).toBe(`${page}#:~:text=You%20agree%20to%20this`);
  });

  it('has the first and last words of a long quotation', () => {
    expect(directive(long)).toEqual({
      start: 'We may use Materials to provide',
      end: 'of training through your account settings',
    });
  });

  it("encodes the directive's own characters, and those of URLs", () => {
    const text = 'non-exclusive, R&D at 100% – #1 “café” 👍 ok';
    const url = link(text);
    expect(url.slice(page.length)).toMatch(/^#:~:text=[\w.!~*'()%]+$/);
    expect(parse(url)).toEqual({ start: text });
    expect(url).toContain('non%2Dexclusive%2C%20R%26D%20at%20100%25');
  });

  it('leaves out quotation marks, ellipses and list markers at the ends', () => {
    for (const text of [
      '“We may share it.”',
      '"We may share it"',
      '…We may share it…',
      '... We may share it ...',
      '[…] We may share it (...)',
      '«\u202fWe may share it\u202f»',
      '- We may share it;',
      '• We may share it',
      '1. We may share it',
      '(2) We may share it',
      '\n  We may share it\t\n',
    ]) {
      expect(directive(text)).toEqual({ start: 'We may share it' });
    }
  });

  it('neither starts nor ends across a line end or an ellipsis', () => {
    expect(directive('The first line here\nthe second line here')).toEqual({
      start: 'The first line here',
      end: 'the second line here',
    });
    expect(directive('We may share … with any partner')).toEqual({ start: 'We may share', end: 'with any partner' });
    expect(directive(`Note:\n${long}\n\nEnd.`)).toEqual(directive(long));
  });

  it('ignores invisible characters, and the kind of white space', () => {
    expect(directive('Da\xadten\xadschutz\u200b\xa0und  mehr\ufeff')).toEqual({ start: 'Datenschutz und mehr' });
  });

  it('cuts between words in a language without spaces', () => {
    const text =
      '当社は、利用者の個人情報を第三者に提供することがあります。ただし、法令に基づく場合を除きます。拒否できます。';
    const { start, end } = directive(text, { language: 'ja' })!;
    expect(text.startsWith(start)).toBe(true);
    expect(text.slice(start.length)).toMatch(/^\p{P}/u);
    expect(end === undefined || /\p{P}$/u.test(text.slice(0, text.lastIndexOf(end)))).toBe(true);
    // Without a place to cut, it has the whole text.
    const one = 'เราอาจใช้ข้อมูลส่วนบุคคลของคุณเพื่อปรับปรุงบริการของเราและอาจเปิดเผยต่อบุคคลที่สาม';
    expect(directive(one, { language: 'th' })).toEqual({ start: one });
  });

  it.each<[string, string, ReturnType<typeof directive>]>([
    ['contains sixteen words completely', 'a1 b2 c3 d4 e5 f6 g7 h8 i9 j10 k11 l12 m13 n14 o15 p16', undefined],
    [
      'contains six words at each end of seventeen',
      'a1 b2 c3 d4 e5 f6 g7 h8 i9 j10 k11 l12 m13 n14 o15 p16 q17',
      { start: 'a1 b2 c3 d4 e5 f6', end: 'l12 m13 n14 o15 p16 q17' },
    ],
    ['contains a line of three words', 'Two words\nof three words\nTwo words', { start: 'of three words' }],
    [
      'leaves out lines of two words, where there is a longer one',
      'One two\nthree four five six',
      { start: 'three four five six' },
    ],
    [
      'contains lines of two words, where there is no longer one',
      'One two\nthree four',
      { start: 'One two', end: 'three four' },
    ],
    ['contains a text of four characters', 'abcd', { start: 'abcd' }],
    ['leaves out a list number with several digits', '123. We may share it', { start: 'We may share it' }],
    ['keeps a year, which is no list number', '2026. We may share it', { start: '2026. We may share it' }],
    ['keeps a number inside the text', 'Under 12. we may share it', { start: 'Under 12. we may share it' }],
    ['does not take two dots for an ellipsis', 'We may share .. with any', { start: 'We may share .. with any' }],
    [
      'takes three dots with spaces for an ellipsis',
      'We may share . . . with any partner',
      { start: 'We may share', end: 'with any partner' },
    ],
    [
      'takes five dots for an ellipsis',
      'We may share..... with any partner',
      { start: 'We may share', end: 'with any partner' },
    ],
  ])('%s', (_name, text, expected) => {
    expect(directive(text)).toEqual(expected ?? { start: text });
  });

  describe('with a selector', () => {
    it('uses the selector’s text instead of the clause’s', () => {
      expect(directive('What we show', { selector: quote('What it really says') })).toEqual({
        start: 'What it really says',
      });
    });

    it('adds complete words of context before and after', () => {
      const selector = quote(
        'share it',
        'lf a word. In any other case we may ',
        ' with whomever we like, as long as wi',
      );
      expect(directive('share it', { selector })).toEqual({
        prefix: 'other case we may',
        start: 'share it',
        suffix: 'with whomever we like',
      });
    });

    it('puts context directly next to the quotation', () => {
      const selector = quote('“We may share it.”', 'as follows: ', ' So be it all');
      expect(directive('x', { selector })).toEqual({
        prefix: 'follows: “',
        start: 'We may share it',
        suffix: '.” So be it',
      });
    });

    it('takes context from the line next to the quotation', () => {
      const selector = quote('We may share it', 'one two three\nfour five six\n', '\nseven eight nine\nten');
      expect(directive('x', { selector })).toEqual({
        prefix: 'five six',
        start: 'We may share it',
        suffix: 'seven eight',
      });
    });

    it('keeps a single word of context, and leaves out punctuation', () => {
      expect(directive('x', { selector: quote('We may share it', 'Sharing. ', ' (End)') })).toEqual({
        prefix: 'Sharing.',
        start: 'We may share it',
        suffix: '(End',
      });
      expect(directive('x', { selector: quote('We may share it', ' – ', '') })).toEqual({ start: 'We may share it' });
    });

    it.each<[string, string, string, Record<string, string>]>([
      ['of four words on both sides', 'x a b c d ', ' e f g h y', { prefix: 'a b c d', suffix: 'e f g h' }],
      ['of fewer words, without incomplete ones', 'x a b ', ' e f y', { prefix: 'a b', suffix: 'e f' }],
      ['of the adjacent line', 'a b c\n\nd e f ', ' g h i\n\nj k l', { prefix: 'e f', suffix: 'g h' }],
      [
        'of the last thousand characters',
        `${'a '.repeat(2000)}b c d e f `,
        ` b c d e f${' a'.repeat(2000)}`,
        { prefix: 'c d e f', suffix: 'b c d e' },
      ],
    ])('adds context %s', (_name, prefix, suffix, expected) => {
      expect(directive('x', { selector: quote('We may share it', prefix, suffix) })).toEqual({
        ...expected,
        start: 'We may share it',
      });
    });

    it('uses the text-quote selector, and no other selector with a text', () => {
      const other = { type: 'XPathSelector', exact: 'not this one' };
      expect(directive('x', { selector: [other, ...quote('We may share it')] })).toEqual({ start: 'We may share it' });
      expect(directive('We may share it', { selector: [other] })).toEqual({ start: 'We may share it' });
    });

    it('ignores positions, and a selector without text', () => {
      const selector = [
        { type: 'TextPositionSelector', start: 3, end: 9 },
        { type: 'TextQuoteSelector', prefix: 'a b' },
      ];
      expect(directive('We may share it', { selector })).toEqual({ start: 'We may share it' });
    });
  });

  it('keeps the existing fragment', () => {
    const clause = { text: 'We may share it' };
    expect(documentLink('https://a.example/t#s5', clause)).toBe('https://a.example/t#s5:~:text=We%20may%20share%20it');
    expect(documentLink('https://a.example/t#', clause)).toBe('https://a.example/t#:~:text=We%20may%20share%20it');
    // This would become the delimiter with the appended directive.
    expect(documentLink('https://a.example/t#:~', clause)).toBe('https://a.example/t#:~');
    const made = 'https://a.example/t#:~:text=made%20by%20hand';
    expect(documentLink(made, clause)).toBe(made);
  });

  it('is the plain address without a usable text', () => {
    for (const text of ['', ' ', 'b', 'abc', '—', '“…”', '😀😀😀😀', '\n\n', 'a\nb\nc', 'lone \ud800 surrogate']) {
      expect(link(text)).toBe(page);
    }
    expect(link('We may share it', { language: 'not a tag!' })).toBe(page);
    expect(documentLink('no address', { text: 'b' })).toBe('no address');
    vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
    try {
      expect(link('We may share it')).toBe(page);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('has parts of the text, in order, as complete words, and the same page', () => {
    const given = ['we', 'may-not', 'R&D,', '“use”', '…', '...', '\n', '1.', '100%', '#', ':~:', '個人情報', 'ข้อมูล'];
    const word = fc.oneof(fc.constantFrom(...given), fc.string({ unit: 'grapheme', maxLength: 6 }));
    const words = (maxLength: number) => fc.array(word, { maxLength }).map((parts) => parts.join(' '));
    // Four words of the context are used.
    const [text, around] = [words(60), words(12)];
    const plain = (text: string) => text.replace(/[\xad\u200b\u2060\ufeff]/g, '').replace(/\s+/g, ' ');
    let found = 0;
    const numRuns = runs(300);
    fc.assert(
      fc.property(
        around,
        text,
        around,
        fc.boolean(),
        fc.webUrl({ withFragments: true }),
        (before, text, after, bySelector, url) => {
          const clause = bySelector ? { text: 'other', selector: quote(text, before, after) } : { text };
          const result = documentLink(url, clause);
          expect(result.startsWith(url)).toBe(true);
          const [from, to] = [new URL(url), new URL(result)];
          expect([to.origin, to.pathname, to.search]).toEqual([from.origin, from.pathname, from.search]);
          const parsed = parse(result);
          if (!parsed) return;
          found++;
          const start = plain(text).indexOf(parsed.start);
          expect(start).toBeGreaterThanOrEqual(0);
          for (const part of [parsed.start, parsed.end ?? '']) {
            expect(part).not.toMatch(/^[\s"…\p{Ps}\p{Pi}]|[\s"…\p{Pe}\p{Pf}]$/u);
          }
          if (parsed.end !== undefined) expect(plain(text).lastIndexOf(parsed.end)).toBeGreaterThan(start);
          const quotation = plain(`${before}${text}${after}`);
          if (parsed.prefix !== undefined) expect(quotation).toContain(parsed.prefix);
          if (parsed.suffix !== undefined) expect(quotation).toContain(parsed.suffix);
        },
      ),
      { numRuns },
    );
    expect(found).toBeGreaterThan(numRuns / 2);
  });

  it('keeps the link of a long clause short, and reads only its ends', () => {
    expect(link(long.repeat(50_000)).length).toBeLessThan(400);
    expect(link('a\n'.repeat(1_000_000))).toBe(page);
    expect(directive(`${long}\n${'x '.repeat(1_000_000)}\n${long}`)).toEqual(directive(long));
  });

  const feed = provisionData('edge-cases.json') as { items: { _provision: { clauses?: Clause[] } }[] } | undefined;
  it.skipIf(!feed)('has a directive for every real clause but the shortest', () => {
    const clauses = feed!.items.flatMap(({ _provision }) => _provision.clauses ?? []);
    expect(clauses.length).toBeGreaterThan(40);
    for (const clause of clauses) {
      expect(documentLink(page, clause).includes(':~:text=')).toBe(clause.text.length > 3);
    }
  });
});
