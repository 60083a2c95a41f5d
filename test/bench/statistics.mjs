// @ts-check
/** Combines the figures of many rounds into one. */

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? NaN;
  return sorted.length % 2 ? upper : ((sorted[half - 1] ?? NaN) + upper) / 2;
}

/**
 * The median of ours by the median of theirs.
 * @param {readonly number[]} ours
 * @param {readonly number[]} theirs
 */
export function ratio(ours, theirs) {
  return median(ours) / median(theirs);
}

/**
 * The cost of one more, as the slope of the least-squares line.
 * @param {readonly (readonly [count: number, cost: number])[]} points
 */
export function slope(points) {
  /** @param {0 | 1} axis */
  const mean = (axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const across = points.reduce((sum, [count, cost]) => sum + (count - x) * (cost - y), 0);
  return across / points.reduce((sum, [count]) => sum + (count - x) ** 2, 0);
}
