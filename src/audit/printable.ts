/**
 * A text for a terminal: in one line, without control characters, which could move its cursor or hide what another line says, and
 * without the controls that turn letters round.
 */
export function printable(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\0-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
}
