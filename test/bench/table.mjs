// @ts-check
/** Markdown tables. */

/** @typedef {Readonly<Record<string, string | number>>} Row */

/**
 * Formats a ratio or another figure with three significant digits.
 * @param {number} value
 */
export function figure(value) {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

/**
 * All rows have the members of the first one.
 * @param {readonly Row[]} rows
 * @returns {string[]} lines
 */
export function markdownTable(rows) {
  const [first] = rows;
  if (!first) return [];
  /** @param {readonly (string | number)[]} cells */
  const line = (cells) =>
    `| ${cells.map((cell) => (typeof cell === 'number' ? figure(cell) : cell).replace(/\|/g, '\\|')).join(' | ')} |`;
  const names = Object.keys(first);
  return [
    line(names),
    `|${'---|'.repeat(names.length)}`,
    ...rows.map((row) => line(names.map((name) => row[name] ?? ''))),
  ];
}
