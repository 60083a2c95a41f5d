import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { ProvisionCard } from '../../src/index.js';
import { garbage } from './support/garbage.js';
import { full } from './support/records.js';

/** No import here defines the elements, so that all of these are connected before the definition. */
const made = new Map<string, ProvisionCard>();

function early(
  name: string,
  properties: Readonly<Record<string, unknown>>,
  attributes: Readonly<Record<string, string>> = {},
): void {
  const element = document.createElement('provision-card');
  Object.assign(element, properties);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append('Own words.');
  made.set(name, element);
  document.body.append(element);
}

beforeAll(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  expect(customElements.get('provision-card')).toBeUndefined();
  early('properties', { provision: full, layout: 'compact', headingLevel: 5 });
  early('attributes', {}, { layout: 'compact', 'heading-level': '4' });
  early('both', { provision: full, headingLevel: 5 }, { 'heading-level': '2' });
  for (const [name, value] of garbage) early(name, { provision: value });
  await import('../../src/define.js');
});
afterAll(() => {
  document.body.replaceChildren();
});
afterEach(() => vi.restoreAllMocks());

const heading = (element: ProvisionCard) => element.shadowRoot!.querySelector('[part=heading]');

it('properties from before the upgrade apply', async () => {
  const card = made.get('properties')!;
  await card.updateComplete;
  expect(heading(card)!.textContent).toContain('Broad licence');
  expect(heading(card)!.getAttribute('aria-level')).toBe('5');
  expect(card.shadowRoot!.querySelector('[part=clause]')).toBeNull();
});

it('attributes from before the upgrade apply', async () => {
  const card = made.get('attributes')!;
  await card.updateComplete;
  card.provision = full;
  await card.updateComplete;
  expect(heading(card)!.getAttribute('aria-level')).toBe('4');
});

it('a property from before the upgrade takes precedence over an attribute, because frameworks set it later', async () => {
  const card = made.get('both')!;
  await card.updateComplete;
  expect(heading(card)!.getAttribute('aria-level')).toBe('5');
});

it.each(garbage)('%s as a record from before the upgrade shows the own content', async (name) => {
  const card = made.get(name)!;
  await card.updateComplete;
  expect(heading(card)).toBeNull();
  expect(card.shadowRoot!.querySelector('slot')!.assignedNodes()[0]!.textContent).toBe('Own words.');
});

it('an upgraded element still reacts, because the earlier property does not shadow the accessor', async () => {
  const card = made.get('properties')!;
  card.provision = { id: 'another', title: 'Another' };
  await card.updateComplete;
  expect(heading(card)!.textContent).toContain('Another');
});
