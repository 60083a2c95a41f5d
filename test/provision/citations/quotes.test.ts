import { expect, test } from 'vitest';
import { curlQuotes, endWith, inQuotes } from '../../../src/provision/citations/quotes.js';

test.each([
  ['"a" b', '“a” b'],
  ["'a' b", '“a” b'],
  ['"a \'b\' c"', '“a ‘b’ c”'],
  ['"a" "b"', '“a” “b”'],
  ["\"a 'b' 'c' d\" \"e 'f'\"", '“a ‘b’ ‘c’ d” “e ‘f’”'],
  ['‘a’ b', '‘a’ b'],
  ['“a ‘b’”', '“a ‘b’”'],
  ['(“a”)', '(“a”)'],
  ['("a")', '(“a”)'],
  ['a/"b"', 'a/“b”'],
  ['a—"b"', 'a—“b”'],
  ["the users' data", 'the users’ data'],
  ["don't", 'don’t'],
  ["'tis", '’tis'],
  ["the '90s", 'the ’90s'],
  ['a 15" screen', 'a 15" screen'],
  ['a "b', 'a "b'],
  ['a" b"', 'a" b"'],
  ['a " b "', 'a " b "'],
  ['"a\'s b"', '“a’s b”'],
  ["„so“ 'b'", "„so“ 'b'"],
  ['‚so‘', '‚so‘'],
  ['"', '"'],
  ['""', '“”'],
  ['no marks', 'no marks'],
])('curlQuotes sets the marks of %s', (text, set) => {
  expect(curlQuotes(text)).toBe(set);
});

test.each([
  ['a "b" c', '“a ‘b’ c.”'],
  ['a “b” c', '“a ‘b’ c.”'],
  ['"b"', '“‘b.’”'],
  ['“a ‘b’”', '“‘a “b.”’”'],
  ["the users'", '“the users’.”'],
  ['„so“', '“„so“.”'],
])('inQuotes sets the title %s', (text, quoted) => {
  expect(inQuotes(text, '.')).toBe(quoted);
});

test.each<[string, '.' | ',', boolean | undefined, string]>([
  ['a', '.', undefined, 'a.'],
  ['a.', '.', undefined, 'a.'],
  ['a?', '.', undefined, 'a?'],
  ['a?', ',', undefined, 'a?,'],
  ['a,', ',', undefined, 'a,'],
  ['a.', ',', undefined, 'a.,'],
  ['a”', '.', undefined, 'a”.'],
  ['a”', '.', true, 'a.”'],
  ['a’”', ',', true, 'a,’”'],
  ['a.”', '.', true, 'a.”'],
  ['”', '.', true, '.”'],
])('endWith ends %s with %s', (text, mark, closed, ended) => {
  expect(endWith(mark, text, closed)).toBe(ended);
});
