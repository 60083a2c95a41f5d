// @ts-check
/** Records of realistic length, all with the same members and with different texts. */

const clause = (/** @type {number} */ index) =>
  `Clause ${index}. What you have shared with other users of the service remains available to them, under the name you shared it under, after your account has been closed. We keep copies of it in our back-up systems for as long as we have a legitimate interest in doing so, and may show them to those whom you have shared them with, to our partners, and to the authorities where the law asks us to.`;

/** @param {number} index */
export function record(index) {
  const id = `BENCH-${index}`;
  return {
    id,
    url: `https://records.example/r/${id}`,
    title: `Lists that you have shared stay public after you have left, no. ${index}`,
    content_text: `Record ${index}: the service goes on showing the lists that its users have shared after they have closed their accounts, under their names, and says nothing of how they could have them taken down.`,
    language: 'en',
    _provision: {
      platform: { name: `Harkwell ${index}` },
      document: {
        title: 'Terms of Service',
        url: `https://harkwell-${index}.example/terms`,
        last_updated: '2026-05-02',
      },
      clause_type: 'shared-content',
      severity: { level: 'high', label: 'High' },
      confidence: { level: 'high', label: 'Well founded' },
      basis: { level: 'explicit', label: 'Its own words' },
      prevalence: { label: 'Common', text: `${index} of 4,200 platforms` },
      why_it_matters: `Matter ${index}: whoever leaves a service expects to leave with what is theirs. A list says a good deal about who made it: what they read, whom they follow, what they fear.`,
      consumer_impact: `Impact ${index}: take down what you have shared before you close your account. Afterwards there is nobody to ask.`,
      clauses: [{ text: clause(index), language: 'en', attribution: `Harkwell ${index}, Terms of Service, section 7` }],
      comparisons: {
        total: 242,
        items: [1, 2, 3].map((row) => ({
          platform: { name: `Platform ${index}-${row}` },
          severity: { level: row === 2 ? 'low' : 'medium', label: row === 2 ? 'Low' : 'Medium' },
          excerpt: `Excerpt ${index}-${row}: what you have made public may stay public after your account has been closed, as far as others have taken it into lists of their own.`,
          language: 'en',
          url: `https://platform-${index}-${row}.example/terms`,
          captured: '2026-05-12',
        })),
      },
      provenance: { captured: '2026-05-12T15:09:41Z', archive_url: `https://archive.example/${id}` },
    },
  };
}

/** @param {readonly object[]} items */
export function feedOf(items) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Bench',
    language: 'en',
    home_page_url: 'https://records.example/',
    authors: [{ name: 'The Desk' }],
    _provision_feed: {
      spec: '1.0',
      methodology_url: 'https://records.example/methodology',
      scales: { severity: [{ level: 'high', label: 'High', description: 'You give something up for good.' }] },
      notices: { disclaimer: 'No legal advice.' },
    },
    items,
  };
}

/** @param {number} count */
export const records = (count) => Array.from({ length: count }, (_, index) => record(index + 1));
