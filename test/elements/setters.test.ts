import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { garbage } from './support/garbage.js';
import { clear, place, tags, type Tag } from './support/page.js';
import { full } from './support/records.js';
import { waitFor } from '../support/patience.js';

/** React 19 sets properties, and one that throws blanks the app: every property of every element takes anything. */
const properties = tags.flatMap((tag) => {
  const { elementProperties } = customElements.get(tag) as unknown as {
    readonly elementProperties: ReadonlyMap<string, unknown>;
  };
  return [...elementProperties.keys()].map((property) => [tag, property] as const);
});

/** What an element says of the record that these tests show. */
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

/** What is on the screen: the element's own words where its slot is there, and those of its shadow root. */
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
  // A word or a number is a level, a label, another record; that is another test's.
  const naming = ['level', 'label', 'record', 'clauseType'].includes(property);
  const values = garbage.filter(([name]) => !naming || !['a word', 'a negative number'].includes(name));

  it('takes anything before it is on the page', async () => {
    for (const [name, value] of values) {
      await saysItsOwnWords(place(tag, { [property]: value }, 'Own words.'), name);
      clear();
    }
  });

  it('takes anything on the page, while it waits', async () => {
    for (const [name, value] of values) {
      const element = place(tag, {}, 'Own words.');
      await element.updateComplete;
      Reflect.set(element, property, value);
      await saysItsOwnWords(element, name);
      clear();
    }
  });

  if (property === 'provision') return;

  it('takes anything while it shows a record, and shows it still', async () => {
    for (const [name, value] of values) {
      const element = place(tag, { provision: full, [property]: value }, 'Own words.');
      // A section that the card has not heard of may be one of the full record, which has to be loaded.
      await waitFor(() => {
        expect(said(element), name).toContain(says[tag]);
      });
      clear();
    }
  });
});

describe('a good value after a bad one', () => {
  it.each(tags)('heals <%s>', async (tag) => {
    const element = place(tag, { provision: Symbol('none') }, 'Own words.');
    await element.updateComplete;
    expect(said(element)).toContain('Own words.');
    element.provision = full;
    await element.updateComplete;
    expect(said(element)).toContain(says[tag]);
  });
});

it('NaN is one wish, not a new one at each rendering: one event', async () => {
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
