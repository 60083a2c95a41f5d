import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesOf, EmbedError, recordName } from '../../src/snippets/index.js';
import { provisionData } from '../support/data.js';
import { anyText, hostileTexts } from './support.js';

const hostileIds = [
  ...hostileTexts(),
  '.',
  '..',
  '../../etc/passwd',
  '..\\..\\windows',
  'a/b',
  'a//b',
  'a b',
  'a%2Fb',
  'con',
  'CON',
  'aux.json',
  'COM1',
  'com1',
  'LPT9',
  'nul',
  'CW-0001',
  'cw-0001',
  'Cw-0001',
  'CW-0001.',
  'CW-0001 ',
  'CW--0001',
  'a--0123456789abcdef',
  'index',
  'index.html',
  'é',
  'e\u0301',
  'ſ',
  's',
  'ﬁ',
  'fi',
  'K',
  'k',
  '1',
  '01',
  'https://example.org/a?b#c',
  'لا',
  '条款',
  '💥',
  '-',
  '_',
  '--help',
  'x'.repeat(5000),
  `${'x'.repeat(5000)}y`,
];

const safe = /^[A-Za-z\d](?:[A-Za-z\d_-]{0,78}[A-Za-z\d])?$/;
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

describe('recordName', () => {
  it('keeps ids readable where possible', async () => {
    for (const id of [
      'CW-0001',
      'CA-P-011793',
      '1password-data-deletion',
      '12345',
      'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
    ]) {
      expect(await recordName(id)).toBe(id);
    }
    expect(await recordName('privacyspy:Wise:history')).toMatch(/^privacyspy-wise-history--[\da-f]{16}$/);
    expect(await recordName('Éducation & santé')).toMatch(/^education-sante--[\da-f]{16}$/);
  });

  it('is safe in every file system and in URLs, and unique without case', async () => {
    const names = new Map<string, string>();
    for (const id of hostileIds) {
      const name = await recordName(id);
      expect(name, id).toMatch(safe);
      expect(name, id).not.toMatch(device);
      expect(encodeURIComponent(name)).toBe(name);
      const folded = name.toLowerCase();
      expect(names.get(folded) ?? id, folded).toBe(id);
      names.set(folded, id);
    }
  });

  it('is unique for any two ids', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (a, b) => {
        const [x, y] = [await recordName(a), await recordName(b)];
        expect(x).toMatch(safe);
        expect(x.toLowerCase() === y.toLowerCase()).toBe(a === b);
        // A name is a valid id too, so it must not collide with the name of the id that it was made from.
        if (x !== a) expect((await recordName(x)).toLowerCase()).not.toBe(x.toLowerCase());
      }),
    );
  });

  const feed = provisionData('privacyspy-feed.json') as { items: { id: string }[] } | undefined;
  it.skipIf(!feed)('is unique for all records of a real feed', async () => {
    const names = await Promise.all(feed!.items.map(({ id }) => recordName(id)));
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(feed!.items.length);
  });
});

describe('addressesOf', () => {
  it('returns the kit’s URLs, with or without a trailing slash in the base', async () => {
    const expected = {
      name: 'CW-0001',
      page: 'https://host.example/terms/r/CW-0001',
      record: 'https://host.example/terms/r/CW-0001.json',
      frame: 'https://host.example/terms/e/CW-0001/',
      badge: 'https://host.example/terms/badge/CW-0001.svg',
      oembed: 'https://host.example/terms/oembed/CW-0001.json',
    };
    for (const base of ['https://host.example/terms', 'https://HOST.example:443/terms/?x#y']) {
      expect(await addressesOf(base, 'CW-0001')).toEqual(expected);
    }
  });

  it.each(['/r/', 'host.example', 'javascript:alert(1)', 'ftp://host.example/', 'https://user:pass@host.example/'])(
    'refuses the base %s',
    async (base) => {
      await expect(addressesOf(base, 'CW-0001')).rejects.toThrow(EmbedError);
    },
  );
});
