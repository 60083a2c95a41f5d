// @ts-check
/** Runs the steps of `npm test` side by side, keeps each one's output together, and counts the tests. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../run.mjs';

/** @typedef {{ passed: number, failed: number, skipped?: number }} Counts */
/** @typedef {(command: string, args: readonly string[], env?: NodeJS.ProcessEnv) => Promise<boolean>} Run  resolves with whether it succeeded */
/** @typedef {{ name: string, work: (run: Run) => Promise<Counts> }} Step */
/** @typedef {Counts & { name: string, seconds: number, output: string }} Done */

/** Milliseconds. CI names a step that hangs, and goes on. */
const longest = 45 * 60_000;

/**
 * Runs steps in their order, several at a time. The output of a step is printed when it ends, because two at once could not be read.
 * @param {readonly Step[]} steps
 * @param {number} atOnce
 * @returns {Promise<Done[]>}
 */
export async function runSteps(steps, atOnce) {
  /** @type {Done[]} */
  const done = [];
  const waiting = steps.values();
  const lane = async () => {
    for (const { name, work } of waiting) {
      /** @type {string[]} */
      const printed = [];
      const started = Date.now();
      console.log(`… ${name}`);
      const counts = await work((...command) => runInto(printed, ...command)).catch((error) => {
        printed.push(`${error?.stack ?? error}\n`);
        return one(false);
      });
      const seconds = Math.round((Date.now() - started) / 1000);
      const output = printed.join('');
      console.log(`${heading(name)}\n${output}`);
      done.push({ name, seconds, ...counts, output });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return done;
}

/** @param {string} name */
export const heading = (name) => `\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}\n`;

/** @param {boolean} ok */
const one = (ok) => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/**
 * A step that runs a script of package.json, and counts as one test.
 * @param {string} name
 * @param {string} script
 * @returns {Step}
 */
export const npmScript = (name, script) => ({
  name,
  work: async (run) => one(await run('npm', ['run', '--silent', script])),
});

/**
 * A step that runs tests.
 * @param {string} name
 * @param {string} project  of vitest.config.ts
 * @param {{ env?: NodeJS.ProcessEnv, args?: readonly string[] }} [options]  `args`: parts of file names, options of Vitest
 * @returns {Step}
 */
export function vitest(name, project, { env = {}, args = [] } = {}) {
  return {
    name: `Tests: ${name}`,
    async work(run) {
      const folder = mkdtempSync(join(tmpdir(), 'provision-embed-'));
      const report = join(folder, 'report.json');
      try {
        const options = [
          `--project=${project}`,
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${report}`,
        ];
        const ok = await run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...options, ...args], env);
        return countTests(JSON.parse(readFileSync(report, 'utf8')), ok);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/**
 * @param {string[]} printed
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]  added to ours
 * @returns {Promise<boolean>}
 */
function runInto(printed, command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      shell: command === 'npm' && process.platform === 'win32',
    });
    const guard = setTimeout(() => {
      printed.push(`\nStopped after ${longest / 60_000} minutes.\n`);
      child.kill('SIGKILL');
    }, longest);
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => printed.push(text));
    child.once('error', (error) => printed.push(`${error}\n`));
    child.once('exit', () => {
      // A browser that the step leaves behind would hold the pipes open for good.
      setTimeout(() => [child.stdout, child.stderr].map((stream) => stream.destroy()), 5000).unref();
    });
    child.once('close', (code) => {
      clearTimeout(guard);
      resolve(code === 0);
    });
  });
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @param {boolean} ok  Vitest's own verdict
 * @returns {Counts}
 */
function countTests(report, ok) {
  // A file that cannot be loaded has no failed test.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    // Vitest also fails on errors outside of tests, and where it finds no test.
    failed: ok ? failed : Math.max(1, failed),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
