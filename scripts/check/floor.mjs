// @ts-check
/** Compares features with the oldest browsers of package.json's `browserslist`, by MDN's browser-compat-data. */
import browserslist from 'browserslist';

/** The browsers' names in browserslist, and in MDN's data. @type {Readonly<Record<string, string>>} */
const names = { chrome: 'chrome', edge: 'edge', firefox: 'firefox', safari: 'safari', ios_saf: 'safari_ios' };

/** The oldest version of each browser. @type {Map<string, number>} */
const floor = new Map();
for (const entry of browserslist(undefined, { path: process.cwd() })) {
  const [browser = '', versions = ''] = entry.split(' ');
  const name = names[browser];
  const version = Number.parseFloat(versions);
  if (name) floor.set(name, Math.min(floor.get(name) ?? Infinity, version));
}

/**
 * Returns the oldest browsers that lack a feature.
 * @param {any} feature  of browser-compat-data, with a `__compat`
 * @returns {string[]}
 */
export function tooOldFor(feature) {
  const support = feature?.__compat?.support;
  if (!support) return [];
  return [...floor].flatMap(([name, version]) => {
    const [first] = [support[name]].flat();
    const added = first?.prefix || first?.flags || first?.alternative_name ? false : first?.version_added;
    if (added === undefined || added === 'preview') return [];
    const from = added === false ? Infinity : Number.parseFloat(String(added).replace('≤', ''));
    return from > version ? [`${name} ${version}`] : [];
  });
}
