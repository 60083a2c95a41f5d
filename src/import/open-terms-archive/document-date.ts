/** Reads the dates that a document states near its top. */
import { readDate } from '../csv/values.js';

const written = String.raw`(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8},? \d{4}|\d{4}-\d\d-\d\d)`;
const effective = new RegExp(
  String.raw`\b(?:effective|in effect|takes effect)(?: date| as of| on| from| since)*\s*[:–—-]?\s*(?:\*\*)?(${written})`,
  'i',
);
const updated = new RegExp(
  String.raw`\b(?:last )?(?:updated|modified|revised)(?: date| as of| on)*\s*[:–—-]?\s*(?:\*\*)?(${written})`,
  'i',
);

/** Characters searched for the document's date. Dates further down concern other things. */
const top = 3000;

export function documentDate(text: string): { readonly effective?: string; readonly updated?: string } {
  const start = text
    .slice(0, top)
    .replace(/[*_\\]/g, '')
    .replace(/\s+/g, ' ');
  const [from, of] = [dayIn(effective, start), dayIn(updated, start)];
  return { ...(from !== undefined && { effective: from }), ...(of !== undefined && { updated: of }) };
}

function dayIn(pattern: RegExp, text: string): string | undefined {
  const found = pattern.exec(text)?.[1];
  const read = found === undefined ? undefined : readDate(found);
  return read && 'value' in read ? read.value : undefined;
}
