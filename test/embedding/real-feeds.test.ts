/** Every record of the real feeds, in every element, through the accessibility tree. */
import type { Locator } from 'playwright';
import { describe, expect, it } from 'vitest';
import { provisionData } from '../support/data.js';
import { feed, site } from './site.js';
import { painted, visitor } from './visit.js';

interface Rating {
  level?: string;
  label?: string;
}

/** The members that these tests read; from the file, not through our own parser. */
interface Item {
  id: string;
  url?: string;
  title?: string;
  content_text?: string;
  authors?: { name: string }[];
  _case?: { problem: string };
  _provision: {
    platform?: { name?: string; slug?: string };
    document?: { title?: string };
    severity?: Rating;
    confidence?: Rating;
    basis?: Rating;
    prevalence?: { label?: string; count?: number; text?: string };
    why_it_matters?: string;
    consumer_impact?: string;
    clauses?: { text: string; attribution?: string; language?: string }[];
    comparisons?: {
      items?: { platform?: { name?: string }; severity?: Rating; excerpt?: string; truncated?: boolean }[];
    };
    notices?: { disclaimer?: string };
  };
}

interface Feed {
  title: string;
  authors?: { name: string }[];
  _provision_feed?: { notices?: { disclaimer?: string } };
  items: Item[];
}

// Without real feeds, `provisionData` prints the reason, and the cases are skipped.
const names = ['seed-feed.json', 'edge-cases.json'];
const cases = names.flatMap((name) => {
  const content = provisionData(name) as Feed | undefined;
  return (content?.items ?? []).map((item) => ({ name, content: content!, item }));
});
type Case = (typeof cases)[number];
const numberOfCases = { 'seed-feed.json': 2, 'edge-cases.json': 16 };

