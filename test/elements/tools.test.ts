import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ProvisionVerifyEvent } from '../../src/index.js';
import { heard } from './support/heard.js';
import { clear, next, part, show } from './support/page.js';
import { full, record } from './support/records.js';
import { waitFor } from '../support/patience.js';

let copied: string[] = [];

beforeEach(() => {
  copied = [];
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => {
    copied.push(text);
    return Promise.resolve();
  });
});

afterEach(() => {
  clear();
  vi.restoreAllMocks();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const item = (name: string | RegExp) => page.getByRole('menuitem', { name });
const spoken = () => page.getByRole('status').element().textContent;
const focused = (element: Element) => element.shadowRoot!.activeElement?.textContent.trim();

async function withMenu(name: 'Cite' | 'Share', provision: unknown = full) {
  const card = await show('provision-card', provision);
  await button(name).click();
  await expect.element(page.getByRole('menu')).toBeVisible();
  return card;
}

describe('the menu of a tool', () => {
  it('opens by click with the focus on its first item, and is exposed as expanded', async () => {
    const card = await withMenu('Cite');
    await expect.element(button('Cite')).toHaveAttribute('aria-expanded', 'true');
    await expect.element(button('Cite')).toHaveAttribute('aria-haspopup', 'menu');
    expect(focused(card)).toBe('Citation record');
    await expect.element(page.getByRole('menu', { name: 'Copy citation' })).toBeVisible();
  });

  it.each([
    ['{ArrowDown}', 'Citation record'],
    ['{ArrowUp}', 'CSL-JSON'],
    ['{Enter}', 'Citation record'],
    [' ', 'Citation record'],
  ])('opens by "%s" on its button, at "%s"', async (key, first) => {
    const card = await show('provision-card', full);
    (button('Cite').element() as HTMLElement).focus();
    await userEvent.keyboard(key);
    await expect.poll(() => focused(card)).toBe(first);
  });

  it('moves the focus by arrows, Home, End and first letters, around its ends', async () => {
    const card = await withMenu('Cite');
    for (const [key, to] of [
      ['{ArrowDown}', 'APA, 7th edition'],
      ['{ArrowUp}', 'Citation record'],
      ['{ArrowUp}', 'CSL-JSON'],
      ['{ArrowDown}', 'Citation record'],
      ['{End}', 'CSL-JSON'],
      ['{Home}', 'Citation record'],
      ['b', 'Bluebook, 21st edition'],
      ['b', 'BibTeX'],
      ['b', 'Bluebook, 21st edition'],
      ['z', 'Bluebook, 21st edition'],
    ] as const) {
      await userEvent.keyboard(key);
      expect(focused(card), key).toBe(to);
    }
  });

  it('closes by Escape, with the focus back on its button, and copies nothing', async () => {
    const card = await withMenu('Cite');
    await userEvent.keyboard('{Escape}');
    await expect.element(button('Cite')).toHaveAttribute('aria-expanded', 'false');
    expect(focused(card)).toBe('Cite');
    expect(copied).toEqual([]);
  });

  it('closes by Tab, and the focus moves on', async () => {
    const card = await withMenu('Cite');
    await userEvent.tab();
    await expect.element(button('Cite')).toHaveAttribute('aria-expanded', 'false');
    expect(focused(card)).toBe('Share');
  });

  it('closes by a click elsewhere', async () => {
    await withMenu('Cite');
    await userEvent.click(document.body, { position: { x: 1, y: 1 } });
    await expect.element(button('Cite')).toHaveAttribute('aria-expanded', 'false');
    expect(page.getByRole('menu').elements()).toEqual([]);
  });

  it('closes when another opens', async () => {
    await withMenu('Cite');
    (button('Share').element() as HTMLElement).click();
    await expect.element(page.getByRole('menu', { name: 'Share' })).toBeVisible();
    expect(page.getByRole('menu').elements()).toHaveLength(1);
  });

  // A script of the page, or a switch control, may be faster than the menu.
  it('does not open if another is pressed first', async () => {
    await withMenu('Cite');
    await button('Cite').click();
    for (const name of ['Cite', 'Share']) (button(name).element() as HTMLElement).click();
    await expect.element(page.getByRole('menu', { name: 'Share' })).toBeVisible();
    await expect.element(button('Cite')).toHaveAttribute('aria-expanded', 'false');
  });

  it('closes when its card is removed, and leaves no listener behind', async () => {
    const added = vi.spyOn(document, 'addEventListener');
    const removed = vi.spyOn(document, 'removeEventListener');
    const card = await withMenu('Cite');
    card.remove();
    const types = (spy: typeof added | typeof removed) => spy.mock.calls.map(([type]) => type).sort();
    expect(types(removed)).toEqual(types(added));
    document.body.append(card);
    await card.updateComplete;
    expect(page.getByRole('menu').elements()).toEqual([]);
  });
});

describe('cite', () => {
  it.each([
    ['APA, 7th edition', 'apa', /^Analyst, A\.|^Ada Analyst/],
    ['BibTeX', 'bibtex', /^@/],
    ['RIS', 'ris', /^TY {2}- /],
    ['CSL-JSON', 'csl-json', /"type":/],
  ])('copies %s, announces it and dispatches an event', async (name, id, like) => {
    const card = await withMenu('Cite');
    const told = next(card, 'provision-copy');
    await item(name).click();
    expect(await told).toMatchObject({ what: id });
    expect(copied).toHaveLength(1);
    expect(copied[0]).toMatch(like);
    await expect.poll(spoken).toBe(`${name} copied`);
    expect(focused(card)).toBe('Cite');
  });

  it('contains the reader’s day as day of access, and data that only the complete record has', async () => {
    vi.useFakeTimers({ now: new Date(2031, 1, 3, 12), toFake: ['Date'] });
    try {
      await withMenu('Cite', { ...full, _provision: { ...(full['_provision'] as object), record_id: 'R-0001' } });
      await item('Citation record').click();
      expect(copied[0]).toContain('Accessed: February 3, 2031');
      expect(copied[0]).toContain('Record ID: R-0001');
    } finally {
      vi.useRealTimers();
    }
  });

  it('uses execCommand if the clipboard is unavailable', async () => {
    vi.mocked(navigator.clipboard.writeText).mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    const old = vi.spyOn(document, 'execCommand').mockReturnValue(true);
    const card = await withMenu('Cite');
    await item('RIS').click();
    await expect.poll(spoken).toBe('RIS copied');
    expect(old).toHaveBeenCalledWith('copy');
    expect(card.shadowRoot!.querySelector('textarea')).toBeNull();
    expect(focused(card)).toBe('Cite');
  });

  it('announces a failure and dispatches no event if nothing can be copied', async () => {
    vi.mocked(navigator.clipboard.writeText).mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    vi.spyOn(document, 'execCommand').mockReturnValue(false);
    const card = await withMenu('Cite');
    const told = vi.fn();
    card.addEventListener('provision-copy', told);
    await item('RIS').click();
    await expect.poll(spoken).toBe('Could not be copied');
    expect(told).not.toHaveBeenCalled();
  });

  it('announces a repeated copy again', async () => {
    await withMenu('Cite');
    await item('RIS').click();
    await expect.poll(spoken).toBe('RIS copied');
    await button('Cite').click();
    await item('RIS').click();
    await expect.poll(spoken).toBe('RIS copied\xa0');
  });
});

describe('share', () => {
  it('offers links to the record’s own page that load nothing before the click', async () => {
    const card = await withMenu('Share');
    const menu = card.shadowRoot!.querySelector('[role=menu]')!;
    expect([...menu.querySelectorAll('a')].map(({ href, rel, target }) => [href, rel, target])).toEqual([
      [
        'https://x.com/intent/post?url=https%3A%2F%2Fobservatory.example%2Fr%2F1&text=Broad%20licence',
        'noopener noreferrer',
        '_blank',
      ],
      [
        'https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fobservatory.example%2Fr%2F1',
        'noopener noreferrer',
        '_blank',
      ],
      [
        'mailto:?subject=Broad%20licence&body=https%3A%2F%2Fobservatory.example%2Fr%2F1',
        'noopener noreferrer',
        '_blank',
      ],
    ]);
    expect(menu.querySelector('img, script, iframe')).toBeNull();
  });

  it('copies the link', async () => {
    const card = await withMenu('Share');
    const told = next(card, 'provision-copy');
    await item('Copy link').click();
    expect(await told).toMatchObject({ what: 'link' });
    expect(copied).toEqual(['https://observatory.example/r/1']);
    await expect.poll(spoken).toBe('Link copied');
  });

  it('opens a link by Space, like Enter', async () => {
    const card = await withMenu('Share');
    const followed = vi.fn((event: Event) => {
      event.preventDefault();
    });
    card.addEventListener('click', followed);
    await userEvent.keyboard('{ArrowDown} ');
    expect(followed).toHaveBeenCalledOnce();
    await expect.element(button('Share')).toHaveAttribute('aria-expanded', 'false');
  });

  it('uses the article if a record has neither page nor name, whether its title is well formed or not', async () => {
    const { title } = document;
    document.title = 'A \ud800 lone';
    const card = await withMenu('Share', record({}, { title: undefined }));
    document.title = title;
    const href = card.shadowRoot!.querySelector('[role=menu] a')!.getAttribute('href')!;
    expect(href).toContain(`url=${encodeURIComponent(location.href)}`);
    expect(href).toContain('A%20%EF%BF%BD%20lone');
  });

  it.each([
    ['was used', () => Promise.resolve()],
    ['was left', () => Promise.reject(new DOMException('', 'AbortError'))],
  ])('is done if the system’s own sheet %s', async (_, share) => {
    touch();
    const sheet = vi.fn(share);
    Object.assign(navigator, { canShare: () => true, share: sheet });
    await show('provision-card', full);
    await button('Share').click();
    await waitFor(() => {
      expect(sheet).toHaveBeenCalledWith({ url: 'https://observatory.example/r/1', title: 'Broad licence' });
    });
    expect(page.getByRole('menu').elements()).toEqual([]);
  });

  it('opens the menu if the system’s sheet fails', async () => {
    touch();
    Object.assign(navigator, {
      canShare: () => true,
      share: () => Promise.reject(new DOMException('', 'NotAllowedError')),
    });
    await withMenu('Share');
  });

  /** Simulates a touch device with a share sheet. */
  function touch(): void {
    const { matchMedia } = window;
    vi.spyOn(window, 'matchMedia').mockImplementation((query) =>
      query.includes('coarse') ? ({ matches: true } as MediaQueryList) : matchMedia(query),
    );
  }
});

describe('print', () => {
  it('belongs to the full record and opens the page’s own dialog', async () => {
    const print = vi.spyOn(window, 'print').mockReturnValue();
    await show('provision-card', full);
    expect(button('Print').elements()).toEqual([]);
    await button('Show the full record').click();
    await button('Print').click();
    await waitFor(() => {
      expect(print).toHaveBeenCalledOnce();
    });
  });
});

describe('the evidence', () => {
  const hash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  const hello = 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9';

  it.each([
    ['a clause that matches', { text: 'hello world', sha256: hello }, 'matches'],
    ['a tampered clause', { text: 'hello, world', sha256: hello }, 'differs'],
    ['a clause without a hash', { text: 'hello world' }, 'cannot be checked (the record gives no hash)'],
  ])('is checked for %s', async (_, clause, found) => {
    const element = await show('provision-clause', record({ clauses: [clause] }));
    const told = next(element, 'provision-verify');
    await button('Check the evidence').click();
    expect((await told).results).toHaveLength(3);
    await expect.poll(() => heard(part(element, 'checks'))).toContain(`Text of clause 1 against its SHA-256: ${found}`);
    expect(heard(part(element, 'checks'))).toContain(
      'Snapshot against its SHA-256: cannot be checked (the record names no snapshot)',
    );
    await expect.poll(spoken).toBe('Evidence checked; the results are in the record');
  });

  it('is checked by a method as well, which returns the results', async () => {
    const card = await show('provision-card', record({ clauses: [{ text: 'hello world', sha256: hello }] }));
    const results = await card.verify();
    expect(results[0]).toMatchObject({ subject: 'clause', outcome: 'matches' });
  });

  it('has no result without a record', async () => {
    const events: ProvisionVerifyEvent[] = [];
    document.addEventListener('provision-verify', (event) => events.push(event), { once: true });
    expect(await document.createElement('provision-card').verify()).toEqual([]);
    expect(events).toEqual([]);
  });

  it('of one record is not shown for the next', async () => {
    const element = await show('provision-clause', record({ clauses: [{ text: 'hello world', sha256: hello }] }));
    await element.verify();
    await expect.poll(() => heard(part(element, 'checks'))).toContain('matches');
    element.provision = record({ clauses: [{ text: 'other', sha256: hash }] });
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('[part=checks]')).toBeNull();
  });

  it('sends no request if there is no snapshot', async () => {
    const asked = vi.spyOn(window, 'fetch');
    const element = await show('provision-clause', record({ clauses: [{ text: 'hello world' }] }));
    await element.verify();
    expect(asked).not.toHaveBeenCalled();
  });
});

it('a hash is copied completely', async () => {
  const sha256 = '0f'.repeat(32);
  const card = await show('provision-card', record({ provenance: { sha256 } }), { sections: 'details' });
  await button('Copy the whole hash').click();
  await expect.poll(() => copied).toEqual([sha256]);
  expect(heard(part(card, 'details'))).toContain(sha256);
});
