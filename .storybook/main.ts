import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/web-components-vite';
import { compileLocales } from '../scripts/build/compile-locales.mjs';
import { manifestPlugin } from './manifest-plugin.js';

const root = fileURLToPath(new URL('..', import.meta.url));

compileLocales();

export default {
  framework: {
    name: '@storybook/web-components-vite',
    // The project's own Vite config builds the script tag's file; stories want none of it.
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  staticDirs: [{ from: '../demo/feeds', to: '/feeds' }],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (config) => ({
    ...config,
    plugins: [...(config.plugins ?? []), manifestPlugin(root)],
    // Storybook's own chunks are what they are; and `light-dark()` made fit for older browsers takes its scheme from the root only.
    build: { ...config.build, chunkSizeWarningLimit: 4000, cssMinify: false, cssTarget: 'esnext' },
    // Found later, one of them would load Lit a second time.
    optimizeDeps: {
      ...config.optimizeDeps,
      include: [
        ...(config.optimizeDeps?.include ?? []),
        'lit',
        'lit/decorators.js',
        'lit/directive-helpers.js',
        'lit/directives/class-map.js',
        'lit/directives/keyed.js',
        'lit/directives/repeat.js',
        '@floating-ui/dom',
        'commonmark',
      ],
    },
  }),
} satisfies StorybookConfig;
