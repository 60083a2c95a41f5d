import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ComparisonMessages } from '../../i18n/comparison-messages.js';
import type { Distribution, LevelCount } from '../../provision/distribution.js';
import { severityLevel } from '../../provision/severity.js';
import { severityShape } from '../provision-severity/severity-shape.js';
import type { View } from '../templates/view.js';

/** The record that a comparison is about, and its place in it. */
export interface OwnPlace {
  readonly name: string;
  readonly level: string;
}

/** Strokes that are apart at 320 px, and in the width of an article. Where there are more, the strip is one piece. */
const strokesNarrow = 36;
const strokesWide = 140;

/**
 * The distribution as a picture that is a table: for each level a strip with one stroke a platform, its figure beside
 * it, and one of the figures said in words: the record's own level, else the gravest. The record's place is marked by
 * its platform's name.
 *
 * @param name makes of the name of a level what can be pressed
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
  const most = Math.max(...levels.map(({ count }) => count));
  // A few strokes would be bricks.
  const scale = Math.max(most, strokesNarrow);
  const strip = most <= strokesNarrow ? 'strokes' : most <= strokesWide ? 'wide strokes' : '';
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

/** One of the figures in words: how many platforms are rated as the record is, else how many have the gravest rating. */
export function ratedWords(
  { formats: { count } }: View,
  words: ComparisonMessages,
  { levels, total, isPartial }: Distribution,
  own: string | undefined,
): string | undefined {
  const said =
    (own === undefined ? undefined : levels.find(({ level }) => level === own)) ??
    levels.find(({ count }) => count > 0);
  return said?.label && words.rated(count(said.count), count(total), said.label, isPartial);
}
