import { attributes, markup } from '../html/markup.js';
import type { Markup } from '../html/markup.js';
import type { CheckedOptions } from './options.js';

/** Writes the script tag; undefined when the site already has it. */
export function scriptTag({ script, integrity }: CheckedOptions): Markup | undefined {
  return script === undefined
    ? undefined
    : markup`<script${attributes({ async: '', src: script, integrity, crossorigin: 'anonymous' })}></script>`;
}

/**
 * Writes a hint that opens the connection to the feed's server while the script loads. It is not `preload`, because a preload sends
 * credentials and our request does not: Chromium 156 then ignores the preloaded response, warns, and sends a second request.
 */
export function connectionHint(feedUrl: string): Markup {
  return markup`<link${attributes({ rel: 'preconnect', href: new URL(feedUrl).origin, crossorigin: 'anonymous' })} />`;
}
