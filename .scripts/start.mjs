// @ts-check
/** `npm start`: the demo, on a fresh clone too. */
import { createServer } from 'node:net';
import { ensureDependencies } from './ensure.mjs';

const host = 'localhost';
const firstPort = Number(process.env.PORT ?? 4173);
if (!Number.isInteger(firstPort) || firstPort < 0 || firstPort > 65_535) {
  console.error(`PORT is no port number: ${process.env.PORT}`);
  process.exit(1);
}

ensureDependencies();
const { buildScript } = await import('./build-script.mjs');
await buildScript();
const { buildBuilder } = await import('./build-builder.mjs');
await buildBuilder();

const { serveDemo } = await import('../demo/serve.mjs');
const server = await serveDemo({ port: await freePort(firstPort), host });
console.log(`\nprovision-embed demo: ${server.url} (Ctrl-C stops it)\n`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    // A browser that keeps its connection open must not keep us.
    setTimeout(() => process.exit(0), 1000).unref();
    await server.close();
    process.exit(0);
  });
}

/**
 * The first free one from there on; 0 leaves the choice to the system.
 * @param {number} from
 */
async function freePort(from) {
  if (from === 0) return 0;
  for (let port = from; port <= Math.min(from + 100, 65_535); port += 1) if (await isFree(port)) return port;
  throw new Error(`No free port from ${from} on.`);
}

/** @param {number} port */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .once('listening', () => probe.close(() => resolve(true)))
      .listen(port, host);
  });
}
