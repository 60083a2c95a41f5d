/** The page's side of the iframe form: a frame is as high as what is in it. Lazy: few pages have frames, and they load later still. */
import { heightMessage, readyMessage } from '../frame-protocol.js';

/** Pixels, as the `height` of a snippet may have. */
const lowest = 50;
const highest = 10_000;

/** Those that may be fitted; a frame that has gone is not kept by it. */
const known = new WeakSet<HTMLIFrameElement>();
/** The page's own components that hold frames: they are no leak of ours as long as there are few, and they are asked only by messages. */
const roots = new Set<ShadowRoot>();

/**
 * Gives a frame the height that its page tells, from now on. A page that has told it already is asked to tell it again; an
 * opaque origin has no name to send that to.
 */
export function fitFrame(frame: HTMLIFrameElement): void {
  const root = frame.getRootNode();
  if (root instanceof ShadowRoot) roots.add(root);
  known.add(frame);
  addEventListener('message', fit);
  frame.contentWindow?.postMessage({ type: readyMessage }, '*');
}

/**
 * A height has to come from the window of such a frame and from its very origin, which is `null` in a sandbox; nothing else is
 * read of the message. It becomes an attribute, so that the page's style sheet has the last word.
 */
function fit({ data, origin, source }: MessageEvent<{ type?: unknown; height?: unknown } | null>): void {
  const height = data?.type === heightMessage ? data.height : undefined;
  if (typeof height !== 'number' || !Number.isFinite(height)) return;
  const frames = [document, ...roots].flatMap((root) => [...root.querySelectorAll('iframe')]);
  for (const frame of frames) {
    if (frame.contentWindow === source && known.has(frame) && origin === originOf(frame)) {
      frame.height = `${Math.min(Math.max(Math.ceil(height), lowest), highest)}`;
    }
  }
}

/** The origin that messages of a frame's own page come from; undefined where no page of another origin can be in it. */
function originOf(frame: HTMLIFrameElement): string | undefined {
  if (frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin')) return 'null';
  try {
    return new URL(frame.src).origin;
  } catch {
    return undefined;
  }
}
