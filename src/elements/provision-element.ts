import { html, LitElement } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { LanguageController } from '../controllers/language.js';
import { pageAddress } from '../controllers/page-address.js';
import { asText, RecordController } from '../controllers/record.js';
import type { ShownRecord } from '../controllers/record.js';
import { arrive, begin, leave, turn } from '../controllers/turns.js';
import { ProvisionToggleEvent } from '../events/toggle.js';
import { url } from '../feed/scalars.js';
import type { ReplacedMessages } from '../i18n/replaced.js';
import type { Spoken } from '../i18n/spoken.js';
import { version } from '../version.js';
import { link } from './shared/text.js';
import { languageOfRecord } from './shared/view.js';
import type { View } from './shared/view.js';

// Whoever imports an element's definition alone has its events' types too.
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

/** What has changed, and what will: only where a page asks for it, or quotes another wording. */
const loadFollowing = () => import('./provision-changes/code.js');

/** More than a quotation: part of the article may stand in an element that is not closed. */
const more =
  ':scope>*~:not(blockquote,script,[slot]),provision-card,provision-changes,provision-clause,provision-comparison,provision-severity';

/**
 * What all elements that show a record share: where the record comes from, and what is seen while there is none. The
 * light DOM is never touched: it is shown until the record is there, and again when it cannot be had.
 */
export abstract class ProvisionElement extends LitElement {
  /** Version of the library that registered the element; two versions on one page are told apart by it. */
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
  readonly language: LanguageController = new LanguageController(this);
  protected readonly records = new RecordController(this, loadFollowing);
  /** What the reader has opened, and in which record. */
  readonly #open = new Set<string>();
  #openIn: string | undefined;
  #isPainted = false;
  /** The rest of the article stands in the element, and stays on the screen. */
  #swallows: boolean | undefined;

  /** Address of the feed: `https:`, or on the page's own host (`http:` there too). A relative one is relative to the page's address, whatever its `<base>`. */
  declare src: string | null | undefined;

  /** Id of the record in the feed. Left out: the feed's only record. */
  declare record: string | null | undefined;

  /** The record itself, as an item of a feed, or a feed that holds it; used instead of `src`. Replace it to change it. */
  declare provision: unknown;

  /** `follow` lets the feed's server redirect; by default a redirect is an error. */
  declare redirects: 'follow' | null | undefined;

  /**
   * `pinned` (default): what the page was published with stays, and what has changed since is said. `live`: the current
   * record, kept up to date.
   */
  declare mode: 'pinned' | 'live' | null | undefined;

  /** Seconds between two looks at the source, at least 60. Left out: one look in `pinned`, one every minute in `live`. */
  declare refresh: string | number | null | undefined;

  /** Keeps the last good copy in the reader's browser, for when the source cannot be reached. As an attribute: there or not. */
  declare cache: boolean | string | null | undefined;

  /** Level of the element's heading in the article, 2 to 6 (default 3). */
  declare headingLevel: 2 | 3 | 4 | 5 | 6 | string | null | undefined;

  /**
   * Words to say instead of ours, some or all: `{ card: { why: 'So what?' } }`. A message with gaps is a function, as ours is;
   * what is of the wrong kind is ignored. Replace the object to change it.
   */
  declare messages: ReplacedMessages | null | undefined;

  /** @internal What has been added to the styles since; `addStyles` keeps it. */
  declare late?: CSSStyleSheet[];

  override connectedCallback(): void {
    arrive(this, () => {
      // In an XHTML document Chromium's parser sets attributes without telling the element.
      if (document.contentType !== 'text/html' && !this.hasUpdated) {
        for (const { name, value } of this.attributes) {
          if ((this.constructor as typeof LitElement).observedAttributes.includes(name))
            this.attributeChangedCallback(name, null, value);
        }
      }
      super.connectedCallback();
    });
  }

  override disconnectedCallback(): void {
    if (leave(this)) super.disconnectedCallback();
  }

