/** All that is lazy about changes, as one chunk: a part that two chunks shared would take Lit out of the script. */
export { changesSection, history, styles } from './changes-view.js';
export { follow } from './follow.js';
