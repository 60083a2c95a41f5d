/**
 * The changes to a quotation between a publisher's clause and a reader: typography, editors, quotation practice, and
 * insertions of content systems. Each entry returns the HTML inside a `<blockquote>` for a clause.
 */

/** The part of the clause that a mangling keeps. */
export type Kept = 'whole' | 'part';

export interface Mangling {
  readonly name: string;
  readonly group: 'typography' | 'editor' | 'practice' | 'insertion' | 'source line';
  readonly kept: Kept;
  /** Returns the content of the blockquote; undefined where the mangling changes nothing in the clause. */
  readonly html: (clause: string) => string | undefined;
}

export const permalink = 'https://observatory.example/r/clause';
export const title = 'Licence to your content';

export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const linesOf = (text: string) => text.split('\n').filter((line) => line.trim());
const paragraphs = (text: string) => `<p>${linesOf(text).map(escaped).join('<br>\n')}</p>`;
const sourceLine = `<p>${title} — Severity: High. Analysis by Observatory. <a href="${permalink}">Observatory terms, captured <time datetime="2026-05-12">12 May 2026</time></a></p>`;

const text = (name: string, change: (clause: string) => string): Mangling => ({
  name,
  group: 'typography',
  kept: 'whole',
  html: (clause) => {
    const changed = change(clause);
    return changed === clause ? undefined : `${paragraphs(changed)}\n${sourceLine}`;
  },
});
const editor = (name: string, inner: (clause: string) => string | undefined): Mangling => ({
  name,
  group: 'editor',
  kept: 'whole',
  html: (clause) => {
    const html = inner(clause);
    return html === undefined ? undefined : `${html}\n${sourceLine}`;
  },
});
const practice = (name: string, kept: Kept, change: (clause: string) => string | undefined): Mangling => ({
  name,
  group: 'practice',
  kept,
  html: (clause) => {
    const changed = change(clause);
    return changed === undefined ? undefined : `${paragraphs(changed)}\n${sourceLine}`;
  },
});
const insertion = (name: string, change: (html: string) => string | undefined): Mangling => ({
  name,
  group: 'insertion',
  kept: 'whole',
  html: (clause) => {
    const html = change(paragraphs(clause));
    return html === undefined ? undefined : `${html}\n${sourceLine}`;
  },
});
const source = (name: string, html: (clause: string) => string): Mangling => ({
  name,
  group: 'source line',
  kept: 'whole',
  html,
});

