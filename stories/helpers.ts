/** Helpers of the stories: feed URLs, queries in elements, and the surrounding article. */
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
 * Returns the URL of a demo feed in Storybook. It is absolute, because elements require that, and derived from the page, because
 * Storybook may be published in a folder and the tests serve it under another URL.
 */
export function feed(path = 'clausewatch.json'): string {
  return new URL(`${import.meta.env.BASE_URL}feeds/${path}`, location.href).href;
}

/** Returns one record of the sample feed as its own feed, as inline data in a page. */
export function sampleRecord(id: string): object {
  return { ...clausewatch, items: clausewatch.items.filter((item) => item.id === id) };
}

/** Returns the fallback of an element: the quotation that the newsroom's editors approved. */
export function quotation(id = 'CW-0007'): TemplateResult {
  const item = clausewatch.items.find((one) => one.id === id);
  const { platform, document: source, clauses } = item?._provision ?? {};
  return html`<blockquote cite=${item?.url ?? ''} lang=${item?.language ?? ''}>
    <p>${clauses?.[0]?.text}</p>
    <p><a href=${item?.url ?? ''}>${platform?.name}, ${source?.title}</a></p>
  </blockquote>`;
}

/** Listeners for an element's events, for tests and Storybook's "Actions". */
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

/** Hides the listeners in the table of controls. */
export const withoutRows = Object.fromEntries(
  Object.keys(listeners).map((name) => [name, { table: { disable: true } }]),
);

/** Renders the story in a newspaper's column with its own fonts and margins. */
export function inArticle(story: () => unknown): TemplateResult {
  return html`<div
    style="box-sizing: border-box; max-inline-size: 42rem; padding: 1rem; font: 1.0625rem/1.5 Georgia, serif"
  >
    ${story()}
  </div>`;
}

/** Returns the story's element with this tag name. */
export function find<Tag extends keyof HTMLElementTagNameMap>(
  canvas: HTMLElement,
  tag: Tag,
): HTMLElementTagNameMap[Tag] {
  const element = canvas.querySelector(tag);
  if (!element) throw new Error(`The story has no <${tag}>`);
  return element;
}

// Testing Library cannot print a shadow root, and a query without a match would throw outside its test.
configure({
  // An upper bound: on a busy machine a feed and a chunk may take longer than Testing Library's default of one second.
  asyncUtilTimeout: 20_000,
  getElementError: (message, { innerHTML }) =>
    Object.assign(new Error(`${message ?? ''}\n\n${innerHTML}`), { name: 'TestingLibraryElementError' }),
});

/** Returns queries by role and name. */
export function inside(part: Element | ShadowRoot): StoryContext['canvas'] {
  return within(part as HTMLElement);
}

/** Returns queries in an element's shadow root, because the canvas queries do not enter it. */
export function shown(element: HTMLElement): StoryContext['canvas'] {
  if (!element.shadowRoot) throw new Error(`<${element.localName}> has no shadow root: was it defined?`);
  return inside(element.shadowRoot);
}

/** Expects that nothing in an element is wider than its column. */
export async function expectToFit(element: HTMLElement): Promise<void> {
  await expect(element.clientWidth).toBeGreaterThan(0);
  await expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
}
