/** All rows of a comparison, and the tools for many: one lazy chunk, loaded when the reader asks for all. */
import { html, render } from 'lit';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { addStyles } from '../../controllers/add-styles.js';
import { fetchComparison, readComparison } from '../../feed/comparison-file.js';
import type { ComparisonItem } from '../../feed/types.js';
import type { ComparisonMessages } from '../../i18n/comparison-messages.js';
import { enComparison } from '../../i18n/locales/en-comparison.js';
import { sortRows, toolless } from '../../provision/comparison.js';
import type { ComparisonSort } from '../../provision/comparison.js';
import { comparisonCsv } from '../../provision/comparison-csv.js';
import { keysOf } from '../../provision/comparison-keys.js';
import { ownKey, sidesHash } from '../../provision/comparison-link.js';
import { rowMatches, searchTerms } from '../../provision/comparison-search.js';
import { levelOf } from '../../provision/distribution.js';
import type { Rated } from '../../provision/distribution.js';
import { analystNames, platformName } from '../../provision/names.js';
import { breathe, Slices } from '../../provision/slices.js';
import type { View } from '../shared/view.js';
import { comparisonRow } from './comparison-list.js';
import type { Compared } from './comparison-more.js';
import { download } from './download.js';
import { RowList } from './row-list.js';
import { SearchHighlight } from './search-highlight.js';
import { ownRow, sideBySide } from './side-by-side.js';
import type { Side } from './side-by-side.js';
import { toolbar } from './toolbar.js';
import { toolsStyles } from './tools.styles.js';

/** Rows above which even what is done once for all of them is done by itself. */
const manyRows = 1000;

/** Milliseconds after the last key before the count is told to screen readers. */
const announceDelay = 500;

/** What of the rows is asked for. */
interface Wish {
  query: string;
  readonly levels: Set<string | undefined>;
  sort: ComparisonSort;
}

/** The file with all rows: for which reading of the feed it was asked for, and what came of it. */
interface AllRows {
  readonly compared: Compared;
  rows?: readonly ComparisonItem[];
  /** The record itself was among them, and has been left out. */
  others?: boolean | undefined;
  failed?: boolean;
}

/** The state and the behaviour of one element's open comparison. Whatever its host is told, the reader's wishes stay. */
export class ComparisonTools implements ReactiveController {
  /** What stands in the place of the first rows. */
  readonly element = document.createElement('div');

  readonly #host: LitElement;
  readonly #bar = document.createElement('div');
  readonly #list: RowList;
  readonly #highlight = new SearchHighlight();
  #compared: Compared | undefined;
  #about: string | undefined;
  #wish: Wish | undefined;

  #rows: readonly ComparisonItem[] = [];
  #keys: ReadonlyMap<ComparisonItem, string> = new Map();
  #shown: readonly ComparisonItem[] = [];
  #work = new AbortController();

  #file: AllRows | undefined;

  /** Keys of the platforms that are put side by side, the newest last. */
  #sides: readonly string[] = [];
  /** Where the reader was before the focus went to the sides. */
  #sidesFrom: string | undefined;
  #linked = false;

