import type { LitElement, TemplateResult } from 'lit';
import type { ComparisonItem } from '../../feed/types.js';
import type { ComparisonMessages } from '../../i18n/comparison-messages.js';
import { ownKey, sidesHash } from '../../provision/comparison/link.js';
import { platformName } from '../../provision/display-names.js';
import type { Compared } from './compared.js';
import { focusOn } from './focus-on.js';
import type { RowList } from './row-list.js';
import { ownRow, sideBySide } from './side-by-side.js';
import type { Side } from './side-by-side.js';

/** The platforms that are put side by side: which they are, and where the reader goes to and comes back from. */
export class Sides {
  readonly #host: LitElement;
  readonly #place: HTMLElement;
  readonly #list: RowList;
  readonly #changed: () => void;
  /** Keys of the platforms, the newest last. */
  #keys: readonly string[] = [];
  /** Where the reader was before the focus went to the sides. */
  #from: string | undefined;
  #linked = false;

  /**
   * @param place what the rows and the sides are in
   * @param changed called when other sides are to be rendered
   */
  constructor(host: LitElement, place: HTMLElement, list: RowList, changed: () => void) {
    this.#host = host;
    this.#place = place;
    this.#list = list;
    this.#changed = changed;
  }

  has(key: string): boolean {
    return this.#keys.includes(key);
  }

  clear(): void {
    this.#keys = [];
  }

  /** As a link has them: the focus goes there when their rows have come. */
  link(keys: readonly string[]): void {
    this.#keys = keys;
    this.#linked = true;
  }

  /** Puts a platform beside the last one, or beside the record itself; or takes it away. */
  toggle(key: string, compared: Compared | undefined): void {
    const before = this.#keys;
    if (before.includes(key)) this.#set(before.filter((one) => one !== key));
    else this.#set([...(before.length ? before : ownOf(compared) ? [ownKey] : []), key].slice(-2));
    if (this.#keys.length === 2 && key !== ownKey) {
      this.#from = key;
      void this.#show();
    }
  }

  #set(keys: readonly string[]): void {
    const changed = new Set([...this.#keys, ...keys]);
    // The record by itself is no comparison.
    this.#keys = keys.length === 1 && keys[0] === ownKey ? [] : keys;
    for (const key of changed) this.#list.redraw(key);
    this.#changed();
  }

  /**
   * @param rows all rows with their keys
   * @param about the record, or the clause type, that a link to the sides names
   */
  render(
    compared: Compared,
    words: ComparisonMessages,
    rows: ReadonlyMap<ComparisonItem, string>,
    about: string | undefined,
  ): TemplateResult | undefined {
    const { view, feed } = compared;
    const own = ownOf(compared);
    const byKey = new Map([...rows].map(([row, key]) => [key, row]));
    const sides = this.#keys.flatMap((key): Side[] => {
      const row = key === ownKey ? own : byKey.get(key);
      return row ? [{ key, row }] : [];
    });
    this.#place.classList.toggle('paired', sides.length === 2);
    if (!sides.length) return undefined;
    if (this.#linked && sides.length === 2) {
      this.#linked = false;
      void this.#show();
    }
    const back = () => {
      const item = this.#from === undefined ? undefined : this.#list.find(this.#from);
      void focusOn(this.#host, () => item?.querySelector<HTMLElement>('.compare') ?? this.#place);
    };
    const href =
      about === undefined || sides.length < 2
        ? undefined
        : `${location.href.replace(/#.*/s, '')}${sidesHash(
            about,
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

  /** Moves the focus to the two sides, at their beginning: of what is taller than the window a browser shows the end. */
  async #show(): Promise<void> {
    await this.#host.updateComplete;
    const sides = this.#place.querySelector<HTMLElement>('.sides');
    if (!sides) return;
    sides.focus({ preventScroll: true });
    const { top, bottom } = sides.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) sides.scrollIntoView();
  }
}

/** The record's own wording, where there is one to compare with. */
function ownOf(compared: Compared | undefined): ComparisonItem | undefined {
  const provision = compared?.provision;
  return provision?._provision.clauses && ownRow(provision);
}
