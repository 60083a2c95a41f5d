/** All that is lazy about changes, as one chunk: the history and the notice share the word diff and its looks. */
export { changesSection, history, styles } from '../templates/changes/history.js';
export { follow } from './follow.js';
export { notice } from './notice.js';
