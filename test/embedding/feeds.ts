/** A feed of our own that fills every place of the `article` layout. */

export const quotation =
  'We may read what you write to us, unless you ask us not to, and keep reading it where you have pressed a thumb.';

export const provision = {
  id: 'T-1',
  url: 'https://records.example/r/T-1',
  title: 'Notes are read, thumbs override the refusal',
  content_text: 'The service reads what its users write, and a rating given later overrides a refusal.',
  language: 'en',
  _provision: {
    platform: { name: 'Tinderbox' },
    document: {
      id: 'T-D-1',
      title: 'Terms of Use',
      url: 'https://tinderbox.example/terms',
      last_updated: '2026-05-12',
    },
    clause_type: 'reading',
    severity: { level: 'medium', label: 'Medium' },
    confidence: { level: 'high', label: 'Well founded' },
    basis: { level: 'explicit', label: 'Its own words' },
    prevalence: { label: 'Rare', count: 3, total: 90, text: '3 of 90 platforms' },
    why_it_matters: 'A refusal that a thumb undoes is no refusal.',
    consumer_impact: 'Whoever rates an answer hands over the conversation.',
    clauses: [{ text: quotation, language: 'en', attribution: 'Tinderbox, Terms of Use, section 4' }],
    comparisons: {
      total: 90,
      items: [
        {
          platform: { name: 'Flint' },
          severity: { level: 'high', label: 'High' },
          excerpt: 'Flint reads everything.',
          url: 'https://flint.example/terms',
        },
        {
          platform: { name: 'Steel' },
          severity: { level: 'info', label: 'For information' },
          excerpt: 'Nobody reads.',
        },
        { platform: { name: 'Char' }, severity: { level: 'low', label: 'Low' }, excerpt: 'A machine reads.' },
      ],
    },
    provenance: { captured: '2026-05-12T15:09:41Z', archive_url: 'https://archive.example/tinderbox' },
  },
} as const;

export const records = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Records',
  language: 'en',
  authors: [{ name: 'The Desk' }],
  _provision_feed: {
    spec: '1.0',
    methodology_url: 'https://records.example/methodology',
    scales: { severity: [{ level: 'medium', label: 'Medium', description: 'You can say no to a part of it.' }] },
    notices: { disclaimer: 'No legal advice.' },
  },
  items: [provision, { ...provision, id: 'T-2', url: 'https://records.example/r/T-2', title: 'The second record' }],
} as const;

/**
 * The fallback of an article for readers without the script. Its class distinguishes it from the card's own quotations.
 */
export const fallback = `<blockquote class="own" cite="https://records.example/r/T-1"><p>${quotation}</p>
<p><a href="https://records.example/r/T-1">The record of the clause</a></p></blockquote>`;

/** The snippet for developers: the element with its fallback, in a block of its own. */
export function card(src: string, record = 'T-1', { id = '', attributes = '', inside = fallback } = {}): string {
  return `<div><provision-card ${id && `id="${id}"`} src="${src}" record="${record}" ${attributes}>${inside}</provision-card></div>`;
}

export const inlineFeed = `<script type="application/json">${JSON.stringify(records)}</script>`;
