/** The reader's tools for a record: cite, share, print and check its evidence. A lazy chunk, loaded at the first use. */
import type { TemplateResult } from 'lit';
import type { LocalizedHost } from '../../page/localized-host.js';
import type { ShownRecord } from '../../page/shown-record.js';
import { ProvisionCopyEvent } from '../../events/copy.js';
import { ProvisionVerifyEvent } from '../../events/verify.js';
import type { Provision } from '../../feed/types.js';
import { downloadSnapshot } from '../../feed/snapshot-download.js';
import { completeRecord } from '../../feed/complete-record.js';
import { enTools } from '../../i18n/locales/en-tools.js';
import type { ToolMessages } from '../../i18n/tool-messages.js';
import { citationData, citationForms } from '../../provision/citations/index.js';
import { checkClause, checkSnapshot } from '../../provision/evidence.js';
import type { CheckResult } from '../../provision/evidence.js';
import type { View } from '../templates/view.js';
import { checkResults } from './check-results.js';
import { copyText } from './copy-text.js';
import { Menu } from './menu.js';
import type { MenuChoice } from './menu.js';
import { shareBySystem, shareChoices } from './share.js';
import type { ToolName } from './tool-name.js';

export { toolStyles as styles } from './record-tools.styles.js';

export class RecordTools {
  readonly #host: LocalizedHost;
  readonly #announce: (text: string) => void;
  readonly #menu = new Menu(() => {
    this.#openMenu = undefined;
    this.#host.requestUpdate();
  });
  #openMenu: ToolName | undefined;
  /** Results of the checks by record; `pending` while they run. */
  readonly #checks = new WeakMap<Provision, readonly CheckResult[] | 'pending'>();

  /** @param announce shows a text in the host's live region */
  constructor(host: LocalizedHost, announce: (text: string) => void) {
    this.#host = host;
    this.#announce = announce;
    host.addController({
      hostDisconnected: () => {
        this.#menu.close(false);
      },
    });
  }

  get words(): ToolMessages {
    return this.#host.locale.current?.say('tools', enTools) ?? enTools;
  }

  /** The tool whose menu is open. */
  get openMenu(): ToolName | undefined {
    return this.#openMenu;
  }

  /** Runs a tool after a press of its button; `last` focuses the last item of its menu (Arrow Up). */
  async press(tool: ToolName, shown: ShownRecord, last = false): Promise<void> {
    if (tool === 'print') {
      print();
    } else if (tool === 'verify') {
      await this.verify(shown);
    } else if (this.#openMenu) {
      const same = this.#openMenu === tool;
      this.#menu.close(true);
      // A menu that is still opening has nothing to close, but must not open any more.
      this.#openMenu = undefined;
      this.#host.requestUpdate();
      if (!same) await this.press(tool, shown, last);
    } else if (tool === 'cite' || !(await shareBySystem(completeRecord(shown)))) {
      this.#openMenu = tool;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      const frame = this.#host.shadowRoot?.querySelector<HTMLElement>(`[data-tool="${tool}"]`);
      if (frame && this.#openMenu === tool) this.#menu.open(frame, last);
    }
  }

  /** Renders the open menu of a tool, for a place next to its button. */
  menu(tool: ToolName, shown: ShownRecord): TemplateResult | undefined {
    if (this.#openMenu !== tool) return undefined;
    const { words } = this;
    const whole = completeRecord(shown);
    return tool === 'cite'
      ? this.#menu.render(words.citeAs, this.#citations(whole))
      : this.#menu.render(
          words.shareBy,
          shareChoices(whole, words, (link) => void this.copy('link', link, words.link)),
        );
  }

  /** Copies a text, announces the result and dispatches `provision-copy`. */
  async copy(what: string, text: string, name: string): Promise<void> {
    const copied = await copyText(text, this.#host.shadowRoot);
    this.#announce(copied ? this.words.copied(name) : this.words.notCopied);
    if (copied) this.#host.dispatchEvent(new ProvisionCopyEvent(what));
  }

  /** Checks the hashes of the clauses and of the snapshot in this browser. */
  async verify(shown: ShownRecord): Promise<readonly CheckResult[]> {
    const { provision } = completeRecord(shown);
    const { clauses = [], provenance } = provision._provision;
    this.#checks.set(provision, 'pending');
    this.#host.requestUpdate();
    const results = (
      await Promise.all([
        ...clauses.map((clause, index) => checkClause(clause, index)),
        checkSnapshot({ snapshotUrl: provenance?.snapshot_url, sha256: provenance?.sha256, clauses }, downloadSnapshot),
      ])
    ).flat();
    this.#checks.set(provision, results);
    this.#announce(this.words.checked);
    this.#host.dispatchEvent(new ProvisionVerifyEvent(results));
    return results;
  }

  /** Renders the results of the checks; undefined before the first check. */
  results(view: View, shown: ShownRecord): TemplateResult | undefined {
    const checks = this.#checks.get(completeRecord(shown).provision);
    return checks && checkResults(view, this.words, checks);
  }

  #citations(shown: Pick<ShownRecord, 'provision' | 'feed'>): readonly MenuChoice[] {
    return citationForms.map(({ id, format }) => {
      const label = this.words.citationForms[id];
      return {
        label,
        action: () => void this.copy(id, format(citationData({ ...shown, accessed: new Date() })), label),
      };
    });
  }
}
