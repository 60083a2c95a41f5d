import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { heard, outline } from '../elements/support/heard.js';
import { clear, next, part, place, show } from '../elements/support/page.js';
import { feed, full, record } from '../elements/support/records.js';
import { waitFor } from '../support/patience.js';

const explained = feed([full], {
  scales: {
    severity: [{ level: 'high', label: 'Grave', description: 'Hard to undo.' }],
    confidence: [{ level: 'high', description: 'Read twice.' }],
  },
  methodology_url: 'https://observatory.example/how',
});

const button = () => page.getByRole('button', { name: 'Severity: High', exact: true });
const panel = () => page.getByRole('group', { name: 'Severity' });

async function isOpen(): Promise<void> {
  await expect.element(panel()).toBeVisible();
}
async function isClosed(): Promise<void> {
  await expect.poll(() => panel().query()).toBeNull();
}

beforeEach(async () => {
  // Move the mouse away from its place in the previous test, so that nothing appears under it.
  document.body.innerHTML = '<p id="elsewhere">Elsewhere on the page</p><div style="block-size: 120px"></div>';
  await userEvent.hover(page.getByText('Elsewhere on the page'));
});
afterEach(() => {
  vi.useRealTimers();
  clear();
});

describe('the explanation of a rating', () => {
  it('has the meaning of the level, the confidence, the basis and a link to the methodology', async () => {
    const severity = await show('provision-severity', explained);
    await button().click();
    await isOpen();
    expect(outline(severity)).toMatchInlineSnapshot(`
      "- button "Severity: High" [expanded]
      - group "Severity":
        - term: Severity
        - definition:
          - text: High
          - paragraph: Hard to undo.
          - paragraph: It cannot be taken back.
        - term: Confidence
        - definition:
          - text: Certain
          - paragraph: Read twice.
        - term: Basis
        - definition: Stated in the document
        - link "How the ratings are made""
    `);
    await expect
      .element(page.getByRole('link', { name: 'How the ratings are made' }))
      .toHaveAttribute('href', 'https://observatory.example/how');
  });

  it('is absent from the accessibility tree before it opens and after it closes', async () => {
    const severity = await show('provision-severity', explained);
    expect(heard(severity)).toBe('Severity: High');
    await button().click();
    await isOpen();
    await button().click();
    await isClosed();
    expect(heard(severity)).toBe('Severity: High');
  });

  it('has no empty heading if a scale is missing', async () => {
    const severity = await show(
      'provision-severity',
      record({ severity: { level: 'high', label: 'High', text: 'Why.' } }),
    );
    await button().click();
    await isOpen();
    expect(heard(severity)).not.toMatch(/Confidence|Basis|How the ratings/);
  });

  it('shows markup in a feed as characters', async () => {
    const text = '<img src=x onerror=alert(1)>';
    const severity = await show('provision-severity', record({ severity: { level: 'high', label: 'High', text } }));
    await button().click();
    await isOpen();
    expect(heard(severity)).toContain(text);
    expect(severity.shadowRoot!.querySelector('img')).toBeNull();
  });

  it('shows a new record while it is open', async () => {
    const severity = await show('provision-severity', explained);
    await button().click();
    await isOpen();
    severity.provision = record({ severity: { level: 'low', label: 'Low', text: 'Another reason.' } });
    await severity.updateComplete;
    await expect.element(page.getByText('Another reason.')).toBeVisible();
  });

  it('closes if the next record has nothing to explain', async () => {
    const severity = await show('provision-severity', explained);
    await button().click();
    await isOpen();
    const closed = next(severity, 'provision-toggle');
    severity.provision = record({ severity: { level: 'low', label: 'Low' } });
    expect(await closed).toMatchObject({ open: false });
    expect(page.getByRole('button').query()).toBeNull();
  });
});

