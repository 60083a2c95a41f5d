/** The sample feeds after a further change of Quillane's (invented) terms, for the switch in the article. */
import { createHash } from 'node:crypto';

const record = 'CW-0007';
const replaced = 'unless you have switched off “Improve Quillane with my notes” in Settings';
const replacement = 'whether or not you have switched off “Improve Quillane with my notes” in Settings';
const summary =
  'The switch no longer has an effect: notes are used for training “whether or not” it is off. We have raised the severity.';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** Applies the change to a feed. A feed without the record stays unchanged. */
export function withNextTerms(feed, now) {
  const seconds = `${now.toISOString().slice(0, 19)}Z`;
  const items = feed.items.map((item) => {
    const [clause] = item._provision?.clauses ?? [];
    if (item.id !== record || !clause?.text.includes(replaced)) return item;
    const text = clause.text.replace(replaced, replacement);
    const changes = item._provision.changes ?? [];
    return {
      ...item,
      date_modified: seconds,
      _provision: {
        ...item._provision,
        severity: { level: 'high', label: 'High' },
        document: { ...item._provision.document, last_updated: seconds.slice(0, 10) },
        clauses: [{ language: clause.language, attribution: clause.attribution, text, sha256: sha256(text) }],
        changes: [
          ...changes,
          {
            id: `${record}-${changes.length + 1}`,
            kind: 'substantive',
            summary,
            from: { text: clause.text, captured: item._provision.provenance?.captured, clause_sha256: sha256(clause.text) },
            to: { text, captured: seconds, effective: seconds.slice(0, 10), clause_sha256: sha256(text) },
          },
        ],
        provenance: { source_url: item._provision.provenance?.source_url, captured: seconds },
      },
    };
  });
  return { ...feed, _provision_feed: { ...feed._provision_feed, generated: seconds }, items };
}