  #announced = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    this.#list = new RowList((element, row, key) => {
      this.#drawRow(element, row, key);
    });
    this.element.className = 'compare-tools';
    this.element.setAttribute('part', 'all-rows');
    this.element.setAttribute('role', 'group');
    this.element.tabIndex = -1;
    this.element.append(this.#bar, this.#list.element);
    host.addController(this);
  }

  get #words(): ComparisonMessages {
    return this.#compared?.view.say('comparison', enComparison) ?? enComparison;
  }

  hostConnected(): void {
    // Moved to another place of the page: what was under way goes on.
    if (this.#work.signal.aborted && this.element.isConnected) this.#refresh();
  }

  hostDisconnected(): void {
    this.#stop();
    this.#highlight.clear();
  }

  hostUpdated(): void {
    // The script's Lit renders no nodes, so it renders where this one goes.
    const place = this.#host.shadowRoot?.querySelector('.tools-place');
    if (place && this.element.parentNode !== place) place.append(this.element);
    if (place || !this.#rows.length) return;
    // The reader has closed it, or the record has gone: no row is kept.
    this.hostDisconnected();
    this.#rows = this.#shown = [];
    this.#wish = undefined;
    this.#sides = [];
    void this.#list.show([], new AbortController().signal);
  }

  /** Shows a comparison; called whenever the host renders. `linked` are platforms that a link puts side by side. */
  update(compared: Compared, about: string | undefined, linked: readonly string[] | undefined): void {
    const isNew = !this.#wish;
    const { comparison, provision } = compared;
    const before = this.#compared;
    this.#compared = compared;
    this.#about = about;
    this.element.setAttribute('aria-label', this.#words.tools);
    this.#wish ??= { query: '', levels: new Set(), sort: compared.sort };
    if (linked) {
      this.#sides = linked;
      this.#linked = true;
    }
    addStyles(this.#host, toolsStyles);
    const isFresh = before?.feed !== compared.feed || before.provision !== provision || isNew;
    if (comparison.url !== undefined && (isFresh || this.#file?.compared.comparison.url !== comparison.url)) {
      void this.#load(compared, before !== undefined && !isNew);
    }
    this.#take();
    this.#renderBar();
    // Rows are drawn once, and what they say of ours has to be said in another language.
    if (before && before.view.words !== compared.view.words) void this.#list.redrawAll();
    if (isNew && !linked) void this.#focus(() => this.element);
  }

  /** Makes of a level's name in the picture a button that shows its rows only. */
  readonly filter = (label: TemplateResult, { level, count }: Rated): TemplateResult =>
    this.#rows.length > toolless && count > 0
      ? html`<button
          class="filter"
          part="filter"
          type="button"
          aria-pressed=${this.#wish?.levels.has(level) ?? false}
          @click=${() => {
            const levels = this.#wish?.levels;
            if (levels && !levels.delete(level)) levels.add(level);
            this.#refresh();
            this.#host.requestUpdate();
          }}
        >
          ${label}
        </button>`
      : label;

  /** Reads the file with all rows; `again` asks the server whether it has a newer one. A failure keeps what was there. */
  async #load(compared: Compared, again: boolean): Promise<void> {
    const { url } = compared.comparison;
    if (url === undefined) return;
    const last = this.#file;
    const file: AllRows = { compared };
    if (last?.rows && last.compared.comparison.url === url) {
      Object.assign(file, { rows: last.rows, others: last.others });
    }
    this.#file = file;
    try {
      const redirects = Reflect.get(this.#host, 'redirects') === 'follow' ? 'follow' : undefined;
      const entries = await fetchComparison(url, { redirects, revalidate: again });
      const rows: ComparisonItem[] = [];
      let others = false;
      const slices = new Slices(new AbortController().signal);
      for (const row of readComparison(entries)) {
        // A file of all platforms holds the record itself, which is no other platform.
        if (row.record_id === undefined || row.record_id !== compared.provision?.id) rows.push(row);
        else others = true;
        if (slices.over) await slices.pause();
      }
      if (rows.length) Object.assign(file, { rows, others });
      else file.failed = true;
    } catch {
      file.failed = true;
    }
    // Another may have been asked for meanwhile.
    if (this.#file === file && this.element.isConnected) {
      this.#take();
      this.#announce();
      this.#renderBar();
      this.#host.requestUpdate();
    }
  }

  /** Takes over the rows there are, if they are others than before. */
  #take(): void {
    const rows = this.#file?.rows ?? this.#compared?.comparison.items ?? [];
    if (sameRows(rows, this.#rows)) return;
    this.#rows = rows;
    if (rows.length <= manyRows) this.#keys = keysOf(rows);
    this.#refresh();
  }

  #stop(): void {
    this.#work.abort();
    clearTimeout(this.#timer);
  }

  /** Shows the rows that are wished for, in their order. */
  #refresh(): void {
    this.#stop();
    this.#work = new AbortController();
    void this.#show(this.#work.signal).catch(() => {
      // Given up for a newer wish.
    });
  }

  async #show(signal: AbortSignal): Promise<void> {
    const wish = this.#wish;
    const view = this.#compared?.view;
    if (!wish || !view) return;
    // So many that only to sort them takes a while: each step by itself.
    const step = async () => {
      if (this.#rows.length <= manyRows) return;
      await breathe();
      signal.throwIfAborted();
    };
    await step();
    if (!this.#keys.has(this.#rows[0] ?? {})) this.#keys = keysOf(this.#rows);
    await step();
    const sorted = sortRows(this.#rows, wish.sort, new Intl.Collator(view.words.locale).compare);
    await step();
    const slices = new Slices(signal);
    const terms = searchTerms(wish.query);
    const found: ComparisonItem[] = [];
    for (const row of sorted) {
      if ((!wish.levels.size || wish.levels.has(levelOf(row))) && rowMatches(row, terms)) found.push(row);
      if (slices.over) await slices.pause();
    }
    this.#shown = found;
    this.#renderBar();
    this.#announce();
    this.#highlight.clear();
    await this.#list.show(
      found.map((row) => [this.#keyOf(row), row]),
      signal,
    );
    if (!terms.length) return;
    for (const row of found) {
      const item = this.#list.find(this.#keyOf(row));
      if (item) this.#highlight.mark(item, terms);
      if (slices.over) await slices.pause();
    }
  }

  /** Whether rows are still to come. */
  get #isLoading(): boolean {
    return this.#file !== undefined && !this.#file.rows && !this.#file.failed;
  }

  /** Tells the count when the reader has stopped typing, and not before there is one. */
  #announce(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#isLoading) return;
      this.#announced = this.#count();
      this.#renderBar();
    }, announceDelay);
  }

  #count(): string {
    const [shown, all] = [this.#shown.length, this.#rows.length];
    const { formats } = this.#compared?.view ?? {};
    if (!formats) return '';
    if (!shown && all) return this.#words.noneShown;
    const others = this.#file?.others ?? false;
    return shown === all
      ? this.#words.allShown(formats.count(all), others)
      : this.#words.shown(formats.count(shown), formats.count(all), others);
  }

  #keyOf(row: ComparisonItem): string {
    return this.#keys.get(row) ?? '';
  }

  #renderBar(): void {
    const { view, feed } = this.#compared ?? {};
    const wish = this.#wish;
    if (!view || !feed || !wish) return;
    const bar = toolbar(this.#words, {
      few: this.#rows.length <= toolless,
      query: wish.query,
      sort: wish.sort,
      isNarrowed: wish.query.trim() !== '' || wish.levels.size > 0,
      count: this.#isLoading ? this.#words.loading : this.#count(),
      announced: this.#announced,
      failed: this.#file?.failed === true && !this.#file.rows,
      onSearch: (query) => {
        wish.query = query;
        this.#refresh();
      },
      onSort: (sort) => {
        wish.sort = sort;
        this.#refresh();
      },
      onClear: () => {
        wish.query = '';
        wish.levels.clear();
        this.#refresh();
        this.#host.requestUpdate();
        void this.#focus(() => this.#bar.querySelector('input'));
      },
      onDownload: () => {
        const analyst = view.formats.list(analystNames(this.#compared?.provision, feed));
        download(`comparison-${this.#about ?? ''}.csv`, 'text/csv', comparisonCsv(this.#shown, analyst, this.#words));
      },
      onClose: () => {
        void this.#close(view);
      },
      onRetry: () => {
        if (this.#compared) void this.#load(this.#compared, true);
        this.#renderBar();
        // The button goes with what it was about.
        void this.#focus(() => this.element);
      },
    });
    render(html`${bar}${this.#renderSides(view)}`, this.#bar, { host: this.#host });
    // Not an attribute: once the reader has typed, that is no longer what is shown.
    const input = this.#bar.querySelector('input');
    if (input && input.value !== wish.query) input.value = wish.query;
  }

  /** Takes the rows away in slices where to take them all at once would hold the page up. */
  async #close(view: View): Promise<void> {
    this.#stop();
    if (this.#rows.length > manyRows) await this.#list.show([], new AbortController().signal);
    if (!this.element.isConnected) return;
    view.toggle('comparison');
    await this.#focus(() => this.#host.shadowRoot?.querySelector('.comparison > .more'));
  }

  #drawRow(element: HTMLElement, row: ComparisonItem, key: string): void {
    const { view, feed } = this.#compared ?? {};
    if (!view || !feed) return;
    const part = `all-${key}`;
    const mine: View = {
      ...view,
      toggle: (opened) => {
        view.toggle(opened);
        this.#list.redraw(key);
      },
    };
    const name = platformName(row.platform) ?? view.words.unnamedPlatform;
    render(
      html`${comparisonRow(mine, row, part, feed)}${
        row.excerpt === undefined
          ? undefined
          : html`<button
              class="more compare"
              part="compare"
              type="button"
              aria-pressed=${this.#sides.includes(key)}
              @click=${() => {
                this.#toggleSide(key);
              }}
            >
              ${this.#words.compare}<span class="sr"> ${this.#words.of(name)}</span>
            </button>`
      }`,
      element,
      { host: this.#host },
    );
  }

  /** The record's own wording, where there is one to compare with. */
  #own(): ComparisonItem | undefined {
    const provision = this.#compared?.provision;
    return provision?._provision.clauses && ownRow(provision);
  }

  #toggleSide(key: string): void {
    const before = this.#sides;
    if (before.includes(key)) this.#setSides(before.filter((one) => one !== key));
    else this.#setSides([...(before.length ? before : this.#own() ? [ownKey] : []), key].slice(-2));
    if (this.#sides.length === 2 && key !== ownKey) {
      this.#sidesFrom = key;
      void this.#showSides();
    }
  }

  #setSides(sides: readonly string[]): void {
    const changed = new Set([...this.#sides, ...sides]);
    // The record by itself is no comparison.
    this.#sides = sides.length === 1 && sides[0] === ownKey ? [] : sides;
    for (const key of changed) this.#list.redraw(key);
    this.#renderBar();
  }

  #renderSides(view: View): TemplateResult | undefined {
    const { feed } = this.#compared ?? {};
    const own = this.#own();
    const byKey = new Map([...this.#keys].map(([row, key]) => [key, row]));
    const sides = this.#sides.flatMap((key): Side[] => {
      const row = key === ownKey ? own : byKey.get(key);
      return row ? [{ key, row }] : [];
    });
    this.element.classList.toggle('paired', sides.length === 2);
    if (!sides.length || !feed) return undefined;
    if (this.#linked && sides.length === 2) {
      this.#linked = false;
      void this.#showSides();
    }
    const back = () => {
      const item = this.#sidesFrom === undefined ? undefined : this.#list.find(this.#sidesFrom);
      void this.#focus(() => item?.querySelector<HTMLElement>('.compare') ?? this.element);
    };
    const href =
      this.#about === undefined || sides.length < 2
        ? undefined
        : `${location.href.replace(/#.*/s, '')}${sidesHash(
            this.#about,
            sides.map(({ key }) => key),
          )}`;
    return sideBySide(view, this.#words, feed, sides, href, {
      remove: (key) => {
        this.#setSides(this.#sides.filter((one) => one !== key));
        if (this.#sides.length) void this.#showSides();
        else back();
      },
      close: () => {
        this.#setSides([]);
        back();
      },
      own:
        own && !this.#sides.includes(ownKey)
          ? {
              name: platformName(own.platform) ?? view.words.unnamedPlatform,
              add: () => {
                this.#setSides([...this.#sides, ownKey].slice(-2));
              },
            }
          : undefined,
    });
  }

  /** Moves the focus to the two sides, at their beginning: of what is taller than the window a browser shows the end. */
  async #showSides(): Promise<void> {
    await this.#host.updateComplete;
    const sides = this.#bar.querySelector<HTMLElement>('.sides');
    if (!sides) return;
    sides.focus({ preventScroll: true });
    const { top, bottom } = sides.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) sides.scrollIntoView();
  }

  /** Moves the focus to what is there when the host has rendered. */
  async #focus(find: () => HTMLElement | null | undefined): Promise<void> {
    await this.#host.updateComplete;
    find()?.focus();
  }
}

/** Whether two lists say the same of the same platforms: a feed that was read again is another object. */
function sameRows(some: readonly ComparisonItem[], others: readonly ComparisonItem[]): boolean {
  return (
    some === others ||
    (some.length === others.length &&
      some.every((row, index) => {
        const other = others[index];
        return (
          row === other ||
          (other !== undefined &&
            row.record_id === other.record_id &&
            row.platform === other.platform &&
            row.severity === other.severity &&
            row.excerpt === other.excerpt &&
            row.url === other.url &&
            row.captured === other.captured)
        );
      }))
  );
}
