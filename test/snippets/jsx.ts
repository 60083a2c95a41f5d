/** A `createElement` that returns elements in the shape of `parsedHtml`, and TypeScript's JSX compiler. */
import typescript from 'typescript';
import type { Element } from './support.js';

export const { JsxEmit, ModuleKind, ScriptTarget, transpileModule } = typescript;

const html: Readonly<Record<string, string>> = { className: 'class', dateTime: 'datetime' };

export function jsx(
  tag: string,
  properties: Readonly<Record<string, string>> | null,
  ...children: readonly (Element | string)[]
): Element {
  // Custom elements have HTML's attribute names; React renames those of other elements.
  const name = (property: string) => (tag.includes('-') ? property : (html[property] ?? property));
  const merged: (Element | string)[] = [];
  for (const child of children) {
    const last = merged.at(-1);
    if (typeof child === 'string' && typeof last === 'string') merged[merged.length - 1] = last + child;
    else merged.push(child);
  }
  return {
    tag,
    attributes: Object.fromEntries(Object.entries(properties ?? {}).map(([key, value]) => [name(key), value])),
    children: merged,
  };
}
