import { Parser } from 'commonmark';
import type { Node as MarkdownNode } from 'commonmark';
import fc from 'fast-check';
import { html as namespaces, parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes as Html } from 'parse5';
import { SaxesParser } from 'saxes';
import { embedSource } from '../../src/snippets/index.js';
import type { EmbedSource, SourceOptions } from '../../src/snippets/index.js';
import { readFeed } from '../feed/support/feeds.js';
import { corpus } from '../support/data.js';

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** Parses a fragment with an HTML parser, in the same shape as the XML parser's result. */
export function parsedHtml(source: string): Element {
  const convert = (node: Html.ParentNode): (Element | string)[] =>
    node.childNodes.flatMap((child): (Element | string)[] => {
      if ('value' in child) return [child.value];
      if (!('attrs' in child)) throw new Error(`Unexpected ${child.nodeName}`);
      if (child.namespaceURI !== namespaces.NS.HTML) throw new Error(`Foreign ${child.tagName}`);
      return [
        {
          tag: child.tagName,
          attributes: Object.fromEntries(child.attrs.map(({ name, value }) => [name, value])),
          children: convert(child),
        },
      ];
    });
  const errors: string[] = [];
  const fragment = parseFragment(source, { onParseError: ({ code }) => errors.push(code) });
  // These errors are harmless, because the parser keeps the character.
  const serious = errors.filter((code) => !/^(?:non|control-)character-/.test(code));
  if (serious.length) throw new Error(`${serious.join(', ')}: ${source}`);
  return { tag: '#root', attributes: {}, children: convert(fragment) };
}

/** Parses with an XML parser. Throws when the source is not well-formed. */
export function parsedXml(source: string): Element {
  const parser = new SaxesParser({ fragment: false });
  const root: Element = { tag: '#root', attributes: {}, children: [] };
  const open: Element[] = [];
  const add = (child: Element | string) => (open.at(-1)!.children as (Element | string)[]).push(child);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { tag: name, attributes: attributes as Record<string, string>, children: [] };
    if (open.length) add(element);
    open.push(open.length ? element : root);
  });
  parser.on('text', (text) => add(text));
  parser.on('cdata', (text) => add(text));
  parser.on('closetag', () => open.pop());
  parser.write(`<root>${source}</root>`).close();
  return root;
}

/** Returns the elements of a tree by tag, depth first. */
export function all(root: Element, tag: string): Element[] {
  return root.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.tag === tag ? [child] : []), ...all(child, tag)],
  );
}

export function textOf(element: Element | string): string {
  return typeof element === 'string' ? element : element.children.map(textOf).join('');
}

/** Returns the paragraphs that CommonMark renders, as plain text; each break is a line feed. */
export function markdownTexts(source: string): { kind: string; text: string }[] {
  const found: { kind: string; text: string }[] = [];
  const walker = new Parser().parse(source).walker();
  const plain = (node: MarkdownNode): string => {
    if (node.type === 'softbreak' || node.type === 'linebreak') return '\n';
    let text = node.literal ?? '';
    for (let child = node.firstChild; child; child = child.next) text += plain(child);
    return text;
  };
  for (let step = walker.next(); step; step = walker.next()) {
    const { node, entering } = step;
    if (!entering) continue;
    const outer = node.parent?.type === 'block_quote' ? 'block_quote ' : '';
    if (['paragraph', 'heading', 'code_block', 'html_block', 'thematic_break', 'item'].includes(node.type)) {
      found.push({ kind: `${outer}${node.type}`, text: plain(node) });
    }
    if (['html_inline', 'code', 'emph', 'image', 'link'].includes(node.type)) {
      found.push({ kind: node.type, text: plain(node) });
    }
  }
  return found;
}

/** Returns texts that try to be more than text: external attack strings when available, and our own. */
export function hostileTexts(): string[] {
  const rows = ['xss-live.json', 'xss-dompurify.json'].flatMap(
    (name) => (corpus(name) ?? []) as readonly { text?: string; input?: string; payload?: string }[],
  );
  return [
    '<a href="x">a</a> & &amp; &#60; "double" \'single\' `tick`',
    '</p></blockquote><script>alert(1)</script>',
    ']]> --> <!-- <![CDATA[ ?> <?php %> ${x} {{ x }} {% x %} [gallery ids="1"] [/embed] [node:title]',
    'https://example.org/a?b=1&c=2',
    'a\nb\n\nc\r\nd\re\tf  g',
    '# heading\n- item\n1. one\n> quote\n    code\n---\n===\n```\nfence\n```\n| a | b |\n|---|---|',
    '*a* _b_ **c** ~~d~~ ![x](y) [x](y) <https://x.y> www.example.org a\\b \\',
    'لا يجوز <b>\u202eabc\u202c</b> שלום',
    '👩‍👩‍👧‍👦 \u{1F600} e\u0301 \u200b\ufeff\u00ad\u2028\u2029\u0085',
    '\\0 \\\\ %s &lt;!DOCTYPE>',
    ...rows.flatMap(({ text, input, payload }) => text ?? input ?? payload ?? []),
  ].filter((text) => text.trim() !== '' && !/\p{Surrogate}/u.test(text));
}

/** Any text that the feed's parser accepts. */
export const anyText: fc.Arbitrary<string> = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'<>&"\'[]{}\\/:.#*_`|-+=!()\n\r\t 1aé') }),
  )
  .filter((text) => text.trim() !== '');

/** Returns the text without characters that XML cannot contain. */
export const writable = (text: string) => text.replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, '\ufffd');

export const permalink = 'https://host.example/r/CW-1?a=1&b=%5B2%5D';

/** Returns the source of a record with these members. */
export async function sourceOf(
  details: object,
  members: object = {},
  options: SourceOptions = { baseUrl: 'https://host.example', permalink },
): Promise<EmbedSource> {
  const { feed } = readFeed({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Test',
    feed_url: 'https://host.example/feed.json',
    items: [{ id: 'CW-1', content_text: 'x', ...members, _provision: details }],
  });
  return embedSource(feed.items[0]!, feed, options);
}
