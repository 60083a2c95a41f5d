/** The tables that the tests write for the documentation. */
import { existsSync } from 'node:fs';
import { all, textOf, type Element } from '../../embeds/support.js';
import { browsed, survivorsOf, type Survivor } from './survivors.js';

/** What a reader of the page sees. */
export type Sight = 'card' | 'frame' | 'quotation' | 'link' | 'text';

/** Whether the script makes cards of quotations. */
const upgrades = existsSync(new URL('../../../src/upgrade', import.meta.url));

/**
 * What a reader should see of what is left, as the design has it: a card where the element is left; or a quotation with our class
 * and attributes, or one that ends in a link to the record, because the site's script tag names the publisher's permalinks.
 *
 * @param script whether the page has the script
 */
export function sightOf(html: string, script = true): Sight {
  const root = browsed(html);
  const left = survivorsOf(html);
  const quotations = all(root, 'blockquote');
  if (script && left.includes('element')) return 'card';
  if (script && upgrades && quotations.some((quotation) => isEmbed(quotation) || endsInLink(quotation))) return 'card';
  if (left.includes('frame')) return 'frame';
  if (quotations.length > 0 || all(root, 'q').length > 0) return 'quotation';
  return all(root, 'a').length > 0 ? 'link' : 'text';
}

const isEmbed = ({ attributes }: Element) =>
  attributes['class']?.split(' ').includes('provision-embed') === true && attributes['data-src'] !== undefined;

function endsInLink(quotation: Element): boolean {
  const link = all(quotation, 'a').at(-1);
  return link !== undefined && textOf(quotation).trim().endsWith(textOf(link).trim());
}

/** A cell: what is seen, and what is left beside the words and the link. */
export function cell(sight: Sight, survivors: readonly Survivor[]): string {
  const seen = sight === 'card' || sight === 'frame' ? `**${sight}**` : sight;
  return survivors.length ? `${seen} (${survivors.join(', ')})` : seen;
}

/** A table of Markdown. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
