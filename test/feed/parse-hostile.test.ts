import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseFeed, parseFeedText, parseProvision } from '../../src/feed/parse.js';
import { feedOf, itemOf, readFeed, readItem } from './support/feeds.js';

// Inputs of megabytes, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const polluted = Object.prototype as unknown as Record<string, unknown>;

describe('members that would change an object rather than stand in it', () => {
  const nasty = '{"__proto__":{"title":"polluted","url":"javascript:1"},"constructor":{"prototype":{"x":1}}';

  it('__proto__ in JSON touches neither our objects nor anybody’s prototype', () => {
    const json = `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[${nasty},"id":"a","content_text":"x",
      "_provision":${nasty},"platform":${nasty},"name":"P"}}}],"__proto__":{"next_url":"https://evil.org/"}}`;
    const result = parseFeedText(json);
    if (!result.ok) throw result.error;
    expect(result.warnings).toEqual([]);
    const [item] = result.feed.items;
    expect(item?.title).toBeUndefined();
    expect(item?._provision.platform?.url).toBeUndefined();
    expect(result.feed.next_url).toBeUndefined();
    expect('x' in {}).toBe(false);
  });

  it('a level named __proto__ is a level', () => {
    const distribution = JSON.parse('{"__proto__":3,"constructor":1}') as unknown;
    const kept = readItem({ comparisons: { distribution } }).item?._provision.comparisons?.distribution;
    expect(Object.entries(kept ?? {})).toEqual([
      ['__proto__', 3],
      ['constructor', 1],
    ]);
  });

  it('a distribution that is an object in __proto__ counts nothing', () => {
    const distribution = JSON.parse('{"__proto__":{"high":3}}') as unknown;
    const { item, notes } = readItem({ comparisons: { distribution } });
    expect(item?._provision.comparisons).toBeUndefined();
    expect(notes).toEqual(['/items/0/_provision/comparisons/distribution/__proto__ count']);
  });

  it('what marks a template or a directive for the renderer gets nowhere', () => {
    const mark = { _$litType$: 1, _$litDirective$: {}, strings: ['<img src=x onerror=alert(1)>'], values: [] };
    const { feed } = readFeed({
      ...feedOf({ ...itemOf({ ...mark, platform: { ...mark, name: mark } }), ...mark, title: mark }),
      ...mark,
    });
    expect(JSON.stringify(feed)).not.toMatch(/_\$|strings|onerror/);
  });
});

describe('a page whose Object.prototype has been added to', () => {
  afterEach(() => {
    for (const member of ['url', 'title', 'items', 'id', 'text', 'spec', 'high', '_provision_feed']) {
      Reflect.deleteProperty(polluted, member);
    }
  });

  it('inherited members are not read', () => {
    Object.assign(polluted, {
      url: 'https://evil.org/',
      title: 'evil',
      id: 'evil',
      text: 'evil',
      high: 3,
      _provision_feed: { spec: '2.0' },
    });
    const { feed, warnings } = readFeed({
      ...feedOf({}, itemOf({ clauses: [{}], comparisons: { distribution: { low: 1 } } })),
      title: 'T',
    });
    expect(warnings.map(({ pointer }) => pointer)).toEqual(['/items/0/id', '/items/1/_provision/clauses/0/text']);
    expect(Object.keys(feed.items[0]!)).toEqual(['id', 'content_text', '_provision']);
    expect(feed.items[0]?._provision).toEqual({ comparisons: { distribution: { low: 1 } } });
  });

  it('inherited items make no feed', () => {
    Object.assign(polluted, { items: [itemOf()] });
    expect(parseFeed({ version: 'x' })).toMatchObject({ ok: false, error: { code: 'schema' } });
    expect(parseProvision(itemOf())).toMatchObject({ ok: true, feed: { items: [{ id: 'a', content_text: 'x' }] } });
  });

  it('a member that the feed lacks is lacking: a polluted page must not turn us into its way to a script', () => {
    const { feed } = readFeed({ items: [itemOf({ platform: { name: 'P' } }), { id: 'b' }] });
    Object.assign(polluted, { url: 'javascript:alert(1)', title: 'evil', text: 'evil' });
    const [item, bare] = feed.items;
    expect(feed.title).toBeUndefined();
    expect(item?.url).toBeUndefined();
    expect(item?._provision.platform?.url).toBeUndefined();
    expect((bare?._provision as { text?: unknown }).text).toBeUndefined();
  });
});

