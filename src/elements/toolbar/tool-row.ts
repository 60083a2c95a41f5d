import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ShownRecord } from '../../page/shown-record.js';
import type { View } from '../templates/view.js';
import type { ReadersTools } from './readers-tools.js';
import type { ToolName } from './tool-name.js';

/** Buttons for what a reader can do with the record. Those with a menu behave as menu buttons do (WAI-ARIA APG). */
export function toolButtons(
  view: View,
  shown: ShownRecord,
  tools: ReadersTools,
  names: readonly ToolName[],
): readonly TemplateResult[] {
  return names.map((name) => {
    const menu = name === 'cite' || name === 'share';
    const open = tools.loaded?.openMenu === name;
    const press = (last = false) => void tools.use((loaded) => loaded.press(name, shown, last));
    return html`<span data-tool=${name}
      ><button
        class="tool"
        part="tool"
        type="button"
        aria-haspopup=${menu ? 'menu' : nothing}
        aria-expanded=${menu ? open : nothing}
        @click=${() => {
          press();
        }}
        @keydown=${(event: KeyboardEvent) => {
          if (!menu || open || !/^Arrow(Up|Down)$/.test(event.key)) return;
          event.preventDefault();
          press(event.key === 'ArrowUp');
        }}
      >
        ${view.words[name]}</button
      >${tools.loaded?.menu(name, shown)}</span
    >`;
  });
}

/**
 * The tools at the end of a record, and what has been done with them last, to be seen and heard. The place for that is
 * there from the first paint: otherwise a screen reader would not listen to it.
 */
export function mainTools(
  view: View,
  shown: ShownRecord,
  tools: ReadersTools,
  names: readonly ToolName[],
  first?: TemplateResult,
): TemplateResult {
  return html`<div class="tools" part="tools">
    ${first}${toolButtons(view, shown, tools, names)}<span class="said" role="status">${tools.announced}</span>
  </div>`;
}