/** Removes white space, invisible characters, and the characters that YAML adds to a text. */
const bare = (text: string): string => text.replace(/[\s\u200b\u00ad"'\\]/gu, '');

async function accessibleText(element: Locator): Promise<string> {
  return bare(await element.ariaSnapshot());
}

const given = (texts: (string | undefined)[]): string[] =>
  texts.filter((text) => text !== undefined && /\S/.test(text)) as string[];
const labelOf = (rating: Rating | undefined): string | undefined => rating?.label ?? rating?.level;

/** The texts of both layouts. */
function headOf({ content, item }: Case): string[] {
  const { platform, document, severity, notices } = item._provision;
  return given([
    item.title,
    platform?.name ?? platform?.slug,
    document?.title,
    labelOf(severity),
    item.content_text,
    notices?.disclaimer ?? content._provision_feed?.notices?.disclaimer,
    ...(item.authors ?? content.authors ?? [{ name: content.title }]).map(({ name }) => name),
    item.id,
    item.url === undefined ? undefined : `/url: ${new URL(item.url).href}`,
  ]);
}

/** Further texts of the article layout, without the comparison. */
function bodyOf({ item }: Case): string[] {
  const { confidence, basis, why_it_matters, consumer_impact, clauses = [] } = item._provision;
  return given([
    labelOf(confidence),
    labelOf(basis),
    why_it_matters,
    consumer_impact,
    ...clauses.flatMap(({ text, attribution }) => [text, attribution]),
  ]);
}

function comparisonOf({ item }: Case): string[] {
  const { comparisons, prevalence } = item._provision;
  const rows = comparisons?.items?.slice(0, 3) ?? [];
  return given([
    prevalence?.label,
    prevalence?.text,
    ...rows.flatMap(({ platform, severity, excerpt, truncated }) => [
      platform?.name ?? 'Unnamed platform',
      labelOf(severity),
      truncated ? `${excerpt!.replace(/\s+\S*$/, '')}…` : excerpt,
    ]),
  ]);
}

describe('the real feeds', () => {
  it.skipIf(!cases.length).each(names)('has all cases of %s', (name) => {
    expect(cases.filter((one) => one.name === name)).toHaveLength(numberOfCases[name as keyof typeof numberOfCases]);
  });

  it.each(cases.map((one) => [one.name, one.item._case?.problem ?? one.item.id, one] as const))(
    'shows every text in the accessibility tree: %s, %s',
    async (_, __, one) => {
      const { content, item } = one;
      const server = await site();
      const src = server.serve('/feed.json', feed(content));
      const element = (tag: string, attributes = ''): string =>
        `<${tag} src="${src}" ${attributes} record="${item.id.replaceAll('"', '&quot;')}"><b>In the article’s words.</b></${tag}>`;
      const reader = await visitor();
      const { page } = reader;
      await reader.open(
        server.page(
          `<div>${element('provision-card', 'id="article"')}</div>
        <div>${element('provision-card', 'id="compact" layout="compact"')}</div>
        <p>Rated ${element('provision-severity')} by its analysts.</p>
        <div>${element('provision-comparison')}</div>`,
          { head: `<script src="${server.scripts()}"></script>` },
        ),
      );
      await reader.told('provision-load', 4);
      const { severity, why_it_matters, consumer_impact, clauses } = item._provision;
      const compared = comparisonOf(one);

      const article = page.locator('#article [part~="base"]');
      const articleText = await accessibleText(article);
      for (const text of [...headOf(one), ...bodyOf(one), ...compared]) expect(articleText).toContain(bare(text));
      const headings = [
        item.title ?? /./,
        ...given([
          clauses && 'What the document says',
          consumer_impact && 'What it means for you',
          why_it_matters && 'Why it matters',
          compared.length ? 'How other platforms handle this' : undefined,
        ]),
      ];
      const found = article.getByRole('heading');
      expect(await found.count()).toBe(headings.length);
      for (const [index, name] of headings.entries()) {
        const role = page.getByRole('heading', { name, exact: true });
        expect(await found.nth(index).and(role).count(), String(name)).toBe(1);
      }

      const compactText = await accessibleText(page.locator('#compact [part~="base"]'));
      for (const text of headOf(one)) expect(compactText).toContain(bare(text));
      for (const text of given([why_it_matters, consumer_impact, ...(clauses ?? []).map((clause) => clause.text)])) {
        // Short words appear by chance, and some summaries repeat the clause.
        if (text.length > 20 && !bare(item.content_text ?? '').includes(bare(text)))
          expect(compactText).not.toContain(bare(text));
      }

      const badges = painted(page, 'provision-severity');
      if (severity) expect(await accessibleText(badges)).toContain(bare(`Severity: ${labelOf(severity)!}`));
      else expect(await page.locator('provision-severity b').isVisible()).toBe(true);

      const comparison = painted(page, 'provision-comparison');
      if (compared.length) {
        const comparisonText = await accessibleText(comparison);
        for (const text of compared) expect(comparisonText).toContain(bare(text));
      } else {
        expect(await page.locator('provision-comparison b').isVisible()).toBe(true);
      }

      // A missing member never appears as a programmer's word, and no text of a feed becomes an element.
      for (const word of ['undefined', 'null', 'NaN', '[object', 'Invalid Date']) {
        if (!bare(JSON.stringify(item)).includes(bare(word))) expect(articleText).not.toContain(bare(word));
      }
      expect(await article.locator('[part~="quotation"] :not(p)').count()).toBe(0);
      expect(reader.complaints()).toEqual([]);
    },
  );

  it.skipIf(!cases.length)('shows a count without words as it is given', async () => {
    const { content, item } = cases.find((one) => one.item.id.startsWith('capture-002'))!;
    // Two, beside three excerpts: shown as given, never counted again.
    expect(item._provision.prevalence).toEqual({ count: 2 });
    expect(item._provision.comparisons?.items).toHaveLength(3);
    const server = await site();
    const src = server.serve('/feed.json', feed(content));
    const reader = await visitor();
    await reader.open(
      server.page(`<provision-card src="${src}" record="${item.id}"></provision-card>`, {
        head: `<script src="${server.scripts()}"></script>`,
      }),
    );
    await painted(reader.page).waitFor();
    expect(await painted(reader.page).locator('[part~="comparison"]').innerText()).toMatch(/\b2 platforms\b/);
  });
});
