/** DOM helpers. Strings are inserted as text and never parsed as markup. */

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Creates an element with attributes. `true` sets an empty attribute; `false` and `undefined` set none. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children);
  return node;
}

/** Returns the page's element with this id. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the page's own elements are known
export function byId<T extends Element = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found as Element as T;
}

/** Fills a `<select>` with options. */
export function options(select: HTMLSelectElement, list: readonly (readonly [value: string, label: string])[]): void {
  select.replaceChildren(...list.map(([value, label]) => element('option', { value }, label)));
}

/** Announces a text in a live region, also when the text is the same as before. */
export function announce(region: HTMLElement, text: string): void {
  region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}

const numbers = new Intl.NumberFormat('en-GB');

/** Formats a count: "2,904 records". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${numbers.format(count)} ${count === 1 ? one : many}`;
