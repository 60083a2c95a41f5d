import { buildBuilderIfStale } from '../../.scripts/build-builder.mjs';
import { buildScriptIfStale } from '../../.scripts/build-script.mjs';

/** The tests over whole pages load what a newspaper loads, the built file, and the demo with its builder. */
export default async function built(): Promise<void> {
  const { NODE_ENV } = process.env;
  await buildScriptIfStale();
  await buildBuilderIfStale();
  // A build leaves `production` behind, and the tests that follow would have half of their frameworks in it.
  process.env['NODE_ENV'] = NODE_ENV ?? 'test';
}
