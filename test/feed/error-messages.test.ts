import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { parseComparisonText } from '../../src/feed/comparison-file.js';
import { fetchFeed } from '../../src/feed/fetch.js';
import { parseFeed, parseFeedText, parseProvision } from '../../src/feed/parse.js';
import { feedOf } from './support/feeds.js';
import { serve, serveBody } from './support/server.js';

type Refusal = readonly [code: string, message: string | RegExp, pointer: string | undefined];

function expectRefusal(
  result: { readonly ok: boolean; readonly error?: Error },
  [code, message, pointer]: Refusal,
): void {
  expect(result).toMatchObject({ ok: false, error: { name: 'FeedError', code } });
  expect(result.error?.message).toMatch(message);
  expect((result.error as { pointer?: string }).pointer).toBe(pointer);
}

const long = '2'.repeat(50);

// Developers see only the message in the console, so it has to name the problem and the place.
describe('the error of a refused feed names the problem and the place', () => {
  it.each<[unknown, ...Refusal]>([
    [[], 'schema', 'Not a JSON object', ''],
    [{}, 'schema', 'No list "items"', '/items'],
    [
      { ...feedOf(), _provision_feed: { spec: `${long}.0` } },
      'version',
      new RegExp(`: 2{20}$`),
      '/_provision_feed/spec',
    ],
  ])('for %j', (input, ...refusal) => {
    expectRefusal(parseFeed(input), refusal);
  });

  it('for text that is not JSON', () => {
    expectRefusal(parseFeedText('{'), ['json', /^Not JSON: SyntaxError: ./, undefined]);
  });

  it('for a single record', () => {
    expectRefusal(parseProvision({ title: 'x' }), ['schema', 'No item with an id', '']);
  });

  it('for a getter that throws, with the thrown value as the cause', () => {
    const thrown = new Error('a getter');
    const feed = Object.defineProperty(feedOf(), 'title', {
      enumerable: true,
      get() {
        throw thrown;
      },
    });
    const result = parseFeed(feed);
    expectRefusal(result, ['schema', 'Reading the value threw an exception', undefined]);
    expect(!result.ok && result.error.cause).toBe(thrown);
  });
});

describe('the error of a refused comparison file names the problem and the place', () => {
  it.each<[string, ...Refusal]>([
    ['{', 'json', /^Not JSON: SyntaxError: ./, ''],
    ['[]', 'schema', 'No list "items"', '/items'],
    ['{"items":0}', 'schema', 'No list "items"', '/items'],
    [`{"items":[],"version":"${long}"}`, 'version', /^Not a comparison 1\.x: 2{20}$/, '/version'],
    ['{"items":[],"version":"2.1"}', 'version', /: 2\.1$/, '/version'],
  ])('for %s', (text, ...refusal) => {
    expectRefusal(parseComparisonText(text), refusal);
  });
});

describe('the error of a refused response names the reason', () => {
  it.each<[string, string | Uint8Array, Record<string, string>, number, string, RegExp]>([
    ['an error', 'x', {}, 503, 'http', /^HTTP 503$/],
    ['a page', '<p>', { 'content-type': 'text/html' }, 200, 'type', /^Not JSON: "text\/html"$/],
    [
      'a type that only ends in a JSON type',
      '{}',
      { 'content-type': 'x-application/json' },
      200,
      'type',
      /"x-application\/json"$/,
    ],
    ['a body above the limit', '{"items":[]}'.padEnd(200), {}, 200, 'size', /^More than 100 bytes$/],
    ['another encoding', new Uint8Array([0x22, 0xff, 0x22]), {}, 200, 'json', /^Not UTF-8$/],
  ])('for %s', async (_name, body, headers, status, code, message) => {
    const server = await serveBody(body, headers, status);
    const address = server.at('/feed.json');
    await expect(fetchFeed(address, { maxBytes: 100 })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message) as string,
      url: address,
    });
  });

  it('for a missing Content-Type', async () => {
    const server = await serve((_, response) => response.end('{}'));
    await expect(fetchFeed(server.at('/feed.json'))).rejects.toMatchObject({ code: 'type', message: 'Not JSON: ""' });
  });

  it('for a timeout', async () => {
    const server = await serve(() => undefined);
    await expect(fetchFeed(server.at('/feed.json'), { timeout: 20 })).rejects.toMatchObject({
      code: 'timeout',
      message: 'No byte for 20 ms',
    });
  });

  it('for an address that is not allowed', async () => {
    await expect(fetchFeed('/feed.json')).rejects.toMatchObject({
      code: 'network',
      message: 'Not an absolute https: URL: "/feed.json"',
    });
  });

  it('with the decoder’s error as the cause', async () => {
    const server = await serveBody(new Uint8Array([0xff]));
    const error = await fetchFeed(server.at('/')).catch((reason: unknown) => reason as Error);
    expect((error as Error).cause).toBeInstanceOf(TypeError);
  });
});

it('removes the abort listener after a response and after an error', async () => {
  const { signal } = new AbortController();
  const server = await serveBody(JSON.stringify(feedOf()));
  await fetchFeed(server.at('/'), { signal });
  const refusing = await serveBody('{');
  await expect(fetchFeed(refusing.at('/'), { signal })).rejects.toMatchObject({ code: 'json' });
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});
