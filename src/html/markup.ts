/**
 * Writes HTML that is also well-formed XML, for snippets and published pages, without a DOM and without Lit. Text is
 * escaped; only the output of this file is inserted unescaped.
 */

/** HTML with escaped text. */
export class Markup {
  constructor(readonly html: string) {}

  toString(): string {
    return this.html;
  }
}

/** A value in a template: text, which is escaped, and `Markup`, which is not. `undefined` writes nothing. */
export type Content = string | Markup | undefined | readonly Content[];

/**
 * Characters that XML 1.0 cannot express (HTML cannot express U+0000): most control characters and two non-characters.
 * They become U+FFFD, because a visible replacement is better than a file that does not parse.
 */
const unwritable = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // Parsers turn an unescaped one into a line feed.
  '\r': '&#13;',
};

const reference = (character: string) => references[character] ?? `&#${character.charCodeAt(0)};`;

/**
 * Escapes text for a place between tags. HTML and XML parsers return the same text, apart from characters that XML
 * cannot express.
 */
export function escapeText(text: string): string {
  return text.replace(unwritable, '\ufffd').replace(/[&<>"'\r]/g, reference);
}

/** Escapes an attribute's value for double quotes. */
export function escapeAttribute(value: string): string {
  // XML parsers turn unescaped white space into spaces. Square and curly brackets as in `pastedText`.
  return value.replace(unwritable, '\ufffd').replace(/[&<>"\r\n\t[\]{}\\]/g, reference);
}

/**
 * Escapes text that is pasted into a CMS. Besides markup, it hides what content management systems process in plain
 * text: shortcodes and tokens (`[gallery]`, `{{…}}`, `{% … %}`), URLs that become embeds or links, backslashes that are
 * stripped, and line breaks that end a paragraph and become `<br />` here.
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

/** Template tag: `markup`<p>${text}</p>``. Write attributes with `attributes`. */
export function markup(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(strings.reduce((html, string, index) => html + toHtml(values[index - 1]) + string));
}

/** Writes attributes, each after a space. Attributes without a value are left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): Markup {
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  return new Markup(present.map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`).join(''));
}

function toHtml(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escapeText(content);
  return content instanceof Markup ? content.html : content.map(toHtml).join('');
}
