import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysOf } from '../../src/provision/comparison/row-keys.js';
import { ownKey, sidesHash, sidesOfHash } from '../../src/provision/comparison/link.js';

describe('sidesOfHash', () => {
  it('returns the keys that sidesHash wrote, for all names', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (record, one, other) => {
        const { hash } = new URL(`https://paper.example/${sidesHash(record, [one, other])}`);
        expect(sidesOfHash(hash, record)).toEqual([one, other]);
      }),
    );
  });

  it('returns undefined for another record', () => {
    expect(sidesOfHash(sidesHash('CW-1', ['a', 'b']), 'CW-2')).toBeUndefined();
  });

  it.each(['', '#', '#comments', '#provision-compare', '#provision-compare=%E0%A4%A/x'])(
    'returns undefined for %j',
    (hash) => {
      expect(sidesOfHash(hash, 'CW-1')).toBeUndefined();
    },
  );

  it('returns at most two keys', () => {
    expect(sidesOfHash('#provision-compare=r/a/b/c', 'r')).toEqual(['a', 'b']);
  });
});

describe('keysOf', () => {
  const keys = (...names: readonly string[]) => [...keysOf(names.map((name) => ({ platform: { name } }))).values()];

  it('derives a key from the platform’s name, with a number for a repeated one', () => {
    expect(keys('Bow & Fiddle', 'Möten', 'Bow & Fiddle')).toEqual(['bow-fiddle', 'möten', 'bow-fiddle~2']);
    expect([...keysOf([{}, {}, { record_id: 'CW-1' }]).values()]).toEqual(['row', 'row~2', 'cw-1']);
  });

  it('returns unique keys, and never the key of the record itself', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'a~2', '~', 'A', '', 'ä')), (names) => {
        const all = keys(...names);
        expect(new Set(all).size).toBe(all.length);
        expect(all).not.toContain(ownKey);
      }),
    );
  });
});
