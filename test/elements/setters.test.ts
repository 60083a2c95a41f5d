import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { garbage } from './support/garbage.js';
import { clear, place, tags, type Tag } from './support/page.js';
import { full } from './support/records.js';
import { waitFor } from '../support/patience.js';

/** Every property of every element accepts any value, because React 19 sets properties and an exception blanks the app. */
const properties = tags.flatMap((tag) => {
  const { elementProperties } = customElements.get(tag) as unknown as {
    readonly elementProperties: ReadonlyMap<string, unknown>;
  };
  return [...elementProperties.keys()].map((property) => [tag, property] as const);
});

/** Text of each element for the record in these tests. */
const says = {
  'provision-card': 'Broad licence',
  'provision-clause': 'perpetual licence',
  'provision-severity': 'High',
  'provision-comparison': 'Chirper',
};

beforeEach(() => vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => {
  clear();
  vi.restoreAllMocks();
});

/** Returns the visible text: the element's own content if its slot is present, and its shadow root's. */
function said({ shadowRoot, textContent }: Element): string {
  return `${shadowRoot!.querySelector('slot:not([name])') ? textContent : ''} ${shadowRoot!.textContent}`;
}

async function saysItsOwnWords(element: HTMLElementTagNameMap[Tag], name: string): Promise<void> {
  await element.updateComplete;
  expect(said(element), name).toContain('Own words.');
  expect(said(element), name).not.toMatch(/undefined|\[object/);
}

it('the list of properties is not empty', () => {
  expect(properties.map(([, property]) => property)).toEqual(
    expect.arrayContaining([
      'src',
      'record',
      'provision',
      'headingLevel',
      'layout',
      'sections',
      'collapsed',
      'level',
      'limit',
      'sort',
      'clauseType',
    ]),
  );
});

describe.each(properties)('<%s>.%s', (tag, property) => {
  // A word or a number is a valid level, label or record id; other tests cover these.
  const naming = ['level', 'label', 'record', 'clauseType'].includes(property);
  const values = garbage.filter(([name]) => !naming || !['a word', 'a negative number'].includes(name));

  it('accepts any value before it is connected', async () => {
    for (const [name, value] of values) {
      await saysItsOwnWords(place(tag, { [property]: value }, 'Own words.'), name);
      clear();
    }
  });

  it('accepts any value while its record loads', async () => {
    for (const [name, value] of values) {
      const element = place(tag, {}, 'Own words.');
      await element.updateComplete;
      Reflect.set(element, property, value);
      await saysItsOwnWords(element, name);
      clear();
    }
  });

  if (property === 'provision') return;

  it('accepts any value while it shows a record, and keeps showing it', async () => {
    for (const [name, value] of values) {
      const element = place(tag, { provision: full, [property]: value }, 'Own words.');
      // An unknown section may be one of the full record, which has to load.
      await waitFor(() => {
        expect(said(element), name).toContain(says[tag]);
      });
      clear();
    }
  });
});

describe('a valid value after an invalid one', () => {
  it.each(tags)('restores <%s>', async (tag) => {
    const element = place(tag, { provision: Symbol('none') }, 'Own words.');
    await element.updateComplete;
    expect(said(element)).toContain('Own words.');
    element.provision = full;
    await element.updateComplete;
    expect(said(element)).toContain(says[tag]);
  });
});

it('NaN is one request, not a new one at each rendering, so there is one event', async () => {
  const events: Event[] = [];
  const card = document.createElement('provision-card');
  card.addEventListener('provision-error', (event) => events.push(event));
  card.provision = NaN;
  document.body.append(card);
  await card.updateComplete;
  card.requestUpdate();
  await card.updateComplete;
  expect(events).toHaveLength(1);
});
