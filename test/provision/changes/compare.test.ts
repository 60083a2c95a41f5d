import { describe, expect, it } from 'vitest';
import { parseFeed, parseProvision } from '../../../src/feed/parse.js';
import type { Provision } from '../../../src/feed/types.js';
import { clauseText, differencesOf } from '../../../src/provision/changes/compare.js';
import type { Published, RecordInFeed } from '../../../src/provision/changes/compare.js';
import { sha256Hex } from '../../../src/provision/hash.js';
import { provisionData } from '../../setup/data.js';

type Members = Readonly<Record<string, unknown>>;

const versions = provisionData('versions-feed.json');

function made(details: Members, head: Members = {}): RecordInFeed {
  const result = parseFeed({ items: [{ id: 'r', _provision: details }], _provision_feed: head });
  const provision = result.ok ? result.feed.items[0] : undefined;
  if (!result.ok || !provision) throw new Error('a record of the test is none');
  return { provision, feed: result.feed };
}

const first = 'We may use your notes to improve the service, unless you switch that off.';
const second = 'We may use your notes to improve the service and to train models, unless you switch that off.';
const third = 'We use your notes in any way we like, and there is no switch that would turn it off.';
const clause = (text: string, more: Members = {}): Members => ({ clauses: [{ text }], ...more });
const change = (kind: string | undefined, from: string, to: string, day = 1): Members => ({
  kind,
  from: { text: from, captured: `2026-01-0${day}` },
  to: { text: to, captured: `2026-02-0${day}`, effective: `2026-03-0${day}` },
});

const kinds = (published: Published, current: RecordInFeed, hash?: string) =>
  differencesOf(published, current, hash).map(({ kind }) => kind);

describe('a record that the article carries whole', () => {
  it.each<[string, Members, Members, string[]]>([
    ['nothing', clause(first), clause(first), []],
    ['nothing but typography', clause(`"${first}" -- 3x4...`), clause(`“${first}” – 3×4…`), []],
    ['a changed clause', clause(first), clause(second), ['clause']],
    [
      'a changed severity',
      clause(first, { severity: { level: 'low' } }),
      clause(first, { severity: { level: 'high' } }),
      ['severity'],
    ],
    [
      'the same severity under another label',
      { severity: { level: 'low', label: 'Low' } },
      { severity: { level: 'low', label: 'Niedrig' } },
      [],
    ],
    [
      'a correction',
      clause(first),
      clause(first, { status: 'corrected', status_note: 'A reading was wrong.' }),
      ['corrected'],
    ],
    ['a correction that was known', clause(first, { status: 'corrected' }), clause(first, { status: 'corrected' }), []],
    [
      'a second correction',
      clause(first, { status: 'corrected', status_note: 'One.' }),
      clause(first, { status: 'corrected', status_note: 'Two.' }),
      ['corrected'],
    ],
    ['a withdrawal', clause(first), clause(first, { status: 'withdrawn' }), ['withdrawn']],
    ['a withdrawal that took the clause along', clause(first), { status: 'withdrawn' }, ['withdrawn']],
    [
      'a new version of the document',
      clause(first, { document: { last_updated: '2026-01-01' } }),
      clause(first, { document: { last_updated: '2026-02-01' } }),
      ['document'],
    ],
    ['a clause more', { clauses: [{ text: first }] }, { clauses: [{ text: first }, { text: third }] }, ['clause']],
    [
      'clauses in another order',
      { clauses: [{ text: first }, { text: third }] },
      { clauses: [{ text: third }, { text: first }] },
      [],
    ],
    [
      'everything at once, the gravest first',
      clause(first, { severity: { level: 'low' } }),
      clause(second, { severity: { level: 'high' }, status: 'withdrawn' }),
      ['withdrawn', 'clause', 'severity'],
    ],
  ])('%s', (_name, before, after, expected) => {
    expect(kinds({ record: made(before) }, made(after))).toEqual(expected);
  });

  it.each([
    ['substantive', 'clause'],
    ['regional-variant', 'regional'],
    ['cosmetic', 'cosmetic'],
    ['technical', 'cosmetic'],
    ['date-only', 'cosmetic'],
    ['of-another-kind', 'clause'],
    [undefined, 'clause'],
  ])('takes the history’s word for it: %s', (kind, expected) => {
    const current = made(clause(second, { changes: [change(kind, first, second)] }));
    const [difference] = differencesOf({ record: made(clause(first)) }, current);
    expect(difference?.kind).toBe(expected);
    expect([difference?.from?.captured, difference?.to?.captured, difference?.to?.effective]).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
    ]);
  });

  it('is not alarmed by a wording that went and came back', () => {
    const changes = [change('substantive', first, second, 1), change('substantive', second, first, 2)];
    expect(kinds({ record: made(clause(first)) }, made(clause(first, { changes })))).toEqual([]);
  });

  it('leaves out what was taken back on the way, and editions that the tracker was once served', () => {
    const changes = [
      change('regional-variant', first, third, 1),
      change('cosmetic', first, second, 2),
      change('analysis', second, third, 3),
    ];
    expect(kinds({ record: made(clause(first)) }, made(clause(second, { changes })))).toEqual(['cosmetic']);
  });

  it('is never compared with an older feed', () => {
    const [june, july] = ['2026-06-01T00:00Z', '2026-07-01T00:00Z'].map((generated) => ({ generated }));
    expect(kinds({ record: made(clause(second), july) }, made(clause(first), june))).toEqual([]);
    expect(kinds({ record: made(clause(first), june) }, made(clause(second), july))).toEqual(['clause']);
  });
});

