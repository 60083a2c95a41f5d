import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { en } from '../../src/i18n/locales/en.js';
import { heard, outline } from './support/heard.js';
import { clear, hasPart, part, place, show } from './support/page.js';
import { feed, full, record, several } from './support/records.js';

afterEach(clear);

describe('the layout article', () => {
  it('exposes the whole card to screen readers, in order', async () => {
    const card = await show('provision-card', full);
    expect(outline(card)).toMatchInlineSnapshot(`
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
        - heading "What the document says" [level=4]
        - blockquote:
          - paragraph: You grant us a perpetual licence to Your Content.
        - paragraph:
          - text: Excerpt from the Examplegram Terms of Use · Captured May 12, 2026 ·
          - link "View in the document"
          - text: ·
          - link "Archived copy"
        - heading "What it means for you" [level=4]
        - paragraph: Your pictures may be sold.
        - heading "Why it matters" [level=4]
        - paragraph: The licence outlives the account.
        - heading "How other platforms handle this" [level=4]
        - paragraph: Rare · 2 of 90 platforms
        - list:
          - listitem:
            - link "Photobucketeer"
            - text: Severity: Low
            - button "Excerpt Photobucketeer"
            - blockquote:
              - paragraph: You keep what you post.
            - paragraph: Captured May 10, 2026
          - listitem:
            - text: Chirper
            - button "Excerpt Chirper"
            - blockquote:
              - paragraph: We own what you…
            - paragraph: Excerpt cut · Weak match
        - paragraph: 2 of 90 shown
        - button "Show the full record"
        - button "Cite"
        - button "Share"
        - status
        - paragraph: No legal advice.
        - paragraph:
          - link "Permanent link"
          - text: · Record r-1"
    `);
  });

  it('replaces an unknown layout', async () => {
    const given = heard(await show('provision-card', full));
    for (const layout of ['', 'huge', 'COMPACT', null, 1]) {
      expect(heard(await show('provision-card', full, { layout })), String(layout)).toBe(given);
    }
  });
});

describe('the layout compact', () => {
  it('has only heading, severity, summary, link, analyst and disclaimer', async () => {
    const card = await show('provision-card', full, { layout: 'compact' });
    expect(outline(card)).toMatchInlineSnapshot(`
      "- article "Broad licence":
        - paragraph: Examplegram · Terms of Use
        - heading "Broad licence" [level=3]
        - paragraph: Analysis by Ada Analyst and Bo Bookkeeper
        - term: Severity
        - definition:
          - button "Severity: High"
        - paragraph: It may use what you post.
        - paragraph: No legal advice.
        - paragraph:
          - link "Permanent link"
          - text: · Record r-1"
    `);
  });

  it('is set by the attribute and reset by its removal', async () => {
    const card = await show('provision-card', full);
    card.setAttribute('layout', 'compact');
    await card.updateComplete;
    expect(hasPart(card, 'clause')).toBe(false);
    card.removeAttribute('layout');
    await card.updateComplete;
    expect(hasPart(card, 'clause')).toBe(true);
  });
});

describe('a record with few members', () => {
  it('renders a heading and the id if there is only an id: no empty heading, no badge, no section', async () => {
    const card = await show('provision-card', { id: 'only-an-id' });
    expect(outline(card)).toMatchInlineSnapshot(`
      "- article "Provision":
        - heading "Provision" [level=3]
        - button "Show the full record"
        - button "Cite"
        - button "Share"
        - status
        - paragraph: Record only-an-id"
    `);
  });

  it.each([
    ['platform and document', { platform: { name: 'Wise' }, document: { title: 'Terms' } }, 'Wise · Terms'],
    ['the platform', { platform: { slug: 'wise' } }, 'wise'],
    ['"Provision"', {}, 'Provision'],
  ])('uses %s as its title if it has none', async (_, details, name) => {
    await show('provision-card', record(details, { title: undefined }));
    await expect.element(page.getByRole('heading', { name, exact: true, level: 3 })).toBeVisible();
    await expect.element(page.getByRole('article', { name, exact: true })).toBeVisible();
  });

  it('does not repeat platform and document if it has no title', async () => {
    const card = await show('provision-card', record({ platform: { name: 'Wise' } }, { title: '' }));
    expect(heard(card).match(/Wise/g)).toHaveLength(1);
  });

  it.each([[null], [''], [' \n'], [[]], [undefined]])(
    'omits the section and the heading of a member that is %j',
    async (nothing) => {
      const card = await show(
        'provision-card',
        record({
          why_it_matters: nothing,
          consumer_impact: nothing,
          clauses: nothing,
          comparisons: { items: nothing },
          prevalence: { label: nothing },
          notices: { disclaimer: nothing },
          severity: { level: nothing, label: nothing },
          status_note: nothing,
        }),
      );
      expect(outline(card)).toMatch(
        /^- article "Broad licence":\n {2}- heading "Broad licence" \[level=3\]\n {2}- paragraph: It may use what you post\.\n(?: {2}- button .*\n){3} {2}- status\n {2}- paragraph: Record r-1$/,
      );
    },
  );

  it('names no source without clauses', async () => {
    const card = await show('provision-card', record({ provenance: { source_url: 'https://a.example/' } }));
    expect(page.getByRole('heading', { name: 'What the document says' }).query()).toBeNull();
    expect(hasPart(card, 'clause')).toBe(false);
  });
});

