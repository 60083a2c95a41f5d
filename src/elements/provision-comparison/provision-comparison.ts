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

/** Rows shown where the page does not say how many. */
export const defaultLimit = 3;

/**
 * @summary "How other platforms handle this": excerpts of what other platforms' documents say about the same thing, each
 * with its own rating and link.
 *
 * @slot - What readers see until the record is there, and where it cannot be had.
 *
 * @event {ProvisionLoadEvent} provision-load - The record has been read.
 * @event {ProvisionErrorEvent} provision-error - The record cannot be shown; `error.code` says why.
 * @event {ProvisionToggleEvent} provision-toggle - The reader has opened or closed a long excerpt, or all rows (`comparison`).
 *
 * @csspart base - The element's inner root.
 * @csspart comparison - The section.
 * @csspart heading - Its heading.
 * @csspart prevalence - The record's own words on how common the provision is.
 * @csspart rows - The list; `row` one of it.
 * @csspart platform - A row's platform; `excerpt` its wording; `badge` its rating; `row-facts` the small print.
 * @csspart distribution - The picture of how severe all are rated: a table.
 * @csspart rows-shown - How many of all are shown; `more` the button that opens all of them.
 * @csspart all-rows - All rows with their tools; `toolbar` search and order, `search` and `sort` their fields.
 * @csspart filter - A level of the picture, which shows its rows only.
 * @csspart download - The button for a CSV file; `close` the one that shows fewer rows again.
 * @csspart compare - The button of a row that puts it beside another.
 * @csspart side-by-side - Two platforms' wording; `side` one of them, `side-link` the link to this view.
 * @csspart byline - Whose analysis it is.
 * @csspart footer - The link to the whole record, and its id.
 */
export class ProvisionComparison extends ProvisionElement {
  static override readonly styles = [tokens, sharedStyles, blockStyles, severityStyles, comparisonStyles];

  static override readonly properties: PropertyDeclarations = {
    limit: {},
    sort: {},
    clauseType: { attribute: 'clause-type' },
  };

  /** Rows that are shown, at least 1 (default 3). */
  declare limit: string | number | null | undefined;

  /** Order of the rows: `given` (default), `severity` (the gravest first) or `platform` (by name). */
  declare sort: ComparisonSort | null | undefined;

  /** Shows all items of this clause type in the feed, whatever the record brings. */
  declare clauseType: string | null | undefined;

  /** @internal With a clause type and no record, any record of that type stands for the feed. */
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
    const sort = comparisonSorts.find((known) => known === this.sort) ?? 'given';
    const wished: unknown = this.limit;
    // Number() throws on a symbol, and on what a page may have made.
    const limit = typeof wished === 'string' || typeof wished === 'number' ? Math.trunc(Number(wished)) : 0;
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
