import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Feed, Provision } from '../../src/feed/types.js';
import { analystNames, documentName, platformName, provisionTitle } from '../../src/provision/names.js';

function from(platform?: { name?: string; slug?: string }, title?: string): Provision {
  return {
    id: 'x',
    _provision: { ...(platform && { platform }), ...(title !== undefined && { document: { title } }) },
  };
}

describe('platform and document, said together', () => {
  it.each([
    ['Anthropic', 'Anthropic Consumer Terms'],
    ['Anthropic', 'anthropic consumer terms'],
    ['Anthropic', 'Anthropic'],
    ['Anthropic', "Anthropic's Terms"],
    ['Yahoo!', 'Yahoo! Terms'],
    ['Лабиринт', 'Лабиринт: соглашение'],
    ["Dr. McDougall's Health & Medical Center", "Dr. McDougall's Health & Medical Center Terms"],
  ])('%s is not doubled before "%s"', (name, title) => {
    expect(documentName(from({ name }, title))).toBe(title);
  });

  it.each([
    ['Apple', "Applebee's Terms"],
    ['Meta', 'Metafilter Terms'],
    ['X', 'X1 Terms'],
    ['Straße', 'Straßen Terms'],
    ['Anthropic', 'Consumer Terms of Anthropic'],
    ['Anthropic', 'Claude.ai Terms of Service'],
  ])('%s is said before "%s", which does not begin with that word', (name, title) => {
    expect(documentName(from({ name }, title))).toBe(`${name} · ${title}`);
  });

  it('the slug stands in for a missing name', () => {
    expect(documentName(from({ slug: '10minutemail' }, 'Privacy Policy'))).toBe('10minutemail · Privacy Policy');
  });

  it.each([
    ['the document alone', from(undefined, 'Terms'), 'Terms'],
    ['the platform alone', from({ name: 'Wise' }), 'Wise'],
    ['a platform with neither name nor slug', from({}, 'Terms'), 'Terms'],
    ['nothing at all', from(), undefined],
  ])('%s leaves no dangling dot', (_, provision, said) => {
    expect(documentName(provision)).toBe(said);
  });

  it('says both in full, whatever they are, or the title where it begins with the name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (name, title) => {
        const said = documentName(from({ name }, title));
        expect([title, `${name} · ${title}`]).toContain(said);
        if (said === title) expect(title.toLowerCase().startsWith(name.toLowerCase())).toBe(true);
      }),
    );
  });
});

describe('a platform without a name', () => {
  it('is its slug, never its host', () => {
    expect(platformName({ slug: 'wise', hostnames: ['wise.com'] })).toBe('wise');
    expect(platformName({ hostnames: ['wise.com'] })).toBeUndefined();
    expect(platformName(undefined)).toBeUndefined();
  });
});

describe('the title of a record', () => {
  it('is its own', () => {
    expect(provisionTitle({ ...from({ name: 'Wise' }, 'Terms'), title: 'Broad licence' })).toBe('Broad licence');
  });

  it('falls back to platform and document, then to nothing', () => {
    expect(provisionTitle(from({ name: 'Wise' }, 'Terms'))).toBe('Wise · Terms');
    expect(provisionTitle(from())).toBeUndefined();
  });
});

describe('who answers for the analysis', () => {
  const feed: Feed = { title: 'Observatory', authors: [{ name: 'Feed Author' }], items: [] };
  const item = from();

  it("is the item's authors, all of them", () => {
    expect(analystNames({ ...item, authors: [{ name: 'Ada' }, { name: 'Bo' }] }, feed)).toEqual(['Ada', 'Bo']);
  });

  it("is the feed's authors where the item's have no name", () => {
    expect(analystNames({ ...item, authors: [{ url: 'https://a.example/' }] }, feed)).toEqual(['Feed Author']);
    expect(analystNames(item, feed)).toEqual(['Feed Author']);
  });

  it("is the feed's title where nobody is named, and nobody where there is none", () => {
    expect(analystNames(item, { title: 'Observatory', items: [] })).toEqual(['Observatory']);
    expect(analystNames(item, { items: [] })).toEqual([]);
    expect(analystNames(item, undefined)).toEqual([]);
  });
});
