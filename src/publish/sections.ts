/** The sections of a record as plain HTML, each nothing where the record has nothing for it. */
import { attributes, markup } from '../embeds/markup.js';
import type { Content, Markup } from '../embeds/markup.js';
import type { ComparisonItem } from '../feed/types.js';
import { analysisSections } from '../provision/analysis.js';
import { citationData } from '../provision/citations/data.js';
import { recordCitation } from '../provision/citations/record.js';
import { comparisonOf } from '../provision/comparison.js';
import { cutExcerpt } from '../provision/excerpt.js';
import { groupRegulations } from '../provision/jurisdictions.js';
import { documentName, platformName } from '../provision/names.js';
import { shownQuestions } from '../provision/questions.js';
import { shownRating } from '../provision/scale.js';
import { documentLink } from '../provision/text-fragment.js';
import {
  addressLink,
  badge,
  factList,
  facts,
  given,
  heading,
  link,
  ours,
  paragraph,
  quotation,
  section,
} from './parts.js';
import type { RecordView } from './record-view.js';

type Section = (view: RecordView) => Markup | undefined;

const summary: Section = ({ provision }) => paragraph(provision.content_text, 'summary');

const why: Section = (view) =>
  section(view, 'why', view.words.why, paragraph(view.provision._provision.why_it_matters));

const impact: Section = (view) =>
  section(view, 'impact', view.words.impact, paragraph(view.provision._provision.consumer_impact));

/** The platform's own words, told apart from everything else on the page, with who said them and where they stand. */
const clause: Section = (view) => {
  const { provision, words, formats } = view;
  const { clauses, provenance, document } = provision._provision;
  const [first] = clauses ?? [];
  if (!clauses || !first) return undefined;
  const source = provenance?.source_url ?? document?.url;
  const name = documentName(provision);
  // Said once below where all clauses share it.
  const shared = clauses.every(({ attribution }) => attribution === first.attribution);
  const attribution = shared ? first.attribution : undefined;
  const composed = shared && attribution === undefined && name !== undefined ? words.from(name) : undefined;
  return section(
    view,
    'platform',
    words.clause,
    shared
      ? quotation(clauses, source)
      : clauses.map((one) => [
          quotation([one], source),
          one.attribution === undefined
            ? undefined
            : markup`<p class="facts"><cite dir="auto">${one.attribution}</cite></p>\n`,
        ]),
    facts([
      attribution === undefined
        ? composed && markup`<cite>${ours(view, composed)}</cite>`
        : markup`<cite>${given(attribution)}</cite>`,
      document?.last_updated && ours(view, words.documentUpdated(formats.date(document.last_updated))),
      provenance?.captured && ours(view, words.capturedOn(formats.date(provenance.captured))),
      link(source && documentLink(source, first), ours(view, words.viewInDocument)),
      link(provenance?.archive_url, ours(view, words.viewInArchive)),
    ]),
  );
};

const actions: Section = (view) => {
  const { actions: list, notices } = view.provision._provision;
  return (
    list &&
    section(
      view,
      'actions',
      view.words.actions,
      entries(view, list),
      paragraph(notices?.actions ?? view.feed._provision_feed?.notices?.actions, 'caveat'),
    )
  );
};

const comparison: Section = (view) => {
  const { provision, feed, words, formats } = view;
  const { label, count, total: of, text: said } = provision._provision.prevalence ?? {};
  const { items, total } = comparisonOf(provision, feed);
  const figures =
    count === undefined
      ? undefined
      : words.platforms(formats.number(count), of === undefined ? of : formats.number(of));
  const text = said === undefined ? figures && ours(view, figures) : given(said);
  return section(
    view,
    'comparison',
    words.comparison,
    facts([label === undefined ? undefined : markup`<b>${given(label)}</b>`, text], 'prevalence'),
    distribution(view),
    items.length ? markup`<ul class="rows">\n${items.map((row) => comparisonRow(view, row))}</ul>\n` : undefined,
    facts([
      items.length && total !== undefined && total > items.length
        ? ours(view, words.rowsShown(formats.number(items.length), formats.number(total)))
        : undefined,
    ]),
  );
};

