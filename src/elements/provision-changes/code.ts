/** All that is lazy about changes, as one chunk: the history and the notice share the word diff and its looks. */
export { changesSection, history, styles } from './changes-view.js';
export { follow } from './follow.js';
