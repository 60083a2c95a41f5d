// @ts-check
/** The publishing kit at scale, and the oEmbed endpoint under load. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, createServer, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from '../../scripts/run.mjs';
import { feedOf, records } from './records.mjs';
import { inTurn } from './rounds.mjs';
import { ratio } from './statistics.mjs';

/**
 * @param {number} count
 * @param {string} [folder]
 * @param {number} [changed]
 * @returns {{ files: number, written: number, most: number, milliseconds: number }}
 */
function publishMany(count, folder, changed = 0) {
  const args = ['--expose-gc', join(root, 'test/bench/publish-many.mjs'), String(count)];
  if (folder) args.push(folder, String(changed));
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

/** @param {import('./run.mjs').Bench} bench */
export async function publishing({ quick }) {
  const most = quick ? 20_000 : 100_000;
  const small = publishMany(most / 10);
  const large = publishMany(most);
  const folder = await mkdtemp(join(tmpdir(), 'provision-embed-published-'));
  try {
    const count = quick ? 500 : 2000;
    const first = publishMany(count, folder);
    const second = publishMany(count, folder, count / 100);
    return [
      {
        what: `${most.toLocaleString('en')} records, ${large.files.toLocaleString('en')} files: processor time a record, to ${(most / 10).toLocaleString('en')} records`,
        figure: large.milliseconds / small.milliseconds / 10,
      },
      { what: 'milliseconds a record', figure: large.milliseconds / most },
      { what: 'memory beside the feed, at its most (MB)', figure: large.most / 1e6 },
      { what: `… of ${(most / 10).toLocaleString('en')} records`, figure: small.most / 1e6 },
      {
        what: `${count.toLocaleString('en')} records written to a disk; then again, one in a hundred changed: files written, to the first time`,
        figure: second.written / first.written,
      },
      { what: '… processor time, to the first time', figure: second.milliseconds / first.milliseconds },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The requests per second that a server answers with sixteen concurrent connections.
 * @param {string} url
 * @param {number} seconds
 */
async function load(url, seconds) {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const start = performance.now();
  let answered = 0;
  const ask = async () => {
    while (performance.now() - start < seconds * 1000) {
      await new Promise((done, fail) => {
        get(url, { agent }, (response) => {
          if (response.statusCode !== 200) fail(new Error(`HTTP ${response.statusCode}`));
          response.resume().once('end', done);
        }).once('error', fail);
      });
      answered++;
    }
  };
  await Promise.all(Array.from({ length: 16 }, ask));
  agent.destroy();
  return (answered / (performance.now() - start)) * 1000;
}

/**
 * A request handler of web standards behind Node's server.
 * @param {(request: Request) => Promise<Response> | Response} handle
 */
async function serve(handle) {
  const server = createServer(async (incoming, outgoing) => {
    const response = await handle(new Request(new URL(incoming.url ?? '/', 'http://localhost')));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** @param {import('./run.mjs').Bench} bench */
export async function oembed(bench) {
  const base = 'https://host.example/';
  const env = { BASE: base, FEED: feedOf(records(500)) };
  const files = { ours: join(root, 'test/package/edge/worker.js'), bare: join(root, 'test/bench/bare-worker.js') };
  /** @type {{ module: any }} */
  const { module: edge } = await runnerImport(join(root, 'test/package/edge/workerd.ts'), {
    root,
    configFile: false,
    logLevel: 'warn',
  });
  const table = [];
  for (const engine of ['Node', 'workerd']) {
    /** @param {string} file */
    const start = async (file) => {
      if (engine === 'workerd') return edge.startWorkerd(file, env);
      const { default: worker } = await import(file);
      return serve((request) => worker.fetch(request, env));
    };
    const [ours, bare] = [await start(files.ours), await start(files.bare)];
    try {
      const query = `/?url=${encodeURIComponent(`${base}r/BENCH-7`)}`;
      await Promise.all([load(ours.url + query, 1), load(bare.url + query, 1)]);
      const answered = await inTurn(bench, 15, {
        ours: () => load(ours.url + query, 1.5),
        bare: () => load(bare.url + query, 1.5),
      });
      table.push({ engine, 'requests a second, to a bare handler': ratio(answered.ours, answered.bare) });
    } finally {
      await ours.close();
      await bare.close();
    }
  }
  return table;
}
