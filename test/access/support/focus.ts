/** The focused element by its role and name, and whether a reader can see the focus. */
import type { Page } from 'playwright';

/** The role and the name of the focused element; `nothing` when the focus was lost. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return 'nothing';
    const roles: Record<string, string> = { a: 'link', input: 'searchbox', select: 'combobox' };
    const role = at.getAttribute('role') ?? roles[at.localName] ?? at.localName;
    const label = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels?.[0] : undefined;
    const name = at.ariaLabel ?? (label ? label.querySelector('span') : at)?.textContent ?? '';
    return `${role} ${name.replace(/\s+/g, ' ').trim()}`;
  });
}

/** Focuses a link or button of an element, as Tab would. */
export async function focusOn(page: Page, name: string, role: 'button' | 'link' = 'button'): Promise<void> {
  await page.getByRole(role, { name, exact: true }).first().focus();
}

/** Lists the problems of the focus indicator where the focus is now (WCAG 2.4.7, 2.4.11, 1.4.11). */
export function hidden(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!at) return ['nothing has the focus'];
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
    const paint = (colours: readonly string[]): readonly number[] => {
      canvas.clearRect(0, 0, 1, 1);
      for (const colour of colours) {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
      }
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const luminance = (colour: readonly number[]): number => {
      const [r = 0, g = 0, b = 0] = colour.map((part) => {
        const of = part / 255;
        return of <= 0.04045 ? of / 12.92 : ((of + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const grounds: string[] = [];
    const style = getComputedStyle(at);
    const inside = parseFloat(style.outlineOffset) < 0;
    for (let one: Element | null = inside ? at : (at.parentElement ?? (at.getRootNode() as ShadowRoot).host); one;) {
      grounds.unshift(getComputedStyle(one).backgroundColor);
      one = one.assignedSlot ?? one.parentElement ?? (one.getRootNode() as Partial<ShadowRoot>).host ?? null;
    }
    const dark = getComputedStyle(document.documentElement).colorScheme === 'dark';
    const paper = dark ? '#121212' : '#fff';
    const ground = [paper, ...grounds];
    const wrong: string[] = [];
    if (!/^(solid|double|auto|dashed)$/.test(style.outlineStyle) || parseFloat(style.outlineWidth) < 2) {
      wrong.push(`outline ${style.outlineStyle} ${style.outlineWidth}`);
    }
    const [ring, around] = [paint([...ground, style.outlineColor]), paint(ground)].map(luminance) as [number, number];
    const contrast = (Math.max(ring, around) + 0.05) / (Math.min(ring, around) + 0.05);
    if (contrast < 3) wrong.push(`contrast ${contrast.toFixed(1)}`);
    const root = at.getRootNode() as Document | ShadowRoot;
    const seen = [...at.getClientRects()].some(({ left, top, width, height }) =>
      [0.1, 0.5, 0.9].some((share) => {
        const hit = root.elementFromPoint(left + width * share, top + height / 2);
        return hit !== null && (at.contains(hit) || hit.contains(at));
      }),
    );
    if (!seen) wrong.push('covered');
    return wrong;
  });
}
