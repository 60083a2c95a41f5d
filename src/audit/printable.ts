/**
 * Makes text safe for a terminal: one line, without control characters, which could move the cursor or hide other lines, and without
 * bidirectional controls.
 */
export function printable(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\0-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
}
