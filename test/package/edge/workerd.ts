/** Starts workerd, the engine of Cloudflare's edge, on loopback with one worker and its imported modules, unbundled. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { TestServer } from '../servers.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const specifiers = /(?:^|[\s;}])(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g;

/** A module and all its imports: file to source. */
async function modulesFrom(file: string, found = new Map<string, string>()): Promise<Map<string, string>> {
  if (found.has(file)) return found;
  const source = await readFile(file, 'utf8');
  found.set(file, source);
  for (const [, specifier] of source.matchAll(specifiers)) await modulesFrom(join(dirname(file), specifier!), found);
  return found;
}

/** A string of Cap'n Proto's text format, which has no `\u`. */
const text = (value: string) =>
  `"${value
    .replace(/[\\"]/g, '\\$&')
    .replace(/\r/g, '\\r')
    .replace(/\n/g, '\\n')
    .replace(/[\0-\x1f]/g, (control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`)}"`;

/**
 * Starts workerd with one worker.
 *
 * @param worker file of the worker's main module
 * @param bindings JSON values that the worker receives as `env`
 */
export async function startWorkerd(worker: string, bindings: Readonly<Record<string, unknown>>): Promise<TestServer> {
  const modules = [...(await modulesFrom(worker))].map(
    // The name of a module determines how its imports are resolved.
    ([file, source]) => `(name = ${text(relative(root, file).replaceAll('\\', '/'))}, esModule = ${text(source)})`,
  );
  const env = Object.entries(bindings).map(
    ([name, value]) => `(name = ${text(name)}, json = ${text(JSON.stringify(value))})`,
  );
  const folder = await mkdtemp(join(tmpdir(), 'provision-embed-workerd-'));
  const config = join(folder, 'config.capnp');
  await writeFile(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [ (name = "main", worker = .worker) ],
  sockets = [ (name = "http", address = "127.0.0.1:0", http = (), service = "main") ],
);
const worker :Workerd.Worker = (
  modules = [ ${modules.join(', ')} ],
  bindings = [ ${env.join(', ')} ],
  compatibilityDate = "2026-01-01",
);
`,
  );
  const { default: program } = createRequire(import.meta.url)('workerd') as { default: string };
  const child = spawn(program, ['serve', config, '--control-fd=3'], { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit');
  let complaints = '';
  child.stderr!.setEncoding('utf8').on('data', (piece: string) => (complaints += piece));
  const port = new Promise<number>((resolve, reject) => {
    createInterface(child.stdio[3] as Readable).on('line', (line) => {
      const { event, port: found } = JSON.parse(line) as { event?: string; port?: number };
      if (event === 'listen' && found !== undefined) resolve(found);
    });
    child.once('error', reject);
    void exited.then(() => reject(new Error(`workerd has ended: ${complaints}`)));
  });
  const close = async () => {
    child.kill();
    await exited;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { url: `http://127.0.0.1:${await port}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}
