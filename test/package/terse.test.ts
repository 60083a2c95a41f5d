import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { internalNames } from '../../.scripts/terse.mjs';
import { enChanges } from '../../src/i18n/locales/en-changes.js';
import { enComparison } from '../../src/i18n/locales/en-comparison.js';
import { enRecord } from '../../src/i18n/locales/en-record.js';
import { enTools } from '../../src/i18n/locales/en-tools.js';
import { en } from '../../src/i18n/locales/en.js';

const dist = new URL('../../dist/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, dist), 'utf8');

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly members?: readonly { readonly name: string; readonly privacy?: string }[];
    }[];
  }[];
}

it('renames no member of the format', () => {
  const named: readonly string[] = read('feed.schema.json').match(/"\w+"/g) ?? [];
  expect(internalNames.filter((name) => named.includes(`"${name}"`))).toEqual([]);
});

it('renames no public member of an element', () => {
  const { modules } = JSON.parse(read('custom-elements.json')) as Manifest;
  const members = modules.flatMap(({ declarations = [] }) => declarations.flatMap(({ members = [] }) => members));
  const names = members.filter(({ privacy = 'public' }) => privacy === 'public').map(({ name }) => name);
  expect(names).toContain('reload');
  expect(internalNames.filter((name) => names.includes(name))).toEqual([]);
});

it('renames no message that a page may replace', () => {
  const words = [en, enRecord, enTools, enChanges, enComparison].flatMap((table): string[] => Object.keys(table));
  expect(internalNames.filter((name) => words.includes(name))).toEqual([]);
});
