/** Shows all rows of a comparison with search, sort and filter. A lazy chunk, loaded when the reader opens all rows. */
import { html, render } from 'lit';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { addStyles } from '../../page/late-styles.js';
import type { ComparisonItem } from '../../feed/types.js';
import type { ComparisonMessages } from '../../i18n/comparison-messages.js';
import { enComparison } from '../../i18n/locales/en-comparison.js';
import { maxRowsWithoutTools } from '../../provision/comparison/comparison.js';
import { attributionOf, attributionText } from '../../provision/attribution.js';
import { comparisonCsv } from '../../provision/comparison/csv.js';
import { keysOf } from '../../provision/comparison/row-keys.js';
import { searchTerms } from '../../provision/comparison/search.js';
import type { LevelCount } from '../../provision/distribution.js';
import { analystNames } from '../../provision/display-names.js';
import { TimeSlices } from '../../page/time-slices.js';
import type { View } from '../templates/view.js';
import { AllRows, sameRows } from './all-rows.js';
import type { ComparisonContext } from './comparison-context.js';
import { download } from './download.js';
import { focusOn } from './focus-on.js';
import { comparableRow, filterButton } from './row-controls.js';
import { RowList } from './row-list.js';
import { SearchHighlight } from './search-highlight.js';
import { manyRows, selectRows, startTask } from './select-rows.js';
import type { RowSelection } from './select-rows.js';
import { SidePanel } from './side-panel.js';
import { toolbar } from './toolbar.js';
import { toolsStyles } from './tools.styles.js';

/** Milliseconds between the last key press and the announcement of the count. */
const announceDelay = 500;

/** State and behaviour of an element's open comparison. The reader's search, filter and order survive updates of the host. */
export class ComparisonTools implements ReactiveController {
  /** The element that replaces the first rows. */
  readonly element = document.createElement('div');

  readonly #host: LitElement;
  readonly #bar = document.createElement('div');
  readonly #list: RowList;
  readonly #sides: SidePanel;
  readonly #highlight = new SearchHighlight();
  #context: ComparisonContext | undefined;
  #subject: string | undefined;
  #selection: RowSelection | undefined;

  #rows: readonly ComparisonItem[] = [];
  #keys: ReadonlyMap<ComparisonItem, string> = new Map();
  #shown: readonly ComparisonItem[] = [];
  #task = new AbortController();

  #file: AllRows | undefined;

