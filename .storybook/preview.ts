import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from 'virtual:custom-elements-manifest';
import '../src/define.js';

setCustomElementsManifest(manifest);

const widths = ['320px', '640px', 'full'] as const;

/** What a page around the element decides, and the element has to follow. */
const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    layout: 'fullscreen',
  },
  globalTypes: {
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
  initialGlobals: { scheme: 'light', direction: 'ltr', width: 'full' },
  decorators: [
    (story, { globals, viewMode }) => {
      const { scheme, direction, width } = globals as { scheme: string; direction: string; width: string };
      const { style } = document.documentElement;
      style.colorScheme = scheme;
      style.backgroundColor = scheme === 'dark' ? '#121212' : '#fff';
      style.color = scheme === 'dark' ? '#eee' : '#111';
      document.documentElement.dir = direction;
      document.body.style.maxInlineSize = width === 'full' || viewMode === 'docs' ? '' : width;
      return story();
    },
  ],
};

export default preview;
