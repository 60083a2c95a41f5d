import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findClause, foldClause, sameClause } from '../../src/provision/clause-text.js';
import { provisionData } from '../support/data.js';
import { runs } from '../support/fuzz.js';

interface Feed {
  readonly items: readonly {
    readonly _provision: {
      readonly clauses?: readonly { readonly text: string }[];
      readonly changes?: readonly {
        readonly kind: string;
        readonly from: { text: string };
        readonly to: { text: string };
      }[];
    };
  }[];
}

const spy = provisionData('privacyspy-feed.json') as Feed | undefined;
const versions = provisionData('versions-feed.json') as Feed | undefined;

/** Applies WordPress' texturize to a text, by its documented rules, with the quotation marks of a language. */
function texturize(text: string, [open, close, openSingle, closeSingle]: readonly [string, string, string, string]) {
  return text
    .replace(/\.\.\./g, '…')
    .replace(/``/g, open)
    .replace(/''/g, close)
    .replace(/ \(tm\)/g, ' ™')
    .replace(/'(?=\d\d(?!\d))/g, '’')
    .replace(/(?<=^|[\s([{"-])'/g, openSingle)
    .replace(/(?<=\d)'(?!\w)/g, '′')
    .replace(/(?<=\w)'(?=\w)/g, '’')
    .replace(/'/g, closeSingle)
    .replace(/(?<=^|[\s([{-])"(?!\s)/g, open)
    .replace(/(?<=\d)"(?!\w)/g, '″')
    .replace(/"/g, close)
    .replace(/---/g, '—')
    .replace(/(?<=^|\s)--(?=\s|$)/g, '—')
    .replace(/(?<!xn)--/g, '–')
    .replace(/(?<=^|\s)-(?=\s|$)/g, '–')
    .replace(/\b(\d[\d.,]*)x(\d[\d.,]*)\b/g, '$1×$2');
}

const quotations = {
  English: ['“', '”', '‘', '’'],
  German: ['„', '“', '‚', '‘'],
  'German in books': ['»', '«', '›', '‹'],
  French: ['«\xa0', '\xa0»', '‹\u202f', '\u202f›'],
  Swedish: ['”', '”', '’', '’'],
  Japanese: ['「', '」', '『', '』'],
} as const;

/** Applies the changes of TinyMCE and Word: no-break spaces, line ends, soft hyphens, invisible characters, symbols. */
function retype(text: string): string {
  return `\ufeff${text}\n`
    .replace(/ {2}/g, '\xa0 ')
    .replace(/\n/g, '\r\n')
    .replace(/\t/g, '\xa0\xa0\xa0 ')
    .replace(/(\p{L}{4})(?=\p{L}{4})/gu, '$1\xad')
    .replace(/\//g, '/\u200b')
    .replace(/(?<=\w)-(?=\w)/g, '\u2011')
    .replace(/\.\.\./g, '…')
    .replace(/\(c\)/gi, '©')
    .replace(/\(r\)/gi, '®')
    .replace(/\(tm\)/gi, '™')
    .replace(/(?<![\d/])1\/2(?![\d/])/g, '½')
    .replace(/fi/g, 'ﬁ');
}

/** Characters that these programs replace, between words. */
const prose = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom('we', 'may', 'not', 'use', 'files', 'data', 'responsibility', '30', '1/2'),
      },
      fc.constantFrom(
        '"',
        "'",
        "''",
        '``',
        '-',
        '--',
        '---',
        '...',
        '3x4',
        '10x20x30',
        '(tm)',
        '(c)',
        "users'",
        "can't",
      ),
      fc.constantFrom(' ', ' ', ' ', '  ', '\n', '\t', ', ', '. ', '; ', ': ', ' (', ') '),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

const anything = fc.string({ unit: 'binary', maxLength: 60 });
/** Characters where the steps of folding could interfere with each other. */
const awkward = fc
  .array(
    fc.constantFrom(
      ...' .-\'"`x×©®™½¼²³₂⁄/…‥´¨΄᾽ŉ′″‴«»„‚–—−‑_\xad\u200b\u200d\ufe0f\ufeff\u0301\u0308\u0313\u0338\u3164\xa0\u202f\u2003\x85\n\t;:!?(tmcr)0123aéTM①㏠ﷺﬁ',
    ),
    { maxLength: 12 },
  )
  .map((characters) => characters.join(''));

describe('foldClause', () => {
  it('returns folded text unchanged', () => {
    fc.assert(
      fc.property(fc.oneof(anything, awkward, prose), (text) => {
        const folded = foldClause(text);
        expect(foldClause(folded)).toBe(folded);
      }),
      { numRuns: runs(2000) },
    );
  });

  it.each(Object.entries(quotations))('ignores the changes of texturize with %s quotation marks', (_, marks) => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(foldClause(texturize(text, marks))).toBe(foldClause(text));
      }),
      { numRuns: runs(300, 100) },
    );
  });

  it('ignores the changes of TinyMCE and Word, before texturize and after it', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(foldClause(retype(text))).toBe(foldClause(text));
        expect(foldClause(texturize(retype(text), quotations.English))).toBe(foldClause(text));
        expect(foldClause(retype(texturize(text, quotations.French)))).toBe(foldClause(text));
      }),
      { numRuns: runs(300, 100) },
    );
  });

  it('returns the same for every Unicode normal form', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'), (text, form) => {
        // Folding removes invisible characters first, and letters that they separated can combine only then.
        const visible = text.replace(/\p{DI}|[´΄ʹ-˿᾽-῾²³¹¼-¾⁰-₉⅐-⅟↉™©®]/gu, '');
        expect(foldClause(visible.normalize(form))).toBe(foldClause(visible));
      }),
    );
  });

  it.each([
    ['He said "yes"', 'He said “yes”'],
    ['He said "yes"', 'He said «\u202fyes\u202f»'],
    ['He said "yes" and left', 'He said „yes“ and left'],
    ['He said "yes" and left', 'He said »yes« and left'],
    ['He said "yes"', 'He said ‘yes’'],
    ["the user's data", 'the user’s data'],
    ["the user's data", 'the user´s data'],
    ["the user's data", 'the user`s data'],
    ["the user's data", 'the userʼs data'],
    ['a 6" screen', 'a 6″ screen'],
    ['text -- more', 'text — more'],
    ['text---more', 'text—more'],
    ['text — more', 'text—more'],
    ['pages 3-4', 'pages 3–4'],
    ['up to -5', 'up to −5'],
    ['and so on...', 'and so on…'],
    ['and so on ...', 'and so on . . .'],
    ['3x4 cm', '3×4 cm'],
    ['3 x 4 cm', '3 × 4 cm'],
    ['one two\n\nthree', ' one\xa0two\u2003three\u2029'],
    ['responsibility', 're\xadspon\u200bsi\u2060bil\ufeffity'],
    ['(a) this (b) that (c) other', '(a) this (b) that © other'],
    ['Widget(TM)', 'Widget™'],
    ['offices', 'oﬃces'],
    ['1 1/2 years', '1½ years'],
    ['Vraiment?', 'Vraiment\u202f?'],
    ['café', 'cafe\u0301'],
  ])('returns the same for %j and %j', (a, b) => {
    expect(foldClause(a)).toBe(foldClause(b));
  });

  it('takes linear time for any long text', () => {
    // A quadratic step would need hours for these.
    for (const piece of [' ', '.', '. ', '-', ' -', '"', "' ", '3×', '3 ', '3.', '´', '\xad', '½1', '(c', 'a']) {
      expect(foldClause(piece.repeat(50_000)).length).toBeLessThan(500_000);
    }
  });
});

describe('sameClause', () => {
  it('returns "same" for identical characters only', () => {
    expect(sameClause('a "b"', 'a "b"')).toBe('same');
    expect(sameClause('a "b"', 'a “b”')).toBe('same-after-folding');
    expect(sameClause('a "b"', 'a "c"')).toBe('different');
  });

  it.each([
    ['We will share your data.', 'We will not share your data.'],
    ['You can sue us.', "You can't sue us."],
    ['It is able.', 'It is unable.'],
    ['within 30 days', 'within 31 days'],
    ['within 30 days', 'within 3 0 days'],
    ['10² m', '102 m'],
    ['1½ years', '11/2 years'],
    ['3x4', '3x5'],
    ['3x4', '34'],
    ['-5 degrees', '5 degrees'],
    ['5%', '5'],
    ['$5', '5'],
    ['re-sign', 'resign'],
    ['you, and we', 'you and we'],
    ['you; we', 'you: we'],
    ['Materials', 'materials'],
    ['a link <a>', 'a link a'],
    ['resume', 'résumé'],
    ['dont', "don't"],
    ['nowhere', 'now here'],
    ['we… share', 'we share'],
    ['data.', 'data'],
  ])('distinguishes %j from %j', (a, b) => {
    expect(sameClause(a, b)).toBe('different');
  });

  it('distinguishes a wording with one changed word or digit at any place', () => {
    const word = fc.stringMatching(/^[\p{Ll}\p{Nd}]{1,8}$/u).map((text) => text.normalize('NFKC'));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), word, fc.nat(), (words, other, at) => {
        const index = at % words.length;
        fc.pre(words[index] !== other);
        const clause = words.join(' ');
        expect(sameClause(clause, words.with(index, other).join(' '))).toBe('different');
        expect(sameClause(clause, words.toSpliced(index, 0, 'not').join(' '))).toBe('different');
        expect(sameClause(clause, words.toSpliced(index, 1).join(' '))).toBe('different');
      }),
    );
  });

  it.skipIf(!spy)('is correct for the quotations of a real feed', () => {
    const all = spy!.items.flatMap(({ _provision: { clauses = [] } }) => clauses.map(({ text }) => text));
    const clauses = all.filter((_, index) => index % 4 === 0);
    expect(clauses.length).toBeGreaterThan(500);
    let changed = 0;
    const marks = Object.values(quotations);
    for (const [index, text] of clauses.entries()) {
      expect(sameClause(text, texturize(retype(text), marks[index % marks.length]!))).not.toBe('different');
      for (const edit of [
        (clause: string) => clause.replace(/\b(may|will|can|do|are|is)\b/, '$1 not'),
        (clause: string) => clause.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
        (clause: string) => clause.replace(/\b(not|no|never) /, ''),
      ]) {
        const edited = edit(text);
        if (edited === text) continue;
        changed++;
        expect(sameClause(text, edited)).toBe('different');
      }
    }
    expect(changed).toBeGreaterThan(500);
  });

  it.skipIf(!versions)('finds no difference in a real technical change, and one in a real substantive change', () => {
    const changes = versions!.items.flatMap(({ _provision }) => _provision.changes ?? []);
    expect(changes.length).toBeGreaterThan(3);
    for (const { kind, from, to } of changes) {
      expect(sameClause(from.text, to.text)).toBe(kind === 'technical' ? 'same-after-folding' : 'different');
    }
  });
});

describe('findClause', () => {
  const document = 'Terms.\n\n“We may, at\xa0our discretion, share your da\xadta – with anyone.” The end.';

  it('returns how a clause was found', () => {
    expect(findClause(document, 'We may, at\xa0our discretion')).toBe('as-it-stands');
    expect(findClause(document, 'We may, at our discretion, share your data - with anyone.')).toBe('after-folding');
    expect(findClause(document, '"We may, at our discretion, share your data--with anyone."')).toBe('after-folding');
  });

  it('does not find another wording', () => {
    expect(findClause(document, 'We may not, at our discretion')).toBeUndefined();
    expect(findClause(document, 'share your data with anyone')).toBeUndefined();
  });

  it('does not find an empty clause', () => {
    for (const nothing of ['', ' ', '\n', '\xad', '\u200b\ufeff']) {
      expect(findClause(`a${nothing}b`, nothing)).toBeUndefined();
    }
  });

  it('finds any part of any text, with or without changes of typography', () => {
    fc.assert(
      fc.property(prose, prose, prose, (before, clause, after) => {
        fc.pre(foldClause(clause) !== '');
        const whole = `${before} ${clause} ${after}`;
        expect(findClause(whole, clause)).toBe('as-it-stands');
      }),
    );
  });
});