/** A list marker in Markdown. */
const marker = /^(?:[*+-]|\d+\.)\s+/;
const withoutMarker = (line: string) => escaped(line.replace(marker, ''));
const isList = (clause: string) => linesOf(clause).length > 1 && linesOf(clause).every((line) => marker.test(line));
const wordsOf = (clause: string) => clause.split(' ');
/** Wraps the words at a place in the middle of a paragraph. */
const around = (clause: string, wrap: (words: string) => string, length = 3): string => {
  const words = wordsOf(clause.replaceAll('\n', ' '));
  const at = Math.floor(words.length / 3);
  return `<p>${[
    ...words.slice(0, at).map(escaped),
    wrap(
      words
        .slice(at, at + length)
        .map(escaped)
        .join(' '),
    ),
    ...words.slice(at + length).map(escaped),
  ].join(' ')}</p>`;
};
const sentences = (clause: string) =>
  clause.replaceAll('\n', ' ').split(/(?<=\p{L}{3}[.!?]["”’)]*) (?=\p{Lu})|(?<=。)/u);
const beforeEnd = (html: string, inserted: string) => html.replace(/<\/p>/, `${inserted}</p>`);

/** Removes words from the middle. */
const omit = (ellipsis: string) => (clause: string) => {
  const words = wordsOf(clause.replaceAll('\n', ' '));
  if (words.length < 24) return undefined;
  const third = Math.floor(words.length / 3);
  return words.slice(0, third).join(' ') + ellipsis + words.slice(third + 6).join(' ');
};
const firstLetter = (clause: string, change: (letter: string) => string) =>
  /^\p{L}/u.test(clause) ? change(clause.charAt(0)) + clause.slice(1) : undefined;

export const manglings: readonly Mangling[] = [
  source('as the builder writes it', (clause) => `<p>${escaped(clause)}</p>\n${sourceLine}`),
  source('without a source line', (clause) => paragraphs(clause)),
  source(
    'source in <cite>',
    (clause) => `${paragraphs(clause)}<cite><a href="${permalink}?utm_source=x#top">${title}</a></cite>`,
  ),
  source(
    'source in <footer>',
    (clause) => `${paragraphs(clause)}<footer>— Observatory, <a href="${permalink}/">record</a></footer>`,
  ),
  source(
    'source after a line break',
    (clause) => `<p>${linesOf(clause).map(escaped).join('<br>')}<br>— <a href="${permalink}">Observatory</a></p>`,
  ),
  source(
    'source in the same paragraph',
    (clause) => `<p>${linesOf(clause).map(escaped).join('<br>')} <a href="${permalink}">Observatory</a></p>`,
  ),
  source(
    'all tags but the link stripped',
    (clause) => `${escaped(clause)}\n${title} — Severity: High. <a href="${permalink}">Observatory terms</a>`,
  ),
  source('an attribution without a link', (clause) => `${paragraphs(clause)}<p>— Observatory terms of service</p>`),

  text('curly quotation marks', (clause) =>
    clause
      .replace(/(^|[\s(])"/g, '$1“')
      .replaceAll('"', '”')
      .replaceAll("'", '’'),
  ),
  text('straight quotation marks', (clause) => clause.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")),
  text('German quotation marks', (clause) => clause.replace(/["“]/g, '„').replaceAll('”', '“')),
  text('dashes', (clause) => clause.replace(/ [-–—] /g, '—')),
  text('two hyphens for a dash', (clause) => clause.replace(/ ?[–—] ?/g, ' -- ')),
  text('no-break spaces', (clause) => clause.replace(/ (?=\S)/g, '\xa0')),
  text('French spaces', (clause) => clause.replace(/([;:!?])/g, '\u202f$1')),
  text('soft hyphens', (clause) => clause.replace(/(\p{L}{4})(?=\p{L}{3})/gu, '$1\xad')),
  text('zero-width spaces', (clause) => clause.replace(/([./])/g, '$1\u200b')),
  text('decomposed letters', (clause) => clause.normalize('NFD')),
  text('an ellipsis as one character', (clause) => clause.replace(/\.\.\./g, '…')),
  text('ligatures', (clause) => clause.replaceAll('fi', 'ﬁ').replaceAll('fl', 'ﬂ')),
  text('symbols for (c) and (r)', (clause) => clause.replace(/\(c\)/g, '©').replace(/\(r\)/gi, '®')),
  text('double spaces', (clause) => clause.replaceAll('. ', '.  ')),
  text('a byte order mark', (clause) => `\ufeff${clause}`),
  text('left-to-right marks', (clause) => clause.replaceAll(', ', ',\u200e ')),
  text('capitals', (clause) => clause.toUpperCase()),
  text('entities escaped twice', (clause) =>
    clause.replaceAll('&', '&amp;').replace(/["“”]/g, '&quot;').replaceAll('’', '&#8217;'),
  ),

  editor('a paragraph for each line', (clause) =>
    linesOf(clause)
      .map((line) => `<p>${escaped(line)}</p>`)
      .join('\n'),
  ),
  editor('a div for each line', (clause) =>
    linesOf(clause)
      .map((line) => `<div>${escaped(line)}</div>`)
      .join(''),
  ),
  editor('line breaks without spaces', (clause) => `<p>${linesOf(clause).map(escaped).join('<br/>')}</p>`),
  editor('two line breaks', (clause) => linesOf(clause).map(escaped).join('<br><br>')),
  editor('a list', (clause) =>
    isList(clause)
      ? `<ul>${linesOf(clause)
          .map((line) => `<li>${withoutMarker(line)}</li>`)
          .join('')}</ul>`
      : undefined,
  ),
  editor('a numbered list with paragraphs', (clause) =>
    isList(clause)
      ? `<ol>${linesOf(clause)
          .map((line) => `<li><p>${withoutMarker(line)}</p></li>`)
          .join('')}</ol>`
      : undefined,
  ),
  editor('a nested list', (clause) => {
    if (!isList(clause)) return undefined;
    const [first = '', ...rest] = linesOf(clause);
    return `<ul><li>${withoutMarker(first)}<ul>${rest.map((line) => `<li>${withoutMarker(line)}</li>`).join('')}</ul></li></ul>`;
  }),
  editor('line breaks in a list', (clause) =>
    isList(clause) ? `<ul><li>${linesOf(clause).map(withoutMarker).join('<br>')}</li></ul>` : undefined,
  ),
  editor(
    'a table',
    (clause) =>
      `<table><tbody>${linesOf(clause)
        .map((line) => `<tr><td>${withoutMarker(line)}</td></tr>`)
        .join('')}</tbody></table>`,
  ),
  editor(
    'a description list',
    (clause) =>
      `<dl>${linesOf(clause)
        .map((line, index) => (index % 2 ? `<dd>${withoutMarker(line)}</dd>` : `<dt>${withoutMarker(line)}</dt>`))
        .join('')}</dl>`,
  ),
  editor('a heading first', (clause) => `<h4>${title}</h4>${paragraphs(clause)}`),
  editor('a bold line first', (clause) => `<p><strong>${title}</strong></p>${paragraphs(clause)}`),
  editor('an introduction first', (clause) => `<p>The terms now say:</p>${paragraphs(clause)}`),
  editor('a link on some words', (clause) =>
    around(clause, (words) => `<a href="https://elsewhere.example/a">${words}</a>`),
  ),
  editor(
    'a link on the last words',
    (clause) =>
      `<p>${escaped(clause.replaceAll('\n', ' ')).replace(/(\S+ \S+)$/, '<a href="https://elsewhere.example/a">$1</a>')}</p>`,
  ),
  editor('addresses made links', (clause) =>
    /www\.|https?:|@/.test(clause)
      ? paragraphs(clause).replace(
          /(?:https?:\/\/|www\.)[^\s<),]+[^\s<),.]/g,
          (url) => `<a href="https://${url.replace(/^https?:\/\//, '')}">${url}</a>`,
        )
      : undefined,
  ),
  editor('bold and italic words', (clause) => around(clause, (words) => `<strong><em>${words}</em></strong>`)),
  editor('spans and fonts of Word', (clause) =>
    around(clause, (words) =>
      words
        .split(' ')
        .map((word) => `<span style="mso-spacerun:yes"><font face="Arial">${word}</font></span>`)
        .join(' '),
    ),
  ),
  editor('a drop cap', (clause) =>
    /^\w/.test(clause)
      ? `<p><span class="dropcap">${clause.charAt(0)}</span>${escaped(clause.slice(1).replaceAll('\n', ' '))}</p>`
      : undefined,
  ),
  editor('word break opportunities', (clause) => paragraphs(clause).replace(/(\p{L}{6})(?=\p{L}{4})/u, '$1<wbr>')),
  editor(
    'comments and indentation',
    (clause) =>
      `<!-- wp:paragraph -->\n    <p>\n      ${linesOf(clause).map(escaped).join('<br>\n      ')}\n    </p>\n<!-- /wp:paragraph -->`,
  ),
  editor('<q> around it', (clause) => `<p><q>${linesOf(clause).map(escaped).join('<br>')}</q></p>`),
  editor('WordPress emoji pictures', (clause) =>
    clause.includes('©') ? paragraphs(clause).replaceAll('©', '<img class="emoji" alt="©" src="x.svg">') : undefined,
  ),

  practice('first letter in brackets', 'whole', (clause) =>
    firstLetter(
      clause,
      (letter) => `[${letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()}]`,
    ),
  ),
  practice('first word in lower case', 'whole', (clause) => firstLetter(clause, (letter) => letter.toLowerCase())),
  practice('in quotation marks', 'whole', (clause) => `“${clause}”`),
  practice('in French quotation marks', 'whole', (clause) => `« ${clause} »`),
  practice(
    'quotation marks at each paragraph',
    'whole',
    (clause) =>
      `${linesOf(clause)
        .map((line) => `“${line}`)
        .join('\n')}”`,
  ),
  practice('an ellipsis at both ends', 'whole', (clause) => `… ${clause.replace(/\.$/, '')} …`),
  practice('dots without spaces at both ends', 'whole', (clause) => `...${clause}...`),
  practice('an ellipsis in the middle', 'part', omit(' … ')),
  practice('an ellipsis without spaces', 'part', omit('…')),
  practice('three dots without spaces', 'part', omit('...')),
  practice('spaced dots', 'part', omit(' . . . ')),
  practice('an ellipsis in brackets', 'part', omit(' […] ')),
  practice('dots in brackets', 'part', omit(' [...] ')),
  practice('an ellipsis in parentheses', 'part', omit(' (…) ')),
  practice('an ellipsis and a capital', 'part', (clause) =>
    omit(' … ')(clause)?.replace(/… (\p{L})/u, (_, letter: string) => `… [${letter.toUpperCase()}]`),
  ),
  practice('the first sentence', 'part', (clause) =>
    sentences(clause).length > 1 ? sentences(clause)[0]?.trim() : undefined,
  ),
  practice('the last sentence', 'part', (clause) =>
    sentences(clause).length > 1 ? sentences(clause).at(-1)?.trim() : undefined,
  ),
  practice('words from the middle', 'part', (clause) => {
    const words = wordsOf(clause.replaceAll('\n', ' '));
    return words.length > 20 ? words.slice(5, -5).join(' ') : undefined;
  }),
  practice('an insertion in brackets', 'whole', (clause) => {
    const words = wordsOf(clause.replaceAll('\n', ' '));
    return words.length > 8 ? [...words.slice(0, 4), '[the company]', ...words.slice(4)].join(' ') : undefined;
  }),
  practice('a name in brackets for a word', 'whole', (clause) =>
    / (?:we|our|us|it|they) /.test(clause) ? clause.replace(/ (?:we|our|us|it|they) /, ' [the company] ') : undefined,
  ),
  practice('[sic]', 'whole', (clause) => {
    const words = wordsOf(clause.replaceAll('\n', ' '));
    return words.length > 8 ? [...words.slice(0, 4), '[sic]', ...words.slice(4)].join(' ') : undefined;
  }),
  practice('(emphasis added)', 'whole', (clause) => `${clause} (emphasis added)`),
  practice('a footnote number in brackets', 'whole', (clause) => `${clause}[1]`),
  practice('a superscript footnote', 'whole', (clause) => `${clause}¹`),

  insertion('a footnote mark', (html) => beforeEnd(html, '<sup>1</sup>')),
  insertion('a linked footnote mark', (html) => beforeEnd(html, '<sup id="r1"><a href="#fn1">[1]</a></sup>')),
  insertion('a footnote mark between words', (html) => html.replace(' ', '<a href="#note-2" class="ref">2</a> ')),
  insertion('a share button', (html) => `${html}<button type="button">Share this quote</button>`),
  insertion(
    'share links',
    (html) =>
      `${html}<div class="share-links"><a href="https://social.example/share">Share</a> <a href="#">Copy</a></div>`,
  ),
  insertion(
    'an advertisement',
    (html) =>
      `${html.replace('<br>', '<br><div class="ad-slot">Advertisement: Buy shoes today</div>')}<ins class="adsbygoogle">Buy shoes</ins>`,
  ),
  insertion('an unmarked advertisement', (html) => `${html}<div>Advertisement</div>`),
  insertion(
    'an iframe and its text',
    (html) => `${html}<iframe src="https://ads.example/">Your browser has no frames</iframe>`,
  ),
  insertion(
    'a picture with a caption',
    (html) =>
      `<figure><img src="a.jpg" alt="A court"><figcaption>The court, photographed in May</figcaption></figure>${html}`,
  ),
  insertion('an aside', (html) => `${html}<aside><p>Read also: how we reported this</p></aside>`),
  insertion('text for screen readers', (html) =>
    html.replace('<p>', '<p><span class="screen-reader-text">Start of quotation: </span>'),
  ),
  insertion('hidden text', (html) => html.replace('<p>', '<p><span hidden>copied from observatory.example</span>')),
  insertion('a script and a style', (html) => `<style>p{color:red}</style>${html}<script>track("quote")</script>`),
  insertion('a custom element', (html) => `${html}<x-newsletter>Sign up for our newsletter</x-newsletter>`),
  insertion('a protected address', (html) =>
    /[\w.]+@[\w.]+\w/.test(html)
      ? html.replace(/[\w.]+@[\w.]+\w/, (address) => {
          const bytes = [0x2a, ...[...address].map((letter) => letter.charCodeAt(0) ^ 0x2a)];
          return `<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}">[email&#160;protected]</a>`;
        })
      : undefined,
  ),
];