/** How many platforms have which severity, in words and figures; worst first as the scale gives it, else as the feed does. */
function distribution(view: RecordView): Markup | undefined {
  const { feed, formats, provision } = view;
  const counts = Object.entries(provision._provision.comparisons?.distribution ?? {}).filter(([, count]) => count > 0);
  if (counts.length < 2) return undefined;
  const scale = feed._provision_feed?.scales?.severity?.map(({ level }) => level) ?? [];
  const rank = (level: string) => (scale.includes(level) ? scale.indexOf(level) : scale.length);
  const shown = counts
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([level, count]) => {
      const rating = shownRating({ level }, 'severity', feed);
      return rating && markup`<li>${badge(rating)} ${formats.number(count)}</li>\n`;
    });
  return markup`<ul class="distribution">\n${shown}</ul>\n`;
}

function comparisonRow(view: RecordView, row: ComparisonItem): Markup {
  const { words, formats, feed } = view;
  const name = platformName(row.platform);
  const shownName = name === undefined ? ours(view, words.unnamedPlatform) : markup`<bdi lang="">${name}</bdi>`;
  const rating = shownRating(row.severity, 'severity', feed);
  const excerpt = row.excerpt !== undefined && row.truncated ? cutExcerpt(row.excerpt) : row.excerpt;
  return markup`<li>
<p class="row-head"><b>${link(row.url, shownName) ?? shownName}</b> ${rating && badge(rating, ours(view, words.severity))}</p>
${excerpt === undefined ? undefined : quotation([{ text: excerpt, language: row.language }])}${facts([
    row.captured && ours(view, words.capturedOn(formats.date(row.captured))),
    row.truncated && excerpt !== undefined ? ours(view, words.excerptCut) : undefined,
    row.match === 'weak' ? ours(view, words.weakMatch) : undefined,
  ])}</li>
`;
}

/** What has changed and when, newest first; the wording before and after, in words that need no colour. */
const changes: Section = (view) => {
  const { words, formats, provision } = view;
  const list = provision._provision.changes;
  const at = (change: NonNullable<typeof list>[number]) => change.to?.captured ?? change.to?.effective ?? '';
  const newest = list && [...list].sort((a, b) => at(b).localeCompare(at(a)));
  const language = provision._provision.clauses?.[0]?.language;
  return (
    newest &&
    section(
      view,
      'changes',
      words.changes,
      newest.map(({ kind, summary: said, from, to }) => {
        const known = Object.entries(words.changeKinds).find(([name]) => name === kind)?.[1];
        const sides = [
          [words.before, from],
          [words.after, to],
        ] as const;
        return markup`<div class="change">
${facts([known === undefined ? given(kind) : markup`<b>${ours(view, known)}</b>`, to?.captured && ours(view, words.capturedOn(formats.date(to.captured))), to?.effective && ours(view, words.effective(formats.date(to.effective)))], 'change-head')}${paragraph(said)}${sides.map(
          ([label, side]) =>
            side &&
            markup`<p class="side">${ours(view, label)}</p>\n${quotation([{ text: side.text, language }], side.url)}`,
        )}</div>
`;
      }),
    )
  );
};

/** The analysis for institutions, in its parts. A part's rating is on that part's own scale. */
const analysis: Section = (view) =>
  section(
    view,
    'analysis',
    view.words.analysis,
    analysisSections(view.provision._provision.institutional_analysis).map(
      ({ number, heading: title, text, rating }) => {
        const shown = shownRating(rating, 'severity');
        const rated = shown && badge(shown, ours(view, view.words.rating));
        return [
          title === undefined
            ? rated
            : heading(view, 2, markup`<bdi>${number === undefined ? '' : `${number}. `}${title}</bdi>`, rated),
          paragraph(text),
        ];
      },
    ),
  );

