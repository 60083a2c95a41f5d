/**
 * Import resolver for eslint-plugin-boundaries: maps the `.js` of a relative specifier to the source, without a look at the disk. TypeScript already
 * checks that the file exists.
 */
const { builtinModules } = require('node:module');
const { dirname, resolve } = require('node:path');

exports.interfaceVersion = 2;

/** @param {string} source @param {string} file */
exports.resolve = (source, file) => {
  if (source.startsWith('node:') || builtinModules.includes(source)) return { found: true, path: null };
  if (!source.startsWith('.')) return { found: false };
  return { found: true, path: resolve(dirname(file), source.replace(/\.js$/, '.ts')) };
};
