import { LazyCode } from '../controllers/lazy-code.js';
import { mayDiffer } from '../page/published-wording.js';
import type { ShownRecord } from '../page/shown-record.js';
import type { CheckResult } from '../provision/evidence.js';
import { ProvisionElement } from './provision-element.js';
import { ReadersTools } from './toolbar/readers-tools.js';
import type { View } from './templates/view.js';

/** What the elements that quote the platform share: the reader's tools, and links to a clause's place in its document. */
export abstract class RecordElement extends ProvisionElement {
  protected readonly tools = new ReadersTools(this, () => this.locale.current?.words.failed ?? '');
  readonly #links = new LazyCode(this, () => import('./templates/clause-links.js'));

  /**
   * Checks the record's evidence in the reader's browser: each clause against its SHA-256, the stored copy against its
   * own, and each clause in that copy. One request, for the copy. Resolves with what came of it, empty where there is no
   * record; never rejects.
   */
  async verify(): Promise<readonly CheckResult[]> {
    const { shown } = this.records;
    return (shown && (await this.tools.use((tools) => tools.verify(shown)))) ?? [];
  }

  /** @internal The quotation in whose place the element stands (`src/auto-embed`). */
  declare quotation: HTMLElement | undefined;

  /** @internal Whether the page may carry another wording than the record's. */
  differs({ provision }: ShownRecord): Promise<boolean> {
    return mayDiffer(this, provision);
  }

  protected override view(shown?: ShownRecord): View {
    const { code } = this.#links;
    return {
      ...super.view(shown),
      clauseLink: (url, index) => (code && shown ? code.clauseLink(shown, url, index) : url),
      nearClause: () => void this.#links.ask(),
    };
  }
}
