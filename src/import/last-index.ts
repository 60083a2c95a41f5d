/**
 * Returns the index of the last item that passes the test, or -1. `Array.prototype.findLastIndex` is missing in Firefox 101, our oldest
 * supported version.
 */
export function lastIndex<T>(list: readonly T[], test: (item: T, index: number) => boolean): number {
  let at = list.length - 1;
  while (at >= 0 && !test(list[at] as T, at)) at--;
  return at;
}
