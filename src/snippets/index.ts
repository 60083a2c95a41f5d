/** Makes snippets of a record in every form. Pure functions for the command line, the embed builder and the publishing kit. */
export { addressesOf, publishedBase, siteBase } from './addresses.js';
export type { Addresses } from './addresses.js';
export { cmsAdvice, cmsNames } from './cms.js';
export type { CmsAdvice, CmsName } from './cms.js';
export { colourSchemeAttributes, colourSchemes, colourSchemeStyles } from './colour-scheme.js';
export type { ColourScheme } from './colour-scheme.js';
export { embed, embedForms, templateScript } from './embed.js';
export type { EmbedForm } from './embed.js';
export { EmbedError } from './error.js';
export { recordName } from './names.js';
export { embedLayouts, embedModes, embedSections, publicScript } from './options.js';
export type { EmbedLayout, EmbedMode, EmbedOptions, EmbedSection } from './options.js';
export { embedSource, permalinkOf } from './source.js';
export type { EmbedSource, SourceOptions } from './source.js';
