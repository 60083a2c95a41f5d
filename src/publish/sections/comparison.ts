import { markup } from '../../html/markup.js';
import type { Markup } from '../../html/markup.js';
import type { ComparisonItem } from '../../feed/types.js';
import { comparisonOf } from '../../provision/comparison/comparison.js';
import { cutExcerpt } from '../../provision/excerpt.js';
import { platformName } from '../../provision/display-names.js';
import { shownRating } from '../../provision/rating.js';
import { badge, facts, given, link, ours, quotation, section } from '../fragments.js';
import type { PublishedRecord } from '../record-view.js';
import type { SectionRenderer } from './section.js';

export const comparison: SectionRenderer = (view) => {
  const { provision, feed, words, formats } = view;
  const { label, count, total: of, text: said } = provision._provision.prevalence ?? {};
  const { items, total } = comparisonOf(provision, feed);
  const figures =
    count === undefined ? undefined : words.platforms(formats.count(count), of === undefined ? of : formats.count(of));
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
        ? ours(view, words.rowsShown(formats.count(items.length), formats.count(total)))
        : undefined,
    ]),
  );
};

/** Renders how many platforms have each severity, worst first by the feed's scale, else in the feed's order. */
function distribution(view: PublishedRecord): Markup | undefined {
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

function comparisonRow(view: PublishedRecord, row: ComparisonItem): Markup {
  const { words, formats, feed } = view;
  const name = platformName(row.platform);
  const shownName = name === undefined ? ours(view, words.unnamedPlatform) : markup`<bdi lang="">${name}</bdi>`;
  const rating = shownRating(row.severity, 'severity', feed);
  const excerpt = row.excerpt !== undefined && row.truncated ? cutExcerpt(row.excerpt) : row.excerpt;
  return markup`<li>
<p class="row-head"><b>${link(row.url, shownName) ?? shownName}</b> ${rating && badge(rating, ours(view, words.severity + words.colon))}</p>
${excerpt === undefined ? undefined : quotation([{ text: excerpt, language: row.language }])}${facts([
    row.captured && ours(view, words.captured(formats.day(row.captured))),
    row.truncated && excerpt !== undefined ? ours(view, words.excerptCut) : undefined,
    row.match === 'weak' ? ours(view, words.weakMatch) : undefined,
  ])}</li>
`;
}
