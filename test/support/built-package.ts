import { runScript } from '../../scripts/run.mjs';

/** The tests of the package read all of `dist`. */
export default function built(): void {
  runScript('build');
}
