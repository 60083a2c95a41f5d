/** Snippets of a record in every form, as pure functions: for the command line, the embed builder and the publishing kit. */
export { addressesOf, siteBase } from './addresses.js';
export type { Addresses } from './addresses.js';
export { embed, embedForms } from './embed.js';
export type { EmbedForm } from './embed.js';
export { EmbedError } from './error.js';
export { recordName } from './names.js';
export { embedLayouts, embedModes, publicScript } from './options.js';
export type { EmbedLayout, EmbedMode, EmbedOptions } from './options.js';
export { embedSource, permalinkOf } from './source.js';
export type { EmbedSource, SourceOptions } from './source.js';