describe('ratings', () => {
  it('without a severity render neither badge nor bar', async () => {
    const card = await show('provision-card', record({ confidence: { label: 'Certain' } }));
    expect(hasPart(card, 'badge')).toBe(false);
    expect(heard(card)).not.toContain('Severity');
    expect(heard(card)).toContain('Confidence Certain');
  });

  it('appear under the name of their own scale', async () => {
    const card = await show(
      'provision-card',
      record({ severity: { label: 'Medium' }, confidence: { label: 'High' }, basis: { label: 'Stated' } }),
    );
    const terms = [...card.shadowRoot!.querySelectorAll('[part=ratings] > div')].map((row) =>
      [...row.children].map((one) => one.textContent.trim().split(/\s+/).join(' ')),
    );
    expect(terms).toEqual([
      ['Severity', expect.stringContaining('Medium')],
      ['Confidence', 'High'],
      ['Basis', 'Stated'],
    ]);
  });
});

describe('the status of a record', () => {
  it.each([
    ['corrected', en.corrected],
    ['withdrawn', en.withdrawn],
  ])('%s comes before the record’s claims, with the publisher’s note', async (status, words) => {
    for (const layout of ['compact', 'article']) {
      const card = await show('provision-card', record({ status, status_note: 'We had the date wrong.' }), { layout });
      expect(heard(card)).toContain(`${words} We had the date wrong.`);
      expect(heard(card).indexOf(words)).toBeLessThan(heard(card).indexOf('It may use what you post.'));
    }
  });

  it.each(['current', 'odd', undefined])('%s renders nothing', async (status) => {
    const card = await show('provision-card', record({ status }));
    expect(hasPart(card, 'status')).toBe(false);
  });

  it('is rendered if there is only a note', async () => {
    expect(heard(await show('provision-card', record({ status_note: 'Under review.' })))).toContain('Under review.');
  });
});

describe('the analyst, the disclaimer and the id', () => {
  it.each(['compact', 'article'])('are shown in the layout %s', async (layout) => {
    const card = await show('provision-card', full, { layout });
    expect(heard(card)).toContain('Analysis by Ada Analyst and Bo Bookkeeper');
    expect(heard(card)).toContain('No legal advice.');
    expect(heard(card)).toContain('Record r-1');
  });

  it('default to the feed’s disclaimer and authors', async () => {
    const whole = feed(
      [record()],
      { notices: { disclaimer: "The feed's own." } },
      { authors: [{ name: 'Feed Author' }] },
    );
    const card = await show('provision-card', whole);
    expect(heard(card)).toContain("The feed's own.");
    expect(heard(card)).toContain('Analysis by Feed Author');
  });

  it('use the record’s disclaimer before the feed’s', async () => {
    const whole = feed([record({ notices: { disclaimer: 'Mine.' } })], { notices: { disclaimer: "The feed's own." } });
    const card = await show('provision-card', whole);
    expect(heard(card)).toContain('Mine.');
    expect(heard(card)).not.toContain("The feed's own.");
  });
});

