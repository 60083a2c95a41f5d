import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseFeed, parseFeedText, parseProvision } from '../../src/feed/parse.js';
import { feedOf, itemOf, readFeed, readItem } from './support/feeds.js';

// Inputs of megabytes, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const polluted = Object.prototype as unknown as Record<string, unknown>;

describe('members that could change an object’s behaviour', () => {
  const nasty = '{"__proto__":{"title":"polluted","url":"javascript:1"},"constructor":{"prototype":{"x":1}}';

  it('do not reach our objects or any prototype by __proto__ in JSON', () => {
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

  it('may be a level named __proto__', () => {
    const distribution = JSON.parse('{"__proto__":3,"constructor":1}') as unknown;
    const kept = readItem({ comparisons: { distribution } }).item?._provision.comparisons?.distribution;
    expect(Object.entries(kept ?? {})).toEqual([
      ['__proto__', 3],
      ['constructor', 1],
    ]);
  });

  it('count nothing as a distribution in __proto__', () => {
    const distribution = JSON.parse('{"__proto__":{"high":3}}') as unknown;
    const { item, notes } = readItem({ comparisons: { distribution } });
    expect(item?._provision.comparisons).toBeUndefined();
    expect(notes).toEqual(['/items/0/_provision/comparisons/distribution/__proto__ count']);
  });

  it('drop the marks of a renderer’s templates and directives', () => {
    const mark = { _$litType$: 1, _$litDirective$: {}, strings: ['<img src=x onerror=alert(1)>'], values: [] };
    const { feed } = readFeed({
      ...feedOf({ ...itemOf({ ...mark, platform: { ...mark, name: mark } }), ...mark, title: mark }),
      ...mark,
    });
    expect(JSON.stringify(feed)).not.toMatch(/_\$|strings|onerror/);
  });
});

describe('a page with a polluted Object.prototype', () => {
  afterEach(() => {
    for (const member of ['url', 'title', 'items', 'id', 'text', 'spec', 'high', '_provision_feed']) {
      Reflect.deleteProperty(polluted, member);
    }
  });

  it('does not add inherited members', () => {
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

  it('does not create a feed from inherited items', () => {
    Object.assign(polluted, { items: [itemOf()] });
    expect(parseFeed({ version: 'x' })).toMatchObject({ ok: false, error: { code: 'schema' } });
    expect(parseProvision(itemOf())).toMatchObject({ ok: true, feed: { items: [{ id: 'a', content_text: 'x' }] } });
  });

  it('does not fill in a missing member, so that pollution cannot become a script URL', () => {
    const { feed } = readFeed({ items: [itemOf({ platform: { name: 'P' } }), { id: 'b' }] });
    Object.assign(polluted, { url: 'javascript:alert(1)', title: 'evil', text: 'evil' });
    const [item, bare] = feed.items;
    expect(feed.title).toBeUndefined();
    expect(item?.url).toBeUndefined();
    expect(item?._provision.platform?.url).toBeUndefined();
    expect((bare?._provision as { text?: unknown }).text).toBeUndefined();
  });
});

describe('values that a page passes', () => {
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
    ['a getter that throws a value without a string form', thrower(silent)],
    ['a getter that throws a value whose string conversion throws', thrower(loud)],
    ['a getter that throws undefined', thrower(undefined)],
    ['a proxy that throws', proxied],
    ['a revoked proxy', revoked.proxy],
    ['a getter deep inside', itemOf({ platform: thrower(silent) })],
    [
      'a list with a getter',
      itemOf({ clauses: [Object.defineProperty({}, 'text', { enumerable: true, get: () => loud.toString() })] }),
    ],
  ])('%s makes neither parseProvision nor parseFeed throw', (name, input) => {
    const alone = parseProvision(input);
    const among = parseFeed({ ...feedOf(), items: [input] });
    if (name !== 'a getter deep inside') expect([alone.ok, among.ok]).toEqual([false, false]);
    for (const result of [alone, among]) if (!result.ok) expect(result.error.code).toBe('schema');
  });

  it('count as the wrong type for a bigint, a symbol and a function', () => {
    const result = parseProvision(itemOf({ why_it_matters: 1n, status: Symbol('s'), consumer_impact: () => 'x' }));
    expect(result).toMatchObject({ ok: true, feed: { items: [{ _provision: {} }] } });
    expect(result.ok && result.warnings).toHaveLength(3);
  });

  it('are read to the depth of the schema for a cyclic object', () => {
    const details: Record<string, unknown> = { platform: { name: 'P' } };
    details['document'] = details;
    details['actions'] = [details];
    const result = parseProvision({ id: 'a', _provision: details });
    expect(result).toMatchObject({ ok: true, feed: { items: [{ _provision: { platform: { name: 'P' } } }] } });
  });

  it('are not changed, and later changes to them have no effect', () => {
    const input = itemOf({ platform: { name: 'P' }, extra: 1 }, { tags: ['t'] });
    const before = structuredClone(input);
    const result = parseProvision(input);
    expect(input).toEqual(before);
    (input['tags'] as string[]).push('late');
    expect(result).toMatchObject({ feed: { items: [{ tags: ['t'] }] } });
  });

  it('may be frozen', () => {
    expect(parseProvision(Object.freeze(itemOf()))).toMatchObject({ ok: true });
  });

  it('become a feed with one item for an item, and stay a feed for a feed', () => {
    expect(parseProvision(itemOf())).toEqual({ ok: true, feed: { items: [itemOf({})] }, warnings: [] });
    expect(parseProvision(feedOf(itemOf(), itemOf({}, { id: 'b' })))).toMatchObject({
      feed: { title: 'Test', items: [{ id: 'a' }, { id: 'b' }] },
    });
  });

  it.for([undefined, null, 5, 'id', [], [itemOf()], {}, { id: ' ' }, { id: {} }])('are refused for %j', (input) => {
    expect(parseProvision(input)).toMatchObject({ ok: false, error: { code: 'schema' } });
  });

  it('are refused for a feed of another major version', () => {
    expect(parseProvision({ ...feedOf(itemOf()), _provision_feed: { spec: '2.0' } })).toMatchObject({
      ok: false,
      error: { code: 'version' },
    });
  });

  it('have warnings with pointers into the item', () => {
    const result = parseProvision({ id: 'a', _provision: { platform: 5 } });
    expect(result.ok && result.warnings).toEqual([
      { pointer: '/_provision/platform', expected: 'object' },
      { pointer: '/content_text', expected: 'required' },
    ]);
  });
});

describe('size and depth', () => {
  it.each([
    ['lists', '['.repeat(1e6)],
    ['closed lists', '['.repeat(1e6) + ']'.repeat(1e6)],
    ['objects', '{"items":'.repeat(1e6)],
    ['items', `{"items":[${'['.repeat(1e6)}${']'.repeat(1e6)}]}`],
    ['dates', deepIn('{"citation":{"csl":{"issued":{"date-parts":[[', ']]}}}}')],
    ['counts', deepIn('{"comparisons":{"distribution":{"high":', '}}}')],
    ['texts', deepIn('{"why_it_matters":', '}')],
    ['platforms', deepIn('{"platform":', '}')],
  ])('%s nested without end do not make parseFeedText throw', (_, text) => {
    expect(typeof parseFeedText(text).ok).toBe('boolean');
  });

  it('drop a deeply nested value and keep the feed', () => {
    const result = parseFeedText(deepIn('{"status":"s","citation":{"csl":{"issued":{"date-parts":[[', ']]}}}}'));
    expect(result).toMatchObject({ ok: true, feed: { items: [{ id: 'a', _provision: { status: 's' } }] } });
  });

  it.each(['https://a.org/' + 'a'.repeat(8e6), 'https://' + 'a.'.repeat(4e6) + 'org/', 'https://' + '-'.repeat(8e6)])(
    'accept a URL of eight million characters without an exception: %.12s',
    (url) => {
      expect(() => readItem({ platform: { name: 'P', url } })).not.toThrow();
    },
  );

  it.each(['2024-01-01T00:00:00.' + '0'.repeat(8e6), '2'.repeat(8e6), 'en' + '-a'.repeat(4e6)])(
    'accept a date or a language of that length without an exception: %.12s',
    (value) => {
      expect(() => readItem({ clauses: [{ text: 't', language: value }] }, { date_published: value })).not.toThrow();
    },
  );

  it('keep the first ten thousand of a million warnings', () => {
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
