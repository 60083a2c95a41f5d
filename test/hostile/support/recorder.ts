/* eslint-disable @typescript-eslint/prefer-for-of -- a page may have taken the iterators away */
/** Records what happens in a page: it runs before all other scripts of the page, in every engine. */

/** An event of an element (`provision-load`, `provision-error`), with the element's name and the error's code. */
export interface RecordedEvent {
  readonly type: string;
  readonly by: string;
  readonly code: string;
}

export interface Recorded {
  /** `warn: text`, line by line. */
  readonly console: string[];
  /** Uncaught exceptions and unhandled rejections. */
  readonly errors: string[];
  /** Dialogs and windows that a script opened, because proofs of an injection do that. */
  readonly executed: string[];
  /** Violations of the page's policy. */
  readonly violations: string[];
  readonly events: RecordedEvent[];
}

export interface Recorder {
  readonly recorded: Recorded;
  /** Resolves when `times` events of these types were dispatched. */
  readonly dispatched: (times: number, ...types: readonly string[]) => Promise<void>;
  /** `JSON.stringify`, as it was before the page could change it. */
  readonly stringify: (value: unknown) => string;
}

declare global {
  interface Window {
    recorder: Recorder;
  }
}

function record(): void {
  const { stringify } = JSON;
  const { getOwnPropertyDescriptor, defineProperty } = Object;
  const natives = [Object, Array, String, Number, Boolean, Date].map((native) => native.prototype as object);
  const recorded: Recorded = { console: [], errors: [], executed: [], violations: [], events: [] };
  const waiting = new Set<() => void>();
  /** The stack of an error. */
  const where = (error: unknown): string => (error instanceof Error ? (error.stack ?? '') : '');
  const { apply } = Reflect;
  // The page may change any method afterwards, so this code calls none of them.
  const line = (words: readonly unknown[]): string => {
    let said = '';
    for (let at = 0; at < words.length; at++) said += ` ${String(words[at])}`;
    return said;
  };
  const add = <Item>(list: Item[], item: Item): void => {
    list[list.length] = item;
  };
  for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    const log = console[level].bind(console);
    console[level] = (...words: unknown[]) => {
      add(recorded.console, `${level}:${line(words)}`);
      apply(log, undefined, words);
    };
  }
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'] as const) {
    window[name] = (...words: unknown[]) => {
      add(recorded.executed, `${name}${line(words)}`);
      return null as never;
    };
  }
  window.addEventListener('error', ({ message, error }) => add(recorded.errors, `${message} ${where(error)}`));
  window.addEventListener('unhandledrejection', ({ reason }) =>
    add(recorded.errors, `${String(reason)} ${where(reason)}`),
  );
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    add(recorded.violations, `${violatedDirective} ${blockedURI}`),
  );
  for (const type of ['provision-load', 'provision-error']) {
    document.addEventListener(type, (event) => {
      const element = event.target as Element;
      const { error } = event as Event & { error?: { code: string } };
      add(recorded.events, { type, by: element.id || element.localName, code: error?.code ?? '' });
      waiting.forEach((wake) => {
        wake();
      });
    });
  }
  window.recorder = {
    recorded,
    stringify: (value) => {
      const hidden: (() => void)[] = [];
      for (let at = 0; at < natives.length; at++) {
        const holder = natives[at]!;
        const had = getOwnPropertyDescriptor(holder, 'toJSON');
        if (!had?.configurable) continue;
        delete (holder as { toJSON?: unknown }).toJSON;
        add(hidden, () => defineProperty(holder, 'toJSON', had));
      }
      const json = stringify(value);
      for (let at = 0; at < hidden.length; at++) hidden[at]!();
      return json;
    },
    dispatched: (times, ...types) =>
      new Promise((resolve) => {
        const check = (): void => {
          let count = 0;
          for (let at = 0; at < recorded.events.length; at++) {
            for (let of = 0; of < types.length; of++) if (recorded.events[at]!.type === types[of]) count++;
          }
          if (count < times) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
  };
}

/** As a classic script. */
export const recorderScript = `(${String(record)})();`;
