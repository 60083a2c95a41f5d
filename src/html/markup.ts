/**
 * Writes HTML that is also well-formed XML, for snippets and published pages. There is no page here and no Lit: text goes
 * in escaped, and only what this file has made goes in as it is.
 */

/** A piece of HTML whose text is escaped. */
export class Markup {
  constructor(readonly html: string) {}

  toString(): string {
    return this.html;
  }
}

/** What may stand in a template: text, which is escaped, and pieces, which are not. Nothing is written for `undefined`. */
export type Content = string | Markup | undefined | readonly Content[];

/**
 * What XML 1.0 has no way to write, and HTML none for U+0000: most control characters and two non-characters. A reader
 * is better told that something stood there than left with a file that does not parse.
 */
const unwritable = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // Raw, a parser would make a line feed of it.
  '\r': '&#13;',
};

const reference = (character: string) => references[character] ?? `&#${character.charCodeAt(0)};`;

/** Text, for a place between tags. HTML and XML parsers give it back as it is, but for what XML cannot write. */
export function escapeText(text: string): string {
  return text.replace(unwritable, '\ufffd').replace(/[&<>"'\r]/g, reference);
}

/** The value of an attribute, for a place between double quotes. */
export function escapeAttribute(value: string): string {
  // XML makes spaces of raw white space. Square and curly brackets are as in `pastedText`.
  return value.replace(unwritable, '\ufffd').replace(/[&<>"\r\n\t[\]{}\\]/g, reference);
}

/**
 * Text for what is pasted into a CMS. Besides mark-up, it hides what content management systems look for in plain text and
 * act on: shortcodes and tokens (`[gallery]`, `{{…}}`, `{% … %}`), addresses that become embeds or links, back-slashes
 * that are stripped, line breaks that end a paragraph, of which readers still see that they are there.
 */
export function pastedText(text: string): Markup {
  return new Markup(
    text
      .replace(unwritable, '\ufffd')
      .replace(/[&<>"'[\]{}\\]/g, reference)
      .replaceAll('://', ':&#47;/')
      .replace(/\r\n|\r|\n/g, (end) => `<br />${end.replace(/./gs, reference)}`),
  );
}

/** A template: `markup`<p>${text}</p>``. Attributes are written with `attributes`. */
export function markup(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(strings.reduce((html, string, index) => html + toHtml(values[index - 1]) + string));
}

/** Attributes with a blank before each; those without a value are left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): Markup {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return new Markup(given.map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`).join(''));
}

function toHtml(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escapeText(content);
  return content instanceof Markup ? content.html : content.map(toHtml).join('');
}
