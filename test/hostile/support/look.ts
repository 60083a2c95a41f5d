/**
 * The looker: a classic script in the page that opens everything that opens, and inspects everything that is painted.
 */

/** Problems that a look found in a page's elements, one line each. */
export type Problems = string[];

export interface Looker {
  /** Gives all elements another record, waits for it, opens everything that opens, and looks. */
  readonly paint: (record: string, says?: readonly string[], src?: string) => Promise<Problems>;
  /** The same with a feed as the property. A feed of `null` dispatches no event, so none is awaited. */
  readonly paintFeed: (json: string) => Promise<Problems>;
  /** Opens everything and waits for its chunks, so that later calls load no more code. */
  readonly openAll: () => Promise<void>;
  /** Adds the elements and attributes that are painted now to the known ones. */
  readonly learn: () => void;
  /**
   * Returns the problems. The heading must contain the first of these texts; the texts themselves may look like
   * problems.
   */
  readonly look: (says?: readonly string[]) => Problems;
  /** Members of prototypes that differ from before our script ran. */
  readonly prototypes: () => Problems;
  /** Words of the page, and of our interface beside a feed's text, that no longer run from left to right. */
  readonly turned: () => Problems;
}

declare global {
  interface Window {
    looker: Looker;
  }
}

function makeLooker(): void {
  type Element_ = HTMLElement & {
    record: string;
    provision: unknown;
    updateComplete: Promise<boolean>;
    isUpdatePending: boolean;
  };
  const selector =
    'provision-card, provision-clause, provision-severity, provision-comparison, provision-changes, naive-card';
  const elements = (): Element_[] => [...document.querySelectorAll<Element_>(selector)];
  const known = new Set<string>();

  const natives = [Object, Array, Function, String, Number, Promise, Map, Set, RegExp, Node, Element, HTMLElement];
  const snapshot = (): Map<string, unknown> => {
    const members = new Map<string, unknown>();
    for (const native of natives) {
      for (const holder of [native, native.prototype as object]) {
        for (const key of Reflect.ownKeys(holder)) {
          const { value, get } = Object.getOwnPropertyDescriptor(holder, key)!;
          members.set(`${native.name} ${holder === native ? 'static' : 'prototype'} ${String(key)}`, value ?? get);
        }
      }
    }
    return members;
  };
  const before = snapshot();

  const pieces = (host: Element): Element[] => [...(host.shadowRoot?.querySelectorAll('*') ?? [])];
  const shapes = (piece: Element): string[] => [
    piece.localName,
    ...piece.getAttributeNames().map((name) => `${piece.localName} ${name}`),
  ];

  const updated = async (): Promise<void> => {
    for (let turn = 0; turn < 20 && (!turn || elements().some((one) => one.isUpdatePending)); turn++) {
      await Promise.all(elements().map((one) => one.updateComplete));
    }
  };

  const settledOf = (host: Element): Promise<void> =>
    new Promise((resolve) => {
      for (const type of ['provision-load', 'provision-error']) {
        host.addEventListener(type, () => resolve(), { once: true });
      }
    });

  /**
   * Opens everything that is closed. A menu, a popover and a folded part can close each other, so this is one pass, not
   * a loop.
   */
  const open = async (): Promise<void> => {
    for (const host of elements()) {
      const shut = [
        ...(host.shadowRoot?.querySelectorAll<HTMLElement>('button[aria-expanded="false"], summary') ?? []),
      ];
      for (const button of shut) button.click();
    }
    await updated();
    for (const host of elements()) {
      for (const details of host.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
    }
  };

  /** Lists the words of the text nodes that do not run from left to right. */
  const turnedIn = (root: Node, only?: RegExp): Problems => {
    const found: Problems = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { data } = node as Text;
      for (const { 0: word, index } of data.matchAll(/[A-Za-z]{3,}/g)) {
        if (only && !only.test(word)) continue;
        const rects = [index, index + word.length - 1].map((at) => {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return range.getBoundingClientRect();
        }) as [DOMRect, DOMRect];
        const [first, last] = rects;
        if (Math.abs(first.top - last.top) < 2 && first.width && last.width && last.left < first.left) found.push(word);
      }
    }
    return found;
  };

  const look = (says: readonly string[] = []): Problems => {
    const problems: Problems = [];
    const [title = ''] = says;
    const isOdd = /undefined|NaN|object|Invalid/.test(says.join());
    for (const host of elements()) {
      const name = host.id || host.localName;
      const all = pieces(host);
      for (const piece of all) {
        for (const shape of shapes(piece)) {
          if (
            known.size
              ? !known.has(shape)
              : /^(?:script|style|link|meta|base|iframe|object|embed|img|form)$|^\S+ on/.test(shape)
          ) {
            problems.push(`${name}: strange ${shape}`);
          }
        }
        for (const attribute of ['href', 'cite', 'src', 'action', 'formaction', 'srcdoc', 'data']) {
          const value = piece.getAttribute(attribute);
          if (value === null) continue;
          if (attribute !== 'href' && attribute !== 'cite') problems.push(`${name}: ${attribute}=${value}`);
          else if (!/^(?:https?:\/\/[^/@]+(?:[/?#]|$)|mailto:)/.test(value))
            problems.push(`${name}: ${attribute}=${value}`);
        }
        if (piece.localName === 'a' && !(piece.getAttribute('rel') ?? '').includes('noopener')) {
          if (!piece.getAttribute('href')?.startsWith('mailto:')) problems.push(`${name}: a link without noopener`);
        }
      }
      const root = host.shadowRoot;
      const own = root?.querySelector('slot:not([name])') ? host.textContent.trim() : '';
      if (!(root?.textContent.trim() || own) || !host.getClientRects().length) problems.push(`${name}: blank`);
      const heading = host.id === 'article' || host.id === 'full';
      if (title && heading && !host.shadowRoot!.textContent.includes(title)) problems.push(`${name}: does not say it`);
      if (!isOdd && /\bNaN\b|Invalid Date|\bundefined\b|\[object /.test(host.shadowRoot?.textContent ?? '')) {
        problems.push(`${name}: says NaN, undefined or Invalid Date`);
      }
    }
    return problems;
  };

  const turned = (): Problems => {
    const page = [...document.querySelectorAll('#line, #last')].flatMap((line) => turnedIn(line));
    const ours = elements().flatMap((host) =>
      pieces(host)
        .filter((piece) => piece.matches('.facts, [part~="record"]'))
        .flatMap((piece) => turnedIn(piece, /^(?:Source|Captured|Archived|copy|updated|Record|Permalink)$/)),
    );
    return [...page.map((word) => `the page’s "${word}"`), ...ours.map((word) => `our "${word}"`)];
  };

  window.looker = {
    paint: async (record, says, src) => {
      const all = elements();
      const settled = all.map(settledOf);
      for (const host of all) Object.assign(host, { record }, src === undefined ? {} : { src });
      await Promise.all(settled);
      await updated();
      await open();
      // Measuring every word is the slowest check, and only these scripts and controls can change the direction.
      return [
        ...look(says),
        ...(/[\u0590-\u08ff\u200e-\u206f\u{10800}-\u{10fff}]/u.test(says?.join() ?? '') ? turned() : []),
      ];
    },
    paintFeed: async (json) => {
      const all = elements();
      // Elements dispatch no event for an unchanged value, nor for no value.
      for (const host of all) Object.assign(host, { src: undefined, record: undefined, provision: undefined });
      await updated();
      const settled = json === 'null' ? [] : all.map(settledOf);
      for (const host of all) host.provision = JSON.parse(json) as unknown;
      await Promise.all(settled);
      await updated();
      await open();
      return look();
    },
    openAll: async () => {
      for (let turn = 0; turn < 3; turn++) {
        await open();
        // A chunk's arrival ends the busy state of its element.
        const loaded = () => elements().every((host) => !host.shadowRoot?.querySelector('[aria-busy="true"]'));
        for (let wait = 0; wait < 100 && (wait < 20 || !loaded()); wait++)
          await new Promise((next) => setTimeout(next));
        await updated();
      }
    },
    learn: () => {
      for (const host of elements())
        for (const piece of pieces(host)) for (const shape of shapes(piece)) known.add(shape);
    },
    look,
    turned,
    prototypes: () => {
      const now = snapshot();
      return [...new Set([...before.keys(), ...now.keys()])].filter((key) => !Object.is(before.get(key), now.get(key)));
    },
  };
}

/** As a classic script. */
export const lookerScript = `(${String(makeLooker)})();`;
