/**
 * A record with all texts in Greek, so that our own messages are recognizable by their letters, and everything that is painted
 * of it.
 */
import { expect } from 'vitest';
import sample from '../../../demo/feeds/clausewatch.json' with { type: 'json' };
import { ProvisionCard } from '../../../src/elements/provision-card/provision-card.js';
import type { ProvisionElement } from '../../../src/elements/provision-element.js';
import { part, place } from './page.js';
import type { Tag } from './page.js';

const greek = 'αβξδεφγηιϊκλμνοπθρστυϋωχψζ';
const translated = (text: string) =>
  text.replace(/[a-zA-Z]/g, (letter) => greek[letter.toLowerCase().charCodeAt(0) - 97] ?? letter);

/** Members that are not translated, because they are keys and not text. */
const kept = /^(?:id|level|kind|match|status|version|spec|language|lang|clause_type|type|sha256|scope|slug|code|csl)$/;

function inGreek(value: unknown, name = ''): unknown {
  if (typeof value === 'string')
    return kept.test(name) || /^(?:https?:|\d{4}-)/.test(value) ? value : translated(value);
  if (Array.isArray(value)) return value.map((one) => inGreek(one, name));
  if (typeof value !== 'object' || value === null || name === 'csl') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inGreek(one, key)]));
}

const [whole] = sample.items.filter(({ id }) => id === 'CW-0007');
const platform = (index: number) => ({
  platform: index ? { name: `Platform ${index}` } : {},
  severity: { level: index % 2 ? 'high' : 'low', label: index % 2 ? 'High' : 'Low' },
  excerpt: `What number ${index} says.`,
  captured: '2026-05-10',
  url: `https://p${index}.example/terms`,
  match: index % 3 ? undefined : 'weak',
  truncated: index % 3 === 0,
});

/** The fullest record: every section, enough rows for every tool, and every kind of change. */
export const everything = JSON.parse(
  JSON.stringify(
    inGreek({
      ...sample,
      language: 'el',
      items: [
        {
          ...whole,
          language: 'el',
          tags: ['licence'],
          date_published: '2026-05-13',
          _provision: {
            ...whole?._provision,
            status: 'corrected',
            clauses: whole?._provision.clauses.map((clause) => ({ ...clause, language: 'el', attribution: undefined })),
            prevalence: { count: 4, total: 9 },
            comparisons: { total: 12, items: Array.from({ length: 12 }, (_, index) => platform(index)) },
            regulations: [...(whole?._provision.regulations ?? []), { name: 'Law' }],
            changes: ['substantive', 'cosmetic', 'regional-variant', 'technical', 'date-only', 'analysis'].map(
              (kind, index) => ({
                id: `c-${index}`,
                kind,
                from: { text: `${'The same words. '.repeat(30)}May.`, captured: `2026-01-0${index + 1}` },
                to: { text: `${'The same words. '.repeat(30)}Must.`, captured: `2026-02-0${index + 1}` },
              }),
            ),
          },
        },
      ],
    }),
  ),
) as object;

const spoken = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-roledescription'];

/** Collects the texts and labels below a node, except those marked as not translatable. */
function saidBelow(node: Node, into: Set<string>): void {
  for (const child of node.childNodes) {
    if (child instanceof Text) {
      const words = child.data.replace(/\s+/g, ' ').trim();
      if (words) into.add(words);
    }
    if (!(child instanceof Element) || child.matches('style, script, [translate=no]')) continue;
    for (const name of spoken) {
      const words = child.getAttribute(name);
      if (words) into.add(words);
    }
    saidBelow(child, into);
  }
}

const there = { timeout: 20_000 };

/**
 * Paints every element with `everything`, opens all parts, and returns all texts that appeared, each once.
 *
 * @param properties set on each element
 */
export async function saidByAll(properties: Readonly<Record<string, unknown>>): Promise<ReadonlySet<string>> {
  const said = new Set<string>();
  const shown: HTMLElement[] = [];
  const paint = async (tag: Tag, more: object = {}): Promise<ProvisionElement> => {
    const element = place(tag, { provision: everything, ...properties, ...more });
    shown.push(element);
    await expect.poll(() => element.shadowRoot!.querySelector('[part~=base]') !== null, there).toBe(true);
    return element;
  };
  const collect = () => {
    for (const element of shown) saidBelow(element.shadowRoot!, said);
  };
  const find = (element: Element, selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector);
  /** Clicks an element and waits for the result. */
  const press = async (element: Element, selector: string, comes: string) => {
    await expect.poll(() => find(element, selector), there).not.toBeNull();
    collect();
    find(element, selector)!.click();
    await expect.poll(() => find(element, comes), there).not.toBeNull();
    collect();
  };

  const card = await paint('provision-card', { layout: 'full' });
  await press(card, '[part~=badge-button]', '[part~=popover]');
  await press(card, '[data-tool=cite] > button', '[data-tool=cite] [role=menu]');
  await press(card, '[data-tool=cite] [role=menuitem]', '[role=status]:not(:empty)');
  await press(card, '[data-tool=share] > button', '[data-tool=share] [role=menu]');
  if (card instanceof ProvisionCard) await card.verify();
  await expect.poll(() => find(card, '[part~=check]'), there).not.toBeNull();
  collect();
  await paint('provision-card', { sections: 'promotions' });
  await paint('provision-clause');
  await paint('provision-severity');

  const comparison = await paint('provision-comparison');
  await expect.poll(() => find(comparison, '[part~=distribution]'), there).not.toBeNull();
  await press(comparison, '.comparison > .more', '.rows.all [part=row]');
  await press(comparison, '[part~=compare]', '[part~=side-by-side]');
  await press(comparison, '[part~=filter]', '[part~=filter][aria-pressed=true]');
  await expect.poll(() => find(comparison, '.compare-tools [role=status]:not(:empty)'), there).not.toBeNull();
  collect();

  const changes = await paint('provision-changes' as Tag);
  await expect.poll(() => find(changes, '[part~=change]'), there).not.toBeNull();
  for (const button of changes.shadowRoot!.querySelectorAll<HTMLElement>('button[aria-expanded=false]')) button.click();
  await changes.updateComplete;
  const failed = place('provision-card', { ...properties, provision: {} });
  shown.push(failed);
  await expect.poll(() => find(failed, '[part~=unavailable]'), there).not.toBeNull();
  collect();
  part(card, 'base');
  return said;
}
