import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ComparisonMessages } from '../../i18n/comparison-messages.js';
import type { Distribution, LevelCount } from '../../provision/distribution.js';
import { severityLevel } from '../../provision/severity.js';
import { severityShape } from '../provision-severity/severity-shape.js';
import type { View } from '../templates/view.js';

/** The compared record and its level in the distribution. */
export interface OwnPlace {
  readonly name: string;
  readonly level: string;
}

/** Number of strokes that stay distinct at 320 px, and at the width of an article. Above it the strip is one piece. */
const maxStrokesNarrow = 36;
const maxStrokesWide = 140;

/**
 * Renders the distribution as a table that looks like a chart: per level a strip with one stroke per platform and the number. A
 * sentence states the number for the record's own level, else for the most severe one. The platform's name marks the record's
 * level.
 *
 * @param name wraps the name of a level in a button
 */
export function severityTable(
  view: View,
  words: ComparisonMessages,
  distribution: Distribution,
  own: OwnPlace | undefined,
  name: (label: TemplateResult, rated: LevelCount) => TemplateResult = (label) => label,
): TemplateResult {
  const { formats, language } = view;
  const { locale } = view.words;
  const { levels, isPartial } = distribution;
  const { number } = formats;
  const maxCount = Math.max(...levels.map(({ count }) => count));
  // Few strokes would become too wide.
  const scale = Math.max(maxCount, maxStrokesNarrow);
  const strip = maxCount <= maxStrokesNarrow ? 'strokes' : maxCount <= maxStrokesWide ? 'wide strokes' : '';
  return html`<table class="picture" part="distribution">
    <caption>
      <bdi>${ratedWords(view, words, distribution, own?.level)}</bdi>
    </caption>
    <colgroup>
      <col class="name" />
      <col class="count" />
      <col />
    </colgroup>
    <thead class="sr">
      <tr>
        <th scope="col">${words.severity}</th>
        <th scope="col">${isPartial ? words.excerpts : words.platforms}</th>
        <th scope="col">${words.place}</th>
      </tr>
    </thead>
    <tbody>
      ${levels.map((one) => {
        const { level, label } = one;
        const look = severityLevel(level);
        const shape = level === undefined ? html`<span class="shape"></span>` : severityShape(look);
        const called = html`<span class="word" lang=${label === undefined ? locale : language} dir="auto"
          >${label ?? words.unrated}</span
        >`;
        return html`<tr class=${`level-${look}`}>
          <th scope="row">${name(html`<span class="level">${shape}${called}</span>`, one)}</th>
          <td class="figure">${number(one.count)}</td>
          <td>
            <svg class="strip" width=${`${(100 * one.count) / scale}%`} aria-hidden="true">
              <line class=${strip} x2="100%" y1="5" y2="5" pathLength=${one.count}></line>
            </svg>
            ${own && level === own.level ? html`<div class="own"><b dir="auto">${own.name}</b></div>` : undefined}
          </td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/** Describes in words how many platforms have the record's rating, else how many have the most severe one. */
export function ratedWords(
  { formats: { count } }: View,
  words: ComparisonMessages,
  { levels, total, isPartial }: Distribution,
  own: string | undefined,
): string | undefined {
  const described =
    (own === undefined ? undefined : levels.find(({ level }) => level === own)) ??
    levels.find(({ count }) => count > 0);
  return described?.label && words.rated(count(described.count), count(total), described.label, isPartial);
}
