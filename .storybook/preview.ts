import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import manifest from 'virtual:custom-elements-manifest';
import '../src/define.js';
import { themes } from '../src/themes/index.js';
import { languages } from '../stories/languages.js';

import.meta.glob('../src/themes/*.css', { eager: true });
setCustomElementsManifest(manifest);

const widths = ['320px', '375px', '640px', 'full'] as const;

/** Toolbar for the page's settings that elements follow: language, direction, colour scheme. */
const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    layout: 'fullscreen',
  },
  globalTypes: {
    theme: {
      toolbar: {
        title: 'Theme',
        icon: 'paintbrush',
        dynamicTitle: true,
        items: [
          { value: '', title: 'No theme' },
          ...themes.map(({ className, title }) => ({ value: className, title })),
        ],
      },
    },
    language: {
      toolbar: { title: 'Language', icon: 'globe', dynamicTitle: true, items: [...languages] },
    },
    scheme: {
      toolbar: {
        title: 'Scheme',
        icon: 'mirror',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
    direction: {
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
    width: {
      toolbar: {
        title: 'Width',
        icon: 'grow',
        dynamicTitle: true,
        items: widths.map((value) => ({ value, title: value === 'full' ? 'Full width' : value })),
      },
    },
  },
  afterEach: (story) => globalThis.checkStory?.(story),
  initialGlobals: { theme: '', language: 'en', scheme: 'light', direction: 'ltr', width: 'full' },
  decorators: [
    (story, { globals, viewMode }) => {
      const { theme, language, scheme, direction, width } = globals as Record<string, string>;
      const page = document.documentElement;
      const { style } = page;
      page.classList.remove(...themes.map(({ className }) => className));
      if (theme) page.classList.add(theme);
      page.lang = language ?? 'en';
      style.colorScheme = scheme ?? '';
      style.backgroundColor = scheme === 'dark' ? '#121212' : '#fff';
      style.color = scheme === 'dark' ? '#eee' : '#111';
      page.dir = direction ?? '';
      document.body.style.maxInlineSize = width === 'full' || viewMode === 'docs' ? '' : (width ?? '');
      // Render the element again for each language, because it chooses its messages when it renders.
      return html`${keyed(language, story())}`;
    },
  ],
};

export default preview;