describe('a quotation', () => {
  it.each<[string, string, string, string[]]>([
    ['of the clause', first, first, []],
    ['as WordPress sets it', `“${first}”`.replace(/ /g, '\xa0'), first, []],
    ['with its source behind it', `${first}\n\nExample, captured 12 May`, first, []],
    ['of a part', first.slice(0, 44), first, []],
    ['with something left out', 'We may use your notes … unless you switch that off.', second, []],
    ['of another wording', first, second, ['clause']],
    [
      'with something left out that was never there',
      'We may use your notes … if you switch that on.',
      first,
      ['clause'],
    ],
    ['of something else', 'Readers wrote to us about this in great numbers.', first, []],
  ])('%s', (_name, quotation, current, expected) => {
    expect(kinds({ quotation }, made(clause(current)))).toEqual(expected);
  });

  it('of a wording that was given up, where the history or the link says that it was this record’s', () => {
    expect(
      kinds({ quotation: first }, made(clause(third, { changes: [change('substantive', first, third)] }))),
    ).toEqual(['clause']);
    const other = 'Nothing of what you write is ever looked at.';
    expect(kinds({ quotation: other }, made(clause(third)))).toEqual([]);
    expect(kinds({ quotation: other, quotesRecord: true }, made(clause(third)))).toEqual(['clause']);
  });

  it('in Japanese', () => {
    const [before, after] = [
      'お客様のデータをサービスの改善に利用します。',
      'お客様のデータをモデルの訓練に利用します。',
    ];
    expect(kinds({ quotation: before }, made(clause(before)))).toEqual([]);
    expect(kinds({ quotation: before }, made(clause(after)))).toEqual(['clause']);
  });
});

describe('a hash', () => {
  it('is enough to know that, and from the history what', async () => {
    const hash = await sha256Hex(first);
    const [now, then] = [await sha256Hex(second), hash];
    expect(kinds({ sha256: then! }, made(clause(first)), hash)).toEqual([]);
    const changes = [
      { kind: 'substantive', from: { text: first, clause_sha256: then }, to: { text: second, captured: '2026-02-02' } },
    ];
    const [known] = differencesOf({ sha256: then! }, made(clause(second, { changes })), now);
    expect([known?.kind, known?.from?.text, known?.to?.captured]).toEqual(['clause', first, '2026-02-02']);
    const [unknown] = differencesOf({ sha256: then! }, made(clause(second)), now);
    expect([unknown?.kind, unknown?.from?.text]).toEqual(['clause', undefined]);
  });

  it('raises nothing where no hash can be computed', () => {
    expect(kinds({ sha256: 'a'.repeat(64) }, made(clause(first)))).toEqual([]);
  });
});

