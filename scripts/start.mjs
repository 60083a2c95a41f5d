// @ts-check
/** `npm start`: the demo, on a fresh clone too. */
import { ensureDependencies } from './ensure.mjs';
import { runScript } from './run.mjs';

const host = 'localhost';
const firstPort = Number(process.env.PORT ?? 4173);
if (!Number.isInteger(firstPort) || firstPort < 0 || firstPort > 65_535) {
  console.error(`PORT is not a port number: ${process.env.PORT}`);
  process.exit(1);
}

ensureDependencies();
runScript('build:demo');
const { serveDemo } = await import('../demo/serve.mjs');
const server = await serve(firstPort);
console.log(`\nprovision-embed demo: ${server.url} (Ctrl-C stops it)\n`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    // A browser may keep its connection open.
    setTimeout(() => process.exit(0), 1000).unref();
    await server.close();
    process.exit(0);
  });
}

/**
 * Serves on the first free port; 0 leaves the choice to the system.
 * @param {number} port
 * @returns {ReturnType<typeof serveDemo>}
 */
async function serve(port) {
  try {
    return await serveDemo({ port, host });
  } catch (error) {
    const isTaken = /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE';
    if (!isTaken || port >= Math.min(firstPort + 100, 65_535)) throw error;
    return serve(port + 1);
  }
}
