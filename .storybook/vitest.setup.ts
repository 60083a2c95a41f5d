/** Checks that the Vitest project `storybook` makes of every story, besides its `play` function and addon-a11y. */
import type { RuleObject } from 'axe-core';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { violationsInLooks } from './looks.js';

interface Story {
  readonly canvasElement: Element;
  readonly tags: readonly string[];
  readonly parameters: { a11y?: { test?: string; disable?: boolean; options?: { rules?: RuleObject } } };
}

declare global {
  /** Set in Vitest only: `preview.ts` calls it after each story. */
  var checkStory: ((story: Story) => Promise<void>) | undefined;
}

let errors: string[] = [];
beforeEach(() => {
  errors = [];
  performance.clearResourceTimings();
  vi.spyOn(console, 'error').mockImplementation((...words) => {
    errors.push(words.map(String).join(' '));
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  expect(errors, 'lines of console.error').toEqual([]);
});

globalThis.checkStory = async ({ canvasElement, tags, parameters: { a11y } }) => {
  // A story about a feed that fails has this tag.
  if (!tags.includes('failing-request')) {
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const refused = resources.filter(({ responseStatus }) => responseStatus >= 400);
    expect(refused.map(({ name, responseStatus }) => `${name} ${responseStatus}`)).toEqual([]);
  }
  if (a11y?.test === 'off' || a11y?.disable) return;
  expect(await violationsInLooks(canvasElement, a11y?.options?.rules), 'axe in other looks').toEqual([]);
};
