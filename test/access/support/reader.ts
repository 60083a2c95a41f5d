/** A virtual screen reader on one element: its phrases, their languages, and the announcements of live regions. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { answer } from '../../embedding/site.js';
import type { Article } from './article.js';

const code = readFileSync(createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js'), 'utf8');

interface VirtualReader {
  readonly start: (options: { container: Element }) => Promise<void>;
  readonly next: () => Promise<void>;
  readonly lastSpokenPhrase: () => Promise<string>;
  readonly spokenPhraseLog: () => Promise<string[]>;
  readonly activeNode: Node | null;
}

declare global {
  interface Window {
    virtualReader?: VirtualReader;
  }
}

/** A phrase, and its language. */
export interface Said {
  readonly words: string;
  readonly language: string;
}

/**
 * Starts the screen reader inside the shadow root of the article's first element, because it does not enter one by
 * itself.
 */
export async function listen({ page, news }: Article): Promise<void> {
  const src = news.serve('/virtual.js', answer(200, 'text/javascript', code));
  await page.addScriptTag({
    type: 'module',
    content: `import { virtual } from ${JSON.stringify(src)}; window.virtualReader = virtual;`,
  });
  await page.waitForFunction(() => window.virtualReader !== undefined);
  await page.evaluate(async () => {
    const element = document.querySelector('[src]:not(script)')!;
    const { MutationObserver: Observer } = window;
    // A live region announces additions only (aria-relevant). This screen reader would announce removals too.
    const isAddition = ({ addedNodes, target, type }: MutationRecord) =>
      type !== 'childList' || addedNodes.length > 0 || !(target as Element).closest('[role=status]');
    window.MutationObserver = class extends Observer {
      constructor(callback: MutationCallback) {
        super((records, observer) => {
          const told = records.filter(isAddition);
          if (told.length > 0) callback(told, observer);
        });
      }
    };
    await window.virtualReader!.start({ container: element.shadowRoot!.querySelector('[part~="base"]')! });
    window.MutationObserver = Observer;
  });
}

/** The announcements of live regions so far, in order: `polite: …` or `assertive: …`. */
export function announced(page: Page): Promise<string[]> {
  return page.evaluate(async () =>
    (await window.virtualReader!.spokenPhraseLog()).filter((phrase) => /^(polite|assertive): /.test(phrase)),
  );
}

/** Reads the element from its beginning to its end. */
export function readThrough(page: Page): Promise<Said[]> {
  return page.evaluate(async () => {
    const reader = window.virtualReader!;
    const first = reader.activeNode;
    const all: Said[] = [];
    do {
      const { activeNode } = reader;
      let around = activeNode instanceof Element ? activeNode : (activeNode?.parentElement ?? null);
      while (around && !around.closest('[lang]')) around = (around.getRootNode() as ShadowRoot).host;
      all.push({
        words: await reader.lastSpokenPhrase(),
        language: around?.closest('[lang]')?.getAttribute('lang') ?? '',
      });
      await reader.next();
    } while (reader.activeNode !== first && all.length < 2000);
    return all;
  });
}