const agencies: Section = (view) => {
  const list = view.provision._provision.agencies;
  return (
    list &&
    section(
      view,
      'agencies',
      view.words.agencies,
      markup`<ul class="entries">\n${list.map(
        ({ name, text, complaint_url: url }) =>
          markup`<li>${name === undefined ? undefined : markup`<b dir="auto">${name}</b>`}${paragraph(text)}${link(url, ours(view, view.words.fileComplaint))}</li>\n`,
      )}</ul>\n`,
    )
  );
};

/** The laws that bear on it, by jurisdiction, in the order given; nothing is dropped. */
const regulations: Section = (view) => {
  const { count, groups } = groupRegulations(view.provision._provision.regulations);
  if (!count) return undefined;
  return section(
    view,
    'regulations',
    view.words.regulations(view.formats.number(count)),
    markup`<dl class="fact-list">\n${groups.map(
      ({ labels, regulations: laws }) =>
        markup`<div><dt>${
          labels.length ? given(labels.join(' · ')) : ours(view, view.words.otherJurisdictions)
        }</dt>${laws.map(({ name, url }) => markup`<dd>${link(url, given(name)) ?? given(name)}</dd>`)}</div>\n`,
    )}</dl>\n`,
  );
};

/** The document, how it is tracked, and the evidence. What the publisher says of its own evidence is labelled as that. */
const details: Section = (view) => {
  const { words, formats, provision, feed } = view;
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
      : ours(view, words.changesInDays(formats.number(recent.count), formats.number(recent.days))));
  // "In the last 30 days" is 30 days before the capture, not before the reading.
  const asOf = provenance?.captured ?? tracking?.last_verified;
  const before = tracking?.document_changed_before;
  const claims = [
    flag(provenance?.snapshot_stored, words.snapshotStored, words.snapshotNotStored),
    flag(provenance?.hash_verified, words.hashVerified, words.hashNotVerified),
  ].filter((claim) => claim !== undefined);
  return section(
    view,
    'details',
    words.details,
    factList(view, [
      [words.document, given(document?.title)],
      [words.documentId, code(document?.id)],
      [words.lastUpdated, date(document?.last_updated)],
      [words.clauseType, typeName && (link(type?.url, typeName) ?? typeName)],
      [words.published, date(provision.date_published)],
      [words.modified, date(provision.date_modified)],
      [words.firstTracked, date(tracking?.first_tracked)],
      [words.lastVerified, date(tracking?.last_verified)],
      [words.changedBefore, before === undefined ? undefined : ours(view, before ? words.yes : words.no)],
      [
        words.recentChanges,
        changed && [
          changed,
          recent?.scope === undefined ? undefined : markup` · ${given(recent.scope)}`,
          asOf === undefined ? undefined : markup` (${ours(view, words.asOf(formats.date(asOf)))})`,
        ],
      ],
    ]),
    factList(view, [
      [words.captured, date(provenance?.captured)],
      [words.source, addressLink(provenance?.source_url)],
      [words.archivedCopy, addressLink(provenance?.archive_url)],
      [words.snapshot, addressLink(provenance?.snapshot_url)],
      [words.sha256, code(provenance?.sha256)],
      ...clauses.map(
        ({ sha256 }, index) =>
          [words.clauseHash(clauses.length === 1 ? undefined : formats.number(index + 1)), code(sha256)] as const,
      ),
      [words.analysisGenerated, date(provenance?.analysis_generated)],
      [words.methodology, addressLink(feed._provision_feed?.methodology_url ?? provenance?.methodology_url)],
    ]),
    claims.length
      ? markup`<p class="claims">${ours(view, `${words.claims}: ${formats.list(claims)}`)}</p>\n`
      : undefined,
  );
};

const flag = (value: boolean | undefined, yes: string, no: string) =>
  value === undefined ? undefined : value ? yes : no;

