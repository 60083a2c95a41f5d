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
 * Provides an element's messages in the language of the page around it. English is part of the entry. Other languages load as a
 * chunk, together with `load-locale.ts`; nothing is painted before both have arrived, and what is painted stays until then.
 */
export class LocaleController implements ReactiveController, LocaleState {
  current: Localization | undefined;
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
    // Observe every tree that contains the element, because any ancestor may have a `lang` attribute.
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
    // American and British English differ in dates. A language without messages gets English dates too, so that languages are
    // not mixed.
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

  async loadMore(): Promise<void> {
    this.isComplete = true;
    this.hostUpdate();
    await this.#ready;
  }
}