describe('what a page hands over by itself', () => {
  const thrower = (thrown: unknown) => ({
    get id(): string {
      throw thrown;
    },
  });
  const proxied = new Proxy(itemOf(), {
    get() {
      throw new Error('no');
    },
    ownKeys() {
      throw new Error('no');
    },
  });
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const silent = Object.create(null) as unknown;
  const loud = {
    toString() {
      throw new Error('louder');
    },
  };

  it.each([
    ['a getter that throws an error', thrower(new Error('no'))],
    ['a getter that throws what has no string', thrower(silent)],
    ['a getter that throws what throws when it is made a string', thrower(loud)],
    ['a getter that throws undefined', thrower(undefined)],
    ['a proxy that throws', proxied],
    ['a revoked proxy', revoked.proxy],
    ['a getter deep inside', itemOf({ platform: thrower(silent) })],
    [
      'a list with a getter',
      itemOf({ clauses: [Object.defineProperty({}, 'text', { enumerable: true, get: () => loud.toString() })] }),
    ],
  ])('%s does not throw out of parseProvision or parseFeed', (name, input) => {
    const alone = parseProvision(input);
    const among = parseFeed({ ...feedOf(), items: [input] });
    if (name !== 'a getter deep inside') expect([alone.ok, among.ok]).toEqual([false, false]);
    for (const result of [alone, among]) if (!result.ok) expect(result.error.code).toBe('schema');
  });

  it('a bigint, a symbol and a function are values of the wrong type', () => {
    const result = parseProvision(itemOf({ why_it_matters: 1n, status: Symbol('s'), consumer_impact: () => 'x' }));
    expect(result).toMatchObject({ ok: true, feed: { items: [{ _provision: {} }] } });
    expect(result.ok && result.warnings).toHaveLength(3);
  });

  it('an object that holds itself is read as deep as the format goes', () => {
    const details: Record<string, unknown> = { platform: { name: 'P' } };
    details['document'] = details;
    details['actions'] = [details];
    const result = parseProvision({ id: 'a', _provision: details });
    expect(result).toMatchObject({ ok: true, feed: { items: [{ _provision: { platform: { name: 'P' } } }] } });
  });

  it('is not changed, and later changes to it change nothing', () => {
    const input = itemOf({ platform: { name: 'P' }, extra: 1 }, { tags: ['t'] });
    const before = structuredClone(input);
    const result = parseProvision(input);
    expect(input).toEqual(before);
    (input['tags'] as string[]).push('late');
    expect(result).toMatchObject({ feed: { items: [{ tags: ['t'] }] } });
  });

  it('frozen input is read', () => {
    expect(parseProvision(Object.freeze(itemOf()))).toMatchObject({ ok: true });
  });

  it('one item becomes a feed of one; a feed stays a feed', () => {
    expect(parseProvision(itemOf())).toEqual({ ok: true, feed: { items: [itemOf({})] }, warnings: [] });
    expect(parseProvision(feedOf(itemOf(), itemOf({}, { id: 'b' })))).toMatchObject({
      feed: { title: 'Test', items: [{ id: 'a' }, { id: 'b' }] },
    });
  });

  it.for([undefined, null, 5, 'id', [], [itemOf()], {}, { id: ' ' }, { id: {} }])('%j is neither', (input) => {
    expect(parseProvision(input)).toMatchObject({ ok: false, error: { code: 'schema' } });
  });

  it('a feed of another major version is refused as such', () => {
    expect(parseProvision({ ...feedOf(itemOf()), _provision_feed: { spec: '2.0' } })).toMatchObject({
      ok: false,
      error: { code: 'version' },
    });
  });

  it('warnings about one item point into that item', () => {
    const result = parseProvision({ id: 'a', _provision: { platform: 5 } });
    expect(result.ok && result.warnings).toEqual([
      { pointer: '/_provision/platform', expected: 'object' },
      { pointer: '/content_text', expected: 'required' },
    ]);
  });
});

describe('size', () => {
  it.each([
    ['lists', '['.repeat(1e6)],
    ['closed lists', '['.repeat(1e6) + ']'.repeat(1e6)],
    ['objects', '{"items":'.repeat(1e6)],
    ['items', `{"items":[${'['.repeat(1e6)}${']'.repeat(1e6)}]}`],
    ['dates', deepIn('{"citation":{"csl":{"issued":{"date-parts":[[', ']]}}}}')],
    ['counts', deepIn('{"comparisons":{"distribution":{"high":', '}}}')],
    ['texts', deepIn('{"why_it_matters":', '}')],
    ['platforms', deepIn('{"platform":', '}')],
  ])('%s without end, one in the other, do not throw out of parseFeedText', (_, text) => {
    expect(typeof parseFeedText(text).ok).toBe('boolean');
  });

  it('deep nesting where a value is expected costs that value, not the feed', () => {
    const result = parseFeedText(deepIn('{"status":"s","citation":{"csl":{"issued":{"date-parts":[[', ']]}}}}'));
    expect(result).toMatchObject({ ok: true, feed: { items: [{ id: 'a', _provision: { status: 's' } }] } });
  });

  it.each(['https://a.org/' + 'a'.repeat(8e6), 'https://' + 'a.'.repeat(4e6) + 'org/', 'https://' + '-'.repeat(8e6)])(
    'a URL of eight million characters does not throw: %.12s',
    (url) => {
      expect(() => readItem({ platform: { name: 'P', url } })).not.toThrow();
    },
  );

  it.each(['2024-01-01T00:00:00.' + '0'.repeat(8e6), '2'.repeat(8e6), 'en' + '-a'.repeat(4e6)])(
    'nor a date or a language of that length: %.12s',
    (value) => {
      expect(() => readItem({ clauses: [{ text: 't', language: value }] }, { date_published: value })).not.toThrow();
    },
  );

  it('a million faults are not a million warnings: the first ten thousand say enough', () => {
    const { item, notes } = readItem(undefined, { tags: new Array<number>(1e6).fill(1) });
    expect(item?.id).toBe('a');
    expect(notes).toHaveLength(10_000);
    expect(notes[9999]).toBe('/items/0/tags/9999 text');
  });

  function deepIn(open: string, close: string): string {
    const deep = '['.repeat(1e5) + ']'.repeat(1e5);
    return `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"a","_provision":${open}${deep}${close}}]}`;
  }
});
