import { describe, expect, it } from 'vitest';
import { sameValue } from '../../../src/provision/changes/same-value.js';

describe('sameValue', () => {
  it.each<[string, unknown, unknown]>([
    ['the same text', 'a', 'a'],
    ['nothing', undefined, undefined],
    ['null', null, null],
    ['no number', NaN, NaN],
    ['no members', {}, {}],
    ['no entries', [], []],
    ['members in another order', { a: 1, b: [2, { c: 3 }] }, { b: [2, { c: 3 }], a: 1 }],
    ['an undefined member and a missing one', { a: 1, b: undefined }, { a: 1 }],
    ['equal objects without a prototype', Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
  ])('returns true for %s', (_name, a, b) => {
    expect(sameValue(a, b)).toBe(true);
    expect(sameValue(b, a)).toBe(true);
  });

  it.each<[string, unknown, unknown]>([
    ['another text', 'a', 'b'],
    ['a number and its text', 1, '1'],
    ['undefined and null', undefined, null],
    ['null and no members', null, {}],
    ['a text and its letters', 'ab', ['a', 'b']],
    ['no text and no members', '', {}],
    ['a list and an object with the same members', ['a'], { 0: 'a' }],
    ['no entries and no members', [], {}],
    ['an additional member', { a: 1 }, { a: 1, b: 2 }],
    ['another member with the same value', { a: 1 }, { b: 1 }],
    ['a member that is null', { a: null }, {}],
    ['another value in a nested object', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }],
    ['entries in another order', [1, 2], [2, 1]],
  ])('returns false for %s', (_name, a, b) => {
    expect(sameValue(a, b)).toBe(false);
    expect(sameValue(b, a)).toBe(false);
  });
});
