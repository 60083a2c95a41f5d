#!/usr/bin/env node
/** Entry point of the `provision-embed` command. */
import { run } from './run.js';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stop.abort();
  });
}
// A closed pipe (`provision-embed validate … | head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exitCode = 0;
});

const { stdout, stderr, stdin } = process;
process.exitCode = await run(process.argv.slice(2), { stdout, stderr, stdin, signal: stop.signal });
