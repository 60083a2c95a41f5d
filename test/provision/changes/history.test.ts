import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../src/provision/changes/history.js';
import { natureOf } from '../../../src/provision/changes/kinds.js';

const entry = (id: string, captured?: string, effective?: string) => ({
  id,
  to: { text: id, ...(captured && { captured }), ...(effective && { effective }) },
});
const ids = (...args: Parameters<typeof historyOf>) => historyOf(...args).map(({ id }) => id);

describe('historyOf', () => {
  it('has the newest first, whatever the feed’s order', () => {
    expect(ids([entry('b', '2026-02-01'), entry('c', '2026-03-01T10:00Z'), entry('a', '2026-01-01')])).toEqual([
      'c',
      'b',
      'a',
    ]);
  });

  it('takes the feed’s own order for a log where dates are equal or missing', () => {
    expect(ids([entry('a', '2026-01-01'), entry('b', '2026-01-01'), entry('c')])).toEqual(['c', 'b', 'a']);
    expect(ids([entry('a'), entry('b')])).toEqual(['b', 'a']);
  });

  it('goes by the day it came into force where nobody saw it come', () => {
    expect(ids([entry('b', undefined, '2026-02-01'), entry('a', '2026-01-01')])).toEqual(['b', 'a']);
  });

  it('goes by when the old wording was last seen where nothing is known of the new one', () => {
    const gone = { id: 'b', from: { text: 'b', captured: '2026-02-01' } };
    expect(ids([gone, entry('c', '2026-03-01'), entry('a', '2026-01-01')])).toEqual(['c', 'b', 'a']);
  });

  it('has those without a date at the end where the feed has none before them', () => {
    expect(ids([entry('c'), entry('a', '2026-01-01'), entry('b', '2026-02-01')])).toEqual(['b', 'a', 'c']);
  });

  it('leaves out what is older than a date, and keeps what has none', () => {
    const all = [entry('a', '2025-12-31'), entry('b', '2026-01-01'), entry('c')];
    expect(ids(all, '2026-01-01')).toEqual(['c', 'b']);
    expect(ids(all, 'yesterday')).toEqual(['c', 'b', 'a']);
    expect(ids(undefined)).toEqual([]);
  });
});

it('takes a kind that nobody knows for a change of substance', () => {
  expect(['cosmetic', 'new', undefined].map(natureOf)).toEqual(['cosmetic', 'substantive', 'substantive']);
});
