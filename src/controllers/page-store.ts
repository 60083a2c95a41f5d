import { coreParser } from '../feed/parse-core.js';
import { requestFeed } from '../feed/request.js';
import { FeedStore } from '../feed/store.js';

/** The page's one store: every element asks it, so that a feed is requested once. */
export const pageStore = /* @__PURE__ */ new FeedStore((src, options) =>
  requestFeed(coreParser.parseFeedText, src, options),
);
