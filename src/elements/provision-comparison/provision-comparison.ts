import { html } from 'lit';
import type { PropertyDeclarations } from 'lit';
import { asText } from '../../page/attribute-values.js';
import type { ShownRecord } from '../../page/shown-record.js';
import { findItem } from '../../feed/find-item.js';
import type { Feed, Provision } from '../../feed/types.js';
import { comparisonOf, comparisonSorts, rowsOfClauseType } from '../../provision/comparison/comparison.js';
import type { ComparisonSort } from '../../provision/comparison/comparison.js';
import { analystNames } from '../../provision/display-names.js';
import { sharedStyles } from '../../styles/shared.styles.js';
import { tokens } from '../../styles/tokens.styles.js';
import { ProvisionElement } from '../provision-element.js';
import { severityStyles } from '../provision-severity/severity.styles.js';
import { blockStyles } from '../templates/block.styles.js';
import { byline, recordLine } from '../templates/byline.js';
import type { View } from '../templates/view.js';
import { comparisonSection } from './comparison-section.js';
import { comparisonStyles } from './comparison.styles.js';

/** Default of `limit`. */
export const defaultLimit = 3;

/**
 * @summary Renders "How other platforms handle this": excerpts from other platforms' documents on the same subject, each with
 * its own rating and link.
 *
 * @slot - Fallback, shown until the record has loaded and if it fails to load.
 *
 * @event {ProvisionLoadEvent} provision-load - The record has loaded and is rendered.
 * @event {ProvisionErrorEvent} provision-error - The record cannot be shown; `error.code` has the reason.
 * @event {ProvisionToggleEvent} provision-toggle - The reader opened or closed a long excerpt, or all rows (`comparison`).
 *
 * @csspart base - The element's inner root.
 * @csspart comparison - The section.
 * @csspart heading - The heading of the section.
 * @csspart prevalence - The record's own statement of how common the provision is.
 * @csspart rows - The list, with the part `row` for one row.
 * @csspart platform - A row's platform; `excerpt` is its wording, `badge` its rating, `row-facts` its dates and remarks.
 * @csspart distribution - The chart of all ratings: a table.
 * @csspart rows-shown - The number of rows shown; `more` is the button that opens all of them.
 * @csspart all-rows - All rows with their tools; `toolbar` has search and order, `search` and `sort` are their fields.
 * @csspart filter - A level of the chart as a button that filters the rows.
 * @csspart download - The button for a CSV file; `close` is the button that closes all rows.
 * @csspart compare - A row's button that shows it side by side with another.
 * @csspart side-by-side - The wordings of two platforms; `side` is one of them, `side-link` the link to this view.
 * @csspart byline - The authors of the analysis.
 * @csspart footer - The link to the whole record, and its id.
 */
export class ProvisionComparison extends ProvisionElement {
  static override readonly styles = [tokens, sharedStyles, blockStyles, severityStyles, comparisonStyles];

  static override readonly properties: PropertyDeclarations = {
    limit: {},
    sort: {},
    clauseType: { attribute: 'clause-type' },
  };

  /** Number of rows, at least 1 (default 3). */
  declare limit: string | number | null | undefined;

  /** Order of the rows: `given` (default), `severity` (the most severe first) or `platform` (by name). */
  declare sort: ComparisonSort | null | undefined;

  /** Shows all items of this clause type in the feed instead of the record's own comparison. */
  declare clauseType: string | null | undefined;

  /** @internal With a clause type and no record id, chooses any record of that type, because only the feed matters. */
  choose(feed: Feed): Provision | undefined {
    const clauseType = this.#clauseType();
    return clauseType === undefined
      ? findItem(feed)
      : feed.items.find(({ _provision }) => _provision.clause_type === clauseType);
  }

  protected override renderRecord(shown: ShownRecord, view: View): unknown {
    const { provision, feed } = shown;
    const clauseType = this.#clauseType();
    const ofType = clauseType && rowsOfClauseType(feed, clauseType);
    const sort = comparisonSorts.find((one) => one === this.sort) ?? 'given';
    const value: unknown = this.limit;
    // `Number()` throws on symbols and on objects with a throwing conversion.
    const limit = typeof value === 'string' || typeof value === 'number' ? Math.trunc(Number(value)) : 0;
    const section = comparisonSection(
      view,
      html`<div class="title" part="heading" role="heading" aria-level=${view.headingLevel}>
          ${
            clauseType === undefined
              ? view.words.comparison
              : html`<span lang=${feed.language ?? ''} dir="auto"
                  >${feed._provision_feed?.clause_types?.find(({ id }) => id === clauseType)?.title ?? clauseType}</span
                >`
          }
        </div>
        ${byline(view, analystNames(ofType ? undefined : provision, feed))}`,
      ofType ? { items: ofType, total: ofType.length, others: true, type: clauseType } : comparisonOf(provision, feed),
      ofType ? undefined : provision,
      feed,
      limit >= 1 ? limit : defaultLimit,
      sort,
    );
    if (section === undefined) return this.renderOwnContent();
    return html`<div class="root block" part="base" lang=${view.words.locale}>
      ${section}${ofType ? undefined : html`<div class="footer" part="footer">${recordLine(view, shown)}</div>`}
    </div>`;
  }

  #clauseType(): string | undefined {
    return asText(this.clauseType);
  }
}
