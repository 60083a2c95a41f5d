/** Rendered colours and their contrast (WCAG 2.2). */

type Rgb = readonly [red: number, green: number, blue: number];

const canvas = document.createElement('canvas');
canvas.width = canvas.height = 1;
const pen = canvas.getContext('2d', { willReadFrequently: true })!;

const known = new Map<string, Rgb>();

/** Returns the colour of stacked layers, the lowest first. A canvas converts any notation that the browser computes. */
export function painted(...layers: readonly string[]): Rgb {
  const key = layers.join(' ');
  const found = known.get(key) ?? paint(layers);
  known.set(key, found);
  return found;
}

function paint(layers: readonly string[]): Rgb {
  pen.clearRect(0, 0, 1, 1);
  for (const layer of layers) {
    pen.fillStyle = '#010203';
    pen.fillStyle = layer;
    if (pen.fillStyle === '#010203') throw new Error(`Not a colour: ${layer}`);
    pen.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((value) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one: Rgb, other: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Returns the parent of a node in the flat tree, through slots and shadow roots. */
function around(node: Node): Element | null {
  if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
  return node.parentElement ?? (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null);
}

/** Returns the backgrounds from the page's to an element's own. */
export function grounds(element: Element): readonly string[] {
  const layers: string[] = [];
  for (let at: Element | null = element; at; at = around(at)) layers.unshift(getComputedStyle(at).backgroundColor);
  return ['white', ...layers];
}

/** Returns every visible text in an element's shadow root with its contrast. */
export function textContrasts(element: Element): readonly { readonly text: string; readonly ratio: number }[] {
  const walker = document.createTreeWalker(element.shadowRoot!, NodeFilter.SHOW_TEXT);
  const found: { text: string; ratio: number }[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent!.trim();
    const parent = walker.currentNode.parentElement;
    if (!text || !parent?.checkVisibility()) continue;
    const layers = grounds(parent);
    found.push({ text, ratio: contrast(painted(...layers), painted(...layers, getComputedStyle(parent).color)) });
  }
  return found;
}
