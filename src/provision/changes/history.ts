import { readDate } from '../dates.js';
import type { Change } from './change-kinds.js';

/** The date of a change: the first capture of the new wording, else the date on which it came into force. */
export function dateOfChange({ from, to }: Change): string | undefined {
  return to?.captured ?? to?.effective ?? from?.captured;
}

/** A date of the feed in milliseconds since the epoch. */
const moment = (date: string) => readDate(date).value.getTime();

/**
 * Sorts a record's changes, the newest first. A change without a date stays next to the one before it in the feed. For
 * equal dates the feed's order decides, which is the oldest first, as in a log.
 *
 * @param since leaves out changes before this date; an invalid date is ignored, and changes without a date stay
 */
export function historyOf(changes: readonly Change[] | undefined, since?: string): readonly Change[] {
  const start = since === undefined ? NaN : moment(since);
  let last = -Infinity;
  return (changes ?? [])
    .map((change, index) => {
      const date = dateOfChange(change);
      last = date === undefined ? last : moment(date);
      return { change, index, date: last, isOld: date !== undefined && moment(date) < start };
    })
    .filter(({ isOld }) => !isOld)
    .sort((a, b) => (a.date === b.date ? b.index - a.index : a.date < b.date ? 1 : -1))
    .map(({ change }) => change);
}
