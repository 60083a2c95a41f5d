/** All rows of a comparison, and the tools for many: one lazy chunk, loaded when the reader asks for all. */
import { html, render } from 'lit';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { addStyles } from '../../page/late-styles.js';
import type { ComparisonItem } from '../../feed/types.js';
import type { ComparisonMessages } from '../../i18n/comparison-messages.js';
import { enComparison } from '../../i18n/locales/en-comparison.js';
import { sortRows, maxRowsWithoutTools } from '../../provision/comparison/comparison.js';
import type { ComparisonSort } from '../../provision/comparison/comparison.js';
import { attributionOf, attributionText } from '../../provision/attribution.js';
import { comparisonCsv } from '../../provision/comparison/csv.js';
import { keysOf } from '../../provision/comparison/row-keys.js';
import { rowMatches, searchTerms } from '../../provision/comparison/search.js';
import { levelOf } from '../../provision/distribution.js';
import type { LevelCount } from '../../provision/distribution.js';
import { analystNames, platformName } from '../../provision/display-names.js';
import { yieldToPage, TimeSlices } from '../../page/time-slices.js';
import type { View } from '../templates/view.js';
import { AllRows, sameRows } from './all-rows.js';
import { comparisonRow } from './comparison-list.js';
import type { Compared } from './compared.js';
import { download } from './download.js';
import { focusOn } from './focus-on.js';
import { RowList } from './row-list.js';
import { SearchHighlight } from './search-highlight.js';
import { Sides } from './sides.js';
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

/** The state and the behaviour of one element's open comparison. Whatever its host is told, the reader's wishes stay. */
export class ComparisonTools implements ReactiveController {
  /** What stands in the place of the first rows. */
  readonly element = document.createElement('div');

  readonly #host: LitElement;
  readonly #bar = document.createElement('div');
  readonly #list: RowList;
  readonly #sides: Sides;
  readonly #highlight = new SearchHighlight();
  #compared: Compared | undefined;
  #about: string | undefined;
  #wish: Wish | undefined;

  #rows: readonly ComparisonItem[] = [];
  #keys: ReadonlyMap<ComparisonItem, string> = new Map();
  #shown: readonly ComparisonItem[] = [];
  #work = new AbortController();

  #file: AllRows | undefined;

  #announced = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    this.#list = new RowList((element, row, key) => {
      this.#drawRow(element, row, key);
    });
    this.#sides = new Sides(host, this.element, this.#list, () => {
      this.#renderBar();
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
    this.#sides.clear();
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
    if (linked) this.#sides.link(linked);
    addStyles(this.#host, toolsStyles);
    const isFresh = before?.feed !== compared.feed || before.provision !== provision || isNew;
    if (comparison.url !== undefined && (isFresh || this.#file?.compared.comparison.url !== comparison.url)) {
      void this.#load(compared, before !== undefined && !isNew);
    }
    this.#take();
    this.#renderBar();
    // Rows are drawn once, and what they say of ours has to be said in another language.
    if (before && before.view.words !== compared.view.words) void this.#list.redrawAll();
    if (isNew && !linked) void focusOn(this.#host, () => this.element);
  }

  /** Makes of a level's name in the picture a button that shows its rows only. */
  readonly filter = (label: TemplateResult, { level, count }: LevelCount): TemplateResult =>
    this.#rows.length > maxRowsWithoutTools && count > 0
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

  /** Reads the file with all rows; `again` asks the server whether it has a newer one. */
  async #load(compared: Compared, again: boolean): Promise<void> {
    const file = new AllRows(compared, this.#file);
    this.#file = file;
    await file.read(this.#host, again);
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
      await yieldToPage();
      signal.throwIfAborted();
    };
    await step();
    if (!this.#keys.has(this.#rows[0] ?? {})) this.#keys = keysOf(this.#rows);
    await step();
    const sorted = sortRows(this.#rows, wish.sort, new Intl.Collator(view.words.locale).compare);
    await step();
    const slices = new TimeSlices(signal);
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

  /** Tells the count when the reader has stopped typing, and not before there is one. */
  #announce(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#file?.isLoading) return;
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
    const compared = this.#compared;
    const wish = this.#wish;
    if (!compared || !wish) return;
    const { view, feed, provision } = compared;
    const bar = toolbar(this.#words, {
      few: this.#rows.length <= maxRowsWithoutTools,
      query: wish.query,
      sort: wish.sort,
      isNarrowed: wish.query.trim() !== '' || wish.levels.size > 0,
      count: this.#file?.isLoading ? this.#words.loading : this.#count(),
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
        void focusOn(this.#host, () => this.#bar.querySelector('input'));
      },
      onDownload: () => {
        const source = attributionOf(feed);
        const analyst = view.formats.list(analystNames(provision, feed));
        download(
          `comparison-${this.#about ?? ''}.csv`,
          'text/csv',
          comparisonCsv(this.#shown, analyst, this.#words, source && attributionText(source)),
        );
      },
      onClose: () => {
        void this.#close(view);
      },
      onRetry: () => {
        void this.#load(compared, true);
        this.#renderBar();
        // The button goes with what it was about.
        void focusOn(this.#host, () => this.element);
      },
    });
    render(html`${bar}${this.#sides.render(compared, this.#words, this.#keys, this.#about)}`, this.#bar, {
      host: this.#host,
    });
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
    await focusOn(this.#host, () => this.#host.shadowRoot?.querySelector('.comparison > .more'));
  }

  #drawRow(element: HTMLElement, row: ComparisonItem, key: string): void {
    const { view, feed } = this.#compared ?? {};
    if (!view || !feed) return;
    const part = `all-${key}`;
    const mine: View = {
      ...view,
      // A reader who asks for all rows has come to read their words.
      isBrief: false,
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
              aria-pressed=${this.#sides.has(key)}
              @click=${() => {
                this.#sides.toggle(key, this.#compared);
              }}
            >
              ${this.#words.compare}<span class="sr"> ${this.#words.of(name)}</span>
            </button>`
      }`,
      element,
      { host: this.#host },
    );
  }
}
