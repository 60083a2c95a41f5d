import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ProvisionToggleEvent } from '../../src/index.js';
import { asHeard, heard } from './support/heard.js';
import { clear, next, part, show } from './support/page.js';
import { full, record } from './support/records.js';

afterEach(clear);

const long = Array.from({ length: 400 }, (_, index) => `word${index}`).join(' ');
const longSummary = record({}, { content_text: long });
const height = (element: Element) => part(element, 'summary').getBoundingClientRect().height;

describe('a long text', () => {
  it('is folded, with a button', async () => {
    const card = await show('provision-card', longSummary);
    await expect.element(page.getByRole('button', { name: 'Show all', expanded: false })).toBeVisible();
    const folded = height(card);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(height(card)).toBeGreaterThan(folded * 1.5);
  });

  it('is complete in the accessibility tree, folded or not', async () => {
    const card = await show('provision-card', longSummary);
    expect(heard(card)).toContain(asHeard(long));
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(heard(card)).toContain(asHeard(long));
  });

  it('opens and closes by Enter and by Space, and the focus stays on the button', async () => {
    const card = await show('provision-card', longSummary);
    const button = page.getByRole('button', { name: /^Show (all|less)$/ });
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: 'Show less', expanded: true })).toBeVisible();
    await userEvent.keyboard(' ');
    await expect.element(page.getByRole('button', { name: 'Show all', expanded: false })).toBeVisible();
    expect(card.shadowRoot!.activeElement).toBe(button.element());
  });

  it('names itself in the label of its button', async () => {
    const card = await show('provision-card', longSummary);
    const button = page.getByRole('button', { name: 'Show all' }).element();
    const controlled = card.shadowRoot!.getElementById(button.getAttribute('aria-controls')!);
    expect(controlled!.textContent).toContain('word399');
  });

  it('opens when find-in-page, a text fragment or the focus scrolls into it', async () => {
    const card = await show('provision-card', longSummary);
    const opened = next(card, 'provision-toggle');
    const anchor = document.createElement('span');
    part(card, 'summary').querySelector('p')!.append(anchor);
    anchor.scrollIntoView();
    expect(await opened).toMatchObject({ section: 'summary', open: true });
    await card.updateComplete;
    await expect.element(page.getByRole('button', { name: 'Show less' })).toBeVisible();
  });

  it('is complete in print', async () => {
    const card = await show('provision-card', longSummary);
    const printed = [...card.shadowRoot!.adoptedStyleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && rule.conditionText === 'print')
      .flatMap((rule) => [...rule.cssRules])
      .find((rule): rule is CSSStyleRule => rule instanceof CSSStyleRule && rule.selectorText.startsWith('.fold'));
    expect(printed!.style.getPropertyValue('max-block-size')).toBe('none');
  });
});

describe('a short text', () => {
  it('has no button', async () => {
    await show('provision-card', full);
    expect(page.getByRole('button', { name: 'Show all' }).elements()).toEqual([]);
  });
});

/** Labels of buttons other than "Show all", by section. */
const opens: Readonly<Record<string, string>> = { clause: 'Read the whole clause', 'comparison-0': 'Excerpt Other' };
const closes: Readonly<Record<string, string>> = { 'comparison-0': 'Excerpt Other' };

it.each([
  ['summary', record({}, { content_text: long })],
  ['why', record({ why_it_matters: long })],
  ['impact', record({ consumer_impact: long })],
  ['clause', record({ clauses: [{ text: long }, { text: 'more' }] })],
  [
    'clause',
    record({ clauses: Array.from({ length: 40 }, (_, index) => ({ text: `One of many clauses, number ${index}.` })) }),
  ],
  ['comparison-0', record({ comparisons: { items: [{ platform: { name: 'Other' }, excerpt: long }] } })],
])('the section %s folds and names itself in its events', async (section, provision) => {
  const card = await show('provision-card', provision);
  const events: ProvisionToggleEvent[] = [];
  card.addEventListener('provision-toggle', (event) => events.push(event));
  await page.getByRole('button', { name: opens[section] ?? 'Show all' }).click();
  await page.getByRole('button', { name: closes[section] ?? 'Show less' }).click();
  expect(events.map((event) => [event.section, event.open])).toEqual([
    [section, true],
    [section, false],
  ]);
});

it('several long texts open independently', async () => {
  await show('provision-card', record({ consumer_impact: long }, { content_text: long }));
  await page.getByRole('button', { name: 'Show all' }).nth(1).click();
  await expect
    .poll(() =>
      page
        .getByRole('button', { name: /^Show (all|less)$/ })
        .elements()
        .map((button) => button.getAttribute('aria-expanded')),
    )
    .toEqual(['false', 'true']);
});

it('an open text stays open when the same record is read again', async () => {
  const card = await show('provision-card', longSummary);
  await page.getByRole('button', { name: 'Show all' }).click();
  card.provision = { ...longSummary };
  await card.updateComplete;
  await expect.element(page.getByRole('button', { name: 'Show less' })).toBeVisible();
});

it('an open text is closed in the next record', async () => {
  const card = await show('provision-card', longSummary);
  await page.getByRole('button', { name: 'Show all' }).click();
  card.provision = { ...longSummary, id: 'another' };
  await card.updateComplete;
  expect(page.getByRole('button', { name: 'Show all' }).elements()).toHaveLength(1);
});
