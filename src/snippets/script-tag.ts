import { attributes, markup } from '../html/markup.js';
import type { Markup } from '../html/markup.js';
import type { CheckedOptions } from './options.js';

/** The one script tag; nothing where the site has it. */
export function scriptTag({ script, integrity }: CheckedOptions): Markup | undefined {
  return script === undefined
    ? undefined
    : markup`<script${attributes({ async: '', src: script, integrity, crossorigin: 'anonymous' })}></script>`;
}

/**
 * Opens the connection to the feed's server while the script is still on its way. Not `preload`: it asks with
 * credentials, our request is without, and so Chromium 156 does not use what it has preloaded, warns, and asks again.
 */
export function connectionHint(feedUrl: string): Markup {
  return markup`<link${attributes({ rel: 'preconnect', href: new URL(feedUrl).origin, crossorigin: 'anonymous' })} />`;
}
