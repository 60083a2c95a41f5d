import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ComparisonItem, Feed, Provision } from '../../feed/types.js';
import type { ComparisonMessages } from '../../i18n/comparison-messages.js';
import { platformName } from '../../provision/display-names.js';
import { sectionHeading } from '../templates/heading.js';
import type { View } from '../templates/view.js';
import { comparisonRow } from './comparison-list.js';

/** One of the two platforms whose wordings are compared. */
export interface Side {
  readonly key: string;
  readonly row: ComparisonItem;
}

/** Returns the record itself as a row, with all of its clauses. */
export function ownRow({ _provision, url, language, id }: Provision): ComparisonItem {
  const { platform, severity, clauses, provenance } = _provision;
  const row: { -readonly [K in keyof ComparisonItem]: ComparisonItem[K] | undefined } = {
    platform,
    severity,
    excerpt: clauses?.map(({ text }) => text).join('\n\n'),
    language: clauses?.[0]?.language ?? language,
    url,
    record_id: id,
    captured: provenance?.captured,
  };
  return row as ComparisonItem;
}

/** Callbacks of the panel's buttons. */
export interface SideActions {
  readonly remove: (key: string) => void;
  readonly close: () => void;
  /** Adds the record itself; undefined if it is already there or has no wording. */
  readonly own: { readonly name: string; readonly add: () => void } | undefined;
}

/** Renders the complete wordings of two platforms side by side, or below each other in a narrow container. */
export function sideBySide(
  view: View,
  words: ComparisonMessages,
  feed: Feed,
  sides: readonly Side[],
  href: string | undefined,
  { remove, close, own }: SideActions,
): TemplateResult {
  const nameOf = ({ platform }: ComparisonItem) => platformName(platform) ?? view.words.unnamedPlatform;
  const [one, other] = sides;
  return html`<div
    class="sides"
    part="side-by-side"
    role="group"
    tabindex="-1"
    aria-label=${one && other ? words.besides(nameOf(one.row), nameOf(other.row)) : words.sideBySide}
  >
    ${sectionHeading(view, words.sideBySide)}
    <div class="pair">
      ${sides.map(
        ({ key, row }) =>
          html`<div class="side" part="side">
            ${comparisonRow(view, row, `side-${key}`, feed, Infinity)}${
              row.excerpt === undefined ? html`<p class="facts">${words.noWording}</p>` : undefined
            }
            <button
              class="more"
              type="button"
              @click=${() => {
                remove(key);
              }}
            >
              ${words.remove}<span class="sr" dir="auto"> ${nameOf(row)}</span>
            </button>
          </div>`,
      )}${
        other
          ? undefined
          : html`<div class="side">
              <p>${words.chooseSecond}</p>
            </div>`
      }
    </div>
    <p class="side-actions">
      ${href === undefined ? undefined : html`<a class="side-link" part="side-link" href=${href}>${words.linkToSides}</a>`}${
        own && html`<button class="more" type="button" @click=${own.add}>${words.compareWith(own.name)}</button>`
      }<button class="more" type="button" @click=${close}>${words.closeSides}</button>
    </p>
  </div>`;
}
