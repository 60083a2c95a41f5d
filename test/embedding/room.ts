/** Layout problems of a page's elements: too wide, cut off, or too small to hit. */
import { settled, type Visit } from './visit.js';

/** The horizontal scroll distance, and the elements that cause it. */
export function sideways({ page }: Visit): Promise<{ pixels: number; pieces: string[] }> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const inside = [...document.querySelectorAll('*')].flatMap((host) => [
      ...(host.shadowRoot?.querySelectorAll('*') ?? []),
    ]);
    return {
      pixels: root.scrollWidth - root.clientWidth,
      pieces: inside
        .filter((piece) => piece.getBoundingClientRect().right > root.clientWidth)
        .map((piece) => `${piece.localName}.${piece.className}`),
    };
  });
}

/**
 * Texts that are cut off by a clipping box or lie outside their element. A fold has a button, so it counts as no loss.
 */
export function cut({ page }: Visit): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const hosts = [...document.querySelectorAll('*')].filter((one) => one.localName.startsWith('provision-'));
    for (const host of hosts) {
      for (const piece of host.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? []) {
        // A hash is cut short by design; it is read, copied and printed in full.
        if (piece.closest('.sr, .fold:not(.open), .hash, svg') || !piece.checkVisibility()) continue;
        const name = `${host.localName} ${piece.localName}.${piece.className}`;
        const panel = piece.closest('[popover]');
        const frame = (panel ?? host).getBoundingClientRect();
        const { overflowX, overflowY } = getComputedStyle(piece);
        const wide = overflowX !== 'visible' && piece.scrollWidth > piece.clientWidth + 1;
        // A popover that is higher than the viewport scrolls.
        const high = !/visible|auto/.test(overflowY) && piece.scrollHeight > piece.clientHeight + 1;
        if (wide || high) found.push(`${name} clips`);
        const range = document.createRange();
        for (const text of piece.childNodes) {
          if (text.nodeType !== Node.TEXT_NODE || !/\S/.test(text.textContent ?? '')) continue;
          range.selectNodeContents(text);
          for (const { left, right, top, bottom } of range.getClientRects()) {
            // The box of an inline host is that of its line, whatever its content.
            const beyond =
              !panel && host.localName !== 'provision-severity' && (top < frame.top - 1 || bottom > frame.bottom + 1);
            if (left < frame.left - 1 || right > frame.right + 1 || beyond) found.push(`${name} is outside`);
          }
        }
      }
    }
    return [...new Set(found)];
  });
}

/** Applies a reader's own style sheet, which reaches into shadow roots; a page's does not. */
export async function readersStyles({ page }: Visit, css: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
    for (const host of document.querySelectorAll('*')) host.shadowRoot?.adoptedStyleSheets.push(sheet);
  }, css);
  await settled(page);
}

/** WCAG 1.4.12. */
export const textSpacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

/** Links, buttons and fields that are smaller than 24 px and too near to another (WCAG 2.5.8), by their text. */
export function smallTargets({ page }: Visit): Promise<string[]> {
  return page.evaluate(() => {
    const radius = 12;
    const targets = [...document.querySelectorAll('*')]
      .flatMap((host) => [...(host.shadowRoot?.querySelectorAll<HTMLElement>('a[href], button, input, select') ?? [])])
      .filter((target) => target.checkVisibility() && !target.closest('[popover]:not(:popover-open)'))
      .map((target) => {
        target.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = target.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        const root = target.getRootNode() as ShadowRoot;
        // A pseudo-element can extend a target beyond its box.
        const hit = (dx: number, dy: number): boolean => {
          const at = root.elementFromPoint(x + dx, y + dy);
          return at !== null && (at === target || target.contains(at));
        };
        const reach = radius - 0.5;
        const large =
          (width >= 24 && height >= 24) ||
          (hit(0, -reach) && hit(0, reach) && (width >= 24 || (hit(-reach, 0) && hit(reach, 0))));
        return {
          target,
          large,
          x: x + scrollX,
          y: y + scrollY,
          left: left + scrollX,
          top: top + scrollY,
          width,
          height,
        };
      });
    return targets
      .filter((one) => !one.large)
      .filter((one) =>
        targets.some((other) => {
          if (other === one) return false;
          const dx = Math.max(other.left - one.x, 0, one.x - other.left - other.width);
          const dy = Math.max(other.top - one.y, 0, one.y - other.top - other.height);
          const overlapsBox = Math.hypot(dx, dy) < radius;
          const overlapsCircle = !other.large && Math.hypot(other.x - one.x, other.y - one.y) < 2 * radius;
          return overlapsBox || overlapsCircle;
        }),
      )
      .map(
        ({ target, width, height }) => `${target.textContent?.trim()} (${Math.round(width)} × ${Math.round(height)})`,
      );
  });
}
