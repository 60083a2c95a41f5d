/**
 * What a published frame and the page around it say to each other. Only sizes cross, and the asking for one.
 */

/** `type` of the message in which a frame tells how high it is: `{ type, height }`, in CSS pixels. */
export const heightMessage = 'provision-embed:height';

/** `type` of the message in which the page asks for that, since it may have come later than the frame: `{ type }`. */
export const readyMessage = 'provision-embed:ready';
