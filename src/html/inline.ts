import { Markup } from './markup.js';

/** A style sheet or a script that stands in a page, with what the page's Content-Security-Policy says of it. */
export interface Inline {
  readonly content: Markup;
  /** `'sha256-…'`: this very text and no other. */
  readonly source: string;
}

/** @param text of ours; must not hold `</style` or `</script` */
export async function inline(text: string): Promise<Inline> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return { content: new Markup(text), source: `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'` };
}

/** Data for a machine in a `<script type="…json">`: nothing is in it that HTML or XML could mistake. */
export function inlineJson(data: unknown): Markup {
  return new Markup(
    JSON.stringify(data).replace(
      /[<>&\u2028\u2029]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}

/** A policy as its directives are written; those without a value are left out. */
export function policy(directives: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(directives)
    .flatMap(([name, value]) => (value === undefined ? [] : `${name} ${value}`.trim()))
    .join('; ');
}