describe('the platform’s wording', () => {
  const clauses = [
    { text: 'First of all.', attribution: 'Terms, § 1', language: 'en' },
    { text: 'Zweitens.', attribution: 'Terms, § 1', language: 'de' },
    { text: 'ثالثا', attribution: 'Terms, § 9', language: 'ar' },
    { text: 'Four' },
  ];

  it('shows several clauses in the given order, each in its own language', async () => {
    const card = await show('provision-card', record({ clauses }));
    const shown = [...part(card, 'quotation').querySelectorAll<HTMLElement>('p[lang]')];
    expect(shown.map(({ textContent, lang, dir }) => [textContent, lang, dir])).toEqual([
      ['First of all.', 'en', 'auto'],
      ['Zweitens.', 'de', 'auto'],
      ['ثالثا', 'ar', 'auto'],
      ['Four', '', 'auto'],
    ]);
    expect(shown.map((paragraph) => getComputedStyle(paragraph).direction)).toEqual(['ltr', 'ltr', 'rtl', 'ltr']);
  });

  it('shows a shared attribution once, and different ones each', async () => {
    const words = heard(await show('provision-card', record({ clauses })));
    expect(words.match(/Terms, § 1/g)).toHaveLength(1);
    expect(words.match(/Terms, § 9/g)).toHaveLength(1);
  });

  it('shows an attribution next to its clause', async () => {
    const words = heard(
      await show(
        'provision-card',
        record({
          clauses: [
            { text: 'One.', attribution: 'Terms' },
            { text: 'Two.', attribution: 'Policy' },
          ],
        }),
      ),
    );
    expect(words).toMatch(/One\.\s*Terms\b.*Two\.\s*Policy\b/);
  });

  it('uses the feed’s attribution before a composed one', async () => {
    const words = heard(
      await show(
        'provision-card',
        record({
          platform: { name: 'Anthropic' },
          document: { title: 'Anthropic Consumer Terms' },
          clauses: [{ text: 'One.', attribution: "Excerpt from Anthropic's Anthropic Consumer Terms" }],
        }),
      ),
    );
    expect(words).toContain("Excerpt from Anthropic's Anthropic Consumer Terms");
    expect(words).not.toContain('From Anthropic');
  });

  it('does not repeat the name in a composed attribution', async () => {
    const details = {
      platform: { name: 'Anthropic' },
      document: { title: 'Anthropic Consumer Terms' },
      clauses: [{ text: 'One.' }],
    };
    const words = heard(await show('provision-clause', record(details)));
    expect(words).toContain('From Anthropic Consumer Terms');
    expect(words).not.toContain('Anthropic · Anthropic');
  });

  it('has no attribution if the feed names nobody', async () => {
    const card = await show('provision-card', record({ clauses: [{ text: 'One.' }] }));
    expect(hasPart(card, 'attribution')).toBe(false);
  });

  it('cites its source and links to it and to the archived copy', async () => {
    const card = await show('provision-card', full);
    expect(part(card, 'quotation').getAttribute('cite')).toBe('https://examplegram.example/terms#licence');
    for (const [name, href] of [
      ['View in the document', 'https://examplegram.example/terms#licence'],
      ['Archived copy', 'https://archive.example/terms'],
      ['Permanent link', 'https://observatory.example/r/1'],
    ] as const) {
      const link = page.getByRole('link', { name, exact: true });
      await expect.element(link).toHaveAttribute('href', href);
      await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer');
    }
  });

  it('omits labels without an address', async () => {
    await show(
      'provision-card',
      record({ clauses: [{ text: 'One.' }], provenance: { source_url: '', archive_url: 'javascript:alert(1)' } }),
    );
    expect(page.getByRole('link').elements()).toEqual([]);
  });

  it('is marked as not translatable', async () => {
    const card = await show('provision-card', full);
    expect(part(card, 'quotation').closest('[translate]')?.getAttribute('translate')).toBe('no');
    for (const excerpt of card.shadowRoot!.querySelectorAll('[part=excerpt]')) {
      expect(excerpt.closest('[translate]')?.getAttribute('translate')).toBe('no');
    }
  });
});

describe('the publisher’s own note', () => {
  it('is shown under its label, apart from the analysis', async () => {
    const card = await show('provision-card', full, {}, '<p slot="note">We asked Examplegram for comment.</p>');
    await expect.element(page.getByRole('heading', { name: 'Note from this publication', level: 4 })).toBeVisible();
    await expect.element(page.getByText('We asked Examplegram for comment.')).toBeVisible();
    expect(hasPart(card, 'note')).toBe(true);
  });

  it('has no heading if it is empty', async () => {
    const card = await show('provision-card', full);
    expect(hasPart(card, 'note')).toBe(false);
    expect(page.getByRole('heading', { name: 'Note from this publication' }).query()).toBeNull();
  });

  it('appears and disappears with its element', async () => {
    const card = await show('provision-card', full);
    const note = document.createElement('p');
    note.slot = 'note';
    note.textContent = 'Added later.';
    card.append(note);
    await expect.poll(() => hasPart(card, 'note')).toBe(true);
    await expect.element(page.getByText('Added later.')).toBeVisible();
    note.remove();
    await expect.poll(() => hasPart(card, 'note')).toBe(false);
  });

  it('is not taken from a nested card', async () => {
    const card = await show('provision-card', full, {}, '<div><p slot="note">Deeper.</p></div>');
    expect(hasPart(card, 'note')).toBe(false);
  });
});

describe('a record of a feed with several', () => {
  it('is found by its id, and the others are its comparison', async () => {
    const card = await show('provision-card', several, { record: 'b' });
    await expect.element(page.getByRole('heading', { name: 'Beta licence' })).toBeVisible();
    const rows = [...card.shadowRoot!.querySelectorAll('[part=row]')].map(
      (row) => row.querySelector('[part=platform]')!.textContent,
    );
    expect(rows).toEqual(['Alpha', 'gamma']);
  });

  it('is replaced when the id changes', async () => {
    const card = await show('provision-card', several, { record: 'b' });
    card.record = 'd';
    await card.updateComplete;
    await expect.element(page.getByRole('heading', { name: 'Delta arbitration' })).toBeVisible();
    expect(heard(card)).not.toContain('Beta');
  });
});

it('a card without its record renders nothing of its own', async () => {
  const card = place('provision-card', {}, '<blockquote>The old words.</blockquote>');
  await card.updateComplete;
  expect(heard(card)).toBe('The old words.');
});

it('a card names the source of its data in the footer, with a link to the licence', async () => {
  const source = { name: 'OpenSet', licence: 'CC BY 4.0', licence_url: 'https://licence.example/by/' };
  const card = await show('provision-card', feed([full], { source }));
  const footer = part(card, 'footer');
  expect(footer.textContent).toContain('Data: OpenSet · CC BY 4.0');
  expect(footer.querySelector('a[rel~="license"]')?.getAttribute('href')).toBe('https://licence.example/by/');
});
