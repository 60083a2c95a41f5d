import '../../../src/define.js';
import type { FeedErrorCode } from '../../../src/index.js';
import type { ProvisionElement } from '../../../src/elements/provision-element.js';

export const tags = ['provision-card', 'provision-clause', 'provision-severity', 'provision-comparison'] as const;
export type Tag = (typeof tags)[number];

/** Resolves with the next event of a type at an element or below it. */
export function next<Type extends keyof GlobalEventHandlersEventMap>(
  target: EventTarget,
  type: Type,
): Promise<GlobalEventHandlersEventMap[Type]> {
  return new Promise((resolve) => {
    target.addEventListener(
      type,
      (event) => {
        resolve(event as GlobalEventHandlersEventMap[Type]);
      },
      { once: true },
    );
  });
}

/** Resolves with 'shown' when an element has painted its record, or with the code of its error. */
export async function outcome(element: ProvisionElement): Promise<FeedErrorCode | 'shown'> {
  const event = await Promise.race([next(element, 'provision-load'), next(element, 'provision-error')]);
  await element.updateComplete;
  return 'error' in event ? event.error.code : 'shown';
}

/** Adds an element with the given properties and light DOM to the page, without waiting. */
export function place<T extends Tag>(
  tag: T,
  properties: Readonly<Record<string, unknown>> = {},
  content = '',
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  element.innerHTML = content;
  for (const [name, value] of Object.entries(properties)) Reflect.set(element, name, value);
  document.body.append(element);
  return element;
}

/** Adds an element to the page and waits until it has painted; throws if its record cannot be shown. */
export async function show<T extends Tag>(
  tag: T,
  provision: unknown,
  properties: Readonly<Record<string, unknown>> = {},
  content = '',
): Promise<HTMLElementTagNameMap[T]> {
  const element = place(tag, { provision, ...properties }, content);
  const came = await outcome(element);
  if (came !== 'shown') throw new Error(`<${tag}> shows nothing: ${came}`);
  return element;
}

/** Returns the address of a file in `../fixtures` on the test server. */
export function fixture(name: string): string {
  return new URL(`/test/elements/fixtures/${name}`, location.origin).href;
}

/** Returns the only node with a part name. */
export function part(element: Element, name: string): HTMLElement {
  const found = element.shadowRoot!.querySelector<HTMLElement>(`[part~="${name}"]`);
  if (!found) throw new Error(`<${element.localName}> has no part "${name}"`);
  return found;
}

/** Whether a visible node has that part name. */
export function hasPart(element: Element, name: string): boolean {
  return [...element.shadowRoot!.querySelectorAll(`[part~="${name}"]`)].some((found) => found.checkVisibility());
}

/** Empties the page. */
export function clear(): void {
  document.body.replaceChildren();
  for (const name of ['lang', 'style', 'dir']) {
    document.documentElement.removeAttribute(name);
    document.body.removeAttribute(name);
  }
}
