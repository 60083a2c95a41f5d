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

/** A clause with a place in its document. */
const placed = (clause: object = {}) =>
  record({ clauses: [{ text, language: 'en', ...clause }], provenance: { source_url: source } });

/** Where a letter begins, or an element. */
function leftOf(node: Node, letter = 0): number {
  const range = document.createRange();
  if (node instanceof Text) {
    range.setStart(node, letter);
    range.setEnd(node, letter + 1);
  } else range.selectNode(node);
  return range.getBoundingClientRect().left;
}

describe('the wording by itself', () => {
  it('tells a screen reader what the document says, who said it, and what can be done', async () => {
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

  it('leaves the article as it was where a record quotes nothing', async () => {
    const element = await show('provision-clause', record({ clauses: [] }), {}, 'Own words.');
    expect(element.shadowRoot!.querySelector('slot:not([name])')).not.toBeNull();
    expect(hasPart(element, 'tools')).toBe(false);
  });

  it('stands in its own language and direction', async () => {
    const element = await show('provision-clause', record({ clauses: [{ text: 'نحن نحتفظ بالحق', language: 'ar' }] }));
    const quoted = part(element, 'quotation').querySelector('p')!;
    expect(quoted.lang).toBe('ar');
    expect(getComputedStyle(quoted).direction).toBe('rtl');
  });

  it('is read as it is written: what would turn its letters round is shown as a mark, and is copied as it is', async () => {
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
      // In the line as in the text: the letters behind a mark go on to the right of it.
      const after = document.createTreeWalker(quotation, NodeFilter.SHOW_TEXT);
      while (!after.nextNode()?.textContent?.startsWith('not'));
      expect(leftOf(marks[0]!)).toBeLessThan(leftOf(after.currentNode, 0));
      expect(leftOf(after.currentNode, 0)).toBeLessThan(leftOf(after.currentNode, 2));
      // Whoever copies it by hand has the document's own letters.
      getSelection()!.selectAllChildren(quotation);
      await userEvent.copy();
      const target = document.body.appendChild(document.createElement('textarea'));
      target.focus();
      await userEvent.paste();
      await expect.poll(() => target.value.trim()).toBe(turned);
      target.remove();
    }
    // The marks of a direction that a language needs stay what they are.
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

  it.each([true, ''])('collapsed (%j), shows two lines until the reader asks for the rest', async (collapsed) => {
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

describe('"View in the document"', () => {
  const link = page.getByRole('link', { name: 'View in the document' });

  it.each([
    ['provision-clause', 'the focus'],
    ['provision-card', 'the pointer'],
  ] as const)('of <%s> leads to the place as soon as %s is near', async (tag, by) => {
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

  it("goes by the clause's selector, which only the whole record has", async () => {
    const element = await show(
      'provision-clause',
      placed({ selector: [{ type: 'TextQuoteSelector', exact: 'copy and change at will' }] }),
    );
    await userEvent.hover(part(element, 'quotation'));
    await expect
      .poll(() => link.element().getAttribute('href'))
      .toBe(`${source}#:~:text=copy%20and%20change%20at%20will`);
  });

  it('is the plain address where a text is too short to say where it stands', async () => {
    const element = await show('provision-clause', placed({ text: 'No.' }));
    const loaded = vi.spyOn(element, 'requestUpdate');
    await userEvent.hover(part(element, 'quotation'));
    await waitFor(() => {
      expect(loaded).toHaveBeenCalled();
    });
    await element.updateComplete;
    await expect.element(link).toHaveAttribute('href', source);
  });

  it('stands at each of several clauses, and leads to the place of each', async () => {
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

  it('is not there without an address', async () => {
    await show('provision-clause', record({ clauses: [{ text }] }));
    expect(link.elements()).toEqual([]);
  });
});

it('a quotation of the page stays on the screen until the record is there, and is never touched', async () => {
  const element = place('provision-clause', {}, '<blockquote>Own words.</blockquote>');
  const [own] = element.children;
  element.provision = full;
  await waitFor(() => part(element, 'quotation'));
  expect(element.children[0]).toBe(own);
});
