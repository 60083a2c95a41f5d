import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readData } from '../support/browser-data.js';
import { asHeard, heard, outline } from './support/heard.js';
import { clear, hasPart, next, part, place, show } from './support/page.js';
import { feed, full, record } from './support/records.js';
import { waitFor } from '../support/patience.js';

afterEach(() => {
  clear();
  vi.restoreAllMocks();
});

type Card = HTMLElementTagNameMap['provision-card'];

/** Returns a full card after all of its chunks have been rendered. */
async function showFull(provision: unknown, properties: Readonly<Record<string, unknown>> = {}): Promise<Card> {
  const card = place('provision-card', { provision, layout: 'full', ...properties });
  await waitFor(() => part(card, 'base'));
  return card;
}

const headings = (card: Card) =>
  [...card.shadowRoot!.querySelectorAll('[role=heading]')]
    .filter((heading) => heading.checkVisibility())
    .map((heading) => asHeard(heading.textContent));

/** Part names of the rendered sections, in order. */
const sections = (card: Card) =>
  [...card.shadowRoot!.querySelectorAll('.body > .section')].map((section) => section.getAttribute('part'));

const whole = feed(
  [
    {
      ...full,
      tags: ['licence', 'content'],
      date_published: '2026-05-13',
      _provision: {
        ...(full['_provision'] as object),
        record_id: 'R-0001',
        clause_type: 'licence',
        actions: [
          { title: 'Delete pictures', text: 'In the settings.', url: 'https://examplegram.example/settings' },
          { url: 'https://examplegram.example/help' },
        ],
        institutional_analysis: {
          sections: [
            { number: 1, heading: 'SCOPE OF THE GRANT', text: 'It is broad.' },
            { heading: 'EXPOSURE', rating: { level: 'medium-high', label: 'Medium-High' }, text: 'It is large.' },
          ],
        },
        agencies: [{ name: 'Data Office', text: 'It hears complaints.', complaint_url: 'https://office.example/file' }],
        regulations: [
          { name: 'GDPR', jurisdiction: { label: 'EU' } },
          { name: 'CCPA', jurisdiction: { label: 'California, USA' } },
          { name: 'AI Act', jurisdiction: { label: 'European Union' }, url: 'https://law.example/ai' },
        ],
        tracking: {
          first_tracked: '2026-01-02',
          document_changed_before: false,
          recent_changes: { count: 2, days: 30 },
        },
        provenance: {
          source_url: 'https://examplegram.example/terms#licence',
          captured: '2026-05-12T15:09:41Z',
          sha256: '0f'.repeat(32),
          snapshot_stored: true,
          hash_verified: false,
        },
        changes: [
          {
            id: 'c-1',
            kind: 'substantive',
            summary: 'The licence is perpetual now.',
            from: { text: 'You grant us a licence to Your Content.', captured: '2026-01-02' },
            to: { text: 'You grant us a perpetual licence to Your Content.', captured: '2026-05-12' },
          },
        ],
        faqs: [
          { question: 'Does it end?', answer: 'No.' },
          { question: 'Said before?', answer: 'Your pictures may be sold.' },
          { answer: 'An answer to nothing.' },
        ],
        related: [{ title: 'Narrow licence', url: 'https://observatory.example/r/9' }],
        other_risks: [{ title: 'Arbitration', severity: { level: 'high', label: 'High' } }],
        notices: { disclaimer: 'No legal advice.', actions: 'May not help.', affiliation: 'Not of Examplegram.' },
        promotions: [{ title: 'Our newsletter', note: 'Free', chips: ['weekly'] }],
      },
    },
  ],
  { clause_types: [{ id: 'licence', title: 'Content licence' }], notices: { built_from: 'Built from archives.' } },
);

