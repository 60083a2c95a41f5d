import { coreParser } from '../feed/parse-core.js';
import type { ParseResult } from '../feed/parser.js';
import { requestFeed } from '../feed/request.js';
import { FeedStore } from '../feed/store.js';

/** Parses the text of the feed at `src`. Replaced by `memoizeResponses` on pages that poll. */
export const reader: { read: (text: string, src: string) => ParseResult } = { read: coreParser.parseFeedText };

/** The page's only store. All elements share it, so that each feed is requested once. */
export const pageStore = /* @__PURE__ */ new FeedStore((src, options) =>
  requestFeed((text) => reader.read(text, src), src, options),
);
