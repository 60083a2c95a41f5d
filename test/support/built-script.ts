import { runScript } from '../../scripts/run.mjs';

/** The tests of whole pages load the built script, as a newspaper does, and the demo with its builder. */
export default function built(): void {
  runScript('build:demo');
}
