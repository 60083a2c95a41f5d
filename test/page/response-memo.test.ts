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

it('reads an answer that says the same to the letter once, and gives the same feed again', () => {
  const { read, ask } = reading();
  const first = ask(text);
  expect(ask(text)).toBe(first);
  expect(read).toHaveBeenCalledTimes(1);
});

it('reads what is one letter another', () => {
  const { ask } = reading();
  ask(text);
  expect(ask(text.replace('r-1', 'r-2'))).toMatchObject({ feed: { items: [{ id: 'r-2' }] } });
  expect(ask(text)).toMatchObject({ feed: { items: [{ id: 'r-1' }] } });
});

it('keeps the feeds of two addresses apart, whatever they say', () => {
  const { ask } = reading();
  expect(ask(text)).not.toBe(ask(text, `${src}?other`));
});

it('keeps no refusal', () => {
  const { read, ask } = reading();
  const [first, second] = [ask('{'), ask('{')];
  expect([first.ok, second.ok]).toEqual([false, false]);
  expect(read).toHaveBeenCalledTimes(2);
});

it('keeps eight million characters at most: what was asked for longest ago gives way', () => {
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