describe('opening', () => {
  it('happens by a click and is exposed to screen readers', async () => {
    await show('provision-severity', explained);
    await expect.element(button()).toHaveAttribute('aria-expanded', 'false');
    await button().click();
    await isOpen();
    await expect.element(button()).toHaveAttribute('aria-expanded', 'true');
  });

  it('happens by a mouse that rests on the badge', async () => {
    await show('provision-severity', explained);
    await button().hover();
    await isOpen();
  });

  it('does not happen by a mouse that passes over the badge', async () => {
    const severity = await show('provision-severity', explained);
    await button().click();
    await isOpen();
    await button().click();
    await isClosed();
    await userEvent.hover(page.getByText('Elsewhere on the page'));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await button().hover();
    await userEvent.hover(page.getByText('Elsewhere on the page'));
    vi.advanceTimersByTime(10_000);
    await severity.updateComplete;
    expect(panel().query()).toBeNull();
  });

  it('happens by keyboard focus', async () => {
    await show('provision-severity', explained);
    (page.getByText('Elsewhere').element() as HTMLElement).tabIndex = 0;
    (page.getByText('Elsewhere').element() as HTMLElement).focus();
    await userEvent.tab();
    await isOpen();
  });

  it.each(['{Enter}', ' '])('and closing happen by the key "%s"', async (key) => {
    const severity = await show('provision-severity', explained);
    await userEvent.tab();
    await isOpen();
    expect(severity.shadowRoot!.activeElement).toBe(button().element());
    await userEvent.keyboard(key);
    await isOpen();
    await userEvent.keyboard(key);
    await isClosed();
    expect(severity.shadowRoot!.activeElement).toBe(button().element());
  });

  it('happens by a tap and lasts, because a finger cannot hover', async () => {
    const severity = await show('provision-severity', explained);
    const target = part(severity, 'badge-button');
    for (const type of ['pointerover', 'pointerenter', 'pointerdown', 'pointerup', 'pointerout', 'pointerleave']) {
      target.dispatchEvent(
        new PointerEvent(type, { pointerType: 'touch', bubbles: !/enter|leave/.test(type), composed: true }),
      );
    }
    target.click();
    await isOpen();
  });

  it('does not happen by a finger that scrolls over the badge', async () => {
    const severity = await show('provision-severity', explained);
    await button().click();
    await isOpen();
    await button().click();
    await isClosed();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const frame = part(severity, 'badge-button').parentElement!;
    frame.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'touch' }));
    vi.advanceTimersByTime(10_000);
    await severity.updateComplete;
    expect(panel().query()).toBeNull();
  });
});

describe('an open explanation stays open', () => {
  it('while the mouse is on the panel', async () => {
    const severity = await show('provision-severity', explained);
    await button().hover();
    await isOpen();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await userEvent.hover(page.getByText('Hard to undo.'));
    vi.advanceTimersByTime(10_000);
    await severity.updateComplete;
    expect(panel().query()).not.toBeNull();
  });

  it('while the mouse crosses the gap between badge and panel', async () => {
    const severity = await show('provision-severity', explained);
    await button().hover();
    await isOpen();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const frame = part(severity, 'badge-button').parentElement!;
    frame.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    vi.advanceTimersByTime(100);
    frame.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'mouse' }));
    vi.advanceTimersByTime(10_000);
    await severity.updateComplete;
    expect(panel().query()).not.toBeNull();
  });

  it('after a click, though the mouse leaves', async () => {
    const severity = await show('provision-severity', explained);
    await button().click();
    await isOpen();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await userEvent.hover(page.getByText('Elsewhere on the page'));
    vi.advanceTimersByTime(10_000);
    await severity.updateComplete;
    expect(panel().query()).not.toBeNull();
  });

  it('while the focus moves to its link', async () => {
    const severity = await show('provision-severity', explained);
    await userEvent.tab();
    await isOpen();
    await userEvent.tab();
    expect(severity.shadowRoot!.activeElement!.textContent).toBe('How the ratings are made');
    await isOpen();
  });

  it('when the reader clicks into it', async () => {
    const severity = await show('provision-severity', explained);
    await button().click();
    await isOpen();
    await page.getByText('Hard to undo.').click();
    await severity.updateComplete;
    expect(panel().query()).not.toBeNull();
  });
});

