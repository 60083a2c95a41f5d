/** Vite plugin that has terser go over the finished script and its chunks: its repeated passes find what one pass leaves. */
import { basename } from 'node:path';
import { minify } from 'terser';

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
          const { code, map } = await minify(output.code, {
            ecma: 2020,
            module: !output.isEntry,
            compress: { passes: 4, hoist_props: true, keep_fargs: false, unsafe_arrows: true },
            format: { comments: /^!/ },
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
