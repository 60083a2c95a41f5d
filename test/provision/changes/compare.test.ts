import { describe, expect, it, vi } from 'vitest';
import { parseFeed, parseProvision } from '../../../src/feed/parse.js';
import type { Provision } from '../../../src/feed/types.js';
import { clauseText } from '../../../src/provision/changes/wording-history.js';
import { comparePublished } from '../../../src/provision/changes/compare.js';
import type { Published, RecordInFeed } from '../../../src/provision/changes/difference.js';
import { sha256Hex } from '../../../src/provision/hash.js';
import { readQuotation } from '../../../src/provision/quotation/read-quotation.js';
import { escaped } from '../quotation/support/mangler.js';
import { parsed } from '../quotation/support/parsed.js';
import { provisionData } from '../../support/data.js';

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

const differencesOf = async (published: Published, current: RecordInFeed) =>
  (await comparePublished(published, current)).differences;
const kinds = async (published: Published, current: RecordInFeed) =>
  (await differencesOf(published, current)).map(({ kind }) => kind);
/** Reads a page's quotation. */
const quoting = (text: string): Pick<Published, 'reading'> => ({
  reading: readQuotation(
    parsed(
      text
        .split('\n\n')
        .map((one) => `<p>${escaped(one)}</p>`)
        .join(''),
    ),
    { labels: ['Example terms'] },
  ),
});

describe('comparePublished with the published record', () => {
  it.each<[string, Members, Members, string[]]>([
    ['nothing', clause(first), clause(first), []],
    ['no change of typography', clause(`"${first}" -- 3x4...`), clause(`“${first}” – 3×4…`), []],
    ['a changed clause', clause(first), clause(second), ['clause']],
    [
      'a changed severity',
      clause(first, { severity: { level: 'low' } }),
      clause(first, { severity: { level: 'high' } }),
      ['severity'],
    ],
    [
      'no new label of the same severity',
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
    [
      'no correction that the published record already had',
      clause(first, { status: 'corrected' }),
      clause(first, { status: 'corrected' }),
      [],
    ],
    [
      'a second correction',
      clause(first, { status: 'corrected', status_note: 'One.' }),
      clause(first, { status: 'corrected', status_note: 'Two.' }),
      ['corrected'],
    ],
    ['a withdrawal', clause(first), clause(first, { status: 'withdrawn' }), ['withdrawn']],
    ['a withdrawal that removed the clause', clause(first), { status: 'withdrawn' }, ['withdrawn']],
    [
      'a new version of the document',
      clause(first, { document: { last_updated: '2026-01-01' } }),
      clause(first, { document: { last_updated: '2026-02-01' } }),
      ['document'],
    ],
    ['an added clause', { clauses: [{ text: first }] }, { clauses: [{ text: first }, { text: third }] }, ['clause']],
    [
      'no new order of the clauses',
      { clauses: [{ text: first }, { text: third }] },
      { clauses: [{ text: third }, { text: first }] },
      [],
    ],
    [
      'several differences, the most severe first',
      clause(first, { severity: { level: 'low' } }),
      clause(second, { severity: { level: 'high' }, status: 'withdrawn' }),
      ['withdrawn', 'clause', 'severity'],
    ],
  ])('reports %s', async (_name, before, after, expected) => {
    expect(await kinds({ record: made(before) }, made(after))).toEqual(expected);
  });

  it.each([
    ['substantive', 'clause'],
    ['regional-variant', 'regional'],
    ['cosmetic', 'cosmetic'],
    ['technical', 'cosmetic'],
    ['date-only', 'cosmetic'],
    ['of-another-kind', 'clause'],
    [undefined, 'clause'],
  ])('takes the kind from the history: %s', async (kind, expected) => {
    const current = made(clause(second, { changes: [change(kind, first, second)] }));
    const [difference] = await differencesOf({ record: made(clause(first)) }, current);
    expect(difference?.kind).toBe(expected);
    expect([difference?.from?.captured, difference?.to?.captured, difference?.to?.effective]).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
    ]);
  });

  it('reports nothing for a wording that changed and changed back', async () => {
    const changes = [change('substantive', first, second, 1), change('substantive', second, first, 2)];
    expect(await kinds({ record: made(clause(first)) }, made(clause(first, { changes })))).toEqual([]);
  });

  it('leaves out reverted changes and other editions that the tracker received', async () => {
    const changes = [
      change('regional-variant', first, third, 1),
      change('cosmetic', first, second, 2),
      change('analysis', second, third, 3),
    ];
    expect(await kinds({ record: made(clause(first)) }, made(clause(second, { changes })))).toEqual(['cosmetic']);
  });

  it('reports nothing against an older feed', async () => {
    const [june, july] = ['2026-06-01T00:00Z', '2026-07-01T00:00Z'].map((generated) => ({ generated }));
    expect(await kinds({ record: made(clause(second), july) }, made(clause(first), june))).toEqual([]);
    expect(await kinds({ record: made(clause(first), june) }, made(clause(second), july))).toEqual(['clause']);
  });
});

