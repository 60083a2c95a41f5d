import { coreParser } from '../feed/parse-core.js';
import type { ParseResult } from '../feed/parser.js';
import { requestFeed } from '../feed/request.js';
import { FeedStore } from '../feed/store.js';

/** Reads the text of the feed at `src`. Who asks again and again puts one in its place that knows what was said before. */
export const reader: { read: (text: string, src: string) => ParseResult } = { read: coreParser.parseFeedText };

/** The page's one store: every element asks it, so that a feed is requested once. */
export const pageStore = /* @__PURE__ */ new FeedStore((src, options) =>
  requestFeed((text) => reader.read(text, src), src, options),
);