  /** Editors write blanks and curly quotes around values: `layout=“full”`. */
  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value?.replace(/^[\s“”„]+|[\s“”]+$/g, '') ?? null);
  }

  /** In another document the styles that it was made with do not count. */
  adoptedCallback(): void {
    import('../controllers/adopted.js').then(
      ({ restyle }) => {
        restyle(this, (this.constructor as typeof LitElement).elementStyles);
      },
      () => {
        // Blocked or offline: it reads all the same.
      },
    );
  }

  /** Reads the record anew from its source. Resolves when that is done; never rejects. */
  reload(): Promise<void> {
    begin(this);
    return this.records.load(true);
  }

  /** @internal Lit’s; an element that waits for its reader begins where it is asked for. */
  override get updateComplete(): Promise<boolean> {
    begin(this);
    return super.updateComplete;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    try {
      const saved = this.shadowRoot;
      const root = super.createRenderRoot() as ShadowRoot;
      // A page that was saved with its shadow roots brings an old card.
      if (saved) root.replaceChildren();
      return root;
    } catch (error) {
      // Without a root of our own there is nothing to render in: the reader's own HTML is never touched.
      if (!this.shadowRoot) throw error;
      // Its first document is not the script's; `adoptedCallback` sees to the styles.
      return this.shadowRoot;
    }
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.#isPainted && this.records.shown) {
      this.#isPainted = true;
      // Without the code that looks closer, the article stays on the screen.
      if (this.querySelector(more))
        this.#swallows = await import('./shared/swallows.js').then(
          (code) => code.swallows(this),
          () => true,
        );
      await turn(this);
    }
    this.performUpdate();
  }

  protected override update(changed: PropertyValues): void {
    try {
      // A page translator replaces each text with `<font>` elements. Lit changes a text in place, so it has to be a text again.
      for (const font of this.shadowRoot?.querySelectorAll('font') ?? []) font.replaceWith(font.textContent);
      super.update(changed);
    } catch (error) {
      console.warn('[provision-embed]', error);
      // Not document.createElement: an element of the page that is called so may stand in its place.
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- some of its overloads are
      this.shadowRoot?.append(Reflect.apply(Document.prototype.createElement, document, ['slot']));
    }
  }

  protected override render(): unknown {
    const { shown } = this.records;
    // Whatever a record or a patched page does, the article keeps the reader's text.
    try {
      // What is painted already stays until there are words in another language.
      if (!this.language.spoken) return html`<slot></slot>`;
      if (shown) {
        const content = this.renderRecord(shown, this.view(shown));
        return this.#swallows ? html`${content}<slot></slot>` : content;
      }
    } catch (error) {
      console.warn('[provision-embed]', error);
    }
    return this.renderOwnContent();
  }

  /** The element's own content, and one line where a record failed and the page brought nothing else to show. */
  protected renderOwnContent(): TemplateResult {
    const { error } = this.records;
    const { words } = this.view();
    // A record's own file lies beside its page (elements.md, "Publishing kit").
    const href = url(pageAddress(asText(this.src) ?? ''))?.replace(/(\/r\/[^/]+)\.json$/, '$1');
    return html`<slot></slot>${
        error && !this.#hasOwnContent()
          ? html`<p class="unavailable" part="unavailable" lang=${words.locale} dir="auto">
              ${words.unavailable} ${link(href, words.openSource)}
            </p>`
          : ''
      }`;
  }

  /** Shows the record. May return what `renderOwnContent` returns where the record has nothing for this element. */
  protected abstract renderRecord(shown: ShownRecord, view: View): unknown;

  protected view(shown?: ShownRecord): View {
    if (shown && shown.provision.id !== this.#openIn) {
      this.#openIn = shown.provision.id;
      this.#open.clear();
    }
    return {
      host: this,
      // Nothing is rendered before there is something to say it with.
      ...(this.language.spoken as Spoken),
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

  #hasOwnContent(): boolean {
    return [...this.childNodes].some((node) =>
      node instanceof Element
        ? !node.matches('script, template, style, [slot]')
        : node instanceof Text && /\S/.test(node.data),
    );
  }
}
