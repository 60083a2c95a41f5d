import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Feed, Provision } from '../../src/feed/types.js';
import { analystNames, documentName, platformName, provisionTitle } from '../../src/provision/display-names.js';

function from(platform?: { name?: string; slug?: string }, title?: string): Provision {
  return {
    id: 'x',
    _provision: { ...(platform && { platform }), ...(title !== undefined && { document: { title } }) },
  };
}

describe('documentName', () => {
  it.each([
    ['Anthropic', 'Anthropic Consumer Terms'],
    ['Anthropic', 'anthropic consumer terms'],
    ['Anthropic', 'Anthropic'],
    ['Anthropic', "Anthropic's Terms"],
    ['Yahoo!', 'Yahoo! Terms'],
    ['Лабиринт', 'Лабиринт: соглашение'],
    ["Dr. McDougall's Health & Medical Center", "Dr. McDougall's Health & Medical Center Terms"],
  ])('does not repeat %s before "%s"', (name, title) => {
    expect(documentName(from({ name }, title))).toBe(title);
  });

  it.each([
    ['Apple', "Applebee's Terms"],
    ['Meta', 'Metafilter Terms'],
    ['X', 'X1 Terms'],
    ['Straße', 'Straßen Terms'],
    ['Anthropic', 'Consumer Terms of Anthropic'],
    ['Anthropic', 'Claude.ai Terms of Service'],
  ])('puts %s before "%s", which does not start with that word', (name, title) => {
    expect(documentName(from({ name }, title))).toBe(`${name} · ${title}`);
  });

  it('uses the slug without a name', () => {
    expect(documentName(from({ slug: '10minutemail' }, 'Privacy Policy'))).toBe('10minutemail · Privacy Policy');
  });

  it.each([
    ['a document without a platform', from(undefined, 'Terms'), 'Terms'],
    ['a platform without a document', from({ name: 'Wise' }), 'Wise'],
    ['a platform with neither name nor slug', from({}, 'Terms'), 'Terms'],
    ['a record without both', from(), undefined],
  ])('has no separator for %s', (_, provision, said) => {
    expect(documentName(provision)).toBe(said);
  });

  it('has both names completely, or the title where it starts with the name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (name, title) => {
        const said = documentName(from({ name }, title));
        expect([title, `${name} · ${title}`]).toContain(said);
        if (said === title) expect(title.toLowerCase().startsWith(name.toLowerCase())).toBe(true);
      }),
    );
  });
});

describe('platformName', () => {
  it('returns the slug without a name, never the host', () => {
    expect(platformName({ slug: 'wise', hostnames: ['wise.com'] })).toBe('wise');
    expect(platformName({ hostnames: ['wise.com'] })).toBeUndefined();
    expect(platformName(undefined)).toBeUndefined();
  });
});

describe('provisionTitle', () => {
  it('returns the record’s title', () => {
    expect(provisionTitle({ ...from({ name: 'Wise' }, 'Terms'), title: 'Broad licence' })).toBe('Broad licence');
  });

  it('returns platform and document without a title, and undefined without both', () => {
    expect(provisionTitle(from({ name: 'Wise' }, 'Terms'))).toBe('Wise · Terms');
    expect(provisionTitle(from())).toBeUndefined();
  });
});

describe('analystNames', () => {
  const feed: Feed = { title: 'Observatory', authors: [{ name: 'Feed Author' }], items: [] };
  const item = from();

  it("returns all of the item's authors", () => {
    expect(analystNames({ ...item, authors: [{ name: 'Ada' }, { name: 'Bo' }] }, feed)).toEqual(['Ada', 'Bo']);
  });

  it("returns the feed's authors where the item's have no name", () => {
    expect(analystNames({ ...item, authors: [{ url: 'https://a.example/' }] }, feed)).toEqual(['Feed Author']);
    expect(analystNames(item, feed)).toEqual(['Feed Author']);
  });

  it("returns the feed's title where no author is named, and nothing without one", () => {
    expect(analystNames(item, { title: 'Observatory', items: [] })).toEqual(['Observatory']);
    expect(analystNames(item, { items: [] })).toEqual([]);
    expect(analystNames(item, undefined)).toEqual([]);
  });
});
