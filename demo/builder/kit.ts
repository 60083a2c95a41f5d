/** What the demo's server publishes the sample feed with, and what seals it. */
export { parseFeedText } from '../../src/feed/parse.js';
export { sealFeed } from '../../src/import/seal/seal.js';
export { publish } from '../../src/publish/publish.js';
