import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { compileLocales } from './scripts/build/locales/compile-locales.mjs';
import { findChromium, findFirefox, findWebKit } from './test/support/browsers.mjs';
import { commands } from './test/support/commands.js';
import { webkitgtk } from './test/support/webkitgtk.js';

compileLocales();

/** The folders of each project. */
const inPage = ['test/{elements,controllers,styles,events,define,page,auto-embed}/**/*.test.ts'];
const inNode = ['test/{feed,provision,i18n,html,snippets,publish,import,audit,cli}/**/*.test.ts'];

/** A guard against a test that hangs, on a machine that is five times slower than it was a minute ago too; no test is about time. */
const patience = {
  // A property that is asked for a hundred thousand cases is patient work.
  testTimeout: process.env['FUZZ_RUNS'] ? 1_800_000 : 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 60_000 } },
};

const inBrowser = {
  enabled: true,
  headless: true,
  screenshotFailures: false,
  viewport: { width: 1024, height: 768 },
  commands,
} as const;

// Larger than any frame that a test asks for: Vitest scales down one that does not fit.
const contextOptions = { viewport: { width: 1600, height: 1600 } };
const actionTimeout = patience.hookTimeout / 3;
const chromium = playwright({ launchOptions: (await findChromium()) ?? {}, contextOptions, actionTimeout });

const projects: TestProjectInlineConfiguration[] = [
  {
    test: {
      name: 'unit',
      include: inNode,
      // The files share one context, because the tested code keeps no state, and loading it for each file took a quarter of the time.
      isolate: false,
      ...patience,
    },
  },
  {
    test: {
      name: 'browser',
      include: inPage,
      ...patience,
      browser: { ...inBrowser, provider: chromium, instances: [{ browser: 'chromium' }] },
    },
  },
  {
    test: {
      name: 'pages',
      include: ['test/{embedding,demo,engines}/**/*.test.ts'],
      globalSetup: ['test/support/built-script.ts'],
      ...patience,
    },
  },
  {
    test: {
      name: 'wordpress',
      include: ['test/cms/**/*.test.ts'],
      globalSetup: ['test/support/built-script.ts'],
      // A PHP of WebAssembly answers one request after the other.
      testTimeout: 2 * patience.testTimeout,
      hookTimeout: 3 * patience.hookTimeout,
    },
  },
  {
    test: {
      name: 'access',
      include: ['test/access/**/*.test.ts'],
      globalSetup: ['test/support/built-script.ts'],
      ...patience,
    },
  },
  {
    test: {
      name: 'hostile',
      include: ['test/hostile/**/*.test.ts'],
      globalSetup: ['test/support/built-script.ts'],
      ...patience,
    },
  },
  {
    test: {
      name: 'package',
      include: ['test/package/**/*.test.ts'],
      globalSetup: ['test/support/built-package.ts'],
      ...patience,
    },
  },
  {
    test: {
      name: 'consumers',
      include: ['test/consumers/**/*.test.ts'],
      globalSetup: ['test/support/built-package.ts'],
      // Each step is another's build or compiler; the first installs them.
      testTimeout: 3 * patience.testTimeout,
      hookTimeout: 4 * patience.hookTimeout,
    },
  },
  {
    test: {
      name: 'published-storybook',
      include: ['test/storybook/**/*.test.ts'],
      ...patience,
      hookTimeout: 4 * patience.hookTimeout,
    },
  },
  {
    plugins: [storybookTest({ configDir: '.storybook' })],
    test: {
      name: 'storybook',
      setupFiles: ['.storybook/vitest.setup.ts'],
      ...patience,
      browser: { ...inBrowser, provider: chromium, instances: [{ browser: 'chromium', name: 'stories' }] },
    },
  },
];

// Vitest scales one that fits too, by 1, and in Firefox Playwright points into no frame that is transformed.
const unscaled = `
  const style = document.createElement('style');
  style.textContent = '#vitest-tester { transform: none !important }';
  document.head.append(style);`;

// The other two engines are slower to start and harder to install than the tests of every day should be.
if (process.env['ENGINES']) {
  const webkit = await findWebKit();
  projects.push({
    test: {
      name: 'firefox',
      include: inPage,
      ...patience,
      browser: {
        ...inBrowser,
        provider: playwright({ launchOptions: (await findFirefox()) ?? {}, contextOptions, actionTimeout }),
        orchestratorScripts: [{ content: unscaled }],
        instances: [{ browser: 'firefox', name: 'firefox-esr' }],
      },
    },
  });
  if (webkit) {
    projects.push({
      test: {
        name: 'webkit',
        include: inPage,
        ...patience,
        // WebKitGTK has no headless mode; the provider brings a display of its own.
        browser: {
          ...inBrowser,
          headless: false,
          provider: webkitgtk(webkit),
          instances: [{ browser: 'safari', name: 'webkitgtk' }],
        },
      },
    });
  }
}

export default defineConfig({
  test: {
    projects,
    // Tests want Lit's development build, for its warnings; not for this one.
    onConsoleLog: (log) => !log.includes('Lit is in dev mode'),
  },
});
