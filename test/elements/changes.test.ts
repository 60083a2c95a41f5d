import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readData } from '../support/browser-data.js';
import { change, feedOf, wordings } from './support/changes.js';
import { asHeard, heard, violations } from './support/heard.js';
import { clear, hasPart, next, part } from './support/page.js';
import '../../src/define.js';
import { waitFor } from '../support/patience.js';

const versions = (await readData('versions-feed.json')) as
  { items: { id: string; _provision: { changes: object[] } }[] } | undefined;
const { first, second } = wordings;

async function history(
  provision: unknown,
  properties: object = {},
): Promise<HTMLElementTagNameMap['provision-changes']> {
  const element = Object.assign(document.createElement('provision-changes'), { provision, ...properties });
  element.textContent = 'Own words.';
  document.body.append(element);
  await next(element, 'provision-load');
  return element;
}

const listed = (element: Element) =>
  waitFor(() => {
    expect(hasPart(element, 'history')).toBe(true);
    return [...element.shadowRoot!.querySelectorAll('[part~="change"]')].map((one) => asHeard(one.textContent));
  });

beforeEach(() => {
  document.documentElement.lang = 'en-GB';
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  clear();
  vi.restoreAllMocks();
});

describe('<provision-changes>', () => {
  it('shows its own content until the history has loaded and if there is none', async () => {
    const element = await history(feedOf(first));
    await element.updateComplete;
    await import('../../src/elements/pinning/changes-chunk.js');
    await element.updateComplete;
    expect(hasPart(element, 'base')).toBe(false);
    expect(element.shadowRoot!.querySelector('slot')).not.toBeNull();
  });

  it('lists the newest change first, with day and kind, and with labels for screen readers', async () => {
    const element = await history(
      feedOf(second, {
        changes: [
          { kind: 'cosmetic', from: { text: `"${first}"` }, to: { text: `“${first}”`, captured: '2026-01-01' } },
          change('substantive', first, second),
        ],
      }),
    );
    const [newest, oldest] = await listed(element);
    expect(newest).toMatch(/^3 June 2026 ?Changed/);
    expect(newest).toContain('The purpose is wider.');
    expect(oldest).toMatch(/^1 January 2026 ?Typography only/);
    expect(heard(element)).toContain('improve the service added: and to train models, unless');
    expect(part(element, 'heading').textContent.trim()).toBe('What has changed');
    expect(await violations(element)).toEqual([]);
  });

  it('distinguishes removed and added words without colour', async () => {
    const element = await history(
      feedOf(second, { changes: [change('substantive', 'We may share data.', 'We must share data.')] }),
    );
    await listed(element);
    const gone = element.shadowRoot!.querySelector('del')!;
    const come = element.shadowRoot!.querySelector('ins')!;
    expect([gone.textContent, come.textContent]).toEqual(['removed: may', 'added: must']);
    expect(getComputedStyle(gone).textDecorationLine).toBe('line-through');
    expect(getComputedStyle(come).textDecorationLine).toBe('underline');
  });

  it('folds changes that leave the clause as it was, and long unchanged passages', async () => {
    const tail = ' Nothing else in this section has any bearing on what we may do.'.repeat(6);
    const element = await history(
      feedOf(second, {
        changes: [change('regional-variant', first, second), change('substantive', `May${tail}`, `Must${tail}`)],
      }),
    );
    await listed(element);
    expect(heard(element)).toContain('Another region’s edition');
    expect(heard(element)).not.toContain('to train models');
    expect(heard(element)).toMatch(/… 6\d words unchanged …/);
    const unfold = element.shadowRoot!.querySelector<HTMLElement>('[part~="unchanged"]')!;
    unfold.click();
    await element.updateComplete;
    expect(unfold.getAttribute('aria-expanded')).toBe('true');
    expect(heard(element).match(/bearing on what we may do/g)).toHaveLength(6);
    [...element.shadowRoot!.querySelectorAll('button')]
      .find((one) => one.textContent.includes('What has changed'))!
      .click();
    await element.updateComplete;
    expect(heard(element)).toContain('to train models');
  });

  it('omits changes before `since` and accepts any value of it', async () => {
    const changes = [
      { ...change('substantive', first, second), to: { text: second, captured: '2025-01-01' } },
      change('substantive', second, first),
    ];
    const element = await history(feedOf(first, { changes }), { since: '2026-01-01' });
    expect(await listed(element)).toHaveLength(1);
    for (const since of ['yesterday', 7, Symbol('s'), {}]) {
      Object.assign(element, { since });
      await element.updateComplete;
      expect(await listed(element)).toHaveLength(2);
    }
  });

  it('shows markup in a wording as characters', async () => {
    const element = await history(
      feedOf(second, { changes: [change('substantive', '<b>may</b>', '<img src=x onerror=alert(1)>')] }),
    );
    await listed(element);
    expect(element.shadowRoot!.querySelector('img, b b')).toBeNull();
    expect(heard(element)).toContain('img src=x onerror=alert(1)>');
  });

  it.skipIf(!versions)('labels each substantive change with its kind', async () => {
    const names: Readonly<Record<string, string>> = {
      substantive: 'Changed',
      'regional-variant': 'Another region’s edition',
      'date-only': 'Only a date',
      technical: 'Technical only',
    };
    for (const { id, _provision } of versions!.items) {
      const element = await history(versions, { record: id });
      const entries = await listed(element);
      expect(entries).toHaveLength(_provision.changes.length);
      for (const { kind } of _provision.changes as { kind: string }[]) {
        expect(
          entries.some((entry) => entry.includes(names[kind]!)),
          kind,
        ).toBe(true);
      }
      clear();
    }
  });
});
