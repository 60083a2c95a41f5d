import type { LitElement, TemplateResult } from 'lit';
import type { ComparisonItem } from '../../feed/types.js';
import type { ComparisonMessages } from '../../i18n/comparison-messages.js';
import { ownKey, sidesHash } from '../../provision/comparison/link.js';
import { platformName } from '../../provision/display-names.js';
import type { ComparisonContext } from './comparison-context.js';
import { focusOn } from './focus-on.js';
import type { RowList } from './row-list.js';
import { ownRow, sideBySide } from './side-by-side.js';
import type { Side } from './side-by-side.js';

/** The platforms shown side by side, and the reader's focus before and after. */
export class SidePanel {
  readonly #host: LitElement;
  readonly #container: HTMLElement;
  readonly #list: RowList;
  readonly #changed: () => void;
  /** Keys of the platforms, the latest last. */
  #keys: readonly string[] = [];
  /** Key of the row that had the focus before the focus moved to the sides. */
  #focusedKey: string | undefined;
  #hasLinkedKeys = false;

  /**
   * @param container contains the rows and the sides
   * @param changed called when the sides have to be rendered again
   */
  constructor(host: LitElement, container: HTMLElement, list: RowList, changed: () => void) {
    this.#host = host;
    this.#container = container;
    this.#list = list;
    this.#changed = changed;
  }

  has(key: string): boolean {
    return this.#keys.includes(key);
  }

  clear(): void {
    this.#keys = [];
  }

  /** Sets the platforms of a link. The focus moves to them once their rows have loaded. */
  link(keys: readonly string[]): void {
    this.#keys = keys;
    this.#hasLinkedKeys = true;
  }

  /** Adds a platform next to the latest one or the record itself, or removes it. */
  toggle(key: string, context: ComparisonContext | undefined): void {
    const before = this.#keys;
    if (before.includes(key)) this.#set(before.filter((one) => one !== key));
    else this.#set([...(before.length ? before : ownOf(context) ? [ownKey] : []), key].slice(-2));
    if (this.#keys.length === 2 && key !== ownKey) {
      this.#focusedKey = key;
      void this.#show();
    }
  }

  #set(keys: readonly string[]): void {
    const changed = new Set([...this.#keys, ...keys]);
    // The record alone is no comparison.
    this.#keys = keys.length === 1 && keys[0] === ownKey ? [] : keys;
    for (const key of changed) this.#list.redraw(key);
    this.#changed();
  }

  /**
   * @param rows all rows with their keys
   * @param subject the record id or clause type for the link to the sides
   */
  render(
    context: ComparisonContext,
    words: ComparisonMessages,
    rows: ReadonlyMap<ComparisonItem, string>,
    subject: string | undefined,
  ): TemplateResult | undefined {
    const { view, feed } = context;
    const own = ownOf(context);
    const byKey = new Map([...rows].map(([row, key]) => [key, row]));
    const sides = this.#keys.flatMap((key): Side[] => {
      const row = key === ownKey ? own : byKey.get(key);
      return row ? [{ key, row }] : [];
    });
    this.#container.classList.toggle('paired', sides.length === 2);
    if (!sides.length) return undefined;
    if (this.#hasLinkedKeys && sides.length === 2) {
      this.#hasLinkedKeys = false;
      void this.#show();
    }
    const back = () => {
      const item = this.#focusedKey === undefined ? undefined : this.#list.find(this.#focusedKey);
      void focusOn(this.#host, () => item?.querySelector<HTMLElement>('.compare') ?? this.#container);
    };
    const href =
      subject === undefined || sides.length < 2
        ? undefined
        : `${location.href.replace(/#.*/s, '')}${sidesHash(
            subject,
            sides.map(({ key }) => key),
          )}`;
    return sideBySide(view, words, feed, sides, href, {
      remove: (key) => {
        this.#set(this.#keys.filter((one) => one !== key));
        if (this.#keys.length) void this.#show();
        else back();
      },
      close: () => {
        this.#set([]);
        back();
      },
      own:
        own && !this.has(ownKey)
          ? {
              name: platformName(own.platform) ?? view.words.unnamedPlatform,
              add: () => {
                this.#set([...this.#keys, ownKey].slice(-2));
              },
            }
          : undefined,
    });
  }

  /**
   * Moves the focus to the start of the sides. Scrolls by hand, because a browser would show the end of an element that is
   * taller than the viewport.
   */
  async #show(): Promise<void> {
    await this.#host.updateComplete;
    const sides = this.#container.querySelector<HTMLElement>('.sides');
    if (!sides) return;
    sides.focus({ preventScroll: true });
    const { top, bottom } = sides.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) sides.scrollIntoView();
  }
}

/** Returns the record's own wording, if it has one. */
function ownOf(context: ComparisonContext | undefined): ComparisonItem | undefined {
  const provision = context?.provision;
  return provision?._provision.clauses && ownRow(provision);
}
