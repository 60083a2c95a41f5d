/**
 * Vite plugin that has terser go over the finished script and its chunks: its repeated passes find what one pass leaves, and the
 * names of what is only ours become short ones, the same in every file.
 */
import { basename } from 'node:path';
import { minify } from 'terser';

/**
 * Members of our own objects, and of Lit's, that no page, no feed and no locale knows by their name. A member that is public, or
 * that is spoken of in a string, keeps its name: the first is held by a test, the second stops the build.
 */
export const internalNames = `
  addController ask askers clauseLink comparisonMore createProperty createRenderRoot elementStyles enableUpdating expects fetchedAt
  finalize findByLink fitFrame formats hasUpdated hostConnected hostDisconnected hostUpdate hostUpdated isAsked isComplete isOlder isOpen
  isWhole loadMore maxBytes nearClause openMenu parseFeed parseFeedText parseProvision performUpdate PopoverSession records
  RecordTools refreshError removeController renderOwnContent renderRecord renderRoot renderSection restyle revalidate scheduleUpdate spoken
`
  .trim()
  .split(/\s+/);

const short = Object.fromEntries(
  internalNames.map((name, index) => [`$${name}`, `_${index.toString(36)}`.replace(/_(?=\d)/, '$')]),
);
const isInternal = new RegExp(`^(?:${internalNames.join('|')})$`);
const inString = new RegExp(`(["'\`])(?:${internalNames.join('|')})\\1`);

/** @returns {import('vite').Plugin} */
export function terse() {
  return {
    name: 'terse',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type !== 'chunk') continue;
          const [spoken] = inString.exec(output.code) ?? [];
          if (spoken) throw new Error(`${output.fileName} has ${spoken} in a string, and terse.mjs would rename it`);
          const { code, map } = await minify(output.code, {
            ecma: 2020,
            module: !output.isEntry,
            compress: { passes: 4, hoist_props: true, keep_fargs: false, unsafe_arrows: true },
            mangle: { properties: { regex: isInternal } },
            nameCache: { props: { props: { ...short } } },
            // A script is read in the page's encoding where its server names none, a module always in UTF-8.
            format: { comments: /^(!|# all)/, ascii_only: output.isEntry },
            // Named in the file, or nobody's browser finds it.
            sourceMap: output.map
              ? {
                  content: JSON.stringify(output.map),
                  filename: output.fileName,
                  url: `${basename(output.fileName)}.map`,
                }
              : false,
          });
          if (code === undefined) throw new Error(`terser made nothing of ${output.fileName}`);
          output.code = code;
          if (output.map && typeof map === 'string') Object.assign(output.map, JSON.parse(map));
        }
      },
    },
  };
}