const provenance = (captured: string, more: Members = {}): Members => ({
  provenance: { captured, archive_url: `https://archive.example/${captured}`, ...more },
});

describe('a difference has both wordings, and where they are kept', () => {
  const now = provenance('2026-05-05');
  const to = { text: second, captured: '2026-05-05', archive: 'https://archive.example/2026-05-05' };

  it.each<[string, Members, Omit<Published, 'record'>, Members]>([
    [
      'from the record',
      provenance('2026-01-01'),
      {},
      { captured: '2026-01-01', archive: 'https://archive.example/2026-01-01' },
    ],
    [
      'from the record’s stored copy, where it has no archive',
      { provenance: { captured: '2026-01-01', snapshot_url: 'https://copies.example/1' } },
      { captured: '2026-02-02' },
      { captured: '2026-01-01', archive: 'https://copies.example/1' },
    ],
    ['from the article, where the record has no date', {}, { captured: '2026-02-02' }, { captured: '2026-02-02' }],
  ])('%s', (_name, before, published, from) => {
    const record = made(clause(first, before));
    expect(differencesOf({ record, ...published }, made(clause(second, now)))).toEqual([
      {
        kind: 'clause',
        nature: undefined,
        from: { text: first, effective: undefined, archive: undefined, ...from },
        to: { ...to, effective: undefined },
      },
    ]);
  });

  it('from the quotation, or from the history that has it whole', () => {
    const quotation = first.slice(0, -4);
    expect(differencesOf({ quotation: first, captured: '2026-02-02' }, made(clause(second, now)))).toEqual([
      {
        kind: 'clause',
        nature: undefined,
        from: { text: first, captured: '2026-02-02', effective: undefined, archive: undefined },
        to: { ...to, effective: undefined },
      },
    ]);
    const changes = [
      {
        kind: 'cosmetic',
        from: { text: first, captured: '2026-01-01', effective: '2025-12-12', url: 'https://a.example/1' },
        to: { text: third, captured: '2026-04-04', effective: '2026-03-03' },
      },
    ];
    const current = made(clause(third, { changes, provenance: {} }));
    expect(differencesOf({ quotation }, current)).toEqual([
      {
        kind: 'cosmetic',
        nature: 'cosmetic',
        from: { text: first, captured: '2026-01-01', effective: '2025-12-12', archive: 'https://a.example/1' },
        to: { text: third, captured: '2026-04-04', effective: '2026-03-03', archive: undefined },
      },
    ]);
  });

  it('of several clauses, those that the other has not, each a paragraph', () => {
    const record = made({ clauses: [{ text: first }, { text: 'Kept.' }, { text: 'Old.' }] });
    const current = made({ clauses: [{ text: 'Kept.' }, { text: second }, { text: 'New.' }] });
    const [difference] = differencesOf({ record }, current);
    expect([difference?.from?.text, difference?.to?.text]).toEqual([`${first}\n\nOld.`, `${second}\n\nNew.`]);
    expect(clauseText(current.provision)).toBe(`Kept.\n\n${second}\n\nNew.`);
    expect(clauseText(made({}).provision)).toBeUndefined();
  });

  it('of severities their labels, or else their levels', () => {
    const severity = (level: string, label?: string) =>
      made({ severity: { level, ...(label === undefined ? {} : { label }) } });
    expect(differencesOf({ record: severity('low', 'Low') }, severity('high', 'High'))).toEqual([
      { kind: 'severity', from: { text: 'Low' }, to: { text: 'High' } },
    ]);
    expect(differencesOf({ record: severity('low') }, severity('high'))).toEqual([
      { kind: 'severity', from: { text: 'low' }, to: { text: 'high' } },
    ]);
    expect(differencesOf({ record: severity('low') }, made({}))).toEqual([]);
    expect(differencesOf({ record: made({}) }, severity('low'))).toEqual([]);
  });

  it('of documents their dates, where both have one and the clause is the same', () => {
    const dated = (text: string, day?: string) =>
      made(clause(text, day === undefined ? {} : { document: { last_updated: day } }));
    expect(differencesOf({ record: dated(first, '2026-01-01') }, dated(first, '2026-02-02'))).toEqual([
      { kind: 'document', from: { effective: '2026-01-01' }, to: { effective: '2026-02-02' } },
    ]);
    expect(differencesOf({ record: dated(first, '2026-01-01') }, dated(first, '2026-01-01'))).toEqual([]);
    expect(differencesOf({ record: dated(first) }, dated(first, '2026-02-02'))).toEqual([]);
    expect(differencesOf({ record: dated(first, '2026-01-01') }, dated(first))).toEqual([]);
    expect(kinds({ record: dated(first, '2026-01-01') }, dated(second, '2026-02-02'))).toEqual(['clause']);
  });
});

