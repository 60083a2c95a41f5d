import { markup } from '../../html/markup.js';
import { documentName } from '../../provision/display-names.js';
import { documentLink } from '../../provision/text-fragment.js';
import { facts, given, link, ours, quotation, section } from '../fragments.js';
import type { SectionRenderer } from './section.js';

/** The platform's wording with its attribution and place, set apart from the rest of the page. */
export const clause: SectionRenderer = (view) => {
  const { provision, words, formats } = view;
  const { clauses, provenance, document } = provision._provision;
  const [first] = clauses ?? [];
  if (!clauses || !first) return undefined;
  const source = provenance?.source_url ?? document?.url;
  const name = documentName(provision);
  // When all clauses share an attribution, it appears once below them.
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
      document?.last_updated && ours(view, words.lastUpdated(formats.date(document.last_updated))),
      provenance?.captured && ours(view, words.captured(formats.day(provenance.captured))),
      link(source && documentLink(source, first), ours(view, words.source)),
      link(provenance?.archive_url, ours(view, words.archivedCopy)),
    ]),
  );
};
