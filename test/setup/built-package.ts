import { buildIfStale } from '../../.scripts/build.mjs';

/** The tests over the package look at all of `dist`. */
export default buildIfStale;
