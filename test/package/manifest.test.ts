import { readFileSync } from 'node:fs';
import type { CssCustomProperty, CustomElement, Package } from 'custom-elements-manifest/schema.d.ts';
import { describe, expect, it } from 'vitest';
import { publicTokens } from '../../scripts/build/token-docs.mjs';

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

it('documents every token that the style sheets read, and no other', () => {
  expect(publicTokens.documented).toEqual(publicTokens.read);
  expect(new Set(elements.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name)))).toEqual(
    new Set(publicTokens.read),
  );
});

describe.each(elements.map((element) => [element.tagName, element] as const))(
  'the manifest of <%s>',
  (_tag, element) => {
    it('has a summary, and the attributes of the record’s source', () => {
      expect(element.summary).toMatch(/\w/);
      expect(element.attributes?.map(({ name }) => name)).toEqual(expect.arrayContaining(['src', 'record']));
    });

    it('lists only public members, each with a description', () => {
      const members = element.members ?? [];
      expect(members.filter(({ privacy = 'public' }) => privacy !== 'public')).toEqual([]);
      const { attributes = [], events = [], cssParts = [], cssProperties = [] } = element;
      const shown = [...members, ...attributes, ...events, ...cssParts, ...cssProperties];
      expect(shown.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
    });

    it('has its tokens, each with its syntax and default', () => {
      const tokens: readonly (CssCustomProperty & { syntax?: string })[] = element.cssProperties ?? [];
      expect(tokens.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['--provision-text', '--provision-radius']),
      );
      for (const { name, syntax, default: value } of tokens) expect([name, syntax, value]).not.toContain(undefined);
      // A private name would mean nothing to a reader.
      expect(tokens.filter(({ default: value }) => value?.includes('--_'))).toEqual([]);
    });

    it('spells out the allowed values', () => {
      const types = (element.attributes ?? []).map(({ type }) => type?.text ?? '');
      expect(types.filter((type) => /\b[A-Z]/.test(type))).toEqual([]);
    });

    it('names the events as they are dispatched', () => {
      expect(element.events?.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['provision-load', 'provision-error']),
      );
    });
  },
);
