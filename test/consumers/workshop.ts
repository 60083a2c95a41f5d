/**
 * A folder with other people's projects and the packed and installed provision-embed. The projects' other packages are
 * installed once and kept outside of this repository, because the projects must not find its packages.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const execute = promisify(execFile);

export interface Output {
  readonly code: number;
  /** The program's output on both channels. */
  readonly text: string;
}

export class Workshop {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Runs a program of an installed package in one of the projects. */
  async run(project: string, name: string, ...args: readonly string[]): Promise<Output> {
    return started(process.execPath, [this.#program(name), ...args], join(this.folder, project));
  }

  /** The same, but throws the program's output when it fails. */
  async must(project: string, name: string, ...args: readonly string[]): Promise<string> {
    const { code, text } = await this.run(project, name, ...args);
    if (code !== 0) throw new Error(`${name} ${args.join(' ')} in ${project}: ${code}\n${text}`);
    return text;
  }

  /** Runs a script in the folder. */
  async node(file: string): Promise<Output> {
    return started(process.execPath, [join(this.folder, file)], this.folder);
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The file behind a command, found in npm's layout, so that it runs without a shell on every system. */
  #program(command: string): string {
    for (const folder of [this.folder, dirname(this.folder)]) {
      const own = packagesOf[command] ?? command;
      const file = join(folder, 'node_modules', own, 'package.json');
      if (!existsSync(file)) continue;
      const { bin } = JSON.parse(readFileSync(file, 'utf8')) as { bin: string | Record<string, string> };
      const path = typeof bin === 'string' ? bin : bin[command];
      if (path !== undefined) return join(dirname(file), path);
    }
    throw new Error(`There is no command ${command}`);
  }
}

/** Commands whose names differ from their packages'. */
const packagesOf: Readonly<Record<string, string>> = {
  tsc: 'typescript',
  'svelte-kit': '@sveltejs/kit',
};

/** Packs the package, and installs it beside the projects. */
export async function workshop(): Promise<Workshop> {
  const shared = await installed();
  const folder = mkdtempSync(join(shared, 'run-'));
  cpSync(join(here, 'projects'), folder, { recursive: true });
  cpSync(join(root, 'demo/feeds/clausewatch.json'), join(folder, 'feed.json'));
  const packed = await npm(root, 'pack', '--ignore-scripts', '--json', '--pack-destination', folder);
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'newcomer', private: true, type: 'module' }));
  await npm(folder, 'install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', `./${filename}`);
  return new Workshop(folder);
}

async function installed(): Promise<string> {
  const names = ['package.json', 'package-lock.json'];
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${process.versions.modules}`);
  for (const name of names) hash.update(readFileSync(join(here, name)));
  const place = join(tmpdir(), `provision-embed-consumers-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(place)) return place;
  const making = mkdtempSync(`${place}-`);
  for (const name of names) cpSync(join(here, name), join(making, name));
  await npm(making, 'ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error');
  if (existsSync(place)) rmSync(making, { recursive: true });
  else renameSync(making, place);
  return place;
}

async function npm(cwd: string, ...args: string[]): Promise<string> {
  const { code, text } = await started('npm', args, cwd);
  if (code !== 0) throw new Error(`npm ${args.join(' ')}: ${code}\n${text}`);
  return text;
}

async function started(file: string, args: string[], cwd: string): Promise<Output> {
  // Vitest's own values would turn each build into a development build.
  const { NODE_ENV, VITEST, ...env } = process.env;
  try {
    const { stdout, stderr } = await execute(file, args, {
      cwd,
      env: { ...env, NEXT_TELEMETRY_DISABLED: '1', CI: 'true', NO_COLOR: '1' },
      maxBuffer: 1 << 26,
      shell: file === 'npm' && process.platform === 'win32',
    });
    return { code: 0, text: file === 'npm' ? stdout : stdout + stderr };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: unknown; stdout?: string; stderr?: string };
    if (typeof code !== 'number') throw error;
    return { code, text: stdout + stderr };
  }
}
