// @ts-check
/** The steps of `npm test`: run side by side, each one's output kept together, their tests counted. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin, root } from './run.mjs';

/** @typedef {{ passed: number, failed: number, skipped?: number }} Counts */
/** @typedef {Counts & { name: string, seconds: number, last: string }} Done  `last` is the end of what it printed */
/** @typedef {(file: string, args: string[], env?: NodeJS.ProcessEnv) => Promise<boolean>} Run */
/** @typedef {{ name: string, work: (run: Run, printed: () => string) => Promise<Counts> }} Step  what a step prints, it prints through `run` */

/** What is said again of a step that failed, so that it stands where a log that was cut off ends: a failed test's own words come last. Characters. */
const said = 6000;

/** A step that is still not done then hangs: CI shall say which, and not stand still. Milliseconds. */
const longest = 45 * 60_000;

/**
 * Runs steps in their order, so many at a time. What a step prints is held back until it has ended, for two at once could not be read.
 * @param {readonly Step[]} steps
 * @param {number} atOnce
 * @returns {Promise<Done[]>}
 */
export async function runSteps(steps, atOnce) {
  /** @type {Done[]} */
  const done = [];
  const waiting = steps.values();
  const work = async () => {
    for (const { name, work } of waiting) {
      /** @type {Buffer[]} */
      const printed = [];
      const started = Date.now();
      console.log(`… ${name}`);
      const counts = await work(
        (...command) => runInto(printed, ...command),
        () => Buffer.concat(printed).toString(),
      ).catch((error) => {
        printed.push(Buffer.from(`${error?.stack ?? error}\n`));
        return one(false);
      });
      const seconds = Math.round((Date.now() - started) / 1000);
      const output = Buffer.concat(printed).toString();
      console.log(`${heading(name)}\n${output}`);
      done.push({ name, seconds, ...counts, last: output.slice(-said) });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return done;
}

/** @param {string} name  of what is printed below it */
export function heading(name) {
  return `\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}\n`;
}

/** @param {boolean} ok */
export function one(ok) {
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {string} name
 * @param {string} project  of vitest.config.ts
 * @param {NodeJS.ProcessEnv} [env]
 * @param {readonly string[]} [files]  parts of their paths; left out: all of the project
 * @returns {Step}
 */
export function vitest(name, project, env, files = []) {
  return {
    name: `Tests: ${name}`,
    async work(run) {
      const folder = mkdtempSync(join(tmpdir(), 'provision-embed-'));
      const report = join(folder, 'report.json');
      try {
        const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
        const ok = await run(bin.vitest, ['run', `--project=${project}`, ...files, ...reporters], env);
        return countTests(JSON.parse(readFileSync(report, 'utf8')), ok);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/**
 * A program of ours that ends with the line that `npm test` ends with.
 * @param {string} name
 * @param {string} file
 * @param {string[]} [args]
 * @returns {Step}
 */
export function counted(name, file, args = []) {
  return {
    name,
    async work(run, printed) {
      const ok = await run(file, args);
      const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(printed()) ?? [];
      // One that died has no last line, or says less than its exit code.
      if (passed === undefined || (!ok && failed === '0')) return one(false);
      return { passed: Number(passed), failed: Number(failed) };
    },
  };
}

/**
 * @param {Buffer[]} printed
 * @param {string} file
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]  added to ours
 * @returns {Promise<boolean>} whether it ended well
 */
function runInto(printed, file, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, file), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    const guard = setTimeout(() => {
      printed.push(Buffer.from(`\nStopped: not done after ${longest / 60_000} minutes.\n`));
      child.kill('SIGKILL');
    }, longest);
    child.stdout.on('data', (data) => printed.push(data));
    child.stderr.on('data', (data) => printed.push(data));
    child.once('error', (error) => {
      clearTimeout(guard);
      printed.push(Buffer.from(`${error}\n`));
      resolve(false);
    });
    child.once('exit', (code) => {
      clearTimeout(guard);
      // What it said last may still be on its way (`close`); a browser that it has left behind would hold the pipes, and us, for good.
      const left = setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
        resolve(code === 0);
      }, 5000);
      child.once('close', () => {
        clearTimeout(left);
        resolve(code === 0);
      });
    });
  });
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @param {boolean} ok  how Vitest itself saw it
 * @returns {Counts}
 */
function countTests(report, ok) {
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  // A file that could not be loaded holds no failed test, yet it failed.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  let failed = report.numFailedTests + broken.length;
  // Nothing ran, or an error was thrown outside every test: that is no success either.
  if (failed === 0 && (!ok || passed + skipped === 0)) failed = 1;
  return { passed, failed, skipped };
}
