import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { heard, outline } from './support/heard.js';
import { clear, hasPart, part, place, show } from './support/page.js';
import { full, record } from './support/records.js';
import { waitFor } from '../support/patience.js';

afterEach(() => {
  clear();
  vi.restoreAllMocks();
});

const source = 'https://examplegram.example/terms';
const text = 'You grant us a licence, for as long as the law allows, to copy and to change what you post here.';

/** A record whose clause has a place in its document. */
const placed = (clause: object = {}) =>
  record({ clauses: [{ text, language: 'en', ...clause }], provenance: { source_url: source } });

/** Returns the left edge of a letter, or of an element. */
function leftOf(node: Node, letter = 0): number {
  const range = document.createRange();
  if (node instanceof Text) {
    range.setStart(node, letter);
    range.setEnd(node, letter + 1);
  } else range.selectNode(node);
  return range.getBoundingClientRect().left;
}

describe('<provision-clause>', () => {
  it('exposes the wording, its source and the tools to screen readers', async () => {
    expect(outline(await show('provision-clause', full))).toMatchInlineSnapshot(`
      "- heading "What the document says" [level=3]
      - blockquote:
        - paragraph: You grant us a perpetual licence to Your Content.
      - paragraph:
        - text: Excerpt from the Examplegram Terms of Use · Document last updated May 12, 2026 · Captured May 12, 2026 ·
        - link "View in the document"
        - text: ·
        - link "Archived copy"
      - button "Cite"
      - button "Share"
      - button "Check the evidence"
      - status
      - paragraph:
        - link "Permanent link"
        - text: · Record r-1"
    `);
  });

  it('shows its own content if a record has no clause', async () => {
    const element = await show('provision-clause', record({ clauses: [] }), {}, 'Own words.');
    expect(element.shadowRoot!.querySelector('slot:not([name])')).not.toBeNull();
    expect(hasPart(element, 'tools')).toBe(false);
  });

  it('has the clause’s own language and direction', async () => {
    const element = await show('provision-clause', record({ clauses: [{ text: 'نحن نحتفظ بالحق', language: 'ar' }] }));
    const quoted = part(element, 'quotation').querySelector('p')!;
    expect(quoted.lang).toBe('ar');
    expect(getComputedStyle(quoted).direction).toBe('rtl');
  });

  it('shows bidirectional controls as marks that do not reorder letters, and copies the original text', async () => {
    const turned = 'You may \u202enot\u202c opt out, \u202dever\u202c.';
    const given = record({
      clauses: [{ text: turned }],
      comparisons: { items: [{ excerpt: turned, platform: { name: 'P' } }] },
    });
    const element = await show('provision-clause', given);
    const others = await show('provision-comparison', given);
    for (const quotation of [part(element, 'quotation'), part(others, 'excerpt')]) {
      const marks = [...quotation.querySelectorAll('.turn')];
      expect(marks.map((mark) => getComputedStyle(mark, '::before').content)).toEqual(['"U+202E"', '"U+202D"']);
      for (const mark of marks) {
        const { fontSize } = getComputedStyle(mark);
        expect(mark.getBoundingClientRect().width).toBeGreaterThan(2 * Number.parseFloat(fontSize));
      }
      // The letters behind a mark continue to the right of it, as in the text.
      const after = document.createTreeWalker(quotation, NodeFilter.SHOW_TEXT);
      while (!after.nextNode()?.textContent?.startsWith('not'));
      expect(leftOf(marks[0]!)).toBeLessThan(leftOf(after.currentNode, 0));
      expect(leftOf(after.currentNode, 0)).toBeLessThan(leftOf(after.currentNode, 2));
      // A manual copy has the document's own letters.
      getSelection()!.selectAllChildren(quotation);
      await userEvent.copy();
      const target = document.body.appendChild(document.createElement('textarea'));
      target.focus();
      await userEvent.paste();
      await expect.poll(() => target.value.trim()).toBe(turned);
      target.remove();
    }
    // Marks of a direction that a language needs stay in the text.
    const hebrew = '\u2067שלום\u2069 \u200f(1)';
    const right = await show('provision-clause', record({ clauses: [{ text: hebrew }] }));
    expect(part(right, 'quotation').textContent.trim()).toBe(hebrew);
  });

  it('keeps several clauses in their order', async () => {
    const element = await show(
      'provision-clause',
      record({ clauses: [{ text: 'Second of all.' }, { text: 'First.' }] }),
    );
    expect(heard(part(element, 'quotation'))).toMatch(/Second of all\..*First\./);
  });

  it.each([true, ''])('with collapsed (%j) shows two lines until the reader opens the rest', async (collapsed) => {
    const element = await show('provision-clause', placed({ text: text.repeat(9) }));
    if (collapsed) element.collapsed = collapsed;
    else element.setAttribute('collapsed', '');
    await element.updateComplete;
    const fold = element.shadowRoot!.querySelector<HTMLElement>('.fold')!;
    const line = Number.parseFloat(getComputedStyle(fold).lineHeight);
    expect(fold.clientHeight).toBeLessThanOrEqual(Math.ceil(2 * line));
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => fold.clientHeight).toBeGreaterThan(3 * line);
  });
});

