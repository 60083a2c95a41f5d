/**
 * Compares real clauses before and after a change, with every mangling of a quotation. The table of verdicts is
 * `docs/evidence.md`; `npx vitest run --project unit verdicts -u` writes it.
 */
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../../src/feed/parse.js';
import { foldClause } from '../../../src/provision/clause-text.js';
import { comparePublished } from '../../../src/provision/changes/compare.js';
import type { RecordInFeed } from '../../../src/provision/changes/difference.js';
import { sha256Hex } from '../../../src/provision/hash.js';
import { readQuotation } from '../../../src/provision/quotation/read-quotation.js';
import { wordsOfWording } from '../../../src/provision/quotation/words.js';
import { provisionData } from '../../support/data.js';
import { manglings, permalink, title } from './support/mangler.js';
import { parsed } from './support/parsed.js';
import { evidenceReport } from './support/report.js';

interface Pair {
  readonly kind: 'unchanged' | 'cosmetic' | 'substantive' | 'moved';
  readonly from: { readonly text: string };
  readonly to: { readonly text: string };
}

const pairs = provisionData('clause-pairs.json') as readonly Pair[] | undefined;

function record(text: string, changes?: readonly unknown[]): RecordInFeed {
  const result = parseFeed({
    items: [{ id: 'r', url: permalink, title, _provision: { clauses: [{ text }], changes } }],
  });
  const provision = result.ok ? result.feed.items[0] : undefined;
  if (!result.ok || !provision) throw new Error('The test made no record.');
  return { provision, feed: result.feed };
}

const change = (from: string, to: string, month: number) => ({
  kind: 'substantive',
  from: { text: from, captured: `2026-0${month}-01` },
  to: { text: to, captured: `2026-0${month + 1}-01` },
});

const words = (text: string) =>
  wordsOfWording(text)
    .filter(({ marker }) => marker === undefined)
    .map((word) => word.text)
    .join(' ');
/** Whether one text is a part of another, word for word. */
const isPartOf = (part: string, text: string) => ` ${words(text)} `.includes(` ${words(part)} `);

/** Returns the reason for a verdict that differs from the expected one of the pair. */
function reasonOf(before: string, after: string): string {
  if (words(before) === words(after)) return 'only punctuation or a list number differs, and the markup took that away';
  if (/\[[^\]]*\p{L}{3}/u.test(before))
    return 'the change is inside brackets, and the quotation has an insertion in brackets';
  return before.includes('\n') && before.split('\n').every((line) => isPartOf(line, after))
    ? 'the clause got a paragraph between two that are quoted, and both stand in it'
    : 'the clause was written anew: its old wording is no closer than a paraphrase';
}

describe.skipIf(!pairs)('real clauses with mangled quotations', () => {
  it('cause no false alarm, and hide a change only for the reasons in docs/evidence.md', async () => {
    const report = evidenceReport();
    for (const { kind, from, to } of pairs ?? []) {
      const [before, after] = [from.text, to.text];
      const isChange = kind === 'substantive' && foldClause(before) !== foldClause(after);
      const hash = [(await sha256Hex(before)) ?? ''];
      const history = [change(before, after, 1)];
      for (const { name, group, kept, html } of manglings) {
        const inner = html(before);
        if (inner === undefined) continue;
        const reading = readQuotation(parsed(inner), {
          isRecord: (href) => href.startsWith(permalink),
          labels: [title],
        });
        const verdict = async (now: RecordInFeed, sha256?: readonly string[]) => {
          const [first] = (await comparePublished({ reading, sha256 }, now)).differences;
          return first?.kind === 'clause' ? (first.isStillThere ? 'still there' : 'changed') : 'same';
        };
        const add = (row: string, wanted: boolean, got: string, reason = '') => {
          report.add({ row, group, name, isWrong: wanted !== (got !== 'same'), reason });
        };
        if (!isChange) {
          add('unchanged or cosmetic: words only', false, await verdict(record(after)));
          const got = await verdict(record(after), hash);
          add(
            'unchanged or cosmetic: hash',
            false,
            got,
            'a part is quoted, and the typography of the rest is not known',
          );
          continue;
        }
        const reason = reasonOf(before, after);
        const isAllowed = kept === 'part' || isPartOf(before, after);
        const reverted = record(before, [...history, change(after, before, 2)]);
        add('unchanged: words only', false, await verdict(record(before)));
        add('unchanged: hash', false, await verdict(record(before), hash));
        add('reverted: words only', false, await verdict(reverted));
        add('reverted: hash', false, await verdict(reverted, hash));
        add('changed: hash and history', true, await verdict(record(after, history), hash), reason);
        add('changed: hash', true, await verdict(record(after), hash), reason);
        if (kept === 'whole') add('changed: history', true, await verdict(record(after, history)), reason);
        if (!isAllowed) add('changed: words only', true, await verdict(record(after)), reason);
      }
    }
    const rows = report.rows();
    for (const { row, wrong, tried } of rows) {
      if (row.startsWith('changed: words')) expect(wrong / tried, row).toBeLessThan(0.02);
      else if (!row.startsWith('changed') && !row.endsWith('cosmetic: hash')) expect(wrong, row).toBe(0);
    }
    expect(rows.find(({ row }) => row === 'changed: hash and history')?.wrong).toBe(0);
    await expect(report.markdown()).toMatchFileSnapshot('../../../docs/evidence.md');
  });
});
