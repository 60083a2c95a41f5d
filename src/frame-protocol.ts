/** The messages between a published frame and the page around it: a size, and the request for one. */

/** `type` of the message with a frame's height: `{ type, height }`, in CSS pixels. */
export const heightMessage = 'provision-embed:height';

/** `type` of the page's request for the height, because the page's script may load after the frame: `{ type }`. */
export const readyMessage = 'provision-embed:ready';
