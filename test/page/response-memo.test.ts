import { expect, it, vi } from 'vitest';
import { memoizeResponses } from '../../src/page/response-memo.js';
import { coreParser } from '../../src/feed/parse-core.js';

const src = 'https://observatory.example/feed.json';
const text = JSON.stringify({ items: [{ id: 'r-1' }] });

function reading() {
  const read = vi.fn((asked: string, _src: string) => coreParser.parseFeedText(asked));
  const reader = { read };
  memoizeResponses(reader);
  return { read, ask: (asked: string, from = src) => reader.read(asked, from) };
}

it('memoizeResponses returns the same feed for an identical response, without parsing it', () => {
  const { read, ask } = reading();
  const first = ask(text);
  expect(ask(text)).toBe(first);
  expect(read).toHaveBeenCalledTimes(1);
});

it('memoizeResponses parses a response that differs in one character', () => {
  const { ask } = reading();
  ask(text);
  expect(ask(text.replace('r-1', 'r-2'))).toMatchObject({ feed: { items: [{ id: 'r-2' }] } });
  expect(ask(text)).toMatchObject({ feed: { items: [{ id: 'r-1' }] } });
});

it('memoizeResponses keeps the feeds of two addresses apart, even if they are identical', () => {
  const { ask } = reading();
  expect(ask(text)).not.toBe(ask(text, `${src}?other`));
});

it('memoizeResponses does not cache an error', () => {
  const { read, ask } = reading();
  const [first, second] = [ask('{'), ask('{')];
  expect([first.ok, second.ok]).toEqual([false, false]);
  expect(read).toHaveBeenCalledTimes(2);
});

it('memoizeResponses keeps at most eight million characters and drops the least recently used response', () => {
  const { read, ask } = reading();
  const long = text.padEnd(3_000_000);
  ask(long, `${src}?0`);
  ask(long, `${src}?1`);
  ask(long, `${src}?0`);
  ask(long, `${src}?2`);
  read.mockClear();
  ask(long, `${src}?0`);
  expect(read).toHaveBeenCalledTimes(0);
  ask(long, `${src}?1`);
  expect(read).toHaveBeenCalledTimes(1);
});