describe('an open explanation closes', () => {
  it('by a second click', async () => {
    await show('provision-severity', explained);
    await button().click();
    await isOpen();
    await button().click();
    await isClosed();
    await expect.element(button()).toHaveAttribute('aria-expanded', 'false');
  });

  it('when the mouse that opened it has left', async () => {
    await show('provision-severity', explained);
    await button().hover();
    await isOpen();
    await userEvent.hover(page.getByText('Elsewhere on the page'));
    await isClosed();
  });

  it('by a click elsewhere', async () => {
    await show('provision-severity', explained);
    await button().click();
    await isOpen();
    await page.getByText('Elsewhere on the page').click();
    await isClosed();
  });

  it('when the focus leaves it', async () => {
    await show('provision-severity', explained);
    document.body.insertAdjacentHTML('beforeend', '<button>After</button>');
    await userEvent.tab();
    await isOpen();
    await userEvent.tab();
    await userEvent.tab();
    expect(document.activeElement!.textContent).toBe('After');
    await isClosed();
  });

  it('by Escape, wherever the focus is', async () => {
    await show('provision-severity', explained);
    await button().hover();
    await isOpen();
    await userEvent.keyboard('{Escape}');
    await isClosed();
  });

  it('by Escape, and returns the focus from the panel to the badge', async () => {
    const severity = await show('provision-severity', explained);
    await userEvent.tab();
    await isOpen();
    await userEvent.tab();
    await userEvent.keyboard('{Escape}');
    await isClosed();
    expect(severity.shadowRoot!.activeElement).toBe(button().element());
  });

  it('by Escape, and leaves the page’s focus where it is', async () => {
    await show('provision-severity', explained);
    document.body.insertAdjacentHTML('beforeend', '<input aria-label="Search">');
    const input = document.querySelector('input')!;
    await button().hover();
    await isOpen();
    input.focus();
    await button().hover();
    await isOpen();
    await userEvent.keyboard('{Escape}');
    await isClosed();
    expect(document.activeElement).toBe(input);
  });

  it('by Escape, without closing the page’s dialog around it', async () => {
    document.body.insertAdjacentHTML('beforeend', '<dialog><provision-severity></provision-severity></dialog>');
    const dialog = document.querySelector('dialog')!;
    const severity = document.querySelector('provision-severity')!;
    severity.provision = explained;
    dialog.showModal();
    await severity.updateComplete;
    await button().click();
    await isOpen();
    await userEvent.keyboard('{Escape}');
    await isClosed();
    expect(dialog.open).toBe(true);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(dialog.open).toBe(false));
  });

  it('by Escape, and passes the next Escape on to the page', async () => {
    await show('provision-severity', explained);
    await button().click();
    await isOpen();
    await button().click();
    await isClosed();
    const heardKey = next(document.body, 'keydown');
    await userEvent.keyboard('{Escape}');
    expect((await heardKey).key).toBe('Escape');
  });

  it('when its element is removed, and is closed when the element returns', async () => {
    const severity = await show('provision-severity', explained);
    await button().click();
    await isOpen();
    const closed = next(severity, 'provision-toggle');
    severity.remove();
    expect(await closed).toMatchObject({ open: false });
    document.body.append(severity);
    await severity.updateComplete;
    await expect.element(button()).toHaveAttribute('aria-expanded', 'false');
    await isClosed();
  });
});

describe('several popovers on a page', () => {
  it('are independent: one opens, the other stays as it was', async () => {
    const [one, other] = [await show('provision-severity', explained), await show('provision-card', explained)];
    part(one, 'badge-button').click();
    await isOpen();
    expect(part(other, 'badge-button').getAttribute('aria-expanded')).toBe('false');
    expect(part(one, 'badge-button').getAttribute('aria-expanded')).toBe('true');
  });

  it('close each other by a click', async () => {
    await show('provision-severity', explained);
    document.body.insertAdjacentHTML('beforeend', '<div style="block-size: 300px"></div>');
    await show('provision-severity', explained);
    await button().first().click();
    await isOpen();
    await button().last().click();
    await expect
      .poll(() =>
        button()
          .elements()
          .map((one) => one.getAttribute('aria-expanded')),
      )
      .toEqual(['false', 'true']);
  });
});

describe('the position of the panel', () => {
  it('is next to its badge, inside the viewport, above the page', async () => {
    document.body.style.setProperty('padding-inline-start', '900px');
    const severity = await show('provision-severity', explained);
    await button().click();
    await isOpen();
    const shown = part(severity, 'popover');
    await waitFor(() => {
      const box = shown.getBoundingClientRect();
      const anchor = part(severity, 'badge-button').getBoundingClientRect();
      expect(box.right).toBeLessThanOrEqual(document.documentElement.clientWidth);
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(Math.min(Math.abs(box.top - anchor.bottom), Math.abs(anchor.top - box.bottom))).toBeLessThan(16);
    });
    expect(shown.matches(':popover-open')).toBe(true);
  });

  it('is not clipped by an article that clips', async () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div style="overflow: hidden; block-size: 30px; contain: paint"></div>',
    );
    const severity = place('provision-severity', { provision: explained });
    document.querySelector('body > div:last-of-type')!.append(severity);
    await severity.updateComplete;
    await button().click();
    await isOpen();
    const { left, right, bottom } = part(severity, 'popover').getBoundingClientRect();
    await waitFor(() => expect(severity.shadowRoot!.elementFromPoint((left + right) / 2, bottom - 6)).not.toBeNull());
  });
});
