import { describe, expect, it } from 'vitest';
import { attributionOf, attributionText } from '../../src/provision/attribution.js';
import type { Feed } from '../../src/feed/types.js';

type Source = NonNullable<NonNullable<Feed['_provision_feed']>['source']>;
const feed = (source: Source): Feed => ({ title: 'Clausewatch', _provision_feed: { source }, items: [] });

describe('attributionOf', () => {
  it('returns the name to attribute, with the licence and its address', () => {
    const source = {
      name: 'X',
      url: 'https://x.example/',
      licence: 'CC BY 4.0',
      licence_url: 'https://l.example/',
      attribution: 'X (Y)',
    };
    const attribution = attributionOf(feed(source));
    expect(attribution).toEqual({
      name: 'X (Y)',
      url: 'https://x.example/',
      licence: 'CC BY 4.0',
      licenceUrl: 'https://l.example/',
    });
    expect(attribution && attributionText(attribution)).toBe('X (Y), CC BY 4.0');
  });

  it.each<[string, Feed | undefined]>([
    ['without a feed', undefined],
    ['without a source', { items: [] }],
    ['where the source is the analyst and has no address of a licence', feed({ name: 'Clausewatch', licence: 'MIT' })],
  ])('returns nothing %s', (_name, given) => {
    expect(attributionOf(given)).toBeUndefined();
  });

  it('returns the address as the name of a licence without a name', () => {
    expect(attributionOf(feed({ name: 'X', licence_url: 'https://l.example/' }))?.licence).toBe('https://l.example/');
  });
});
