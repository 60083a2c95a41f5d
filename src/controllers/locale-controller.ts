import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LocaleState, LocalizedHost } from '../page/localized-host.js';
import { formatsOf } from '../i18n/format.js';
import { languageOf } from '../page/element-language.js';
import { languages } from '../i18n/languages.js';
import { en } from '../i18n/locales/en.js';
import type { Localization } from '../i18n/localization.js';
import { loadChunk } from '../page/chunk-retry.js';

const hosts = new Set<ReactiveControllerHost>();
let observer: MutationObserver | undefined;
const loadLocaleCode = () => import('../page/load-locale.js');

/**
 * The words of an element, in the language that it stands in. English is here. Another comes in a chunk, and with it, at
 * the same time, `speech.ts`: nothing is painted before they are there, and what is painted stays until then.
 */
export class LocaleController implements ReactiveController, LocaleState {
  /** Undefined until there is something to say it with. */
  current: Localization | undefined;
  /** The words of what is loaded later are asked for, too. */
  isComplete = false;

  readonly #host: LocalizedHost;
  #ready: Promise<void> | undefined;

  constructor(host: LocalizedHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this.#host);
    observer ??= new MutationObserver(() => {
      for (const host of hosts) host.requestUpdate();
    });
    // Anything around the element may say its language, in each of the trees that it stands in.
    for (let at: Node | undefined = this.#host; at; at = (at as Partial<ShadowRoot>).host) {
      observer.observe((at = at.getRootNode()), { subtree: true, attributeFilter: ['lang'] });
    }
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
  }

  hostUpdate(): void {
    const host = this.#host;
    const tag = languageOf(host);
    const [name = ''] = tag.split('-');
    const load = languages[name];
    // American and British English differ in dates; words we do not have are not mixed with another language's dates.
    const english: Localization = {
      words: en,
      formats: formatsOf(name === 'en' ? tag : 'en'),
      isComplete: true,
      say: (_, words) => words,
    };
    this.#ready = undefined;
    if (load || host.messages != null) {
      const locale = load && loadChunk(load);
      this.#ready = loadChunk(loadLocaleCode)
        .then(({ loadLocale }) => loadLocale(host, tag, english, locale))
        .catch((error: unknown) => {
          // Blocked or offline.
          if (this.current) return;
          console.warn('[provision-embed]', error);
          this.current = english;
          host.requestUpdate();
        });
    } else this.current = english;
  }

  /** Asks for the words of what is loaded later. Resolves when they are there, or English stands in; never rejects. */
  async loadMore(): Promise<void> {
    this.isComplete = true;
    this.hostUpdate();
    await this.#ready;
  }
}
