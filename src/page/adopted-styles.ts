/** The styles of an element in a document that is not the script's: an iframe's, a pop-up's. Lazy: few pages have such. */
import type { CSSResultOrNative } from 'lit';
import type { StyledHost } from './late-styles.js';

/** A style sheet belongs to the document that it was constructed for; each other document has copies of its own. */
const copies = new WeakMap<Document, WeakMap<CSSStyleSheet, CSSStyleSheet>>();

function sheetFor(to: Document, sheet: CSSStyleSheet): CSSStyleSheet {
  const known = copies.get(to) ?? new WeakMap<CSSStyleSheet, CSSStyleSheet>();
  copies.set(to, known);
  let copy = known.get(sheet);
  const Sheet = to.defaultView?.CSSStyleSheet;
  // A document that is not shown, a template's, can have none and needs none.
  if (to === document || !Sheet) return sheet;
  if (!copy) {
    copy = new Sheet();
    copy.replaceSync(Array.from(sheet.cssRules, ({ cssText }) => cssText).join('\n'));
    known.set(sheet, copy);
  }
  return copy;
}

/** Gives an element its styles again: its root has lost them on the way into another document, or never had them there. */
export function adoptStyles(host: StyledHost, styles: readonly CSSResultOrNative[]): void {
  const { shadowRoot, ownerDocument } = host;
  if (!shadowRoot || !ownerDocument.defaultView) return;
  const sheets = styles.flatMap((style) => ('styleSheet' in style ? (style.styleSheet ?? []) : style));
  shadowRoot.adoptedStyleSheets = [...sheets, ...(host.late ?? [])].map((sheet) => sheetFor(ownerDocument, sheet));
}
