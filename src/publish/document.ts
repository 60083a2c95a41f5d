import { attributes, markup } from '../html/markup.js';
import type { Content, Markup } from '../html/markup.js';
import { directionOf } from './direction.js';

/** An HTML document. */
export interface DocumentParts {
  readonly language: string;
  readonly title: string;
  /** Content-Security-Policy of the page itself, besides what its server says. */
  readonly policy: string;
  /** What else stands in its head, after the policy. */
  readonly head: Content;
  readonly bodyClass?: string;
  readonly body: Content;
}

/** A whole page. The policy stands before everything that it is about. */
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

/** Meta elements by `name` or, for OpenGraph, by `property`; those without content are left out. */
export function metas(values: readonly (readonly [name: string, content: string | undefined])[]): Markup {
  return markup`${values.flatMap(([name, content]) => {
    const kind = /^(?:og|article):/.test(name) ? 'property' : 'name';
    return content === undefined ? [] : markup`<meta${attributes({ [kind]: name, content })} />\n`;
  })}`;
}
