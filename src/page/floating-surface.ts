/** A panel in the top layer beside its anchor. The only importer of floating-ui; lazy, as are all who import it. */
import { autoUpdate, computePosition, flip, offset, platform, shift, size } from '@floating-ui/dom';
import type { Platform } from '@floating-ui/dom';

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
/** Pixels by which a panel is moved to measure its scale. */
const probe = 100;

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

/**
 * All in pixels of the window, as `getBoundingClientRect` has them. What floating-ui would find out about the panel's containing block and
 * its size does not hold under the CSS property `zoom`, and in Chrome before 129, where a container for queries contains fixed boxes.
 */
const inWindow: Platform = {
  ...platform,
  getOffsetParent: () => window,
  getDimensions: (element) => element.getBoundingClientRect(),
};

/** Keeps the panel beside its anchor while the page moves; returns what ends it. */
function follow(anchor: HTMLElement, panel: HTMLElement): () => void {
  const put = (left: number, top: number): DOMRect => {
    // Through CSSOM: a strict CSP forbids style attributes.
    panel.style.setProperty('left', `${Math.round(left)}px`);
    panel.style.setProperty('top', `${Math.round(top)}px`);
    return panel.getBoundingClientRect();
  };
  return autoUpdate(anchor, panel, () => {
    // Where the panel's own coordinates begin in the window, and how many pixels of the window one of its own is.
    const origin = put(0, 0);
    const scale = (put(probe, 0).left - origin.left) / probe || 1;
    void computePosition(anchor, panel, {
      platform: inWindow,
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
            panel.style.setProperty('max-height', `${Math.max(80, Math.floor(availableHeight / scale))}px`);
          },
        }),
      ],
    }).then(({ x, y }) => {
      put((x - origin.left) / scale, (y - origin.top) / scale);
    });
  });
}
