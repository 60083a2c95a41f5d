/** Positions a panel in the top layer next to its anchor. The only importer of floating-ui; lazy, as are all its importers. */
import { autoUpdate, computePosition, flip, offset, platform, shift, size } from '@floating-ui/dom';
import type { Platform } from '@floating-ui/dom';

/** The elements of an anchored panel in a host's shadow root. */
export interface AnchoredElements {
  /** Contains anchor and panel; a click inside it is not a click elsewhere. */
  readonly frame: HTMLElement;
  readonly anchor: HTMLElement;
  readonly panel: HTMLElement;
}

/** Pixels between anchor and panel, and between panel and viewport edge. */
const gap = 6;
const margin = 8;
/** Pixels by which the panel is moved to measure its scale. */
const probeDistance = 100;

/**
 * Shows the panel at its anchor. Returns a function that hides it. Calls `close` when the reader dismisses it: by Escape
 * (`refocus` is true) or by a click elsewhere.
 */
export function showAnchored(
  { frame, anchor, panel }: AnchoredElements,
  close: (refocus: boolean) => void,
): () => void {
  panel.dataset['open'] = '';
  // Missing before Chrome 114, Safari 17 and Firefox 125; there the `data-open` attribute shows the panel.
  if ('showPopover' in panel) panel.showPopover();
  const stopFollowing = follow(anchor, panel);
  const onPointerDown = (event: Event): void => {
    if (!event.composedPath().includes(frame)) close(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // Keep the page's own dialog around the article open.
    event.stopPropagation();
    event.preventDefault();
    close(true);
  };
  // The element may have been adopted into another document.
  const { ownerDocument } = frame;
  ownerDocument.addEventListener('pointerdown', onPointerDown, true);
  ownerDocument.addEventListener('keydown', onKeyDown, true);
  return () => {
    stopFollowing();
    ownerDocument.removeEventListener('pointerdown', onPointerDown, true);
    ownerDocument.removeEventListener('keydown', onKeyDown, true);
    delete panel.dataset['open'];
    if ('hidePopover' in panel && panel.isConnected) panel.hidePopover();
  };
}

/**
 * A floating-ui platform that measures everything in viewport pixels, like `getBoundingClientRect`. floating-ui's own detection
 * of the containing block and size is wrong under the CSS property `zoom`, and in Chrome before 129, where a query container
 * contains fixed boxes.
 */
const viewportPlatform: Platform = {
  ...platform,
  getOffsetParent: () => window,
  getDimensions: (element) => element.getBoundingClientRect(),
};

/** Keeps the panel next to its anchor while the page scrolls or resizes. Returns a function that stops it. */
function follow(anchor: HTMLElement, panel: HTMLElement): () => void {
  const moveTo = (left: number, top: number): DOMRect => {
    // Set through CSSOM, because a strict CSP forbids style attributes.
    panel.style.setProperty('left', `${Math.round(left)}px`);
    panel.style.setProperty('top', `${Math.round(top)}px`);
    return panel.getBoundingClientRect();
  };
  return autoUpdate(anchor, panel, () => {
    // Measure the origin of the panel's coordinates in the viewport, and viewport pixels per panel pixel.
    const origin = moveTo(0, 0);
    const scale = (moveTo(probeDistance, 0).left - origin.left) / probeDistance || 1;
    void computePosition(anchor, panel, {
      platform: viewportPlatform,
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        offset(gap),
        flip({ padding: margin }),
        shift({ padding: margin }),
        // The panel scrolls if neither side has room for it.
        size({
          padding: margin,
          apply: ({ availableHeight }) => {
            panel.style.setProperty('max-height', `${Math.max(80, Math.floor(availableHeight / scale))}px`);
          },
        }),
      ],
    }).then(({ x, y }) => {
      moveTo((x - origin.left) / scale, (y - origin.top) / scale);
    });
  });
}
