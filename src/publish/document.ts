import { attributes, markup } from '../html/markup.js';
import type { Content, Markup } from '../html/markup.js';
import { directionOf } from './direction.js';

/** The parts of an HTML document. */
export interface DocumentParts {
  readonly language: string;
  readonly title: string;
  /** Content-Security-Policy for the page's `<meta>`, in addition to the server's header. */
  readonly policy: string;
  /** Further content of `<head>`, placed after the policy. */
  readonly head: Content;
  readonly bodyClass?: string;
  readonly body: Content;
}

/** Writes a complete page. The policy comes first, because it applies only to elements after it. */
export function htmlDocument({ language, title, policy, head, bodyClass, body }: DocumentParts): string {
  return markup`<!doctype html>
<html${attributes({ lang: language, dir: directionOf(language) })}>
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy"${attributes({ content: policy })} />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${title}</title>
<meta name="color-scheme" content="light dark" />
<link rel="icon" href="data:," />
${head}</head>
<body${attributes({ class: bodyClass })}>
${body}</body>
</html>
`.html;
}

/** Writes `<meta>` elements with `name`, or `property` for OpenGraph. Skips values that are undefined. */
export function metas(values: readonly (readonly [name: string, content: string | undefined])[]): Markup {
  return markup`${values.flatMap(([name, content]) => {
    const kind = /^(?:og|article):/.test(name) ? 'property' : 'name';
    return content === undefined ? [] : markup`<meta${attributes({ [kind]: name, content })} />\n`;
  })}`;
}
