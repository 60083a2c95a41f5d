// @ts-check
import us from '../package.json' with { type: 'json' };

/**
 * The folder in which this build is published, with a slash at its end: where the script finds its chunks when it cannot tell its own address.
 * `PROVISION_BASE` names it for a server of one's own (`npm run release -- --base`); else it is the npm package on a public CDN.
 */
export function publishedBase() {
  const base = process.env.PROVISION_BASE ?? `https://cdn.jsdelivr.net/npm/${us.name}@${us.version}/dist/`;
  return new URL(base.replace(/\/?$/, '/')).href;
}
