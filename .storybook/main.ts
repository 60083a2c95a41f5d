import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/web-components-vite';
import { compileLocales } from '../scripts/build/locales/compile-locales.mjs';
import { manifestPlugin } from './manifest-plugin.js';

const root = fileURLToPath(new URL('..', import.meta.url));

compileLocales();

export default {
  framework: {
    name: '@storybook/web-components-vite',
    // Use a separate Vite config, because the project's own builds the script tag's file.
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  staticDirs: [{ from: '../demo/feeds', to: '/feeds' }],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (config) => ({
    ...config,
    plugins: [...(config.plugins ?? []), manifestPlugin(root)],
    // Allow Storybook's large chunks. Do not transpile `light-dark()`, because the transpiled form reads the colour scheme only from
    // the root.
    build: { ...config.build, chunkSizeWarningLimit: 4000, cssMinify: false, cssTarget: 'esnext' },
    // List these in advance, because Vite would otherwise load a second copy of Lit when it discovers one later.
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
