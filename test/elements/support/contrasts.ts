/** Measures the rendered contrast of everything that must differ from its background. */
import { contrast, grounds, painted } from './colours.js';

export interface Seen {
  /** Required contrast: 4.5:1 for text (WCAG 2.2, 1.4.3), 3:1 for lines and shapes (1.4.11). */
  readonly kind: 'text' | 'line' | 'shape';
  readonly what: string;
  readonly ratio: number;
}

export const needed = { text: 4.5, line: 3, shape: 3 } as const;

/** Lists the items with too little contrast, for an error message. */
export function tooLow(seen: readonly Seen[]): string[] {
  const low = seen.filter(({ kind, ratio }) => ratio < needed[kind]);
  return [...new Set(low.map(({ kind, what, ratio }) => `${kind} ${ratio.toFixed(2)}: ${what}`))];
}

/** Returns every visible text, line and shape in an element's shadow root. */
export function contrastsOf(element: Element): Seen[] {
  return [...element.shadowRoot!.querySelectorAll('*')].filter((piece) => piece.checkVisibility()).flatMap(pieces);
}

function pieces(piece: Element): Seen[] {
  const style = getComputedStyle(piece);
  // Opacity changes the contrast but not the computed colours.
  if (style.opacity !== '1') throw new Error(`${nameOf(piece)} is not opaque`);
  return piece instanceof SVGElement
    ? shapes(piece, style)
    : [...texts(piece, style), ...lines(piece, style), ...bar(piece)];
}

function texts(piece: Element, style: CSSStyleDeclaration): Seen[] {
  const own = [...piece.childNodes].filter((node) => node instanceof Text && /\S/.test(node.data));
  const field = piece instanceof HTMLInputElement || piece instanceof HTMLSelectElement;
  if (own.length === 0 && !field) return [];
  const name = nameOf(piece);
  const found = [on(piece, 'text', name, style.color)];
  if (piece instanceof HTMLInputElement && piece.placeholder) {
    found.push(on(piece, 'text', `${name}::placeholder`, getComputedStyle(piece, '::placeholder').color));
  }
  if (style.textDecorationLine.includes('underline')) {
    found.push(on(piece, 'line', `${name} underline`, style.textDecorationColor));
    // A link under the pointer has the colour of its line.
    if (piece.localName === 'a') found.push(on(piece, 'text', `${name} pointed at`, style.textDecorationColor));
  }
  return found;
}

/** A border must differ from the backgrounds on both of its sides. */
function lines(piece: Element, style: CSSStyleDeclaration): Seen[] {
  const sides = ['top', 'right', 'bottom', 'left'].flatMap((side) => {
    const [width, kind, colour] = ['width', 'style', 'color'].map((end) =>
      style.getPropertyValue(`border-${side}-${end}`),
    );
    return parseFloat(width!) > 0 && kind !== 'none' && kind !== 'hidden' ? [colour!] : [];
  });
  return [...new Set(sides)].flatMap((colour) => [
    on(piece, 'line', `${nameOf(piece)} border, inside`, colour),
    on(
      piece.parentElement ?? (piece.getRootNode() as ShadowRoot).host,
      'line',
      `${nameOf(piece)} border, outside`,
      colour,
    ),
  ]);
}

function shapes(piece: SVGElement, style: CSSStyleDeclaration): Seen[] {
  if (!(piece instanceof SVGGeometryElement)) return [];
  // A line has no fill.
  return (piece instanceof SVGLineElement ? [style.stroke] : [style.fill, style.stroke])
    .filter((colour) => colour !== 'none')
    .map((colour) => on(piece.ownerSVGElement!.parentElement!, 'shape', nameOf(piece), colour));
}

/** The short bar in the colour of the rating. */
function bar(piece: Element): Seen[] {
  const { content, backgroundColor } = getComputedStyle(piece, '::before');
  return piece.matches('.block') && content !== 'none'
    ? [on(piece, 'shape', `${nameOf(piece)} bar`, backgroundColor)]
    : [];
}

/** The outline of the focused element. */
export function focusRing(control: HTMLElement): Seen {
  control.focus({ focusVisible: true });
  const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(control);
  if (outlineStyle !== 'solid' || parseFloat(outlineWidth) < 2) throw new Error(`${nameOf(control)} has no ring`);
  return on(control.parentElement!, 'line', `${nameOf(control)} focus`, outlineColor);
}

function on(ground: Element, kind: Seen['kind'], what: string, colour: string): Seen {
  const layers = grounds(ground);
  return { kind, what, ratio: contrast(painted(...layers), painted(...layers, colour)) };
}

function nameOf(piece: Element): string {
  const host = (piece.getRootNode() as ShadowRoot).host;
  return `${host.localName} ${piece.localName}.${[...piece.classList].join('.')} “${piece.textContent.trim().slice(0, 24)}”`;
}