describe('a record that was withdrawn or corrected', () => {
  it.each<[string | undefined, string, string[]]>([
    ['withdrawn', 'withdrawn', []],
    ['corrected', 'withdrawn', ['withdrawn']],
    ['current', 'withdrawn', ['withdrawn']],
    ['current', 'corrected', ['corrected']],
    ['withdrawn', 'corrected', ['corrected']],
    ['corrected', 'corrected', []],
    [undefined, 'current', []],
  ])('once %s, now %s', (status, now, expected) => {
    const record = made(clause(first, status === undefined ? {} : { status }));
    expect(kinds({ record }, made(clause(first, { status: now })))).toEqual(expected);
  });

  it('is known to be withdrawn without what it was before, but not to be corrected since', () => {
    expect(kinds({ quotation: first }, made(clause(first, { status: 'withdrawn' })))).toEqual(['withdrawn']);
    expect(kinds({ quotation: first }, made(clause(first, { status: 'corrected' })))).toEqual([]);
  });

  it('comes first, whatever else has happened', () => {
    const record = made(clause(first, { severity: { level: 'low' }, document: { last_updated: '2026-01-01' } }));
    const changes = [change('cosmetic', first, second)];
    expect(kinds({ record }, made(clause(second, { changes, severity: { level: 'high' } })))).toEqual([
      'severity',
      'cosmetic',
    ]);
    expect(
      kinds(
        { record },
        made(
          clause(first, { status: 'corrected', document: { last_updated: '2026-02-02' }, severity: { level: 'high' } }),
        ),
      ),
    ).toEqual(['corrected', 'severity', 'document']);
  });
});

describe('what the history says is said of a way of several changes', () => {
  it.each<[string, string, string, string | undefined]>([
    ['cosmetic', 'cosmetic', 'cosmetic', 'cosmetic'],
    ['cosmetic', 'technical', 'cosmetic', undefined],
    ['cosmetic', 'regional-variant', 'regional', undefined],
    ['cosmetic', 'substantive', 'clause', undefined],
    ['regional-variant', 'substantive', 'clause', undefined],
  ])('%s, then %s', (one, other, kind, nature) => {
    const changes = [change(one, first, third, 1), change(other, third, second, 2)];
    expect(differencesOf({ record: made(clause(first)) }, made(clause(second, { changes })))).toMatchObject([
      { kind, nature, from: { captured: '2026-01-01' }, to: { captured: '2026-02-02', effective: '2026-03-02' } },
    ]);
  });
});

