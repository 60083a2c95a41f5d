/** The publishing kit for the demo server, which publishes and seals the sample feed with it. */
export { parseFeedText } from '../../src/feed/parse.js';
export { sealFeed } from '../../src/import/seal/seal.js';
export { publish } from '../../src/publish/publish.js';
