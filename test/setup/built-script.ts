import { buildBuilderIfStale } from '../../.scripts/build-builder.mjs';
import { buildScriptIfStale } from '../../.scripts/build-script.mjs';

/** Builds the script, the demo and its builder, which the page tests load. */
export default async function built(): Promise<void> {
  const { NODE_ENV } = process.env;
  await buildScriptIfStale();
  await buildBuilderIfStale();
  // A build sets NODE_ENV to `production`, and the frameworks in the following tests would load their production code.
  process.env['NODE_ENV'] = NODE_ENV ?? 'test';
}