describe('the layout full', () => {
  it('exposes the whole record to screen readers, in order', async () => {
    expect(outline(await showFull(whole))).toMatchInlineSnapshot(`
      "- article "Broad licence":
        - paragraph: Examplegram · Terms of Use
        - heading "Broad licence" [level=3]
        - paragraph: Analysis by Ada Analyst and Bo Bookkeeper
        - term: Severity
        - definition:
          - button "Severity: High"
        - term: Confidence
        - definition: Certain
        - term: Basis
        - definition: Stated in the document
        - paragraph: It may use what you post.
        - heading "Why it matters" [level=4]
        - paragraph: The licence outlives the account.
        - heading "What it means for you" [level=4]
        - paragraph: Your pictures may be sold.
        - heading "What you can do" [level=4]
        - list:
          - listitem:
            - link "Delete pictures"
            - paragraph: In the settings.
          - listitem:
            - link "Read more"
        - paragraph: May not help.
        - heading "What the document says" [level=4]
        - blockquote:
          - paragraph: You grant us a perpetual licence to Your Content.
        - paragraph:
          - text: Excerpt from the Examplegram Terms of Use · Document last updated May 12, 2026 · Captured May 12, 2026 ·
          - link "View in the document"
        - heading "How other platforms handle this" [level=4]
        - paragraph: Rare · 2 of 90 platforms
        - list:
          - listitem:
            - link "Photobucketeer"
            - text: Severity: Low
            - blockquote:
              - paragraph: You keep what you post.
            - paragraph: Captured May 10, 2026
          - listitem:
            - text: Chirper
            - blockquote:
              - paragraph: We own what you…
            - paragraph: Excerpt cut · Weak match
        - paragraph: 2 of 90 shown
        - heading "What has changed" [level=4]
        - list:
          - listitem:
            - paragraph: May 12, 2026 Changed
            - paragraph: The licence is perpetual now.
            - blockquote:
              - paragraph: You grant us a added: perpetual licence to Your Content.
            - paragraph: Captured January 2, 2026, then May 12, 2026
        - heading "Institutional analysis" [level=4]
        - heading "1. SCOPE OF THE GRANT" [level=5]
        - paragraph: It is broad.
        - heading "EXPOSURE Rating: Medium-High" [level=5]
        - paragraph: It is large.
        - heading "Agencies" [level=4]
        - list:
          - listitem:
            - text: Data Office
            - paragraph: It hears complaints.
            - link "File a complaint"
        - heading "Regulations (3)" [level=4]
        - term: EU · European Union
        - definition: GDPR
        - definition:
          - link "AI Act"
        - term: California, USA
        - definition: CCPA
        - heading "Provision details" [level=4]
        - term: Document
        - definition: Terms of Use
        - term: Document id
        - definition: d-1
        - term: Document last updated
        - definition: May 12, 2026
        - term: Clause type
        - definition: Content licence
        - term: Record published
        - definition: May 13, 2026
        - term: First tracked
        - definition: January 2, 2026
        - term: Document changed before
        - definition: No
        - term: Recent changes
        - definition: 2 in 30 days (as of May 12, 2026 at 15:09:41 UTC)
        - term: Captured
        - definition: May 12, 2026 at 15:09:41 UTC
        - term: Source
        - definition:
          - link "https://examplegram.example/terms#licence"
        - term: SHA-256 of the snapshot
        - definition:
          - text: 0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f
          - button "Copy the whole hash"
        - paragraph: Stated by the publisher of this record: snapshot stored and hash not verified
        - button "Check the evidence"
        - heading "Citation record" [level=4]
        - paragraph: Broad licence Published by: Example Observatory Platform: Examplegram Document: Terms of Use (d-1) Record ID: R-0001 Captured: May 12, 2026 at 15:09:41 UTC SHA-256: 0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f Source: https://examplegram.example/terms#licence URL: https://observatory.example/r/1
        - heading "Categories" [level=4]
        - list:
          - listitem: licence
          - listitem: content
        - heading "Questions and answers" [level=4]
        - heading "Does it end?" [level=5]
        - paragraph: No.
        - paragraph: An answer to nothing.
        - heading "Related" [level=4]
        - list:
          - listitem:
            - link "Narrow licence"
        - heading "Other risks in this document" [level=4]
        - list:
          - listitem: Arbitration Severity: High
        - heading "Notices" [level=4]
        - paragraph: Not of Examplegram.
        - paragraph: Built from archives.
        - button "Cite"
        - button "Share"
        - button "Print"
        - status
        - paragraph: No legal advice.
        - paragraph:
          - link "Permanent link"
          - text: · Record r-1"
    `);
  });

  it('has no empty heading, whatever a record lacks', async () => {
    const card = await showFull(record({}, { content_text: undefined }));
    expect(headings(card)).toEqual(['Broad licence', 'Citation record']);
  });

  it('shows offers only if the page names the section', async () => {
    const card = await showFull(whole);
    expect(heard(card)).not.toContain('newsletter');
    card.sections = 'promotions';
    await waitFor(() => {
      expect(heard(card)).toContain('Our newsletter');
    });
  });

  it('shows ratings of the analysis on their own scale, not as a severity', async () => {
    const card = await showFull(whole);
    expect(heard(part(card, 'analysis'))).toMatch(/EXPOSURE Rating: Medium-High/);
    expect(heard(part(card, 'analysis'))).not.toContain('Severity');
  });

  it('labels the publisher’s claims as claims and makes none of its own', async () => {
    const card = await showFull(whole);
    expect(heard(part(card, 'claims'))).toBe(
      'Stated by the publisher of this record: snapshot stored and hash not verified',
    );
    expect(hasPart(card, 'checks')).toBe(false);
    expect(heard(card)).not.toMatch(/✓|✔/);
  });

  it('shows the date from which "in 30 days" counts', async () => {
    expect(heard(part(await showFull(whole), 'details'))).toMatch(
      /Recent changes 2 in 30 days \(as of May 12, 2026 at 15:09:41 UTC\)/,
    );
  });

  it('stays as it is while a chunk is loaded again', async () => {
    const card = await showFull(whole);
    const analysis = part(card, 'analysis');
    card.requestUpdate();
    await card.updateComplete;
    expect(part(card, 'analysis')).toBe(analysis);
  });
});

