// @ts-check
/** Rounds in which contenders take turns, as many as the time allows. */

/**
 * @typedef {object} Pace
 * @property {number} rounds  at most
 * @property {number} least  also when the time is over
 * @property {number} haste  factor for `seconds`
 * @property {number[]} done  rounds of each benchmark of the section so far
 */

/**
 * Runs the contenders in turn. Each round begins with another contender.
 * @template {Record<string, () => Promise<any>>} T
 * @param {Pace} pace
 * @param {number} seconds  no round starts that would end later
 * @param {T} contenders
 * @returns {Promise<{ [K in keyof T]: Awaited<ReturnType<T[K]>>[] }>}
 */
export async function inTurn(pace, seconds, contenders) {
  const entries = Object.entries(contenders);
  /** @type {any} */
  const results = Object.fromEntries(entries.map(([name]) => [name, []]));
  const start = performance.now();
  let round = 0;
  const takes = () => ((performance.now() - start) / 1000) * (round ? 1 + 1 / round : 0);
  while (round < pace.rounds && (round < pace.least || takes() < seconds * pace.haste)) {
    for (let turn = 0; turn < entries.length; turn++) {
      const [name, once] = /** @type {(typeof entries)[number]} */ (entries[(round + turn) % entries.length]);
      results[name].push(await once());
    }
    round++;
  }
  pace.done.push(round);
  return results;
}
