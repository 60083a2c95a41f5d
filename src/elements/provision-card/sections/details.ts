import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ShownRecord } from '../../../page/shown-record.js';
import { toolButtons } from '../../toolbar/tool-row.js';
import { link } from '../../templates/facts.js';
import { address, fact, factList, recordText, section } from './section.js';
import type { RecordView, Section } from './section.js';

/**
 * Renders the document, its tracking, and the evidence: the publisher's claims and the results of the checks in this browser.
 */
export const details: Section = (view, shown) => {
  const parts = [
    documentFacts(view, shown),
    trackingFacts(view, shown),
    evidenceFacts(view, shown),
    claims(view, shown),
    checks(view, shown),
  ];
  return section(view, 'details', view.more.details, parts.some((part) => part) ? html`${parts}` : undefined);
};

function date(view: RecordView, written: string | undefined): string | undefined {
  return written === undefined ? undefined : view.formats.date(written);
}

function documentFacts(view: RecordView, { provision, feed }: ShownRecord): TemplateResult | undefined {
  const { document, clause_type: id } = provision._provision;
  const type = feed._provision_feed?.clause_types?.find((one) => one.id === id);
  const name = recordText(view, type?.title ?? id);
  return factList([
    fact(view.more.document, recordText(view, document?.title)),
    fact(
      view.more.documentId,
      document?.id === undefined ? undefined : html`<code translate="no">${document.id}</code>`,
    ),
    fact(view.more.lastUpdated, date(view, document?.last_updated)),
    fact(view.more.clauseType, name && (link(type?.url, name) ?? name)),
    fact(view.more.published, date(view, provision.date_published)),
    fact(view.more.modified, date(view, provision.date_modified)),
  ]);
}

function trackingFacts(view: RecordView, { provision }: ShownRecord): TemplateResult | undefined {
  const { tracking, provenance } = provision._provision;
  const { more } = view;
  const recent = tracking?.recent_changes;
  const changes =
    recordText(view, recent?.text) ??
    (recent?.count === undefined || recent.days === undefined
      ? undefined
      : more.changesInDays(view.formats.count(recent.count), view.formats.count(recent.days)));
  // "In the last 30 days" counts from the capture, not from the day of reading.
  const asOf = date(view, provenance?.captured ?? tracking?.last_verified);
  const changed = tracking?.document_changed_before;
  return factList([
    fact(more.firstTracked, date(view, tracking?.first_tracked)),
    fact(more.lastVerified, date(view, tracking?.last_verified)),
    fact(more.changedBefore, changed === undefined ? undefined : changed ? more.yes : more.no),
    fact(more.recentChanges, changes && html`${changes}${asOf === undefined ? undefined : ` ${more.asOf(asOf)}`}`),
  ]);
}

function evidenceFacts(view: RecordView, { provision }: ShownRecord): TemplateResult | undefined {
  const { provenance, clauses } = provision._provision;
  const { more } = view;
  return factList([
    fact(more.captured, date(view, provenance?.captured)),
    fact(more.sourceUrl, address(provenance?.source_url)),
    fact(more.archiveUrl, address(provenance?.archive_url)),
    fact(more.snapshotUrl, address(provenance?.snapshot_url)),
    fact(more.sha256, hash(view, provenance?.sha256)),
    ...(clauses ?? []).map(({ sha256 }, index) =>
      fact(
        clauses?.length === 1 ? more.clauseHash() : more.clauseHash(view.formats.number(index + 1)),
        hash(view, sha256),
      ),
    ),
    fact(more.analysisGenerated, date(view, provenance?.analysis_generated)),
    fact(more.methodology, address(provenance?.methodology_url)),
  ]);
}

/** Renders a hash. Only the style shortens it, so screen readers, copies and print have all of it. */
function hash(view: RecordView, sha256: string | undefined): TemplateResult | undefined {
  const { more } = view;
  return sha256 === undefined
    ? undefined
    : html`<code class="hash" dir="ltr" translate="no">${sha256}</code>
        <button
          class="more"
          part="more"
          type="button"
          @click=${() => view.tools.use((tools) => tools.copy('sha256', sha256, more.hash))}
        >
          ${more.copyHash}
        </button>`;
}

/**
 * Renders the publisher's claims about its evidence. They are labelled as claims, without a tick or colour, because nobody has
 * checked them here.
 */
function claims(view: RecordView, { provision }: ShownRecord): TemplateResult | undefined {
  const { snapshot_stored: stored, hash_verified: verified } = provision._provision.provenance ?? {};
  const { more } = view;
  const said = [
    stored === undefined ? undefined : stored ? more.snapshotStored : more.snapshotNotStored,
    verified === undefined ? undefined : verified ? more.hashVerified : more.hashNotVerified,
  ].filter((words) => words !== undefined);
  return said.length
    ? html`<p class="claims" part="claims">${more.claims}${view.words.colon}${view.formats.list(said)}</p>`
    : undefined;
}

/** Renders the button and the results of the checks, which run in the reader's browser on request. */
function checks(view: RecordView, shown: ShownRecord): TemplateResult | undefined {
  const { clauses, provenance } = shown.provision._provision;
  if (!clauses && provenance?.snapshot_url === undefined) return undefined;
  return html`<div class="tools" part="tools">${toolButtons(view, shown, view.tools, ['verify'])}</div>
    ${view.tools.loaded?.results(view, shown)}`;
}
