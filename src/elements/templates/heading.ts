import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { View } from './view.js';

/** Renders a heading inside an element, one level below the element's own, at most level 6. */
export function sectionHeading(view: View, words: string): TemplateResult {
  return html`<div class="label" part="label" role="heading" aria-level=${Math.min(6, view.headingLevel + 1)}>
    ${words}
  </div>`;
}
