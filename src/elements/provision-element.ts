import { html, LitElement } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { LocaleController } from '../controllers/locale-controller.js';
import { hasOwnContent } from '../page/own-content.js';
import { isDebugging } from '../page/debug-mode.js';
import { pageAddress } from '../page/page-address.js';
import { asText } from '../page/attribute-values.js';
import { RecordController } from '../controllers/record-controller.js';
import type { ShownRecord } from '../page/shown-record.js';
import { queueStart, startNow, leaveQueue, whenPaintAllowed } from '../page/render-queue.js';
import { ProvisionToggleEvent } from '../events/toggle.js';
import { url } from '../feed/scalars.js';
import type { ReplacedMessages } from '../i18n/message-overrides.js';
import type { Localization } from '../i18n/localization.js';
import { version } from '../version.js';
import type * as PinningCode from './pinning/changes-chunk.js';
import { link } from './templates/facts.js';
import { languageOfRecord } from './templates/view.js';
import type { View } from './templates/view.js';

// Exported here, so that an import of one element's definition includes the types of its events.
/** @public */
export type { ProvisionChangeEvent } from '../events/change.js';
/** @public */
export type { ProvisionCopyEvent } from '../events/copy.js';
/** @public */
export type { ProvisionErrorEvent } from '../events/error.js';
/** @public */
export type { ProvisionLoadEvent } from '../events/load.js';
/** @public */
export type { ProvisionVerifyEvent } from '../events/verify.js';

let pinningCode: typeof PinningCode | undefined;
const loadPinning = async (): Promise<typeof PinningCode> => (pinningCode = await import('./pinning/changes-chunk.js'));

/** Matches if the element contains more than a quotation: an element without an end tag contains the rest of the article. */
const moreThanQuotation =
  ':scope>*~:not(blockquote,script,[slot]),provision-card,provision-changes,provision-clause,provision-comparison,provision-severity';

/**
 * Base class of all elements: finds the record, and shows the fallback while there is none. It never changes the light DOM,
 * which stays visible until the record is rendered and again after an error.
 */
export abstract class ProvisionElement extends LitElement {
  /** Version of the library that registered the element. Distinguishes two versions on one page. */
  static readonly version = version;

  static override readonly properties: PropertyDeclarations = {
    src: {},
    record: {},
    provision: { attribute: false },
    redirects: {},
    mode: {},
    refresh: {},
    cache: {},
    headingLevel: { attribute: 'heading-level' },
    messages: { attribute: false },
  };

  /** @internal */
  readonly locale: LocaleController = new LocaleController(this);
  protected readonly records = new RecordController(this, loadPinning);
  /** Names of the parts that the reader opened; cleared when another record is rendered. */
  readonly #open = new Set<string>();
  #openIn: string | undefined;
  #isPainted = false;
  /** Whether the element contains the rest of the article, which has to stay visible. */
  #containsArticle: boolean | undefined;

  /**
   * Address of the feed: `https:`, or any address on the page's own host (`http:` included). A relative address is resolved
   * against the page's address, not against `<base>`.
   */
  declare src: string | null | undefined;

  /** Id of the record in the feed. Default: the feed's only record. */
  declare record: string | null | undefined;

  /**
   * The record itself, as an item of a feed or as a feed that contains it. Takes precedence over `src`. Assign a new object to
   * change it.
   */
  declare provision: unknown;

  /** `follow` allows the feed's server to redirect. Default: a redirect is an error. */
  declare redirects: 'follow' | null | undefined;

  /**
   * `pinned` (default): the published wording stays, and a notice reports changes. `live`: the current record, updated while
   * the page is open.
   */
  declare mode: 'pinned' | 'live' | null | undefined;

  /** Seconds between two requests to the source, at least 60. Default: one request in `pinned`, one per minute in `live`. */
  declare refresh: string | number | null | undefined;

  /**
   * Stores the last good copy in the reader's browser, for use when the source does not answer. As an attribute: present or
   * absent.
   */
  declare cache: boolean | string | null | undefined;

  /** Level of the element's heading in the article, 2 to 6 (default 3). */
  declare headingLevel: 2 | 3 | 4 | 5 | 6 | string | null | undefined;

  /**
   * Replaces some or all of our messages: `{ card: { why: 'So what?' } }`. A message with parameters must be a function. Values
   * of the wrong type are ignored. Assign a new object to change it.
   */
  declare messages: ReplacedMessages | null | undefined;

  /** @internal Styles that were added later; see `addStyles`. */
  declare late?: CSSStyleSheet[];

  override connectedCallback(): void {
    queueStart(this, () => {
      // In an XHTML document Chromium's parser sets attributes without calling `attributeChangedCallback`.
      if (document.contentType !== 'text/html' && !this.hasUpdated) {
        for (const { name, value } of this.attributes) {
          if ((this.constructor as typeof LitElement).observedAttributes.includes(name))
            this.attributeChangedCallback(name, null, value);
        }
      }
      super.connectedCallback();
      if (isDebugging())
        import('../page/debug-values.js').then(
          ({ reportWrongValues }) => reportWrongValues(this),
          () => undefined,
        );
    });
  }

