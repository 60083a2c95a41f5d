import { analystNames, platformName, provisionTitle } from '../provision/display-names.js';
import type { PublishedRecord } from './record-view.js';

/** Describes the record for search engines as a schema.org `Quotation` with its author and the article about it. */
export function quotationJsonLd({ provision, feed, permalink, language }: PublishedRecord): object {
  const { clauses = [], platform, document, provenance } = provision._provision;
  const texts = clauses.map(({ text }) => text);
  const languages = [...new Set(clauses.flatMap((clause) => clause.language ?? []))];
  const analysts = analystNames(provision, feed).map((name) => ({ '@type': 'Organization', name }));
  const name = platformName(platform);
  const organization = name === undefined ? undefined : { '@type': 'Organization', name, url: platform?.url };
  const source = document?.url ?? provenance?.source_url;
  return {
    '@context': 'https://schema.org',
    '@type': 'Quotation',
    '@id': `${permalink}#quotation`,
    url: permalink,
    identifier: provision.id,
    name: provisionTitle(provision),
    text: texts.length > 1 ? texts : texts[0],
    inLanguage: languages.length === 1 ? languages[0] : undefined,
    creator: organization,
    isPartOf:
      document === undefined && source === undefined
        ? undefined
        : { '@type': 'DigitalDocument', name: document?.title, url: source, dateModified: document?.last_updated },
    subjectOf: {
      '@type': 'Article',
      headline: provisionTitle(provision),
      abstract: provision.content_text,
      inLanguage: language,
      url: permalink,
      mainEntityOfPage: permalink,
      keywords: provision.tags,
      author: analysts.length ? analysts : undefined,
      publisher:
        feed.title === undefined ? undefined : { '@type': 'Organization', name: feed.title, url: feed.home_page_url },
      datePublished: provision.date_published,
      dateModified: provision.date_modified,
    },
  };
}
