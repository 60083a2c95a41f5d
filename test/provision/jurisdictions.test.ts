import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Provision } from '../../src/feed/types.js';
import { groupRegulations } from '../../src/provision/jurisdictions.js';
import { provisionData } from '../support/data.js';

/** A regulation with a jurisdiction, by label or by `{ label, code }`. */
const law = (jurisdiction?: string | { label?: string; code?: string }, name = 'Law') => ({
  name,
  ...(jurisdiction === undefined
    ? {}
    : { jurisdiction: typeof jurisdiction === 'string' ? { label: jurisdiction } : jurisdiction }),
});
/** Returns the labels of each group. */
const labels = (...jurisdictions: Parameters<typeof law>[0][]) =>
  groupRegulations(jurisdictions.map((one) => law(one))).groups.map((group) => group.labels);

describe('groupRegulations', () => {
  it.each([
    ['European Union', 'EU'],
    [
      'US',
      'USA',
      'U.S.',
      'U.S.A.',
      'United States',
      'United States of America',
      'United States Federal',
      'US Federal',
      'Federal (US)',
    ],
    ['United Kingdom', 'UK', 'GB', 'united kingdom'],
    ['US-CO', 'Colorado, USA', 'Colorado (US)', 'Colorado', 'US-Colorado', 'CO, USA', 'Colorado, United States'],
    ['US-DC', 'District of Columbia'],
    ['US-GA', 'Georgia, USA'],
    ['US-WV', 'West Virginia, USA'],
    ['New  York', 'US-NY'],
  ])('groups %j, %j and similar spellings', (...same) => {
    expect(labels(...same)).toEqual([same]);
  });

  it.each([
    ['US', 'US-CO', 'EU', 'UK'],
    ['Virginia, USA', 'West Virginia, USA'],
    // A country and a state; Canada's code and a state's.
    ['Georgia', 'Georgia, USA'],
    ['CA', 'Canada', 'California'],
    ['DE', 'Germany', 'Delaware'],
    ['US Virgin Islands', 'Virginia', 'US'],
    ['Washington', 'Washington, D.C.'],
    ['Austria', 'Australia', 'USA'],
    ['EU', 'European Economic Area'],
    ['日本', '中国'],
  ])('separates %j and %j', (...different) => {
    expect(labels(...different)).toEqual(different.map((label) => [label]));
  });

  it('recognises all spellings of the United States', () => {
    expect(labels('USA', 'US Federal', 'United States', 'United States of America', ' U.S. ')).toEqual([
      ['USA', 'US Federal', 'United States', 'United States of America', ' U.S. '],
    ]);
    expect(labels('Colorado, United States of America', 'US-CO')).toEqual([
      ['Colorado, United States of America', 'US-CO'],
    ]);
  });

  it('prefers the code to the label', () => {
    expect(labels({ label: 'Deutschland', code: 'DE' }, 'Germany', { label: 'Allemagne', code: 'de' })).toEqual([
      ['Deutschland', 'Germany', 'Allemagne'],
    ]);
    expect(labels({ label: 'Kalifornien', code: 'US-CA' }, 'California, USA', { code: 'CA' })).toEqual([
      ['Kalifornien', 'California, USA'],
      ['CA'],
    ]);
    expect(labels({ label: 'France', code: 'EU' }, 'France', 'EU')).toEqual([['France', 'EU'], ['France']]);
    expect(labels({ label: 'Nowhere', code: '??' }, { code: 'XY' }, { code: 'not a code' })).toHaveLength(3);
  });

  it('groups in order of first appearance, and keeps order and duplicates', () => {
    const [a, b, c, d, e] = [
      law('EU', 'a'),
      law('Japan', 'b'),
      law('European Union', 'c'),
      law(undefined, 'd'),
      law('EU', 'a'),
    ];
    expect(groupRegulations([a, b, c, d, e])).toEqual({
      count: 5,
      groups: [
        { labels: ['EU', 'European Union'], regulations: [a, c, e] },
        { labels: ['Japan'], regulations: [b] },
        { labels: [], regulations: [d] },
      ],
    });
    expect(groupRegulations(undefined)).toEqual({ count: 0, groups: [] });
  });

  it('keeps every regulation for any labels', () => {
    const label = fc.oneof(
      fc.constantFrom('EU', 'US', 'US-CO', 'Colorado, USA', '__proto__', 'constructor', '—', '…', 'XX', '99'),
      fc.string({ unit: 'binary' }),
    );
    const regulation = fc.record(
      { name: fc.string(), jurisdiction: fc.record({ label, code: label }, { requiredKeys: [] }) },
      { requiredKeys: ['name'] },
    );
    fc.assert(
      fc.property(fc.array(regulation), (regulations) => {
        const { count, groups } = groupRegulations(regulations);
        expect(count).toBe(regulations.length);
        const all = groups.flatMap((group) => group.regulations);
        expect(all).toHaveLength(count);
        expect(new Set(all)).toEqual(new Set(regulations));
        // Regulations keep their order; groups follow their first regulation.
        const places = groups.map((group) => group.regulations.map((one) => regulations.indexOf(one)));
        for (const group of places) expect(group).toEqual(group.toSorted((a, b) => a - b));
        expect(places.map(([first]) => first)).toEqual(places.map(([first]) => first).toSorted((a, b) => a! - b!));
        for (const group of groups) {
          for (const { jurisdiction } of group.regulations) {
            const given = jurisdiction?.label ?? jurisdiction?.code;
            if (given !== undefined) expect(group.labels).toContain(given);
          }
        }
      }),
    );
  });

  const seed = provisionData('seed-1.json') as { items: Provision[] } | undefined;
  it.skipIf(!seed)('returns ten groups for the thirteen regulations of a real record', () => {
    const { count, groups } = groupRegulations(seed!.items[0]!._provision.regulations);
    expect(count).toBe(13);
    expect(groups.map((group) => [group.labels.join(' = '), group.regulations.length])).toEqual([
      ['European Union = EU', 3],
      ['Illinois, USA', 1],
      ['California, USA', 1],
      ['US-CO', 1],
      ['US-CT', 1],
      ['United States Federal = US', 3],
      ['US-IN', 1],
      ['US-KY', 1],
      ['United Kingdom', 1],
    ]);
  });
});
