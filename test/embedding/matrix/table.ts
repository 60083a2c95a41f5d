/** The tables that the tests write into the documentation. */
import { all, textOf, type Element } from '../../snippets/support.js';
import { browsed, survivorsOf } from './survivors.js';

/** The form that a reader of the page sees. */
export type Sight = 'card' | 'frame' | 'quotation' | 'link' | 'text';

/**
 * The form that readers should see: a card where the element remains; or where a quotation keeps our class and
 * attributes; or where it ends in a link to the record, because the site's script tag names the publisher's permalinks.
 *
 * @param script whether the page has the script
 */
export function sightOf(html: string, script = true): Sight {
  const left = survivorsOf(html);
  if (script && cardBy(html) !== undefined) return 'card';
  if (left.includes('frame')) return 'frame';
  const root = browsed(html);
  if (all(root, 'blockquote').length + all(root, 'q').length > 0) return 'quotation';
  return all(root, 'a').length > 0 ? 'link' : 'text';
}

/** How the script finds the place of a card: by the snippet's markup, or else by the link to the record. */
function cardBy(html: string): 'markup' | 'link' | undefined {
  const quotations = all(browsed(html), 'blockquote');
  if (survivorsOf(html).includes('element') || quotations.some(isEmbed)) return 'markup';
  return quotations.some(endsInLink) ? 'link' : undefined;
}

const isEmbed = ({ attributes }: Element) =>
  attributes['class']?.split(' ').includes('provision-embed') === true && attributes['data-src'] !== undefined;

function endsInLink(quotation: Element): boolean {
  const link = all(quotation, 'a').at(-1);
  return link !== undefined && textOf(quotation).trim().endsWith(textOf(link).trim());
}

/**
 * A cell: the form that readers see, and the parts that remain beside the words and the link.
 *
 * @param script whether the page has the script
 */
export function cell(html: string, script = true): string {
  const sight = sightOf(html, script);
  const left = survivorsOf(html);
  const seen = sight === 'card' || sight === 'frame' ? `**${sight}**` : sight;
  const known = sight === 'card' && cardBy(html) === 'link' ? ' by its link' : '';
  return `${seen}${known}${left.length ? ` (${left.join(', ')})` : ''}`;
}

/** The legend of both tables. */
export const legend = `Every cell has the words (of an \`iframe\` the beginning of the clause, of a \`link\` none) and the record's address. What readers see:

- **card**: the record's card, which the script puts in the place of the quotation. *By its link*: class and attributes are gone, and the
  script knows the quotation by the link at its end, if the site's script tag names the publisher in \`data-permalinks\`; without that
  readers see the quotation.
- **frame**: the publisher's page of the record, in its frame.
- quotation: the clause, marked as one, with a link to the record.
- link: the words and a link to the record, not marked as a quotation.
- text: the words without any markup; the address can be copied, and is a link only where the program makes links of addresses.

In brackets is what else is left of the snippet: the \`element\` or the \`frame\` itself; of the quotation its \`class\`, its \`data-src\` and the
other options, the \`hash\` of its words (\`data-sha256\`) and \`cite\`; the \`picture\` of the badge; the \`script\` tag.`;

/** A Markdown table. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
