/** Index of the last item that passes a test, -1 where none does. `Array.prototype.findLastIndex` is newer than Firefox 101, our floor. */
export function lastIndex<T>(list: readonly T[], test: (item: T, index: number) => boolean): number {
  let at = list.length - 1;
  while (at >= 0 && !test(list[at] as T, at)) at--;
  return at;
}