describe('comparePublished with a quotation', () => {
  it.each<[string, string, string, string[]]>([
    ['of the clause', first, first, []],
    ['as WordPress sets it', `“${first}”`.replace(/ /g, '\xa0'), first, []],
    ['with its source line', `${first}\n\nExample terms, captured 12 May`, first, []],
    ['of a part', first.slice(0, 44), first, []],
    ['with an omission', 'We may use your notes … unless you switch that off.', second, []],
    ['of another wording', first, second, ['clause']],
    [
      'with an omission of words that the clause never had',
      'We may use your notes … if you switch that on.',
      first,
      [],
    ],
    ['of another text', 'Readers wrote to us about this in great numbers.', first, []],
  ])('gives the expected result %s', async (_name, quotation, current, expected) => {
    expect(await kinds(quoting(quotation), made(clause(current)))).toEqual(expected);
  });

  it('recognises an earlier wording of the history; a link to the record proves nothing', async () => {
    expect(
      await kinds(quoting(first), made(clause(third, { changes: [change('substantive', first, third)] }))),
    ).toEqual(['clause']);
    const other = 'Nothing of what you write is ever looked at.';
    expect(await kinds(quoting(other), made(clause(third)))).toEqual([]);
    const linked = readQuotation(parsed(`<p>${other}</p><p><a href="https://example.org/r">Source</a></p>`), {
      isRecord: () => true,
    });
    expect(await kinds({ reading: linked }, made(clause(third)))).toEqual([]);
  });

  it('compares Japanese', async () => {
    const [before, after] = [
      'お客様のデータをサービスの改善に利用します。',
      'お客様のデータをモデルの訓練に利用します。',
    ];
    expect(await kinds(quoting(before), made(clause(before)))).toEqual([]);
    expect(await kinds(quoting(before), made(clause(after)))).toEqual(['clause']);
  });
});