describe('sections', () => {
  it('have the order that the page sets', async () => {
    const card = await showFull(whole, { sections: 'regulations clause, summary' });
    expect(sections(card)).toEqual(['regulations', 'clause', 'summary']);
  });

  it('of an article load no chunk', async () => {
    const card = await show('provision-card', whole, { sections: 'impact why' });
    expect(sections(card)).toEqual(['impact', 'why']);
  });

  it.each(['constructor', '__proto__', 'toString', 'nonsense'])('ignore the unknown name "%s"', async (name) => {
    const card = await showFull(whole, { sections: `${name} why` });
    expect(sections(card)).toEqual(['why']);
  });

  it('always come with the analyst and the disclaimer', async () => {
    const card = await showFull(whole, { sections: 'categories' });
    expect(heard(card)).toMatch(/Analysis by Ada Analyst and Bo Bookkeeper.*No legal advice\./);
  });
});

describe('the rest of a record, in an article', () => {
  it('opens in place under its button and closes again', async () => {
    const card = await show('provision-card', whole);
    const before = sections(card);
    const toggled = next(card, 'provision-toggle');
    await page.getByRole('button', { name: 'Show the full record', expanded: false }).click();
    expect(await toggled).toMatchObject({ section: 'record', open: true });
    const button = page.getByRole('button', { name: 'Show less', expanded: true });
    await expect.element(page.getByRole('heading', { name: 'What you can do' })).toBeVisible();
    expect(sections(card).slice(0, before.length)).toEqual(before);
    expect(sections(card)).toContain('regulations');
    expect(new Set(sections(card)).size).toBe(sections(card).length);
    expect(card.shadowRoot!.getElementById(button.element().getAttribute('aria-controls')!)).not.toBeNull();
    await button.click();
    await expect.poll(() => sections(card)).toEqual(before);
  });

  it('keeps the focus on its button', async () => {
    const card = await show('provision-card', whole);
    (page.getByRole('button', { name: 'Show the full record' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    const button = page.getByRole('button', { name: 'Show less' });
    await expect.element(button).toBeVisible();
    expect(card.shadowRoot!.activeElement).toBe(button.element());
  });

  it('is absent in a compact card', async () => {
    await show('provision-card', whole, { layout: 'compact' });
    expect(page.getByRole('button', { name: 'Show the full record' }).elements()).toEqual([]);
  });
});

/** A real record: every string that feed.md requires is shown, in the order of the sections. */
interface Seed {
  readonly _provision_feed?: { readonly notices?: Readonly<Record<string, string>> };
  readonly items: readonly [SeedItem];
}
interface Text {
  readonly title?: string;
  readonly text?: string;
  readonly name?: string;
}
interface SeedItem {
  readonly title?: string;
  readonly content_text: string;
  readonly tags?: readonly string[];
  readonly _provision: {
    readonly why_it_matters: string;
    readonly consumer_impact: string;
    readonly actions?: readonly Text[];
    readonly clauses: readonly { readonly text: string; readonly attribution: string }[];
    readonly comparisons: { readonly items: readonly { readonly platform?: Text }[] };
    readonly institutional_analysis: {
      readonly sections: readonly { heading: string; text: string; rating?: { label: string } }[];
    };
    readonly agencies?: readonly Text[];
    readonly regulations?: readonly { readonly name: string; readonly jurisdiction?: { readonly label?: string } }[];
    readonly document: { readonly id?: string; readonly title?: string };
    readonly tracking?: { readonly recent_changes?: Text };
    readonly provenance?: { readonly sha256?: string };
    readonly faqs?: readonly { readonly question: string; readonly answer: string }[];
    readonly related?: readonly Text[];
    readonly other_risks?: readonly Text[];
    readonly notices?: Readonly<Record<string, string>>;
  };
}

describe.each(['seed-1.json', 'seed-2.json'])('the real record in %s', async (file) => {
  const seed = (await readData(file)) as Seed | undefined;

  it.skipIf(!seed)('is complete in the accessibility tree, section by section, without an empty heading', async () => {
    const card = await showFull(seed);
    const [item] = seed!.items;
    const { _provision: details } = item;
    const of = (list: readonly Text[] = []) => list.flatMap(({ title, name, text }) => [title, name, text]);
    const repeated = new Set([
      item.content_text,
      details.why_it_matters,
      details.consumer_impact,
      ...Object.values({ ...seed!._provision_feed?.notices, ...details.notices }),
    ]);
    const expected = [
      [item.title],
      [item.content_text],
      [details.why_it_matters],
      [details.consumer_impact],
      [...of(details.actions), details.actions && details.notices?.['actions']],
      details.clauses.flatMap(({ text, attribution }) => [text, attribution]),
      details.comparisons.items.map(({ platform }) => platform?.name),
      details.institutional_analysis.sections.flatMap(({ heading, rating, text }) => [heading, rating?.label, text]),
      of(details.agencies),
      [
        ...(details.regulations ?? []).map(({ name }) => name),
        ...(details.regulations ?? []).map(({ jurisdiction }) => jurisdiction?.label),
      ],
      [details.document.title, details.document.id, details.tracking?.recent_changes?.text, details.provenance?.sha256],
      [details.notices?.['citation']],
      item.tags ?? [],
      (details.faqs ?? [])
        .filter(({ answer }) => !repeated.has(answer))
        .flatMap(({ question, answer }) => [question, answer]),
      of(details.related),
      of(details.other_risks),
      [details.notices?.['built_from']],
      [details.notices?.['disclaimer']],
    ];
    const said = heard(card);
    let from = 0;
    for (const group of expected) {
      let end = from;
      for (const text of group) {
        if (!text?.trim()) continue;
        const at = said.indexOf(asHeard(text), from);
        expect(at, text).toBeGreaterThanOrEqual(0);
        end = Math.max(end, at);
      }
      from = end;
    }
    expect(from).toBeGreaterThan(1000);
    for (const section of card.shadowRoot!.querySelectorAll('.section')) {
      const [heading, ...rest] = [...section.children].map((child) => asHeard(child.textContent)).filter(Boolean);
      expect([heading, rest.join('')]).not.toEqual([heading, section.matches('.summary') ? undefined : '']);
    }
    expect(headings(card).filter((words) => !words)).toEqual([]);
  });
});
