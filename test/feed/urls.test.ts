import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readItem } from './support/feeds.js';
import { runs } from '../support/fuzz.js';

function readUrl(url: unknown): string | undefined {
  const { item, notes } = readItem(undefined, { url });
  expect(notes).toEqual(item?.url === undefined ? ['/items/0/url url'] : []);
  return item?.url;
}

describe('url', () => {
  it.each([
    ['https://a.org/', 'https://a.org/'],
    ['https://a.org', 'https://a.org/'],
    ['http://a.org/b?c=d#e', 'http://a.org/b?c=d#e'],
    ['HTTPS://A.ORG/B', 'https://a.org/B'],
    ['https://A.org/b', 'https://a.org/b'],
    [' \u0000https://a.org/\n', 'https://a.org/'],
    ['ht\ntps://a.org/', 'https://a.org/'],
    ['https://a.org:443/', 'https://a.org/'],
    ['https://a.org/b/../c/./d', 'https://a.org/c/d'],
    ['https://a.org/%2e%2e/b', 'https://a.org/b'],
    ['https://a.org/..', 'https://a.org/'],
    ['https:\\\\a.org\\b', 'https://a.org/b'],
    ['https:a.org', 'https://a.org/'],
    ['https://müller.example/ä b', 'https://xn--mller-kva.example/%C3%A4%20b'],
    ['https://1.1/', 'https://1.0.0.1/'],
    ['https://0x7f.1/', 'https://127.0.0.1/'],
    ['https://[::1]/', 'https://[::1]/'],
    ['https://a.org/@b', 'https://a.org/@b'],
    ['https://a.org?@b', 'https://a.org/?@b'],
  ])('returns %j in the notation of the platform’s parser', (given, written) => {
    expect(readUrl(given)).toBe(written);
  });

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'blob:https://a.org/x',
    'file:///etc/passwd',
    'ftp://a.org/',
    'about:blank',
    'vbscript:x',
    'view-source:https://a.org/',
    '/path',
    '//a.org/path',
    'a.org',
    '?q',
    '#f',
    'https://',
    'https://a b/',
    'https://user@a.org/',
    'https://user:pass@a.org/',
    'https://:pass@a.org/',
    'https://a.org@b.org/',
    'https://a.org\\@b.org@c.org/',
    'https://xn--a.org.xn--/',
    'https://999.999.999.999/',
  ])('refuses %j', (given) => {
    const url = readUrl(given);
    // The platform may accept the last ones; then it has found no user info in them.
    if (url !== undefined) expect(new URL(url)).toMatchObject({ username: '', password: '', href: url });
    if (!/^https:\/\/a\.org\\|xn--/.test(given)) expect(url).toBeUndefined();
  });

  it.for([5, true, {}, ['https://a.org/'], { href: 'https://a.org/' }])('refuses %j', (given) => {
    expect(readUrl(given)).toBeUndefined();
  });

  it('agrees with the platform’s parser on any text that resembles a URL', () => {
    const label = fc.stringMatching(/^[a-zA-Z\d-]{1,4}$|^xn--[a-z\d]{1,3}$|^0x[\da-f]$|^\d{1,3}$/);
    const segment = fc.stringMatching(/^[\w.%~:@!$&'()*+,;=[\]{}|\\^` -]{0,6}$|^\.{1,3}$|^%2[eE]$/);
    const urlLike = fc
      .tuple(
        fc.constantFrom('http://', 'https://', 'HTTP://', 'https:/', 'https:', 'https:///', 'javascript:', '//', ''),
        fc.constantFrom('', '', '', 'u@', 'u:p@', ':@', '@'),
        fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.')),
        fc.constantFrom('', '', '', ':80', ':443', ':8080', ':'),
        fc.array(segment, { maxLength: 4 }).map((segments) => segments.map((each) => `/${each}`).join('')),
        fc.constantFrom('', '', '?q=1', '#f', '/', '?a@b'),
      )
      .map((parts) => parts.join(''));
    // Texts that are valid or nearly so, where the parser's result is not compared.
    const part = fc.oneof(fc.stringMatching(/^[a-z\d]{1,4}$/), fc.constantFrom('xn', 'zz', 'A', '0x1', 'é', ''));
    const nearlyWritten = fc
      .tuple(
        fc.constantFrom('http://', 'https://'),
        fc.array(fc.tuple(part, fc.constantFrom('.', '.', '-', '--')), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('org', 'x', '7', 'Org'),
        fc.array(fc.constantFrom('/', '/', 'a', 'B-', '_9', '.', '..', '%2e', '?', '#', '@', ' ', '|'), {
          maxLength: 5,
        }),
      )
      .map(([scheme, labels, top, path]) => `${scheme}${labels.flat().join('')}${top}/${path.join('')}`);
    fc.assert(
      fc.property(
        fc.oneof(urlLike, nearlyWritten, fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
        (given) => {
          fc.pre(given.trim() !== '');
          expect(readUrl(given)).toBe(expectedUrl(given));
        },
      ),
      { numRuns: runs(3000, 4) },
    );
  });
});

/** The rule of docs/feed-format.md. Not `URL.canParse`, because Node 20 refuses é. */
function expectedUrl(given: string): string | undefined {
  try {
    const { protocol, username, password, href } = new URL(given);
    return ['http:', 'https:'].includes(protocol) && username === '' && password === '' ? href : undefined;
  } catch {
    return undefined;
  }
}
