/**
 * Loads messages other than the built-in English ones: other languages and the page's own. Lazy, because English pages without
 * overrides need none of it.
 */
import { formatsOf } from '../i18n/format.js';
import { languageOf } from './element-language.js';
import { languages } from '../i18n/languages.js';
import type { LocaleModule } from '../i18n/languages.js';
import { overrideMessages } from '../i18n/message-overrides.js';
import type { Localization } from '../i18n/localization.js';
import { isDefaultScript } from '../i18n/default-script.js';
import { loadChunk, canRetry } from './chunk-retry.js';
import type { LocalizedHost } from './localized-host.js';

/** An element's latest request, and its completion. */
interface LocaleRequest {
  readonly parts: readonly unknown[];
  readonly ready: Promise<void>;
}

const requests = new WeakMap<LocalizedHost, LocaleRequest>();
const warned = new Set<unknown>();
/** Languages with a failed request that may be repeated. */
const retries = new Set<string>();

/**
 * Sets an element's locale once its messages have loaded. Never rejects: on a failure the element uses English, and the console
 * gets one warning.
 */
export function loadLocale(
  host: LocalizedHost,
  tag: string,
  english: Localization,
  locale: Promise<LocaleModule> | undefined,
): Promise<void> {
  const { messages, locale: state } = host;
  const { isComplete } = state;
  // The promise is part of it, because a new attempt may begin before the failure of the last one is handled.
  const parts = [tag, messages, isComplete, locale];
  const last = requests.get(host);
  // This runs at every update of the element. `Object.is`, because `messages` set to NaN would differ from itself and cause
  // endless updates.
  if (last && parts.every((part, index) => Object.is(part, last.parts[index]))) return last.ready;
  const isCurrent = () => requests.get(host) === request && languageOf(host) === tag;
  const request: LocaleRequest = {
    parts,
    ready: spokenIn(tag, english, isDefaultScript(tag) ? locale : undefined, isComplete).then((spoken) => {
      if (!isCurrent()) return;
      // The update that this requests starts a new attempt.
      if (retries.delete(tag)) requests.delete(host);
      state.current = messages == null ? spoken : overrideMessages(spoken, messages);
      host.requestUpdate();
    }),
  };
  requests.set(host, request);
  return request.ready;
}

async function spokenIn(
  tag: string,
  english: Localization,
  locale: Promise<LocaleModule> | undefined,
  isComplete: boolean,
): Promise<Localization> {
  let spoken = english;
  let more: LocaleModule['loadMore'] | undefined;
  try {
    const loaded = await locale;
    if (!loaded) return english;
    spoken = { ...english, words: loaded.messages, formats: formatsOf(tag), isComplete };
    if (isComplete) {
      more = loaded.loadMore;
      const { more: words } = await loadChunk(more);
      spoken = { ...spoken, say: (part) => words[part] };
    }
  } catch (error) {
    // Blocked or offline: use English, or the messages of the language that did load.
    if (!warned.has(tag)) console.warn('[provision-embed]', error);
    warned.add(tag);
    const [name = ''] = tag.split('-');
    if (canRetry(languages[name]) || canRetry(more)) retries.add(tag);
  }
  return spoken;
}
