import { readFileSync } from 'node:fs';
import type { CustomElement, Package } from 'custom-elements-manifest/schema.d.ts';
import { describe, expect, it } from 'vitest';

const file = new URL('../../dist/custom-elements.json', import.meta.url);
const manifest = JSON.parse(readFileSync(file, 'utf8')) as Package;
const elements = manifest.modules.flatMap(({ declarations }) => declarations as CustomElement[]);

it('describes every element, once', () => {
  const tags = elements.map(({ tagName }) => tagName);
  expect(tags.sort()).toEqual([
    'provision-card',
    'provision-changes',
    'provision-clause',
    'provision-comparison',
    'provision-severity',
  ]);
});

describe.each(elements.map((element) => [element.tagName, element] as const))('<%s>', (_tag, element) => {
  it('says what it is for, and where its record comes from', () => {
    expect(element.summary).toMatch(/\w/);
    expect(element.attributes?.map(({ name }) => name)).toEqual(expect.arrayContaining(['src', 'record']));
  });

  it('shows what is public only, each with a description', () => {
    const members = element.members ?? [];
    expect(members.filter(({ privacy = 'public' }) => privacy !== 'public')).toEqual([]);
    const shown = [...members, ...(element.attributes ?? []), ...(element.events ?? []), ...(element.cssParts ?? [])];
    expect(shown.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
  });

  it('names the events as they are dispatched', () => {
    expect(element.events?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['provision-load', 'provision-error']),
    );
  });
});
