import { LazyCode } from '../controllers/lazy-code.js';
import { mayDiffer } from '../page/published-wording.js';
import type { ShownRecord } from '../page/shown-record.js';
import type { CheckResult } from '../provision/evidence.js';
import { ProvisionElement } from './provision-element.js';
import { ReadersTools } from './toolbar/readers-tools.js';
import type { View } from './templates/view.js';

/** Base class of the elements that quote a platform: adds the reader's tools and links to a clause's place in its document. */
export abstract class RecordElement extends ProvisionElement {
  protected readonly tools = new ReadersTools(this, () => this.locale.current?.words.failed ?? '');
  readonly #links = new LazyCode(this, () => import('./templates/clause-links.js'));

  /**
   * Checks the record's evidence in the reader's browser: the SHA-256 of each clause and of the stored copy, and whether the
   * copy contains each clause. Sends one request, for the copy. Resolves with the results, empty if there is no record; never
   * rejects.
   */
  async verify(): Promise<readonly CheckResult[]> {
    const { shown } = this.records;
    return (shown && (await this.tools.use((tools) => tools.verify(shown)))) ?? [];
  }

  /** @internal The quotation that the element replaces; set by `src/auto-embed`. */
  declare quotation: HTMLElement | undefined;

  /** @internal Whether the page's wording may differ from the record's. */
  differs({ provision }: ShownRecord): Promise<boolean> {
    return mayDiffer(this, provision);
  }

  protected override view(shown?: ShownRecord): View {
    const { code } = this.#links;
    return {
      ...super.view(shown),
      clauseLink: (url, index) => (code && shown ? code.clauseLink(shown, url, index) : url),
      nearClause: () => void this.#links.load(),
    };
  }
}
