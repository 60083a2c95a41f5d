/** What the stories share: where the feeds are, what an element shows, and the article around it. */
import type { StoryContext } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { configure, expect, fn, within } from 'storybook/test';
import clausewatch from '../demo/feeds/clausewatch.json';
import type { ProvisionErrorEvent, ProvisionLoadEvent, ProvisionToggleEvent } from '../src/index.js';

/** Ids of the sample feed's records, for a control's list. */
export const recordIds = clausewatch.items.map(({ id }) => id);
export const clauseTypes = clausewatch._provision_feed.clause_types.map(({ id }) => id);

/**
 * A feed of the demo as Storybook serves it. Absolute, because an element refuses anything else; found from the page,
 * because Storybook may be published in a folder, and because the tests serve it under another address.
 */
export function feed(path = 'clausewatch.json'): string {
  return new URL(`${import.meta.env.BASE_URL}feeds/${path}`, location.href).href;
}

/** One record of the sample feed with its feed around it, as it would stand in a page. */
export function sampleRecord(id: string): object {
  return { ...clausewatch, items: clausewatch.items.filter((item) => item.id === id) };
}

/** What readers have where the element has nothing to show: the quotation that the newsroom's editors have approved. */
export function quotation(id = 'CW-0007'): TemplateResult {
  const item = clausewatch.items.find((one) => one.id === id);
  const { platform, document: source, clauses } = item?._provision ?? {};
  return html`<blockquote cite=${item?.url ?? ''} lang=${item?.language ?? ''}>
    <p>${clauses?.[0]?.text}</p>
    <p><a href=${item?.url ?? ''}>${platform?.name}, ${source?.title}</a></p>
  </blockquote>`;
}

/** What an element tells the page: to the tests, and to Storybook's "Actions". */
export interface Listeners {
  'provision-load': (event: ProvisionLoadEvent) => void;
  'provision-error': (event: ProvisionErrorEvent) => void;
  'provision-toggle': (event: ProvisionToggleEvent) => void;
}

export const listeners: Listeners = {
  'provision-load': fn().mockName('provision-load'),
  'provision-error': fn().mockName('provision-error'),
  'provision-toggle': fn().mockName('provision-toggle'),
};

/** Keeps the listeners out of a table of controls. */
export const withoutRows = Object.fromEntries(
  Object.keys(listeners).map((name) => [name, { table: { disable: true } }]),
);

/** The story as a newspaper would have it: in a column with its own type and margins. */
export function inArticle(story: () => unknown): TemplateResult {
  return html`<div
    style="box-sizing: border-box; max-inline-size: 42rem; padding: 1rem; font: 1.0625rem/1.5 Georgia, serif"
  >
    ${story()}
  </div>`;
}

/** The story's element of that name. */
export function find<Tag extends keyof HTMLElementTagNameMap>(
  canvas: HTMLElement,
  tag: Tag,
): HTMLElementTagNameMap[Tag] {
  const element = canvas.querySelector(tag);
  if (!element) throw new Error(`The story has no <${tag}>`);
  return element;
}

// Testing Library cannot print a shadow root, and a query that finds nothing would throw outside of its test.
configure({
  // A guard, not a wait: on a busy machine a feed and a chunk may take longer than Testing Library's second.
  asyncUtilTimeout: 20_000,
  getElementError: (message, { innerHTML }) =>
    Object.assign(new Error(`${message ?? ''}\n\n${innerHTML}`), { name: 'TestingLibraryElementError' }),
});

/** Queries by role and name. */
export function inside(part: Element | ShadowRoot): StoryContext['canvas'] {
  return within(part as HTMLElement);
}

/** Queries in what an element shows: those of the canvas do not enter shadow roots. */
export function shown(element: HTMLElement): StoryContext['canvas'] {
  if (!element.shadowRoot) throw new Error(`<${element.localName}> has no shadow root: was it defined?`);
  return inside(element.shadowRoot);
}

/** That nothing in an element is wider than its column. */
export async function expectToFit(element: HTMLElement): Promise<void> {
  await expect(element.clientWidth).toBeGreaterThan(0);
  await expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
}
