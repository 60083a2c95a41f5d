import { describe, expect, it } from 'vitest';
import sample from '../../demo/feeds/clausewatch.json' with { type: 'json' };
import { recordName } from '../../src/publish/index.js';
import { provisionData } from '../support/data.js';
import { readFeed } from '../feed/support/feeds.js';
import { baseUrl, feedOfRecords, published, readRecord } from './support.js';

const { feed } = readFeed(sample);
const clausewatch = await published(feed, { baseUrl: 'https://clausewatch.example' });
const record = (files: ReadonlyMap<string, string>, name: string) => readRecord(files.get(`r/${name}.json`)!);

describe('publish', () => {
  it('writes the designed files for each record', () => {
    for (const name of [
      'r/CW-0001/index.html',
      'r/CW-0001.json',
      'e/CW-0001/index.html',
      'badge/CW-0001.svg',
      'oembed/CW-0001.json',
    ]) {
      expect(clausewatch.has(name), name).toBe(true);
    }
    expect([...clausewatch.keys()].filter((path) => path.startsWith('comparison/')).sort()).toEqual([
      'comparison/account-deletion.json',
      'comparison/arbitration.json',
      'comparison/model-training.json',
    ]);
    const index = JSON.parse(clausewatch.get('index.json')!) as { records: { id: string; name: string }[] };
    expect(index.records.map(({ id }) => id)).toEqual(feed.items.map(({ id }) => id));
  });

  it('writes the same bytes when it runs again', async () => {
    expect(await published(feed, { baseUrl: 'https://clausewatch.example/' })).toEqual(clausewatch);
  });

  it('writes below the base only, regardless of the ids', async () => {
    const ids = [
      '../../etc/passwd',
      'CON',
      'a/b',
      'A',
      'a',
      '',
      '💥',
      'https://example.org/?a',
      'x\u0000y',
      'index',
    ].filter(Boolean);
    const files = await published(feedOfRecords(...ids.map((id) => ({ id, severity: { level: 'high' } }))));
    for (const path of files.keys()) {
      expect(path).toMatch(/^(?:index\.json|(?:r|e|badge|oembed|comparison)\/[\w/-]+\.(?:json|html|svg))$/);
    }
    expect([...files.keys()].filter((path) => /^r\/[^/]+\.json$/.test(path))).toHaveLength(ids.length);
  });

  it('publishes the first of several records with one id', async () => {
    const files = await published(feedOfRecords({ id: 'A-1', title: 'First' }, { id: 'A-1', title: 'Second' }));
    expect(record(files, 'A-1').items[0]!.title).toBe('First');
  });

  it('marks a withdrawn record in all files, and offers it to no other site', async () => {
    const files = await published(feedOfRecords({ status: 'withdrawn', clauses: [{ text: 'c' }] }));
    expect(files.has('oembed/A-1.json')).toBe(false);
    expect(record(files, 'A-1').items[0]!._provision.status).toBe('withdrawn');
    for (const page of ['r/A-1/index.html', 'e/A-1/index.html']) {
      expect(files.get(page)).toContain('This record has been withdrawn.');
      expect(files.get(page)).not.toContain('json+oembed');
    }
  });

  it('refuses an invalid base URL', async () => {
    await expect(published(feed, { baseUrl: '/here' })).rejects.toThrow(/absolute/);
    await expect(published(feed, { script: 'x.js' })).rejects.toThrow(/script/);
    await expect(published(feed, { rows: 0 })).rejects.toThrow(/rows/);
  });
});

describe('the record’s own file', () => {
  it('holds everything about the record and the parts of the feed that it needs', () => {
    for (const item of feed.items) {
      const own = record(clausewatch, item.id);
      const { comparisons: _, ...details } = own.items[0]!._provision;
      const { comparisons: __, ...expected } = item._provision;
      expect(own.items[0]).toMatchObject({ ...item, _provision: {} });
      expect(details).toEqual(expected);
      expect(own._provision_feed!.notices).toEqual(feed._provision_feed!.notices);
      expect(own._provision_feed!.clause_types?.map(({ id }) => id)).toEqual(
        item._provision.clause_type && [item._provision.clause_type],
      );
      const { severity } = item._provision;
      if (severity) expect(own._provision_feed!.scales!.severity!.map(({ level }) => level)).toContain(severity.level);
    }
    expect(record(clausewatch, 'CW-0001').feed_url).toBe('https://clausewatch.example/r/CW-0001.json');
  });

  it('adds the page’s URL to a record without one, and has no next page', async () => {
    const one = { ...feedOfRecords({}), next_url: 'https://host.example/2.json' };
    const own = record(await published(one), 'A-1');
    expect(own.items[0]!.url).toBe(`${baseUrl}r/A-1`);
    expect(own).not.toHaveProperty('next_url');
  });
});

