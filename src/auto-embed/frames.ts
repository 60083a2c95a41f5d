/**
 * Sizes the frames of the iframe form on the embedding page: a frame gets the height of its content. Lazy, because few pages
 * have such frames.
 */
import { heightMessage, readyMessage } from '../frame-protocol.js';

/** Pixels. The same limits hold for the `height` of a snippet. */
const minHeight = 50;
const maxHeight = 10_000;

/** Frames that may be resized. Weak, so that a removed frame can be collected. */
const fittedFrames = new WeakSet<HTMLIFrameElement>();
/**
 * Shadow roots of the page's own components that hold frames. They are kept for the life of the page; pages have few of them.
 */
const frameRoots = new Set<ShadowRoot>();

/**
 * Gives a frame the height that its page reports, from now on. Requests another report from a page that reported before. The target
 * origin is `*`, because a sandboxed frame has an opaque origin.
 */
export function fitFrame(frame: HTMLIFrameElement): void {
  const root = frame.getRootNode();
  if (root instanceof ShadowRoot) frameRoots.add(root);
  fittedFrames.add(frame);
  addEventListener('message', fit);
  frame.contentWindow?.postMessage({ type: readyMessage }, '*');
}

/**
 * Accepts a height only from the window of a registered frame and from its exact origin, which is `null` in a sandbox; reads
 * nothing else of the message. Sets the attribute, so that the page's style sheet can override it.
 */
function fit({ data, origin, source }: MessageEvent<{ type?: unknown; height?: unknown } | null>): void {
  const height = data?.type === heightMessage ? data.height : undefined;
  if (typeof height !== 'number' || !Number.isFinite(height)) return;
  const frames = [document, ...frameRoots].flatMap((root) => [...root.querySelectorAll('iframe')]);
  for (const frame of frames) {
    if (frame.contentWindow === source && fittedFrames.has(frame) && origin === originOf(frame)) {
      frame.height = `${Math.min(Math.max(Math.ceil(height), minHeight), maxHeight)}`;
    }
  }
}

/** Returns the origin of messages from a frame's page; undefined if the frame cannot hold a page of another origin. */
function originOf(frame: HTMLIFrameElement): string | undefined {
  if (frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin')) return 'null';
  try {
    return new URL(frame.src).origin;
  } catch {
    return undefined;
  }
}
