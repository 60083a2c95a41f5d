import { Markup } from './markup.js';

/** An inline style sheet or script, with its source for the page's Content-Security-Policy. */
export interface Inline {
  readonly content: Markup;
  /** `'sha256-…'`, which allows exactly this text. */
  readonly source: string;
}

/** @param text our own text; must not contain `</style` or `</script` */
export async function inline(text: string): Promise<Inline> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return { content: new Markup(text), source: `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'` };
}

/** Serializes data for a `<script type="…json">`, with escapes for every character that HTML or XML would interpret. */
export function inlineJson(data: unknown): Markup {
  return new Markup(
    JSON.stringify(data).replace(
      /[<>&\u2028\u2029]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}

/** Joins directives to a policy. Directives without a value are left out. */
export function policy(directives: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(directives)
    .flatMap(([name, value]) => (value === undefined ? [] : `${name} ${value}`.trim()))
    .join('; ');
}
