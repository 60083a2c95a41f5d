/** A panel in the top layer beside its anchor. The only importer of floating-ui; lazy, as are all who import it. */
import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';

/** The pieces of an anchored panel in a host's shadow root. */
export interface AnchoredPieces {
  /** Holds the other two; a tap in it is no tap elsewhere. */
  readonly frame: HTMLElement;
  readonly anchor: HTMLElement;
  readonly panel: HTMLElement;
}

/** Pixels between anchor and panel, and between panel and the edge of the window. */
const gap = 6;
const margin = 8;

/**
 * Shows the panel at its anchor until the function that is returned is called. `close` is called when the reader wants it
 * gone: by Escape (`refocus`) or by a tap elsewhere.
 */
export function showAnchored({ frame, anchor, panel }: AnchoredPieces, close: (refocus: boolean) => void): () => void {
  panel.dataset['open'] = '';
  // Missing before Chrome 114, Safari 17 and Firefox 125: there it stands in the page, by data-open.
  if ('showPopover' in panel) panel.showPopover();
  const unfollow = follow(anchor, panel);
  const outside = (event: Event): void => {
    if (!event.composedPath().includes(frame)) close(false);
  };
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // The page's own dialog around the article stays open.
    event.stopPropagation();
    event.preventDefault();
    close(true);
  };
  // An element may have been adopted into another document.
  const { ownerDocument } = frame;
  ownerDocument.addEventListener('pointerdown', outside, true);
  ownerDocument.addEventListener('keydown', escape, true);
  return () => {
    unfollow();
    ownerDocument.removeEventListener('pointerdown', outside, true);
    ownerDocument.removeEventListener('keydown', escape, true);
    delete panel.dataset['open'];
    if ('hidePopover' in panel && panel.isConnected) panel.hidePopover();
  };
}

/** Keeps the panel beside its anchor while the page moves; returns what ends it. */
function follow(anchor: HTMLElement, panel: HTMLElement): () => void {
  return autoUpdate(anchor, panel, () => {
    void computePosition(anchor, panel, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        offset(gap),
        flip({ padding: margin }),
        shift({ padding: margin }),
        // Where neither side has room, the panel scrolls instead of leaving the window.
        size({
          padding: margin,
          apply: ({ availableHeight }) => {
            panel.style.setProperty('max-height', `${Math.max(80, Math.floor(availableHeight))}px`);
          },
        }),
      ],
    }).then(({ x, y }) => {
      // Through CSSOM: a strict CSP forbids style attributes.
      panel.style.setProperty('left', `${Math.round(x)}px`);
      panel.style.setProperty('top', `${Math.round(y)}px`);
    });
  });
}