describe('comparePublished with a hash', () => {
  it('reports a change from the hash alone, and the wording from the history', async () => {
    const then = await sha256Hex(first);
    expect(await kinds({ sha256: [then!] }, made(clause(first)))).toEqual([]);
    const changes = [
      { kind: 'substantive', from: { text: first, clause_sha256: then }, to: { text: second, captured: '2026-02-02' } },
    ];
    const [known] = await differencesOf({ sha256: [then!] }, made(clause(second, { changes })));
    expect([known?.kind, known?.from?.text, known?.to?.captured]).toEqual(['clause', first, '2026-02-02']);
    const [unknown] = await differencesOf({ sha256: [then!] }, made(clause(second)));
    expect([unknown?.kind, unknown?.from?.text]).toEqual(['clause', undefined]);
  });

  it('reports an unchecked clause where no hash can be computed', async () => {
    vi.stubGlobal('crypto', {});
    try {
      expect(await comparePublished({ sha256: ['a'.repeat(64)] }, made(clause(first)))).toEqual({
        differences: [],
        isUnchecked: true,
      });
      // The feed's own hash and the page's words serve as substitutes.
      const claimed = made({ clauses: [{ text: first, sha256: 'a'.repeat(64) }] });
      expect(await comparePublished({ sha256: ['a'.repeat(64)] }, claimed)).toMatchObject({ isUnchecked: false });
      expect(await kinds({ ...quoting(first), sha256: ['a'.repeat(64)] }, made(clause(second)))).toEqual(['clause']);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

const provenance = (captured: string, more: Members = {}): Members => ({
  provenance: { captured, archive_url: `https://archive.example/${captured}`, ...more },
});

describe('a difference has both wordings, and their archived copies', () => {
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
  ])('%s', async (_name, before, published, from) => {
    const record = made(clause(first, before));
    expect(await differencesOf({ record, ...published }, made(clause(second, now)))).toEqual([
      {
        kind: 'clause',
        evidence: 'certain',
        nature: undefined,
        from: { text: first, effective: undefined, archive: undefined, ...from },
        to: { ...to, effective: undefined },
      },
    ]);
  });

  it('from the quotation, or from the history with the complete wording', async () => {
    const quotation = first.slice(0, -5);
    expect(await differencesOf({ ...quoting(first), captured: '2026-02-02' }, made(clause(second, now)))).toEqual([
      {
        kind: 'clause',
        evidence: 'likely',
        nature: undefined,
        isQuotation: true,
        from: { text: first, captured: '2026-02-02', effective: undefined },
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
    expect(await differencesOf(quoting(quotation), current)).toEqual([
      {
        kind: 'cosmetic',
        evidence: 'likely',
        nature: 'cosmetic',
        isDatedByHistory: true,
        isQuotation: true,
        isStillThere: false,
        earlier: first,
        from: { text: quotation, captured: '2026-01-01', effective: '2025-12-12', archive: 'https://a.example/1' },
        to: { text: third, captured: '2026-04-04', effective: '2026-03-03', archive: undefined },
      },
    ]);
  });

  it('of several clauses, only the ones that differ, one paragraph each', async () => {
    const record = made({ clauses: [{ text: first }, { text: 'Kept.' }, { text: 'Old.' }] });
    const current = made({ clauses: [{ text: 'Kept.' }, { text: second }, { text: 'New.' }] });
    const [difference] = await differencesOf({ record }, current);
    expect([difference?.from?.text, difference?.to?.text]).toEqual([`${first}\n\nOld.`, `${second}\n\nNew.`]);
    expect(clauseText(current.provision)).toBe(`Kept.\n\n${second}\n\nNew.`);
    expect(clauseText(made({}).provision)).toBeUndefined();
  });

  it('of severities as labels, or else as levels', async () => {
    const severity = (level: string, label?: string) =>
      made({ severity: { level, ...(label === undefined ? {} : { label }) } });
    expect(await differencesOf({ record: severity('low', 'Low') }, severity('high', 'High'))).toEqual([
      { kind: 'severity', from: { text: 'Low' }, to: { text: 'High' } },
    ]);
    expect(await differencesOf({ record: severity('low') }, severity('high'))).toEqual([
      { kind: 'severity', from: { text: 'low' }, to: { text: 'high' } },
    ]);
    expect(await differencesOf({ record: severity('low') }, made({}))).toEqual([]);
    expect(await differencesOf({ record: made({}) }, severity('low'))).toEqual([]);
  });

  it('of documents as dates, where both have one and the clause is the same', async () => {
    const dated = (text: string, day?: string) =>
      made(clause(text, day === undefined ? {} : { document: { last_updated: day } }));
    expect(await differencesOf({ record: dated(first, '2026-01-01') }, dated(first, '2026-02-02'))).toEqual([
      { kind: 'document', from: { effective: '2026-01-01' }, to: { effective: '2026-02-02' } },
    ]);
    expect(await differencesOf({ record: dated(first, '2026-01-01') }, dated(first, '2026-01-01'))).toEqual([]);
    expect(await differencesOf({ record: dated(first) }, dated(first, '2026-02-02'))).toEqual([]);
    expect(await differencesOf({ record: dated(first, '2026-01-01') }, dated(first))).toEqual([]);
    expect(await kinds({ record: dated(first, '2026-01-01') }, dated(second, '2026-02-02'))).toEqual(['clause']);
  });
});

describe('a withdrawn or corrected record', () => {
  it.each<[string | undefined, string, string[]]>([
    ['withdrawn', 'withdrawn', []],
    ['corrected', 'withdrawn', ['withdrawn']],
    ['current', 'withdrawn', ['withdrawn']],
    ['current', 'corrected', ['corrected']],
    ['withdrawn', 'corrected', ['corrected']],
    ['corrected', 'corrected', []],
    [undefined, 'current', []],
  ])('that was %s and is %s now', async (status, now, expected) => {
    const record = made(clause(first, status === undefined ? {} : { status }));
    expect(await kinds({ record }, made(clause(first, { status: now })))).toEqual(expected);
  });

  it('is reported as withdrawn without the published record, but not as corrected', async () => {
    expect(await kinds(quoting(first), made(clause(first, { status: 'withdrawn' })))).toEqual(['withdrawn']);
    expect(await kinds(quoting(first), made(clause(first, { status: 'corrected' })))).toEqual([]);
  });

  it('comes first among several differences', async () => {
    const record = made(clause(first, { severity: { level: 'low' }, document: { last_updated: '2026-01-01' } }));
    const changes = [change('cosmetic', first, second)];
    expect(await kinds({ record }, made(clause(second, { changes, severity: { level: 'high' } })))).toEqual([
      'severity',
      'cosmetic',
    ]);
    expect(
      await kinds(
        { record },
        made(
          clause(first, { status: 'corrected', document: { last_updated: '2026-02-02' }, severity: { level: 'high' } }),
        ),
      ),
    ).toEqual(['corrected', 'severity', 'document']);
  });
});

describe('the kind of a path with several changes', () => {
  it.each<[string, string, string, string | undefined]>([
    ['cosmetic', 'cosmetic', 'cosmetic', 'cosmetic'],
    ['cosmetic', 'technical', 'cosmetic', undefined],
    ['cosmetic', 'regional-variant', 'regional', undefined],
    ['cosmetic', 'substantive', 'clause', undefined],
    ['regional-variant', 'substantive', 'clause', undefined],
  ])('for %s, then %s', async (one, other, kind, nature) => {
    const changes = [change(one, first, third, 1), change(other, third, second, 2)];
    expect(await differencesOf({ record: made(clause(first)) }, made(clause(second, { changes })))).toMatchObject([
      { kind, nature, from: { captured: '2026-01-01' }, to: { captured: '2026-02-02', effective: '2026-03-02' } },
    ]);
  });
});

describe('a quotation and a history', () => {
  const more = `${first} We keep them for a year.`;

  it('report a new sentence of a completely quoted clause, but not of a partly quoted one', async () => {
    const changes = [change('substantive', first, more)];
    expect(await kinds(quoting(first), made(clause(more, { changes })))).toEqual(['clause']);
    expect(await kinds(quoting(first), made(clause(more)))).toEqual([]);
    // The history's wording is a small part of the quotation, which the clause contains.
    const small = [change('substantive', 'We keep them for a year.', more)];
    const [grown] = await differencesOf(quoting(more), made(clause(`${more} Or two.`, { changes: small })));
    expect(grown).toMatchObject({ kind: 'clause', evidence: 'likely', isStillThere: true });
  });

  it('choose the history’s wording for a partial quotation', async () => {
    const changes = [change('cosmetic', first, third)];
    expect(await differencesOf(quoting(first.slice(0, 44)), made(clause(third, { changes })))).toMatchObject([
      { kind: 'cosmetic', earlier: first, from: { text: first.slice(0, 44) } },
    ]);
  });

  it('report a change unless the quotation contains every clause of the record', async () => {
    const two = made({ clauses: [{ text: first }, { text: third }] });
    expect(await kinds(quoting(`${first} ${third}`), two)).toEqual([]);
    expect(await kinds(quoting(`${first} ${third.replace('any way', 'some ways')}`), two)).toEqual(['clause']);
  });

  it('never show a paraphrase as the published wording, even where the hash differs', async () => {
    const own = 'Nothing of what you write is ever looked at.';
    expect(await differencesOf({ ...quoting(own), sha256: ['a'.repeat(64)] }, made(clause(third)))).toMatchObject([
      { kind: 'clause', evidence: 'certain', isQuotation: false, from: {} },
    ]);
    expect(await kinds(quoting(own), made(clause(third)))).toEqual([]);
  });
});

describe('a hash decides', () => {
  const hashOf = async (text: string) => [(await sha256Hex(text)) ?? ''];

  it.each<[string, string]>([
    ['appended', `${first} We keep them for a year.`],
    ['prepended', `We keep your notes. ${first}`],
  ])('where a sentence was %s, although the clause still contains the quoted words', async (_name, now) => {
    expect(await differencesOf({ ...quoting(first), sha256: await hashOf(first) }, made(clause(now)))).toMatchObject([
      { kind: 'clause', evidence: 'certain', from: { text: first } },
    ]);
    const part = 'improve the service, unless you switch that off';
    expect(await differencesOf({ ...quoting(part), sha256: await hashOf(first) }, made(clause(now)))).toMatchObject([
      { kind: 'clause', evidence: 'certain', isStillThere: true, isQuotation: true, from: { text: part } },
    ]);
  });

  it('where the feed states the old hash for a new wording', async () => {
    const [sha256] = await hashOf(first);
    const current = made({ clauses: [{ text: second, sha256 }] });
    expect(await kinds({ sha256: await hashOf(first) }, current)).toEqual(['clause']);
  });

  it.each<[string, string]>([
    ['no-break spaces', first.replaceAll(' ', '\xa0')],
    ['curly quotation marks', `${first} “So.”`],
  ])('but a change of typography does not count: %s', async (_name, now) => {
    const then = now.replace(/[“”]/g, '"').replaceAll('\xa0', ' ');
    expect(await kinds({ ...quoting('in other words'), sha256: await hashOf(then) }, made(clause(now)))).toEqual([]);
  });

  it('for each of several clauses', async () => {
    const two = made({ clauses: [{ text: first }, { text: third }] });
    const hashes = async (...texts: string[]) => (await Promise.all(texts.map(hashOf))).flat();
    expect(await kinds({ sha256: await hashes(first, third) }, two)).toEqual([]);
    expect(await kinds({ sha256: await hashes(first, second) }, two)).toEqual(['clause']);
    expect(await kinds({ sha256: await hashes(first) }, two)).toEqual(['clause']);
  });

  it('by the history’s wordings, or by the hashes that it states', async () => {
    const b = 'b'.repeat(64);
    const changes = [
      { kind: 'cosmetic', from: { text: third, clause_sha256: b, url: 'https://a.example/3' }, to: { text: second } },
      { kind: 'technical', from: { text: first, url: 'https://a.example/1' }, to: { text: second } },
    ];
    const current = made(clause(second, { changes }));
    expect(await differencesOf({ sha256: [b] }, current)).toMatchObject([
      { kind: 'cosmetic', from: { text: third, archive: 'https://a.example/3' } },
    ]);
    expect(await differencesOf({ sha256: await hashOf(first) }, current)).toMatchObject([
      { kind: 'cosmetic', nature: 'technical', from: { text: first } },
    ]);
    expect(await differencesOf({ sha256: ['d'.repeat(64)] }, current)).toMatchObject([
      { kind: 'clause', isQuotation: false },
    ]);
  });
});

describe.skipIf(!versions)('real changes', () => {
  const result = parseFeed(versions);
  const items: readonly Provision[] = result.ok ? result.feed.items : [];
  const all = items.flatMap((item) => (item._provision.changes ?? []).map((entry) => [entry.id, item, entry] as const));

  /** The kinds of difference that an article with the earlier wording reports. */
  const expected: Readonly<Record<string, readonly string[]>> = {
    substantive: ['clause'],
    'regional-variant': ['regional'],
    'date-only': ['cosmetic'],
    technical: [],
  };

  it.each(all)('%s is reported with its kind', async (_id, item, { kind, from, to }) => {
    const current = {
      provision: { ...item, _provision: { ...item._provision, clauses: [{ text: to!.text }] } },
      feed: made({}).feed,
    };
    const carried = parseProvision({ id: item.id, _provision: { clauses: [{ text: from!.text }] } });
    if (!carried.ok) throw carried.error;
    const record = { provision: carried.feed.items[0]!, feed: carried.feed };
    expect(await kinds({ record }, current)).toEqual(expected[kind!]);
    expect(await kinds(quoting(from!.text), current)).toEqual(expected[kind!]);
    expect((await differencesOf({ record }, current))[0]?.nature).toBe(kind === 'technical' ? undefined : kind);
  });
});
