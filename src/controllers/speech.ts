/** Words other than English, or other than ours: lazy, for pages that want some. */
import { formatsOf } from '../i18n/format.js';
import { languageOf } from '../i18n/language.js';
import type { LocaleModule } from '../i18n/languages.js';
import { replaced } from '../i18n/replaced.js';
import type { Spoken } from '../i18n/spoken.js';
import { isUsualScript } from '../i18n/usual-script.js';
import type { SpeakingHost } from './language.js';

/** What an element has last asked for, and when it is there. */
interface Wish {
  readonly parts: readonly unknown[];
  readonly ready: Promise<void>;
}

const wishes = new WeakMap<SpeakingHost, Wish>();
const warned = new Set<unknown>();

/**
 * Has an element say its words in its language as soon as they are there. Never rejects: what cannot be loaded is said in
 * English, and the page is told once.
 */
export function speak(
  host: SpeakingHost,
  tag: string,
  english: Spoken,
  locale: Promise<LocaleModule> | undefined,
): Promise<void> {
  const { messages, language } = host;
  const { isWhole } = language;
  const parts = [tag, messages, isWhole];
  const last = wishes.get(host);
  // Asked at every update of the element.
  if (last && parts.every((part, index) => part === last.parts[index])) return last.ready;
  const isCurrent = () => wishes.get(host) === wish && languageOf(host) === tag;
  const wish: Wish = {
    parts,
    ready: spokenIn(tag, english, isUsualScript(tag) ? locale : undefined, isWhole).then((spoken) => {
      if (!isCurrent()) return;
      language.spoken = messages == null ? spoken : replaced(spoken, messages);
      host.requestUpdate();
    }),
  };
  wishes.set(host, wish);
  return wish.ready;
}

async function spokenIn(
  tag: string,
  english: Spoken,
  locale: Promise<LocaleModule> | undefined,
  isWhole: boolean,
): Promise<Spoken> {
  let spoken = english;
  try {
    const loaded = await locale;
    if (!loaded) return english;
    spoken = { ...english, words: loaded.messages, formats: formatsOf(tag), isWhole };
    const { more } = isWhole ? await loaded.loadMore() : {};
    if (more) spoken = { ...spoken, say: (part) => more[part] };
  } catch (error) {
    // Blocked or offline: English, or what of the language has come.
    if (!warned.has(tag)) console.warn('[provision-embed]', error);
    warned.add(tag);
  }
  return spoken;
}
