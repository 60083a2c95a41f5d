/** Entry of the lazy chunk for the explanation of a badge: content and behaviour of its popover. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ShownRecord } from '../../page/shown-record.js';
import { shownRating } from '../../provision/rating.js';
import type { ScaleName } from '../../provision/rating.js';
import { link } from '../templates/facts.js';
import type { View } from '../templates/view.js';
import { methodologyOf } from '../../provision/methodology.js';

export { PopoverSession } from '../../controllers/popover-session.js';
export { panelStyles as styles } from './panel.styles.js';

const scales: readonly ScaleName[] = ['severity', 'confidence', 'basis'];

/** Renders the record's ratings, each on its own scale, with the meaning of the level and the record's own explanation. */
export function content(view: View, shown: ShownRecord): TemplateResult {
  const { provision, feed } = shown;
  return html`<div
    class="panel"
    part="popover"
    id="explanation"
    role="group"
    aria-label=${view.words.severity}
    popover="manual"
    tabindex="-1"
  >
    <dl lang=${view.language}>
      ${scales.map((scale) => {
        const rating = shownRating(provision._provision[scale], scale, feed);
        return (
          rating &&
          html`<div>
            <dt lang=${view.words.locale}>${view.words[scale]}</dt>
            <dd>
              <b dir="auto">${rating.label}</b>${[rating.description, rating.text].map(
                (words) => words && html`<p dir="auto">${words}</p>`,
              )}
            </dd>
          </div>`
        );
      })}
    </dl>
    ${link(methodologyOf(shown), view.words.methodology)}
  </div>`;
}
