/** Small invented records. real-records.test.ts has the tests with real ones. */

type Members = Readonly<Record<string, unknown>>;

/** Returns one item of a feed. */
export function record(details: Members = {}, item: Members = {}): Members {
  return { id: 'r-1', title: 'Broad licence', content_text: 'It may use what you post.', _provision: details, ...item };
}

/** Returns a feed with these items. */
export function feed(items: readonly Members[], extension: Members = {}, head: Members = {}): Members {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Example Observatory',
    language: 'en',
    ...head,
    _provision_feed: { spec: '1.0', ...extension },
    items,
  };
}

/** A record with every member that the layouts compact and article show. */
export const full = record(
  {
    platform: { name: 'Examplegram' },
    document: {
      id: 'd-1',
      title: 'Terms of Use',
      url: 'https://examplegram.example/terms',
      last_updated: '2026-05-12',
    },
    severity: { level: 'high', label: 'High', text: 'It cannot be taken back.' },
    confidence: { level: 'high', label: 'Certain' },
    basis: { level: 'explicit', label: 'Stated in the document' },
    prevalence: { label: 'Rare', text: '2 of 90 platforms' },
    why_it_matters: 'The licence outlives the account.',
    consumer_impact: 'Your pictures may be sold.',
    clauses: [
      {
        text: 'You grant us a perpetual licence to Your Content.',
        language: 'en',
        attribution: 'Excerpt from the Examplegram Terms of Use',
      },
    ],
    comparisons: {
      total: 90,
      items: [
        {
          platform: { name: 'Photobucketeer' },
          severity: { level: 'low', label: 'Low' },
          excerpt: 'You keep what you post.',
          url: 'https://observatory.example/r/2',
          captured: '2026-05-10',
        },
        { platform: { name: 'Chirper' }, excerpt: 'We own what you po', truncated: true, match: 'weak' },
      ],
    },
    provenance: {
      source_url: 'https://examplegram.example/terms#licence',
      archive_url: 'https://archive.example/terms',
      captured: '2026-05-12T15:09:41Z',
    },
    notices: { disclaimer: 'No legal advice.' },
  },
  {
    url: 'https://observatory.example/r/1',
    language: 'en',
    authors: [{ name: 'Ada Analyst' }, { name: 'Bo Bookkeeper' }],
  },
);

/** Three records of one clause type, and one of another. */
export const several = feed(
  [
    record(
      {
        clause_type: 'licence',
        platform: { name: 'Alpha' },
        severity: { level: 'low', label: 'Low' },
        clauses: [{ text: 'Alpha text.' }],
      },
      { id: 'a', title: 'Alpha licence', url: 'https://observatory.example/a' },
    ),
    record(
      {
        clause_type: 'licence',
        platform: { name: 'Beta' },
        severity: { level: 'critical', label: 'Critical' },
        clauses: [{ text: 'Beta text.' }],
      },
      { id: 'b', title: 'Beta licence' },
    ),
    record(
      { clause_type: 'licence', platform: { slug: 'gamma' }, clauses: [{ text: 'Gamma text.' }] },
      { id: 'c', title: 'Gamma licence' },
    ),
    record(
      { clause_type: 'arbitration', platform: { name: 'Delta' }, clauses: [{ text: 'Delta text.' }] },
      { id: 'd', title: 'Delta arbitration' },
    ),
  ],
  {},
  { authors: [{ name: 'Example Observatory' }] },
);
