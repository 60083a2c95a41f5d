/** The parser for every member of the format, for the package's users and the command line. */
import { parserOf } from './parser.js';
import { feedHead, item } from './schema.js';
import { fillAuthors, fillItem } from './plain-json-feed.js';

export type { ParseResult } from './parser.js';

export const { parseFeed, parseFeedText, parseProvision } = /* @__PURE__ */ parserOf(item, feedHead, undefined, {
  fillAuthors,
  fillItem,
});
