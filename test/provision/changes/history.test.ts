import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../src/provision/changes/history.js';
import { natureOf } from '../../../src/provision/changes/change-kinds.js';

const entry = (id: string, captured?: string, effective?: string) => ({
  id,
  to: { text: id, ...(captured && { captured }), ...(effective && { effective }) },
});
const ids = (...args: Parameters<typeof historyOf>) => historyOf(...args).map(({ id }) => id);

describe('historyOf', () => {
  it('sorts the newest first, whatever the feed’s order', () => {
    expect(ids([entry('b', '2026-02-01'), entry('c', '2026-03-01T10:00Z'), entry('a', '2026-01-01')])).toEqual([
      'c',
      'b',
      'a',
    ]);
  });

  it('keeps the feed’s order, the oldest first, where dates are equal or missing', () => {
    expect(ids([entry('a', '2026-01-01'), entry('b', '2026-01-01'), entry('c')])).toEqual(['c', 'b', 'a']);
    expect(ids([entry('a'), entry('b')])).toEqual(['b', 'a']);
  });

  it('uses the date of coming into force where there is no capture', () => {
    expect(ids([entry('b', undefined, '2026-02-01'), entry('a', '2026-01-01')])).toEqual(['b', 'a']);
  });

  it('uses the last capture of the old wording where the new one has no date', () => {
    const gone = { id: 'b', from: { text: 'b', captured: '2026-02-01' } };
    expect(ids([gone, entry('c', '2026-03-01'), entry('a', '2026-01-01')])).toEqual(['c', 'b', 'a']);
  });

  it('puts changes without a date last where the feed has none before them', () => {
    expect(ids([entry('c'), entry('a', '2026-01-01'), entry('b', '2026-02-01')])).toEqual(['b', 'a', 'c']);
  });

  it('leaves out changes before a date, and keeps those without a date', () => {
    const all = [entry('a', '2025-12-31'), entry('b', '2026-01-01'), entry('c')];
    expect(ids(all, '2026-01-01')).toEqual(['c', 'b']);
    expect(ids(all, 'yesterday')).toEqual(['c', 'b', 'a']);
    expect(ids(undefined)).toEqual([]);
  });
});

it('treats an unknown kind as substantive', () => {
  expect(['cosmetic', 'new', undefined].map(natureOf)).toEqual(['cosmetic', 'substantive', 'substantive']);
});