  override disconnectedCallback(): void {
    if (leaveQueue(this)) super.disconnectedCallback();
  }

  /** Trims spaces and curly quotes, because editors add them to values: `layout=“full”`. */
  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value?.replace(/^[\s“”„]+|[\s“”]+$/g, '') ?? null);
  }

  /** Constructed style sheets do not work in another document, so they are copied. */
  adoptedCallback(): void {
    import('../page/adopted-styles.js').then(
      ({ adoptStyles }) => {
        adoptStyles(this, (this.constructor as typeof LitElement).elementStyles);
      },
      () => {
        // Blocked or offline: the text stays readable.
      },
    );
  }

  /** Reads the record again from its source. Resolves when the record is rendered or has failed; never rejects. */
  reload(): Promise<void> {
    startNow(this);
    return this.records.load(true);
  }

  /**
   * @internal Starts a deferred element, because otherwise Lit's promise would wait until the element comes near the viewport.
   */
  override get updateComplete(): Promise<boolean> {
    startNow(this);
    return super.updateComplete;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    try {
      const saved = this.shadowRoot;
      const root = super.createRenderRoot() as ShadowRoot;
      // A page saved with its shadow roots contains an old card.
      if (saved) root.replaceChildren();
      return root;
    } catch (error) {
      // Never render into the element itself, because the light DOM belongs to the page.
      if (!this.shadowRoot) throw error;
      // The root was created in another document; `adoptedCallback` adds the styles.
      return this.shadowRoot;
    }
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.#isPainted && this.records.shown) {
      this.#isPainted = true;
      // If the check fails to load, the content stays visible.
      if (this.querySelector(moreThanQuotation))
        this.#containsArticle = await import('./templates/unclosed-element.js').then(
          (code) => code.containsArticle(this),
          () => true,
        );
      await whenPaintAllowed(this);
    }
    this.performUpdate();
  }

  protected override update(changed: PropertyValues): void {
    try {
      // A page translator replaces each text with `<font>` elements. Lit changes a text in place, so it has to be a text again.
      for (const font of this.shadowRoot?.querySelectorAll(':is(font)') ?? []) font.replaceWith(font.textContent);
      super.update(changed);
    } catch (error) {
      console.warn('[provision-embed]', error);
      // Not `document.createElement`, because a page element named `createElement` may shadow it.
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- only some of its overloads are deprecated
      this.shadowRoot?.append(Reflect.apply(Document.prototype.createElement, document, ['slot']));
    }
  }

  protected override render(): unknown {
    const { shown } = this.records;
    // Show the fallback whatever fails, because of a bad record or a patched page.
    try {
      // Lit keeps the last rendering until the messages of another language have loaded.
      if (!this.locale.current) return html`<slot></slot>`;
      if (shown) {
        const content = this.renderRecord(shown, this.view(shown));
        return this.#containsArticle ? html`${content}<slot></slot>` : content;
      }
    } catch (error) {
      console.warn('[provision-embed]', error);
    }
    return this.renderOwnContent();
  }

  /** Renders the element's own content, and one line with a link if a record failed and the page has no content of its own. */
  protected renderOwnContent(): TemplateResult {
    const { error } = this.records;
    const { words } = this.view();
    // A record's JSON file is next to its page (docs/publishing.md).
    const href = url(pageAddress(asText(this.src) ?? ''))?.replace(/(\/r\/[^/]+)\.json$/, '$1');
    return html`<slot></slot>${
        error && !hasOwnContent(this)
          ? html`<p class="unavailable" part="unavailable" lang=${words.locale} dir="auto">
              ${words.unavailable} ${link(href, words.openSource)}
            </p>`
          : ''
      }`;
  }

  /** Renders the record. Returns `renderOwnContent()` if the record has nothing for this element. */
  protected abstract renderRecord(shown: ShownRecord, view: View): unknown;

  /** Renders the notice of changes since publication; undefined unless the record is followed. */
  protected renderNotice(view: View): TemplateResult | undefined {
    const { notice } = this.records;
    return notice && pinningCode?.notice(view, notice);
  }

  protected view(shown?: ShownRecord): View {
    if (shown && shown.provision.id !== this.#openIn) {
      this.#openIn = shown.provision.id;
      this.#open.clear();
    }
    return {
      host: this,
      // Set by now, because `render` shows only the fallback until the locale has loaded.
      ...(this.locale.current as Localization),
      headingLevel:
        [2, 3, 4, 5, 6].find((level) => level === this.headingLevel || `${level}` === this.headingLevel) ?? 3,
      language: shown ? languageOfRecord(shown) : '',
      isOpen: (part) => this.#open.has(part),
      toggle: (part) => {
        const open = !this.#open.delete(part);
        if (open) this.#open.add(part);
        this.requestUpdate();
        this.dispatchEvent(new ProvisionToggleEvent(part, open));
      },
    };
  }
}
