// @ts-check
/** The budgets, and the check of measured figures against them. */
import { budgets as sizes } from '../package/sizes.mjs';
import { figure } from './table.mjs';

/**
 * @typedef {object} Budget
 * @property {string} what
 * @property {number} most
 * @property {string} [unit]  none: a ratio
 */

/** Keyed by the name under which a benchmark reports its figure. @type {Readonly<Record<string, Budget>>} */
export const budgets = {
  script: {
    what: `script tag, brotli (held by a test to ${sizes['provision-embed.js']} so far)`,
    most: 10_000,
    unit: 'bytes',
  },
  requests: { what: 'requests: script + feed, 100 cards', most: 2, unit: '' },
  recordFile: { what: 'a record file, brotli', most: 8000, unit: 'bytes' },
  oneCard: { what: '1 card, main-thread work, to V', most: 1 },
  paintSnippet: { what: '1 card, slow line: the card painted, from the builder’s snippet, to V', most: 0.75 },
  paintChild: {
    what: '1 card, slow line: the record’s words painted, from the `application/json` child with its quotation, to V’s card',
    most: 0.45,
  },
  hundredCards: { what: '100 cards, main-thread work, to V', most: 0.15 },
  hundredToFrames: { what: '100 cards, main-thread work, to iframes', most: 0.06 },
  thousandFirst: { what: '1,000 cards, first card painted, to 1 card of the same feed', most: 1.3 },
  updateOne: { what: 'one changed record among 100, to V', most: 1 },
  heap: { what: 'heap a card of 100, to V', most: 1.2 },
  heapSeen: { what: '… when a reader has seen all of them', most: 1.2 },
  shift: { what: 'layout shift: above a card; with a fallback of its size; with a reserved height', most: 0, unit: '' },
  longestTask: { what: 'longest task at 4× slow-down, 100 cards', most: 50, unit: 'ms' },
  disclosure: { what: 'a disclosure opened at 4× slow-down, to paint', most: 50, unit: 'ms' },
  largeFeed: { what: 'a 4 MB feed: parse, and check of the record that is shown, to bare JSON.parse', most: 2 },
  wholeFeed: { what: '… and check of all of its records', most: 2 },
  checkFile: { what: 'check of one record file at 4× slow-down', most: 1, unit: 'ms' },
};

/**
 * @param {Readonly<Record<string, number>>} measured
 * @returns {{ name: string, what: string, budget: string, measured: string, met: 'yes' | '**no**' | 'not measured' }[]}
 */
export function judge(measured) {
  return Object.entries(budgets).map(([name, { what, most, unit }]) => {
    const value = measured[name];
    const show = (/** @type {number} */ one) =>
      unit === undefined
        ? figure(one)
        : `${unit === 'bytes' ? Math.round(one).toLocaleString('en') : figure(one).replace(/\.00$/, '')} ${unit}`.trim();
    return {
      name,
      what,
      budget: `≤ ${show(most)}`,
      measured: value === undefined || Number.isNaN(value) ? '' : show(value),
      met: value === undefined || Number.isNaN(value) ? 'not measured' : value <= most ? 'yes' : '**no**',
    };
  });
}
