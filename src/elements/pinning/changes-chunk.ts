/** Entry of the lazy chunk for changes. History and notice are in one chunk because both use the word diff and its styles. */
export { changesSection, history, styles } from '../templates/changes/history.js';
export { follow } from './follow.js';
export { notice } from './notice.js';
