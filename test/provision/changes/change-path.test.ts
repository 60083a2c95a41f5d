import { expect, it } from 'vitest';
import type { Change } from '../../../src/provision/changes/change-kinds.js';
import { pathBetween } from '../../../src/provision/changes/change-path.js';

/** Changes of wordings with one-letter names: "ab" is the change from "a" to "b", and its id. */
const history = (...names: readonly string[]): Change[] =>
  names.map((id) => ({ id, kind: 'substantive', from: { text: id.slice(0, 1) }, to: { text: id.slice(1, 2) } }));

const way = (changes: readonly Change[] | undefined, from: string, to: string) =>
  pathBetween(changes, ({ text }) => text === from, [to])?.map(({ id }) => id);

it.each<[string, readonly string[], string, string, readonly string[] | undefined]>([
  ['one change', ['ab'], 'a', 'b', ['ab']],
  ['several changes, in order', ['ab', 'bc', 'cd'], 'a', 'd', ['ab', 'bc', 'cd']],
  ['several changes, listed in another order', ['cd', 'ab', 'bc'], 'a', 'd', ['ab', 'bc', 'cd']],
  ['from the middle of the history', ['ab', 'bc', 'cd'], 'b', 'c', ['bc']],
  ['the shortest path, without a reverted change', ['ab', 'bc', 'cb', 'bd'], 'a', 'd', ['ab', 'bd']],
  ['the last of two paths of equal length', ['ab1', 'ab2'], 'a', 'b', ['ab2']],
  ['none where the history ends elsewhere', ['ab', 'bc'], 'a', 'd', undefined],
  ['none where it starts elsewhere', ['bc', 'cd'], 'a', 'd', undefined],
  ['none against the direction', ['ab'], 'b', 'a', undefined],
  ['none in a circle without the goal', ['ab', 'ba'], 'a', 'c', undefined],
  ['none in an empty history', [], 'a', 'b', undefined],
])('finds the path from one wording to another: %s', (_name, names, from, to, expected) => {
  expect(way(history(...names), from, to)).toEqual(expected);
});

it('returns undefined for a record without a history', () => {
  expect(way(undefined, 'a', 'b')).toBeUndefined();
});

it('ignores changes of the analysis and changes with one side', () => {
  const [first] = history('ab');
  expect(way([{ ...first!, kind: 'analysis' }], 'a', 'b')).toBeUndefined();
  const { to, from } = first!;
  expect(way([{ id: 'half', kind: 'substantive', to: to! }], 'a', 'b')).toBeUndefined();
  expect(way([{ id: 'half', kind: 'substantive', from: from! }], 'a', 'b')).toBeUndefined();
});

it('treats wordings that differ in typography only as equal', () => {
  const changes: Change[] = [
    { id: 'one', from: { text: 'a' }, to: { text: '“b” – c' } },
    { id: 'two', from: { text: '"b" - c' }, to: { text: 'd…' } },
  ];
  expect(way(changes, 'a', 'd...')).toEqual(['one', 'two']);
});
