/** The parts of an embed that remain after other software has changed its markup. */
import { parseFragment, serialize } from 'parse5';
import { expect } from 'vitest';
import { foldClause } from '../../../src/provision/clause-text.js';
import type { EmbedForm, EmbedSource } from '../../../src/snippets/index.js';
import { all, parsedHtml, textOf, type Element } from '../../snippets/support.js';

/** Parts beyond the words and the link, as the tables name them. */
export type Survivor = 'element' | 'frame' | 'class' | 'data-src' | 'hash' | 'cite' | 'script' | 'picture';

/** Parses HTML as a browser does, with errors corrected. */
export const browsed = (html: string): Element => parsedHtml(serialize(parseFragment(html)));

/** Forms that quote only the beginning of a clause quote at least this many characters. */
const beginning = 100;

/**
 * Expects the words and the link to the record, which must remain everywhere. For a frame, the beginning of the words.
 */
export function expectWords(html: string, source: EmbedSource, form: EmbedForm): void {
  const root = browsed(html);
  const linked = all(root, 'a').map(({ attributes }) => attributes['href']);
  // An address on its own line may still be text.
  const words = foldClause(textOf(root));
  if (!linked.includes(source.permalink)) expect(words).toContain(foldClause(source.permalink));
  if (form === 'link') return;
  for (const { text } of source.provision._provision.clauses ?? []) {
    expect(words).toContain(foldClause(form === 'iframe' ? text.slice(0, beginning) : text));
  }
}

/** Lists the parts that remain beside the words and the link. */
export function survivorsOf(html: string): Survivor[] {
  const root = browsed(html);
  const quotations = all(root, 'blockquote').map(({ attributes }) => attributes);
  const found: readonly (readonly [Survivor, boolean])[] = [
    ['element', all(root, 'provision-card').length > 0],
    ['frame', all(root, 'iframe').length > 0],
    ['class', quotations.some(({ class: name }) => name?.split(' ').includes('provision-embed'))],
    ['data-src', quotations.some((attributes) => attributes['data-src'] !== undefined)],
    ['hash', quotations.some((attributes) => attributes['data-sha256'] !== undefined)],
    ['cite', quotations.some(({ cite }) => cite !== undefined)],
    ['picture', all(root, 'img').length > 0],
    ['script', all(root, 'script').length > 0],
  ];
  return found.flatMap(([survivor, there]) => (there ? [survivor] : []));
}
