/** Words other than English, or other than ours: lazy, for pages that want some. */
import { formatsOf } from '../i18n/format.js';
import { languageOf } from './element-language.js';
import { languages } from '../i18n/languages.js';
import type { LocaleModule } from '../i18n/languages.js';
import { overrideMessages } from '../i18n/message-overrides.js';
import type { Localization } from '../i18n/localization.js';
import { isDefaultScript } from '../i18n/default-script.js';
import { loadChunk, canRetry } from './chunk-retry.js';
import type { LocalizedHost } from './localized-host.js';

/** What an element has last asked for, and when it is there. */
interface Wish {
  readonly parts: readonly unknown[];
  readonly ready: Promise<void>;
}

const wishes = new WeakMap<LocalizedHost, Wish>();
const warned = new Set<unknown>();
/** Languages of which something was refused that may be asked for again. */
const retries = new Set<string>();

/**
 * Has an element say its words in its language as soon as they are there. Never rejects: what cannot be loaded is said in
 * English, and the page is told once.
 */
export function loadLocale(
  host: LocalizedHost,
  tag: string,
  english: Localization,
  locale: Promise<LocaleModule> | undefined,
): Promise<void> {
  const { messages, locale: state } = host;
  const { isComplete } = state;
  const parts = [tag, messages, isComplete];
  const last = wishes.get(host);
  // This runs at every update of the element. `Object.is`, because messages that are NaN would be new at each one, without end.
  if (last && parts.every((part, index) => Object.is(part, last.parts[index]))) return last.ready;
  const isCurrent = () => wishes.get(host) === wish && languageOf(host) === tag;
  const wish: Wish = {
    parts,
    ready: spokenIn(tag, english, isDefaultScript(tag) ? locale : undefined, isComplete).then((spoken) => {
      if (!isCurrent()) return;
      // The update that this asks for is a new attempt.
      if (retries.delete(tag)) wishes.delete(host);
      state.current = messages == null ? spoken : overrideMessages(spoken, messages);
      host.requestUpdate();
    }),
  };
  wishes.set(host, wish);
  return wish.ready;
}

async function spokenIn(
  tag: string,
  english: Localization,
  locale: Promise<LocaleModule> | undefined,
  isWhole: boolean,
): Promise<Localization> {
  let spoken = english;
  let more: LocaleModule['loadMore'] | undefined;
  try {
    const loaded = await locale;
    if (!loaded) return english;
    spoken = { ...english, words: loaded.messages, formats: formatsOf(tag), isComplete: isWhole };
    if (isWhole) {
      more = loaded.loadMore;
      const { more: words } = await loadChunk(more);
      spoken = { ...spoken, say: (part) => words[part] };
    }
  } catch (error) {
    // Blocked or offline: English, or what of the language has come.
    if (!warned.has(tag)) console.warn('[provision-embed]', error);
    warned.add(tag);
    const [name = ''] = tag.split('-');
    if (canRetry(languages[name]) || canRetry(more)) retries.add(tag);
  }
  return spoken;
}
