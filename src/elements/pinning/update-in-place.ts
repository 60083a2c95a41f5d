import type { RecordHost } from '../../page/record-host.js';

/** Parts of an element that are marked when what they say has changed. */
const marked = ['status', 'ratings', 'summary', 'why', 'impact', 'clause', 'comparison'];

/** What tells one thing that can have the focus from another. */
function identity(element: Element): string {
  return [element.localName, element.getAttribute('part'), element.getAttribute('href'), element.textContent].join(
    '\n',
  );
}

function partsOf(root: ShadowRoot): ReadonlyMap<Element, string> {
  const parts = root.querySelectorAll(marked.map((part) => `[part~="${part}"]`).join());
  return new Map(Array.from(parts, (part) => [part, part.textContent ?? '']));
}

/**
 * Page translators put `<font>` where a text was. Lit would change the text that it knows, which is no longer in the page, so
 * it is made to begin anew; it keeps what it knows of a root under this name.
 */
function forgetTranslation(root: ShadowRoot & { _$litPart$?: unknown }): void {
  if (!root.querySelector<HTMLElement>(':is(font)')) return;
  root.replaceChildren();
  delete root._$litPart$;
}

/**
 * Renders a new version of a record where the old one is, around the reader: the focus stays on what it was on, though that
 * may have become another node, and where the browser does not hold the page still itself we do. The parts that say
 * something else than before are marked.
 */
export async function updateInPlace(host: RecordHost, update: () => void, marks: boolean): Promise<void> {
  const root = host.shadowRoot;
  if (!root) return;
  const { activeElement: focused } = root;
  const wasFocused = focused && identity(focused);
  const before = partsOf(root);
  forgetTranslation(root);
  const { bottom, height } = host.getBoundingClientRect();
  update();
  await host.updateComplete;
  if (wasFocused && (root.activeElement !== focused || identity(focused) !== wasFocused)) {
    const same = [...root.querySelectorAll<HTMLElement>('a[href], button')].find((one) => identity(one) === wasFocused);
    same?.focus({ preventScroll: true });
  }
  // WebKit has no scroll anchoring.
  if (bottom < 0 && !CSS.supports('overflow-anchor', 'auto')) {
    window.scrollBy(0, host.getBoundingClientRect().height - height);
  }
  if (!marks) return;
  for (const [part, text] of partsOf(root)) part.toggleAttribute('data-changed', before.get(part) !== text);
}
