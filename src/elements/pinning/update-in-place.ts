import type { RecordHost } from '../../page/record-host.js';

/** Parts that are marked when their text has changed. */
const markedParts = ['status', 'ratings', 'summary', 'why', 'impact', 'clause', 'comparison'];

/** Returns a key that identifies a focusable element across renderings. */
function identity(element: Element): string {
  return [element.localName, element.getAttribute('part'), element.getAttribute('href'), element.textContent].join(
    '\n',
  );
}

function partsOf(root: ShadowRoot): ReadonlyMap<Element, string> {
  const parts = root.querySelectorAll(markedParts.map((part) => `[part~="${part}"]`).join());
  return new Map(Array.from(parts, (part) => [part, part.textContent ?? '']));
}

/**
 * Renders a new version of a record without disturbing the reader: the focus stays on the same link or button, even if its node
 * was replaced, and browsers without scroll anchoring get a scroll correction. Parts with changed text are marked if `marks` is
 * set.
 */
export async function updateInPlace(host: RecordHost, update: () => void, marks: boolean): Promise<void> {
  const root = host.shadowRoot;
  if (!root) return;
  const { activeElement: focused } = root;
  const wasFocused = focused && identity(focused);
  const before = partsOf(root);
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