  #announced = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    this.#list = new RowList((element, row, key) => {
      this.#drawRow(element, row, key);
    });
    this.#sides = new SidePanel(host, this.element, this.#list, () => {
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
    return this.#context?.view.say('comparison', enComparison) ?? enComparison;
  }

  hostConnected(): void {
    // The element was moved: continue the work that the disconnect aborted.
    if (this.#task.signal.aborted && this.element.isConnected) this.#refresh();
  }

  hostDisconnected(): void {
    this.#stop();
    this.#highlight.clear();
  }

  hostUpdated(): void {
    // The host's template has only a place for the element, because the rows outlive the host's renders.
    const place = this.#host.shadowRoot?.querySelector('.tools-place');
    if (place && this.element.parentNode !== place) place.append(this.element);
    if (place || !this.#rows.length) return;
    // The reader closed the tools, or the record is gone: release the rows.
    this.hostDisconnected();
    this.#rows = this.#shown = [];
    this.#selection = undefined;
    this.#sides.clear();
    void this.#list.show([], new AbortController().signal);
  }

  /** Updates the comparison; called at each render of the host. `linkedKeys` are platforms to show side by side. */
  update(context: ComparisonContext, subject: string | undefined, linkedKeys: readonly string[] | undefined): void {
    const isNew = !this.#selection;
    const { comparison, provision } = context;
    const before = this.#context;
    this.#context = context;
    this.#subject = subject;
    this.element.setAttribute('aria-label', this.#words.tools);
    this.#selection ??= { query: '', levels: new Set(), sort: context.sort };
    if (linkedKeys) this.#sides.link(linkedKeys);
    addStyles(this.#host, toolsStyles);
    const isFresh = before?.feed !== context.feed || before.provision !== provision || isNew;
    if (comparison.url !== undefined && (isFresh || this.#file?.context.comparison.url !== comparison.url)) {
      void this.#load(context, before !== undefined && !isNew);
    }
    this.#applyRows();
    this.#renderBar();
    // Rows are drawn once, so a change of locale has to redraw them.
    if (before && before.view.words !== context.view.words) void this.#list.redrawAll();
    if (isNew && !linkedKeys) void focusOn(this.#host, () => this.element);
  }

  /** Wraps the name of a level in the chart in a button that filters the rows by this level. */
  readonly filter = (label: TemplateResult, { level, count }: LevelCount): TemplateResult =>
    this.#rows.length > maxRowsWithoutTools && count > 0
      ? filterButton(label, {
          isPressed: this.#selection?.levels.has(level) ?? false,
          onClick: () => {
            const levels = this.#selection?.levels;
            if (levels && !levels.delete(level)) levels.add(level);
            this.#refresh();
            this.#host.requestUpdate();
          },
        })
      : label;

  /** Reads the file with all rows; `again` revalidates a cached response. */
  async #load(context: ComparisonContext, again: boolean): Promise<void> {
    const file = new AllRows(context, this.#file);
    this.#file = file;
    await file.read(this.#host, again);
    // Ignore the result if another file was requested meanwhile.
    if (this.#file === file && this.element.isConnected) {
      this.#applyRows();
      this.#announce();
      this.#renderBar();
      this.#host.requestUpdate();
    }
  }

  /** Applies the loaded rows if they differ from the present ones. */
  #applyRows(): void {
    const rows = this.#file?.rows ?? this.#context?.comparison.items ?? [];
    if (sameRows(rows, this.#rows)) return;
    this.#rows = rows;
    if (rows.length <= manyRows) this.#keys = keysOf(rows);
    this.#refresh();
  }

  #stop(): void {
    this.#task.abort();
    clearTimeout(this.#timer);
  }

  /** Shows the rows that match the search and the filter, in order. */
  #refresh(): void {
    this.#stop();
    this.#task = new AbortController();
    void this.#show(this.#task.signal).catch(() => {
      // Aborted by a newer request.
    });
  }

  async #show(signal: AbortSignal): Promise<void> {
    const selection = this.#selection;
    const view = this.#context?.view;
    if (!selection || !view) return;
    await startTask(this.#rows, signal);
    if (!this.#keys.has(this.#rows[0] ?? {})) this.#keys = keysOf(this.#rows);
    const found = await selectRows(this.#rows, selection, view.words.locale, signal);
    this.#shown = found;
    this.#renderBar();
    this.#announce();
    this.#highlight.clear();
    await this.#list.show(
      found.map((row) => [this.#keyOf(row), row]),
      signal,
    );
    const terms = searchTerms(selection.query);
    if (!terms.length) return;
    const slices = new TimeSlices(signal);
    for (const row of found) {
      const item = this.#list.find(this.#keyOf(row));
      if (item) this.#highlight.mark(item, terms);
      if (slices.over) await slices.pause();
    }
  }

  /** Announces the count after the reader stops typing, once the rows have loaded. */
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
    const { formats } = this.#context?.view ?? {};
    if (!formats) return '';
    if (!shown && all) return this.#words.noneShown;
    const omitsOwn = this.#file?.omitsOwn ?? false;
    return shown === all
      ? this.#words.allShown(formats.count(all), omitsOwn)
      : this.#words.shown(formats.count(shown), formats.count(all), omitsOwn);
  }

  #keyOf(row: ComparisonItem): string {
    return this.#keys.get(row) ?? '';
  }

  #renderBar(): void {
    const context = this.#context;
    const selection = this.#selection;
    if (!context || !selection) return;
    const { view, feed, provision } = context;
    const bar = toolbar(this.#words, {
      hasFewRows: this.#rows.length <= maxRowsWithoutTools,
      query: selection.query,
      sort: selection.sort,
      isNarrowed: selection.query.trim() !== '' || selection.levels.size > 0,
      count: this.#file?.isLoading ? this.#words.loading : this.#count(),
      announced: this.#announced,
      failed: this.#file?.failed === true && !this.#file.rows,
      onSearch: (query) => {
        selection.query = query;
        this.#refresh();
      },
      onSort: (sort) => {
        selection.sort = sort;
        this.#refresh();
      },
      onClear: () => {
        selection.query = '';
        selection.levels.clear();
        this.#refresh();
        this.#host.requestUpdate();
        void focusOn(this.#host, () => this.#bar.querySelector('input'));
      },
      onDownload: () => {
        const source = attributionOf(feed);
        const analyst = view.formats.list(analystNames(provision, feed));
        download(
          `comparison-${this.#subject ?? ''}.csv`,
          'text/csv',
          comparisonCsv(this.#shown, analyst, this.#words, source && attributionText(source)),
        );
      },
      onClose: () => {
        void this.#close(view);
      },
      onRetry: () => {
        void this.#load(context, true);
        this.#renderBar();
        // The retry button disappears with its message.
        void focusOn(this.#host, () => this.element);
      },
    });
    render(html`${bar}${this.#sides.render(context, this.#words, this.#keys, this.#subject)}`, this.#bar, {
      host: this.#host,
    });
    // A property, not an attribute, because a field that the reader edited ignores its `value` attribute.
    const input = this.#bar.querySelector('input');
    if (input && input.value !== selection.query) input.value = selection.query;
  }

  /** Closes the tools. Removes many rows in slices first, because removing them at once would block the page. */
  async #close(view: View): Promise<void> {
    this.#stop();
    if (this.#rows.length > manyRows) await this.#list.show([], new AbortController().signal);
    if (!this.element.isConnected) return;
    view.toggle('comparison');
    await focusOn(this.#host, () => this.#host.shadowRoot?.querySelector('.comparison > .more'));
  }

  #drawRow(element: HTMLElement, row: ComparisonItem, key: string): void {
    const { view, feed } = this.#context ?? {};
    if (!view || !feed) return;
    const rowView: View = {
      ...view,
      // The reader opened all rows to read them, so excerpts are not folded as in a guest.
      isBrief: false,
      toggle: (opened) => {
        view.toggle(opened);
        this.#list.redraw(key);
      },
    };
    render(
      comparableRow(rowView, this.#words, row, key, feed, {
        isPressed: this.#sides.has(key),
        onClick: () => {
          this.#sides.toggle(key, this.#context);
        },
      }),
      element,
      { host: this.#host },
    );
  }
}
