import { readDate } from '../dates.js';
import type { Change } from './kinds.js';

/** The day of a change: when the new wording was first seen, else when it came into force. */
export function dateOfChange({ from, to }: Change): string | undefined {
  return to?.captured ?? to?.effective ?? from?.captured;
}

/** A moment of the feed in milliseconds. */
const moment = (date: string) => readDate(date).value.getTime();

/**
 * A record's changes, the newest first. One without a date stands beside the one that the feed has before it, and the
 * feed's own order (the oldest first, as a log is written) decides where dates are equal.
 *
 * @param since leaves out those before that date; what is no date is ignored, and a change without a date stays
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