/** The record's own citation. The day of access is the reader's, so it is not in it. */
const citation: Section = (view) => {
  const { provision, feed, words, formats } = view;
  const { citation: own, notices } = provision._provision;
  const data = citationData({ provision, feed, accessed: { year: 0, month: 0, day: 0 } });
  const { accessed: _, notice: __, ...rest } = { ...data, url: data.url ?? view.permalink };
  return section(
    view,
    'citation',
    words.citation,
    // Citation forms are English in every language.
    markup`<p class="citation-text" lang="en" dir="ltr" translate="no">${recordCitation(rest)}</p>\n`,
    facts([own?.accessed && ours(view, words.citationAccessed(formats.date(own.accessed)))]),
    paragraph(notices?.citation ?? feed._provision_feed?.notices?.citation, 'caveat'),
  );
};

const categories: Section = (view) =>
  view.provision.tags &&
  section(
    view,
    'categories',
    view.words.categories,
    markup`<ul class="chips">${view.provision.tags.map((tag) => markup`<li>${given(tag)}</li>`)}</ul>\n`,
  );

const faq: Section = (view) =>
  section(
    view,
    'faq',
    view.words.questions,
    shownQuestions(view.provision, view.feed).map(({ question, answer }) => [
      question === undefined ? undefined : heading(view, 2, given(question)),
      paragraph(answer),
    ]),
  );

const related: Section = (view) => {
  const list = view.provision._provision.related;
  return list && section(view, 'related', view.words.related, entries(view, list));
};

const risks: Section = (view) => {
  const list = view.provision._provision.other_risks;
  return list && section(view, 'risks', view.words.otherRisks, entries(view, list));
};

/** What the publisher says about itself; the disclaimer stands at the foot of every record. */
const notices: Section = (view) => {
  const own = view.provision._provision.notices;
  const shared = view.feed._provision_feed?.notices;
  return section(
    view,
    'notices',
    view.words.notices,
    paragraph(own?.affiliation ?? shared?.affiliation),
    paragraph(own?.built_from ?? shared?.built_from),
  );
};

interface Entry {
  readonly title?: string;
  readonly text?: string;
  readonly url?: string;
  readonly severity?: { readonly level?: string; readonly label?: string };
}

/** Entries of a title, a text, a rating and a link, each left out where it is missing. */
function entries(view: RecordView, list: readonly Entry[]): Markup {
  return markup`<ul class="entries">\n${list.map(({ title, text, url, severity }) => {
    const rating = shownRating(severity, 'severity', view.feed);
    const named: Content = title === undefined ? undefined : markup`<b dir="auto">${link(url, title) ?? title}</b> `;
    return markup`<li>${named}${rating && badge(rating, ours(view, view.words.severity))}${paragraph(text)}${
      title === undefined ? link(url, ours(view, view.words.more)) : undefined
    }</li>\n`;
  })}</ul>\n`;
}

/** The whole record, in the order of the card's `full` layout. The publisher's offers are not part of it. */
export const allSections: readonly Section[] = [
  summary,
  why,
  impact,
  actions,
  clause,
  comparison,
  changes,
  analysis,
  agencies,
  regulations,
  details,
  citation,
  categories,
  faq,
  related,
  risks,
  notices,
];

/** What the card shows in an article. */
export const articleSections: readonly Section[] = [summary, why, impact, clause, comparison];

/** The foot of every record: what the analysis is not, which record it is, and where. */
export function recordFooter(view: RecordView, links: readonly Content[]): Markup {
  const { provision, feed, words } = view;
  const disclaimer = provision._provision.notices?.disclaimer ?? feed._provision_feed?.notices?.disclaimer;
  return markup`<footer>
${paragraph(disclaimer, 'disclaimer')}${facts([...links, ours(view, words.record(provision.id))])}</footer>
`;
}

/** The record: header, sections, foot, in one `<article>` of its language and direction. */
export function article(
  view: RecordView,
  sections: readonly Section[],
  foot: Markup,
  header: Markup,
  className: string,
  dir?: string,
): Markup {
  return markup`<article${attributes({ class: className, lang: view.language ?? '', dir })}>
${header}${sections.map((part) => part(view))}${foot}</article>
`;
}
