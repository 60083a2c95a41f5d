import type { ReactiveControllerHost } from 'lit';
import type { Localization } from '../i18n/localization.js';

/** The locale of an element, as far as it is loaded. */
export interface LocaleState {
  /** Undefined until the first messages are there, English included. */
  current: Localization | undefined;
  /** Whether the messages of the lazy parts are requested as well. */
  readonly isComplete: boolean;
  /** Requests the messages of the lazy parts. Resolves when they are there, or when English replaces them; never rejects. */
  loadMore(): Promise<void>;
}

/** An element with text of ours. */
export interface LocalizedHost extends ReactiveControllerHost, HTMLElement {
  readonly locale: LocaleState;
  /** The page's own messages. Untrusted: a page may assign anything. */
  readonly messages: unknown;
}
