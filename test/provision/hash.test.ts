import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sha256Hex } from '../../src/provision/hash.js';
import { corpus } from '../support/data.js';

const vectors = corpus('sha256-short.json') as { bits: number; msg: string; sha256: string }[] | undefined;

/** The hash of the same text on the publisher's server and in the reader's terminal. */
const oracles = {
  'node:crypto': (text: string) => createHash('sha256').update(text, 'utf8').digest('hex'),
  sha256sum: (text: string) => execFileSync('sha256sum', { input: text, encoding: 'utf8' }).slice(0, 64),
};

const clause = 'We may use “Materials” as you’d ex\xadpect 👩\u200d⚖️, cafe\u0301 included — 3×4.\n';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('sha256Hex', () => {
  it.skipIf(!vectors)('agrees with the test vectors of NIST', async () => {
    expect(vectors!.length).toBeGreaterThan(60);
    for (const { bits, msg, sha256 } of vectors!) {
      const bytes = Uint8Array.from(Buffer.from(msg, 'hex'));
      expect(bytes.byteLength * 8).toBe(bits);
      expect(await sha256Hex(bytes)).toBe(sha256);
      expect(await sha256Hex(bytes.buffer)).toBe(sha256);
    }
  });

  it.each(Object.entries(oracles))(
    'agrees with %s over a curly quote, a soft hyphen, an emoji and a combining mark',
    async (_, oracle) => {
      expect(await sha256Hex(clause)).toBe(oracle(clause));
      // Each of them changes the hash, because nothing is normalised.
      expect(await sha256Hex(clause.normalize('NFC'))).not.toBe(oracle(clause));
      expect(await sha256Hex(clause.replace('\xad', ''))).not.toBe(oracle(clause));
    },
  );

  it('agrees with node:crypto over any well-formed text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect(await sha256Hex(text)).toBe(oracles['node:crypto'](text));
      }),
    );
  });

  it('hashes the bytes of a view, not of its buffer', async () => {
    const bytes = new TextEncoder().encode('before clause after');
    expect(await sha256Hex(bytes.subarray(7, 13))).toBe(oracles['node:crypto']('clause'));
  });

  it('returns undefined for a text with a lone surrogate', async () => {
    expect(await sha256Hex('a\ud800b')).toBeUndefined();
    expect(await sha256Hex('a\udc00b')).toBeUndefined();
    expect(await sha256Hex('\udc00\ud800')).toBeUndefined();
    expect(await sha256Hex('a\ud83d\ude00b')).toBe(oracles['node:crypto']('a😀b'));
  });

  it.each([
    ['no crypto', undefined],
    ['no subtle', {}],
  ])('returns undefined where there is %s', async (_, crypto) => {
    vi.stubGlobal('crypto', crypto);
    expect(await sha256Hex('text')).toBeUndefined();
    expect(await sha256Hex(new Uint8Array(1))).toBeUndefined();
  });
});
