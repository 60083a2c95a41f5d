import { html } from 'lit';
import type { TemplateResult } from 'lit';

/**
 * Renders a quoted text to the letter. An invisible bidirectional control is put into its own box, where it cannot reverse
 * other letters, after a visible and audible mark. The mark is not text, so copies, comparisons and hashes have the document's
 * own letters.
 */
export function asWritten(text: string): string | readonly (string | TemplateResult)[] {
  const pieces = text.split(/([\u202d\u202e])/);
  return pieces.length > 1
    ? pieces.map((piece, index) =>
        index % 2 ? html`<span class=${piece < '\u202e' ? 'turn ltr' : 'turn'}>${piece}</span>` : piece,
      )
    : text;
}
