import { buildScriptIfStale } from '../../.scripts/build-script.mjs';

/** The tests over whole pages load what a newspaper loads, the built file. */
export default buildScriptIfStale;
