import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { heard } from './support/heard.js';
import { brokenNetwork, fresh } from './support/network.js';
import { clear, fixture, next, outcome, part, place, tags, type Tag } from './support/page.js';
import { full, record } from './support/records.js';

beforeEach(() => vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => {
  clear();
  vi.restoreAllMocks();
});

const quotation =
  '<blockquote cite="https://a.example/"><p>The clause.</p></blockquote><p slot="note">Ours.</p><script type="application/xml"></script><!-- kept -->';

/** Records all changes of an element's light DOM and of the element itself. */
function watch(element: Element): () => readonly string[] {
  const observer = new MutationObserver(() => undefined);
  const seen: MutationRecord[] = [];
  observer.observe(element, { attributes: true, childList: true, characterData: true, subtree: true });
  return () => {
    seen.push(...observer.takeRecords());
    return seen.map(({ type, target, attributeName }) => `${type} ${target.nodeName} ${attributeName ?? ''}`);
  };
}

function watched<T extends Tag>(tag: T, properties: Readonly<Record<string, unknown>> = {}) {
  const element = place(tag, {}, quotation);
  const changes = watch(element);
  for (const [name, value] of Object.entries(properties)) Reflect.set(element, name, value);
  return { element, changes };
}

describe.each(tags)('<%s> leaves the reader’s HTML and its own attributes unchanged', (tag) => {
  it('over a load', async () => {
    const { element, changes } = watched(tag, { src: fresh(fixture('one.json')) });
    expect(await outcome(element)).toBe('shown');
    expect(changes()).toEqual([]);
    expect(element.innerHTML).toBe(quotation);
  });

  it('over a failure', async () => {
    brokenNetwork();
    const { element, changes } = watched(tag, { src: fresh('https://observatory.example/') });
    expect(await outcome(element)).toBe('network');
    expect(changes()).toEqual([]);
  });

  it('over every property', async () => {
    const { element, changes } = watched(tag, {
      provision: full,
      layout: 'compact',
      level: 'high',
      label: 'High',
      limit: 1,
      sort: 'severity',
      headingLevel: 5,
    });
    await element.updateComplete;
    expect(changes()).toEqual([]);
  });

  it('over a move and a removal', async () => {
    const { element, changes } = watched(tag, { provision: full });
    await element.updateComplete;
    document.body.prepend(element);
    element.remove();
    await element.updateComplete;
    expect(changes()).toEqual([]);
  });
});

it('over the opening and closing of parts', async () => {
  const { element, changes } = watched('provision-card', {
    provision: record({ severity: { level: 'high', text: 'So.' } }, { content_text: 'word '.repeat(500) }),
  });
  await element.updateComplete;
  await page.getByRole('button', { name: 'Show all' }).click();
  const open = next(element, 'provision-toggle');
  part(element, 'badge-button').click();
  await open;
  await element.updateComplete;
  expect(changes()).toEqual([]);
});

describe('the element’s own content', () => {
  it.each(tags)(
    'of <%s> is visible from the first frame until the record is rendered, and never together with it',
    async (tag) => {
      const element = place(tag, {}, '<p>Own words.</p>');
      await expect.element(page.getByText('Own words.')).toBeVisible();
      element.provision = full;
      await element.updateComplete;
      expect(heard(element)).not.toContain('Own words.');
      await expect.element(page.getByText('Own words.')).not.toBeVisible();
    },
  );

  it('is visible again if the next record fails to load', async () => {
    const card = place('provision-card', { provision: full }, '<p>Own words.</p>');
    await card.updateComplete;
    card.provision = {};
    await card.updateComplete;
    await expect.element(page.getByText('Own words.')).toBeVisible();
  });

  it('may change while no record is rendered', async () => {
    const card = place('provision-card', {}, '<p>Own words.</p>');
    await card.updateComplete;
    card.querySelector('p')!.textContent = 'Other words.';
    expect(heard(card)).toBe('Other words.');
  });

  it('does not show the note without its label while there is no record', async () => {
    const card = place('provision-card', {}, '<p>Own words.</p><p slot="note">Ours.</p>');
    await card.updateComplete;
    expect(heard(card)).toBe('Own words.');
  });
});

it('a hidden element is hidden, whatever its display', async () => {
  for (const tag of tags) {
    const element = place(tag, { provision: full, hidden: true });
    await element.updateComplete;
    expect(getComputedStyle(element).display, tag).toBe('none');
  }
});
