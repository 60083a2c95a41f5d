import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ComparisonMessages } from '../../i18n/comparison-messages.js';
import type { Distribution } from '../../provision/distribution.js';
import { severityLevel } from '../../provision/severity.js';
import { severityShape } from '../provision-severity/severity-shape.js';
import type { View } from '../templates/view.js';
import { ratedWords } from './severity-table.js';

/**
 * Renders the distribution in three lines for a guest: a sentence, a strip with the share of each level, and the number of
 * platforms per level. `severity-table.ts` renders it at full size.
 *
 * @param hasOwnStatement whether the record has its own statement of prevalence; then the sentence is for screen readers only
 * @param own the level of the record itself
 */
export function severityStrip(
  view: View,
  words: ComparisonMessages,
  distribution: Distribution,
  own: string | undefined,
  hasOwnStatement: boolean,
): TemplateResult {
  const { formats, language } = view;
  const shown = distribution.levels.filter(({ count }) => count > 0);
  const sum = shown.reduce((total, { count }) => total + count, 0);
  return html`<div class="spectrum" part="distribution">
    <p class=${hasOwnStatement ? 'sr' : ''}><bdi>${ratedWords(view, words, distribution, own)}</bdi></p>
    <div class="shares" aria-hidden="true">
      ${shown.map(
        ({ level, count }) =>
          html`<svg class=${`strip level-${severityLevel(level)}`} width=${`${(100 * count) / sum}%`}>
            <line x2="100%" y1="5" y2="5"></line>
          </svg>`,
      )}
    </div>
    <ul role="list">
      ${shown.map(({ level, label, count }) => {
        const look = severityLevel(level);
        return html`<li class=${`level-${look}`}>
          <span title=${label ?? words.unrated} aria-hidden="true">${severityShape(look)}</span
          ><span class="sr" lang=${label === undefined ? view.words.locale : language} dir="auto"
            >${label ?? words.unrated}</span
          >
          ${formats.number(count)}
        </li>`;
      })}
    </ul>
  </div>`;
}
