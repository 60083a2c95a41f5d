/**
 * Copies an element's styles into a document other than the script's, for example an iframe or a pop-up. Lazy, because few
 * pages move elements between documents.
 */
import type { CSSResultOrNative } from 'lit';
import type { StyledHost } from './late-styles.js';

/** Copies per document, because a constructed style sheet works only in the document that constructed it. */
const copies = new WeakMap<Document, WeakMap<CSSStyleSheet, CSSStyleSheet>>();

function sheetFor(to: Document, sheet: CSSStyleSheet): CSSStyleSheet {
  const documentCopies = copies.get(to) ?? new WeakMap<CSSStyleSheet, CSSStyleSheet>();
  copies.set(to, documentCopies);
  let copy = documentCopies.get(sheet);
  const Sheet = to.defaultView?.CSSStyleSheet;
  // A document without a window, such as a template's, can construct no style sheet and needs none.
  if (to === document || !Sheet) return sheet;
  if (!copy) {
    copy = new Sheet();
    copy.replaceSync(Array.from(sheet.cssRules, ({ cssText }) => cssText).join('\n'));
    documentCopies.set(sheet, copy);
  }
  return copy;
}

/** Restores the styles of an element whose root lost them on adoption into another document, or never had them there. */
export function adoptStyles(host: StyledHost, styles: readonly CSSResultOrNative[]): void {
  const { shadowRoot, ownerDocument } = host;
  if (!shadowRoot || !ownerDocument.defaultView) return;
  const sheets = styles.flatMap((style) => ('styleSheet' in style ? (style.styleSheet ?? []) : style));
  shadowRoot.adoptedStyleSheets = [...sheets, ...(host.late ?? [])].map((sheet) => sheetFor(ownerDocument, sheet));
}
