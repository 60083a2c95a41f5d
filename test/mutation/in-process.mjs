// @ts-check
/**
 * Runs the tests in Stryker's own worker: they are loaded once, then each mutant is switched on and its tests run
 * again. Stryker's runner for Vitest starts a worker and loads everything again for each mutant, which takes seconds
 * for milliseconds of tests.
 */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PluginKind, declareClassPlugin } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  TestStatus,
  determineHitLimitReached,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { createServer, createServerModuleRunner } from 'vite';

/** @typedef {import('@stryker-mutator/api/test-runner').TestRunner} StrykerRunner */
/** @typedef {import('@vitest/runner').Task} Task */
/** @typedef {import('@vitest/runner').Test} Test */

/**
 * These files cover so many cases that they kill mutants by accident. A mutant counts as tested only when a specific
 * test fails.
 */
const broadTests = /(properties|corpora|real-feeds|seeds|store-memory)\.test\.ts$/;
/** Titles of tests that take seconds, because they measure time and memory, or read complete real feeds. */
const slowTests =
  /without end|eight million|of that length|every text to a parser|CSL processor|in linear time|takes linear time|nothing in common|quotations of a real feed/;
/** The slowest files run last, because a mutant is dead at its first failure. */
const slowFiles = /hostile|limits|json-schema|word-diff|evidence/;

/** Stryker's instrumented code reads the active mutant from here. */
/** @type {any} */
const global = globalThis;
const stryker = (global.__stryker__ ??= {});
// Vitest's own API, outside of a worker of Vitest.
const state = {
  config: {
    root: process.cwd(),
    expect: { poll: {} },
    fakeTimers: {
      toFake: [
        'setTimeout',
        'clearTimeout',
        'setInterval',
        'clearInterval',
        'setImmediate',
        'clearImmediate',
        'Date',
        'performance',
      ],
    },
    snapshotOptions: {},
    sequence: { hooks: 'stack', seed: 1 },
    testTimeout: 20_000,
    hookTimeout: 20_000,
    maxConcurrency: 1,
    setupFiles: [],
    tags: [],
    retry: 0,
    includeTaskLocation: false,
    allowOnly: false,
  },
  ctx: { pool: 'threads' },
  environment: { name: 'node' },
  durations: {},
  providedContext: {},
  metaEnv: process.env,
  rpc: {},
  onCancel() {},
};
Object.assign(globalThis, { __vitest_worker__: state });

/** @param {readonly Task[]} tasks @returns {Test[]} */
const testsOf = (tasks) => tasks.flatMap((task) => (task.type === 'test' ? [task] : testsOf(task.tasks)));
/** @param {Test} test */
const idOf = (test) => `${test.file.name}#${test.fullTestName ?? test.fullName ?? test.name}`;