describe('comparisons', () => {
  const platforms = (count: number, type = 'data-use') =>
    Array.from({ length: count }, (_, index) => ({
      clause_type: type,
      platform: { name: `P${index}` },
      severity: { level: index % 2 ? 'high' : 'low', label: 'x' },
      clauses: [{ text: `clause ${index} `.repeat(100), language: 'en' }],
    }));

  it('puts all records of a clause type into a file, and a few rows into each record', async () => {
    const files = await published(feedOfRecords(...platforms(7), ...platforms(1, 'lonely')));
    const all = JSON.parse(files.get('comparison/data-use.json')!);
    expect(all).toMatchObject({ total: 7, distribution: { low: 4, high: 3 } });
    expect(all.items.map((row: { record_id: string }) => row.record_id)).toEqual([
      'A-1',
      'A-2',
      'A-3',
      'A-4',
      'A-5',
      'A-6',
      'A-7',
    ]);
    expect(all.items[0]).toMatchObject({ truncated: true, url: `${baseUrl}r/A-1` });
    expect(all.items[0].excerpt).toHaveLength(300);
    const { comparisons } = record(files, 'A-2').items[0]!._provision;
    expect(comparisons).toMatchObject({
      url: `${baseUrl}comparison/data-use.json`,
      total: 7,
      distribution: { low: 4, high: 3 },
    });
    expect(comparisons!.items!.map((row) => row.record_id)).toEqual(['A-1', 'A-3', 'A-4']);
    expect(files.has('comparison/lonely.json')).toBe(false);
    expect(record(files, 'A-8').items[0]!._provision.comparisons).toBeUndefined();
  });

  it('leave withdrawn records out', async () => {
    const files = await published(feedOfRecords(...platforms(3), { ...platforms(1)[0]!, status: 'withdrawn' }));
    expect(JSON.parse(files.get('comparison/data-use.json')!).total).toBe(3);
  });

  it('keep the record’s own rows, cut to a few, with all of them in a file', async () => {
    const items = Array.from({ length: 5 }, (_, index) => ({ platform: { name: `Own ${index}` } }));
    const files = await published(
      feedOfRecords(...platforms(2), { clause_type: 'data-use', comparisons: { total: 343, items } }),
    );
    const { comparisons } = record(files, 'A-3').items[0]!._provision;
    expect(comparisons).toMatchObject({
      total: 343,
      distribution: { unknown: 5 },
      url: `${baseUrl}comparison/r/A-3.json`,
    });
    expect(comparisons!.items).toHaveLength(3);
    expect(JSON.parse(files.get('comparison/r/A-3.json')!).items).toEqual(items);
  });

  it('stay unchanged when they are few or have their own URL', async () => {
    const few = { items: [{ platform: { name: 'One' } }] };
    const elsewhere = { url: 'https://other.example/all.json', total: 9, distribution: { high: 9 } };
    const files = await published(
      feedOfRecords(
        { comparisons: few },
        { comparisons: { ...elsewhere, items: Array(5).fill(few.items[0]) } },
        { comparisons: elsewhere },
      ),
    );
    expect(record(files, 'A-1').items[0]!._provision.comparisons).toEqual(few);
    expect(record(files, 'A-2').items[0]!._provision.comparisons).toEqual({
      ...elsewhere,
      items: Array(3).fill(few.items[0]),
    });
    expect(record(files, 'A-3').items[0]!._provision.comparisons).toEqual(elsewhere);
    expect([...files.keys()].some((path) => path.startsWith('comparison/'))).toBe(false);
  });

  it('count levels with any name', async () => {
    const rows = platforms(2).map((row) => ({ ...row, severity: { level: '__proto__' } }));
    const files = await published(feedOfRecords(...rows));
    expect(files.get('comparison/data-use.json')).toContain('"distribution":{"__proto__":2}');
  });
});

const real = provisionData('privacyspy-feed.json');
it.skipIf(!real)('keeps each record file of a real feed at a few kilobytes', async () => {
  const privacyspy = readFeed(real).feed;
  const sizes = new Map<string, number>();
  for (const [path, content] of await published({ ...privacyspy, items: privacyspy.items.slice(0, 600) })) {
    if (/^r\/[^/]+\.json$/.test(path)) sizes.set(path, Buffer.byteLength(content));
  }
  const sorted = [...sizes.values()].sort((a, b) => a - b);
  expect(sorted).toHaveLength(600);
  expect(sorted[300]).toBeLessThan(5_000);
  expect(sorted.at(-1)).toBeLessThan(40_000);
  expect(sizes.has(`r/${await recordName(privacyspy.items[0]!.id)}.json`)).toBe(true);
});
