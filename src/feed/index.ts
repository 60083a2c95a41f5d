/**
 * The public feed module: parses unknown bytes to a typed feed. No DOM, no Lit; it runs in Node, workers and browsers.
 */
export { FeedError, feedErrorCodes } from './error.js';
export type { FeedErrorCode, FeedErrorOptions } from './error.js';
export { feedUrl, fetchFeed } from './fetch.js';
export type { FetchFeedOptions } from './fetch.js';
export { parseFeed, parseFeedText, parseProvision } from './parse.js';
export type { ParseResult } from './parse.js';
export { findItem } from './find-item.js';
export { FeedStore } from './store.js';
export type { GetOptions, LoadedFeed } from './store.js';
export type {
  Clause,
  ComparisonItem,
  Feed,
  FeedWarning,
  ParsedFeed,
  Platform,
  Provision,
  ProvisionDetails,
  Rating,
} from './types.js';