describe('View in the document', () => {
  const link = page.getByRole('link', { name: 'View in the document' });

  it.each([
    ['provision-clause', 'the focus'],
    ['provision-card', 'the pointer'],
  ] as const)('in <%s> leads to the clause’s place as soon as %s is near', async (tag, by) => {
    const element = await show(tag, placed());
    await expect.element(link).toHaveAttribute('href', source);
    if (by === 'the focus') (link.element() as HTMLElement).focus();
    else await userEvent.hover(part(element, 'quotation'));
    await expect
      .poll(() => link.element().getAttribute('href'))
      .toBe(
        `${source}#:~:text=You%20grant%20us%20a%20licence%2C%20for,change%20what%20you%20post%20here`.replace(
          'change',
          'to%20change',
        ),
      );
  });

  it('uses the clause’s selector, which only the complete record has', async () => {
    const element = await show(
      'provision-clause',
      placed({ selector: [{ type: 'TextQuoteSelector', exact: 'copy and change at will' }] }),
    );
    await userEvent.hover(part(element, 'quotation'));
    await expect
      .poll(() => link.element().getAttribute('href'))
      .toBe(`${source}#:~:text=copy%20and%20change%20at%20will`);
  });

  it('has the plain address if a text is too short to identify its place', async () => {
    const element = await show('provision-clause', placed({ text: 'No.' }));
    const loaded = vi.spyOn(element, 'requestUpdate');
    await userEvent.hover(part(element, 'quotation'));
    await waitFor(() => {
      expect(loaded).toHaveBeenCalled();
    });
    await element.updateComplete;
    await expect.element(link).toHaveAttribute('href', source);
  });

  it('is next to each of several clauses and leads to the place of each', async () => {
    const clauses = ['We keep what you write to us.', 'We sell what you have written.'].map((text) => ({ text }));
    const element = await show('provision-clause', record({ clauses, provenance: { source_url: source } }));
    await userEvent.hover(part(element, 'quotation'));
    await expect
      .poll(() => link.elements().map((one) => one.getAttribute('href')))
      .toEqual([
        `${source}#:~:text=We%20keep%20what%20you%20write%20to%20us`,
        `${source}#:~:text=We%20sell%20what%20you%20have%20written`,
      ]);
  });

  it('is absent without an address', async () => {
    await show('provision-clause', record({ clauses: [{ text }] }));
    expect(link.elements()).toEqual([]);
  });
});

it('a page’s quotation stays visible until the record is rendered, and is never changed', async () => {
  const element = place('provision-clause', {}, '<blockquote>Own words.</blockquote>');
  const [own] = element.children;
  element.provision = full;
  await waitFor(() => part(element, 'quotation'));
  expect(element.children[0]).toBe(own);
});
