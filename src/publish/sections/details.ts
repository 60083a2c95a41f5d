import { markup } from '../../html/markup.js';
import { addressLink, factList, given, link, ours, section } from '../fragments.js';
import type { SectionRenderer } from './section.js';

/** The document, its tracking and the evidence. A publisher's statement about its own evidence is labelled as one. */
export const details: SectionRenderer = (view) => {
  const { words, more, formats, provision, feed } = view;
  const { document, clause_type: id, tracking, provenance, clauses = [] } = provision._provision;
  const type = feed._provision_feed?.clause_types?.find((one) => one.id === id);
  const typeName = given(type?.title ?? id);
  const date = (written: string | undefined) => (written === undefined ? undefined : ours(view, formats.date(written)));
  const code = (text: string | undefined) =>
    text === undefined ? undefined : markup`<code dir="ltr" translate="no">${text}</code>`;
  const recent = tracking?.recent_changes;
  const changed =
    given(recent?.text) ??
    (recent?.count === undefined || recent.days === undefined
      ? undefined
      : ours(view, more.changesInDays(formats.count(recent.count), formats.count(recent.days))));
  // "In the last 30 days" counts back from the capture, not from today.
  const asOf = provenance?.captured ?? tracking?.last_verified;
  const before = tracking?.document_changed_before;
  const claims = [
    flag(provenance?.snapshot_stored, more.snapshotStored, more.snapshotNotStored),
    flag(provenance?.hash_verified, more.hashVerified, more.hashNotVerified),
  ].filter((claim) => claim !== undefined);
  return section(
    view,
    'details',
    more.details,
    factList(view, [
      [more.document, given(document?.title)],
      [more.documentId, code(document?.id)],
      [more.lastUpdated, date(document?.last_updated)],
      [more.clauseType, typeName && (link(type?.url, typeName) ?? typeName)],
      [more.published, date(provision.date_published)],
      [more.modified, date(provision.date_modified)],
      [more.firstTracked, date(tracking?.first_tracked)],
      [more.lastVerified, date(tracking?.last_verified)],
      [more.changedBefore, before === undefined ? undefined : ours(view, before ? more.yes : more.no)],
      [
        more.recentChanges,
        changed && [
          changed,
          recent?.scope === undefined ? undefined : markup` · ${given(recent.scope)}`,
          asOf === undefined ? undefined : markup` ${ours(view, more.asOf(formats.date(asOf)))}`,
        ],
      ],
    ]),
    factList(view, [
      [more.captured, date(provenance?.captured)],
      [more.sourceUrl, addressLink(provenance?.source_url)],
      [more.archiveUrl, addressLink(provenance?.archive_url)],
      [more.snapshotUrl, addressLink(provenance?.snapshot_url)],
      [more.sha256, code(provenance?.sha256)],
      ...clauses.map(
        ({ sha256 }, index) =>
          [more.clauseHash(clauses.length === 1 ? undefined : formats.number(index + 1)), code(sha256)] as const,
      ),
      [more.analysisGenerated, date(provenance?.analysis_generated)],
      [more.methodology, addressLink(feed._provision_feed?.methodology_url ?? provenance?.methodology_url)],
    ]),
    claims.length
      ? markup`<p class="claims">${ours(view, `${more.claims}${words.colon}${formats.list(claims)}`)}</p>\n`
      : undefined,
  );
};

const flag = (value: boolean | undefined, yes: string, no: string) =>
  value === undefined ? undefined : value ? yes : no;
