import { buildBuilderIfStale } from '../../.scripts/build-builder.mjs';
import { buildScriptIfStale } from '../../.scripts/build-script.mjs';

/** The tests over whole pages load what a newspaper loads, the built file, and the demo with its builder. */
export default async function built(): Promise<void> {
  await buildScriptIfStale();
  await buildBuilderIfStale();
}
