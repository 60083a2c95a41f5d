/**
 * The publishing kit: static files of a feed, the oEmbed endpoint, and snippets. It uses web standards only, so it runs in Node and on
 * edge runtimes.
 */
export * from '../snippets/index.js';
export { badgeSvg } from './badge.js';
export { recordJson } from './carried-record.js';
export { heightMessage } from '../frame-protocol.js';
export type { IndexEntry } from './index-file.js';
export { oembedHandler, recordsOf } from './oembed-handler.js';
export type { FindRecord, FoundRecord, OembedOptions } from './oembed-handler.js';
export type { Oembed } from './oembed.js';
export { publishedWords } from '../i18n/published.js';
export type { PublishedWords } from '../i18n/published.js';
export { publish } from './publish.js';
export type { PublishedFile } from './publish.js';
export type { PublishOptions } from './publish-options.js';
