import { wordDiff } from '../provision/changes/word-diff.js';

/** Characters of context around a change, and maximum characters of the change itself. */
const context = 40;
const longest = 120;

/**
 * Shows the first change between two wordings in one line: "…for up to [-six months-] {+two years+} after…". Undefined when they are
 * equal.
 */
export function changeExcerpt(from: string, to: string): string | undefined {
  const parts = wordDiff(from, to);
  const first = parts.findIndex(({ kind }) => kind !== 'same');
  if (first < 0) return undefined;
  let end = first;
  let [removed, added] = ['', ''];
  for (let part = parts[end]; part && part.kind !== 'same'; part = parts[++end]) {
    removed += part.from;
    added += part.to;
  }
  const before = parts[first - 1]?.to ?? '';
  const after = parts[end]?.to ?? '';
  const change = [removed.trim() && `[-${cut(removed)}-]`, added.trim() && `{+${cut(added)}+}`].filter((part) => part);
  const changed = added.trim() ? added : removed;
  // Keep white space at the edges of the change between the change and its context.
  const line = [
    before.length > context ? `…${before.slice(-context).replace(/^\S*\s/, '')}` : before,
    /^\s/.test(changed) ? ' ' : '',
    change.join(' '),
    /\s$/.test(changed) ? ' ' : '',
    after.length > context ? `${after.slice(0, context).replace(/\s\S*$/, '')}…` : after,
  ].join('');
  return line.replace(/\s+/g, ' ').trim();
}

function cut(text: string): string {
  const said = text.trim();
  return said.length > longest ? `${said.slice(0, longest)}…` : said;
}
