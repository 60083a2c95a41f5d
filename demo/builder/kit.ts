/** What the demo's server publishes the sample feed with. */
export { parseFeedText } from '../../src/feed/parse.js';
export { publish } from '../../src/publish/publish.js';
