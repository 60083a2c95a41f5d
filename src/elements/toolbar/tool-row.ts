import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ShownRecord } from '../../page/shown-record.js';
import type { View } from '../templates/view.js';
import type { ReadersTools } from './readers-tools.js';
import type { ToolName } from './tool-name.js';

/** Renders the buttons of tools. Those with a menu follow the "Menu Button" pattern (WAI-ARIA Authoring Practices). */
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
 * Renders the tools at the end of a record, with a live region for the last result. The region exists from the first paint,
 * because screen readers ignore regions that are added with their text.
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
