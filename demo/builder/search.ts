/** The records of a feed for search and listing. */
import type { Feed, Provision } from '../../src/feed/types.js';
import { foldForSearch, searchTerms } from '../../src/provision/comparison/search.js';
import { documentName, platformName, provisionTitle } from '../../src/provision/display-names.js';
import { shownRating } from '../../src/provision/rating.js';
import { severityLevel } from '../../src/provision/severity.js';

export interface Entry {
  readonly id: string;
  readonly title: string;
  /** The line below the title, without the severity. */
  readonly facts: string;
  readonly severity: { readonly level: string; readonly label: string } | undefined;
  readonly language: string | undefined;
  readonly provision: Provision;
}

export interface RecordSearch {
  readonly entries: readonly Entry[];
  /** Returns the entries that contain all words of a query, in the feed's order. */
  readonly find: (query: string) => readonly Entry[];
}

/** Prepares the records of a feed for search by title, platform, document, id, clause type and category. */
export function recordSearch(feed: Feed): RecordSearch {
  const types = new Map(feed._provision_feed?.clause_types?.map(({ id, title }) => [id, title]));
  const seen = new Set<string>();
  const texts: string[] = [];
  const entries: Entry[] = [];
  for (const provision of feed.items) {
    // When two records share an id, only the first can be embedded.
    if (seen.has(provision.id)) continue;
    seen.add(provision.id);
    const { platform, severity, clause_type: type, status } = provision._provision;
    const title = provisionTitle(provision) ?? provision.id;
    const typeTitle = type === undefined ? undefined : (types.get(type) ?? type);
    const document = documentName(provision);
    const rating = shownRating(severity, 'severity', feed);
    const facts = [platformName(platform), typeTitle, status === 'current' ? undefined : status, provision.id];
    entries.push({
      id: provision.id,
      title,
      facts: facts.filter((fact) => fact !== undefined && fact !== title).join(' · '),
      severity: rating && { level: severityLevel(rating.level), label: rating.label },
      language: provision.language ?? feed.language,
      provision,
    });
    texts.push(
      foldForSearch(
        [title, ...facts, type, document, rating?.label, ...(provision.tags ?? [])]
          .filter((part) => part !== undefined)
          .join('\n')
          .normalize('NFC'),
      ),
    );
  }
  return {
    entries,
    find: (query) => {
      const terms = searchTerms(query);
      return terms.length ? entries.filter((_, at) => terms.every((term) => texts[at]?.includes(term))) : entries;
    },
  };
}