describe('a quotation and a history', () => {
  const more = `${first} We keep them for a year.`;

  it('quoted whole, a clause that has got a sentence more has changed; quoted in part it has not', () => {
    const changes = [change('substantive', first, more)];
    expect(kinds({ quotation: first }, made(clause(more, { changes })))).toEqual(['clause']);
    expect(kinds({ quotation: first }, made(clause(more)))).toEqual([]);
    // What the history has is a small part of what is quoted.
    const small = [change('substantive', 'We keep them for a year.', more)];
    expect(kinds({ quotation: more }, made(clause(`${more} Or two.`, { changes: small })))).toEqual([]);
  });

  it('quoted in part, the history’s wording is the one', () => {
    const changes = [change('cosmetic', first, third)];
    expect(differencesOf({ quotation: first.slice(0, 40) }, made(clause(third, { changes })))).toMatchObject([
      { kind: 'cosmetic', from: { text: first } },
    ]);
  });

  it('every clause of the record has to stand in it', () => {
    const two = made({ clauses: [{ text: first }, { text: third }] });
    expect(kinds({ quotation: `${first} ${third}` }, two)).toEqual([]);
    expect(kinds({ quotation: `${first} ${second}` }, two)).toEqual(['clause']);
  });

  it('with another hash, it is this record’s, whatever it says; without one to compare it is not', () => {
    const quotation = 'Nothing of what you write is ever looked at.';
    const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
    expect(kinds({ quotation, sha256: a }, made(clause(third)), b)).toEqual(['clause']);
    expect(kinds({ quotation, sha256: a }, made(clause(third)))).toEqual([]);
    expect(kinds({ quotation }, made(clause(third)), b)).toEqual([]);
  });
});

describe('a hash without a wording', () => {
  const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
  it('is compared with the one that was computed, else with those of the feed', () => {
    const current = made({ clauses: [{ text: first, sha256: a }] });
    expect(kinds({ sha256: a }, current)).toEqual([]);
    expect(kinds({ sha256: a }, current, a)).toEqual([]);
    // The reader’s own word goes before the feed’s.
    expect(kinds({ sha256: a }, current, b)).toEqual(['clause']);
    expect(kinds({ quotation: third, quotesRecord: true, sha256: a }, current)).toEqual([]);
    expect(kinds({}, current, b)).toEqual([]);
  });

  it('is looked for in the history', () => {
    const changes = [
      { kind: 'cosmetic', from: { text: third, clause_sha256: b, url: 'https://a.example/3' }, to: { text: second } },
      { kind: 'technical', from: { text: first, clause_sha256: a, url: 'https://a.example/1' }, to: { text: second } },
    ];
    const now = 'c'.repeat(64);
    expect(differencesOf({ sha256: b }, made(clause(second, { changes })), now)).toMatchObject([
      { kind: 'cosmetic', from: { text: third, archive: 'https://a.example/3' } },
    ]);
    expect(differencesOf({ sha256: 'd'.repeat(64) }, made(clause(second, { changes })), now)).toMatchObject([
      { kind: 'clause', from: { text: undefined, archive: undefined } },
    ]);
  });
});

describe.skipIf(!versions)('the real changes', () => {
  const result = parseFeed(versions);
  const items: readonly Provision[] = result.ok ? result.feed.items : [];
  const all = items.flatMap((item) => (item._provision.changes ?? []).map((entry) => [entry.id, item, entry] as const));

  /** What a reader of an article with the earlier wording is told. */
  const expected: Readonly<Record<string, readonly string[]>> = {
    substantive: ['clause'],
    'regional-variant': ['regional'],
    'date-only': ['cosmetic'],
    technical: [],
  };

  it.each(all)('%s is told as its kind', (_id, item, { kind, from, to }) => {
    const current = {
      provision: { ...item, _provision: { ...item._provision, clauses: [{ text: to!.text }] } },
      feed: made({}).feed,
    };
    const carried = parseProvision({ id: item.id, _provision: { clauses: [{ text: from!.text }] } });
    if (!carried.ok) throw carried.error;
    const record = { provision: carried.feed.items[0]!, feed: carried.feed };
    expect(kinds({ record }, current)).toEqual(expected[kind!]);
    expect(kinds({ quotation: from!.text }, current)).toEqual(expected[kind!]);
    expect(differencesOf({ record }, current)[0]?.nature).toBe(kind === 'technical' ? undefined : kind);
  });
});
