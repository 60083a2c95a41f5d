/** Counts verdicts, and writes them as a page of `docs/`. */

interface Verdict {
  readonly row: string;
  readonly group: string;
  readonly name: string;
  readonly isWrong: boolean;
  /** The reason for a wrong verdict. */
  readonly reason: string;
}

export interface Row {
  readonly row: string;
  readonly tried: number;
  readonly wrong: number;
  readonly reasons: ReadonlyMap<string, number>;
}

export function evidenceReport() {
  const counts = new Map<string, { tried: number; wrong: number; reasons: Map<string, number> }>();
  const groups = new Map<string, Set<string>>();
  const rows = (): readonly Row[] =>
    [...counts].map(([row, count]) => ({ row, ...count })).sort((a, b) => (a.row < b.row ? -1 : 1));
  return {
    add({ row, group, name, isWrong, reason }: Verdict): void {
      const count = counts.get(row) ?? { tried: 0, wrong: 0, reasons: new Map<string, number>() };
      counts.set(row, count);
      count.tried++;
      groups.set(group, (groups.get(group) ?? new Set()).add(name));
      if (!isWrong) return;
      count.wrong++;
      count.reasons.set(reason, (count.reasons.get(reason) ?? 0) + 1);
    },
    rows,
    markdown: () => `${introduction}
| case | tried | wrong | why |
|---|---|---|---|
${rows()
  .map(
    ({ row, tried, wrong, reasons }) =>
      `| ${row} | ${tried} | ${wrong} | ${[...reasons].map(([reason, count]) => `${count}: ${reason}`).join('; ')} |`,
  )
  .join('\n')}

## What happens to the quotations

${[...groups].map(([group, names]) => `- **${group}**: ${[...names].join(', ').replaceAll('<', '\\<')}.`).join('\n')}
`,
  };
}

const introduction = `# What a card claims, and on what evidence

A card never says that a clause has changed unless it can know. It knows from one of three strengths of evidence:

| evidence | comes from | what the card says |
|---|---|---|
| certain | the record in the page (\`application/json\` child), or \`data-sha256\` | "This clause has changed since this article was published", with the published wording where it is known |
| likely | the page's quotation, which was the clause or a wording of its history, but for typography and quotation practice | "The wording quoted in this article is no longer in the document"; the words are headed "Quoted in this article" |
| none | anything else: a paraphrase, a translation, a summary | nothing; the page's words never stand as the document's |

A hash decides over the words of the quotation. Where the wording behind the hash is known (it is the clause, a wording of the feed's
\`changes\`, or what the page quotes), a change of typography is no change. Where a comparison could not be made, because code, feed or
\`crypto.subtle\` could not be had, the record line says "Not checked for changes since publication".

Quotation practice is: \`[w]e\`, another case of letters, ellipses in every form, omitted paragraphs, insertions in brackets, footnote marks.
A quotation that is, word for word, a part of the clause is no change: quoting a part is a journalist's right. Where the quotation's
\`<time>\` and the feed's history say that the rest has changed since, the card says that.

## Measured

This page is written by \`test/provision/quotation/verdicts.test.ts\`: 172 pairs of real clauses before and after (Open Terms Archive),
each with the manglings below. "Changed: words only" leaves out quotations that are a part of the new clause.
`;