/** @implements {StrykerRunner} */
class InProcess {
  /** @type {import('@vitest/runner').File[]} */
  files = [];
  /** @type {Map<Task, string>} */
  modes = new Map();
  /** @type {Set<string> | undefined} */
  wanted;
  failed = false;
  bail = true;
  isDirty = false;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    process.env.NODE_ENV = 'test';
    process.env.VITEST = 'true';
    this.server = await createServer({
      configFile: false,
      root: process.cwd(),
      logLevel: 'error',
      appType: 'custom',
      server: { middlewareMode: true, hmr: false, watch: null, ws: false },
      optimizeDeps: { noDiscovery: true, include: [] },
    });
    this.modules = createServerModuleRunner(/** @type {any} */ (this.server.environments.ssr), { hmr: false });
    const vitest = await import('vitest');
    const { startTests } = await import('@vitest/runner');
    this.vitest = vitest;
    this.startTests = startTests;
    await this.load();
  }

  /** Loads the tests, and with them the code under test. */
  async load() {
    this.modules?.clearCache();
    this.modes.clear();
    const folders = (process.env['MUTATION_OF'] ?? 'feed provision').split(' ').map((name) => join('test', name));
    const found = folders
      .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
      .filter((file) => file.endsWith('.test.ts') && !broadTests.test(file));
    const sorted = found.sort((a, b) => Number(slowFiles.test(a)) - Number(slowFiles.test(b)) || (a < b ? -1 : 1));
    await this.modules?.import('/test/mutation/few-cases.ts');
    this.files = [];
    await this.start(
      sorted.map((file) => resolve(file)),
      (files) => {
        this.files.push(...files);
        files.length = 0;
      },
    );
    const broken = this.files.find(({ result }) => result?.state === 'fail');
    if (broken) throw new Error(`${broken.name}: ${broken.result?.errors?.[0]?.stack}`);
    /** @param {readonly Task[]} tasks */
    const note = (tasks) => {
      for (const task of tasks) {
        this.modes.set(task, slowTests.test(task.name) ? 'skip' : task.mode);
        if (task.type === 'suite') note(task.tasks);
      }
    };
    note(this.files);
  }

  /**
   * @param {string[]} paths
   * @param {(files: import('@vitest/runner').File[]) => void} onBeforeRunFiles
   */
  async start(paths, onBeforeRunFiles) {
    const { modules } = this;
    const { createExpect, expect } = /** @type {any} */ (this.vitest);
    await this.startTests?.(paths, {
      config: /** @type {any} */ (state.config),
      importFile: async (file) => modules?.import(file),
      onBeforeRunFiles,
      onBeforeRunTask: (test) => {
        if (this.failed) test.mode = 'skip';
        stryker.currentTestId = idOf(test);
      },
      onAfterRunTask: (test) => {
        stryker.currentTestId = undefined;
        if (test.result?.state === 'fail') this.failed = this.bail;
      },
      onBeforeTryTask: (test) => {
        expect.setState({
          assertionCalls: 0,
          isExpectingAssertions: false,
          isExpectingAssertionsError: null,
          expectedAssertionsNumber: null,
          expectedAssertionsNumberErrorGen: null,
          currentTestName: test.name,
          testPath: test.file.filepath,
        });
      },
      onAfterTryTask: () => {
        const { assertionCalls, expectedAssertionsNumber, expectedAssertionsNumberErrorGen } = expect.getState();
        if (expectedAssertionsNumber !== null && assertionCalls !== expectedAssertionsNumber) {
          throw expectedAssertionsNumberErrorGen();
        }
      },
      extendTaskContext: (context) =>
        Object.defineProperty(context, 'expect', { get: () => createExpect(context.task) }),
    });
  }

  /** @param {readonly string[] | undefined} ids @param {boolean} bail */
  async run(ids, bail) {
    const wanted = ids && new Set(ids);
    this.failed = false;
    this.bail = bail;
    /** @param {Task} task @returns {boolean} */
    const ready = (task) => {
      delete task.result;
      const mode = this.modes.get(task) ?? 'run';
      const isWanted = task.type === 'suite' ? task.tasks.map(ready).some(Boolean) : !wanted || wanted.has(idOf(task));
      task.mode = /** @type {any} */ (isWanted ? mode : 'skip');
      return isWanted && mode === 'run';
    };
    const files = this.files.filter(ready);
    await this.start([], (list) => void list.push(...files));
    const tests = testsOf(files).flatMap((test) => {
      const { state: outcome, duration = 0, errors } = test.result ?? {};
      if (outcome !== 'pass' && outcome !== 'fail') return [];
      return {
        id: idOf(test),
        name: test.name,
        fileName: test.file.filepath,
        timeSpentMs: duration,
        status: outcome === 'pass' ? TestStatus.Success : TestStatus.Failed,
        failureMessage: errors?.[0]?.message ?? '',
      };
    });
    // A suite that fails before its tests (`beforeAll`) reports no tests.
    const suite = files.find(({ result }) => result?.state === 'fail');
    if (suite && !tests.some(({ status }) => status === TestStatus.Failed)) {
      return { status: DryRunStatus.Error, errorMessage: `${suite.name}: ${suite.result?.errors?.[0]?.message}` };
    }
    return { status: DryRunStatus.Complete, tests };
  }

  /** @type {StrykerRunner['dryRun']} */
  async dryRun() {
    const result = await this.run(undefined, true);
    return /** @type {any} */ ({ ...result, mutantCoverage: stryker.mutantCoverage });
  }

  /** @type {StrykerRunner['mutantRun']} */
  async mutantRun({ activeMutant, hitLimit, mutantActivation, testFilter, disableBail }) {
    const isStatic = mutantActivation === 'static';
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    stryker.hitLimit = hitLimit;
    try {
      if (isStatic || this.isDirty) {
        stryker.activeMutant = isStatic ? activeMutant.id : undefined;
        this.isDirty = isStatic;
        await this.load();
      }
      stryker.activeMutant = activeMutant.id;
      const result = await this.run(testFilter, !disableBail);
      return toMutantRunResult(/** @type {any} */ (determineHitLimitReached(stryker.hitCount, hitLimit) ?? result));
    } catch (error) {
      // A mutant that cannot be loaded is killed.
      return /** @type {any} */ ({ status: 'killed', killedBy: ['load'], failureMessage: String(error), nrOfTests: 1 });
    } finally {
      stryker.activeMutant = undefined;
    }
  }

  async dispose() {
    await this.server?.close();
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', /** @type {any} */ (InProcess))];
