import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { severityLevels } from '../src/index.js';
import type { ProvisionSeverity, SeverityLevel } from '../src/index.js';
import { feed, find, inArticle, listeners, recordIds, shown } from './helpers.js';
import type { Listeners } from './helpers.js';
import { attributesOf, controlsOf, docsOf, fixed } from './manifest.js';
import { provision } from './record.js';

interface Args extends Listeners {
  src: string | undefined;
  record: string | undefined;
  level: SeverityLevel | undefined;
  label: string | undefined;
}

const snippet = `
<p>
  Analysts rate the clause
  <provision-severity src="https://clausewatch.example/feeds/r/CW-0007.json">medium</provision-severity>,
  the middle of their scale.
</p>

<!-- Once a page, anywhere: -->
<script async src="https://your-newspaper.example/provision-embed.js"></script>
`;

const notes = `
The word in the element is part of the sentence: readers have it until the record is there, and where it cannot be had.

Without a feed, \`level\` and \`label\` make a badge alone: \`<provision-severity level="high" label="High"></provision-severity>\`.
`;

const meta: Meta<Args> = {
  title: 'Elements/provision-severity',
  component: 'provision-severity',
  decorators: [inArticle],
  parameters: { docs: docsOf('provision-severity', { snippet, notes }) },
  argTypes: {
    // A badge has no heading and no pinned wording.
    ...controlsOf('provision-severity', ['heading-level', 'mode']),
    record: { control: 'select', options: recordIds },
  },
  args: { src: feed(), record: 'CW-0007', level: undefined, label: undefined, ...listeners },
  render: (args) =>
    html`<p>
      Analysts rate the clause
      <provision-severity
        ${attributesOf(args)}
        @provision-load=${args['provision-load']}
        @provision-error=${args['provision-error']}
        @provision-toggle=${args['provision-toggle']}
        >medium</provision-severity
      >, the middle of their scale: there is a switch, and its exceptions are written down.
    </p>`,
};
export default meta;

// A docs page shows its stories in one page. Stories with another scheme, direction or width, and stories that their play function
// opens, are therefore tagged `!autodocs`.
type Story = StoryObj<Args>;

/** In a sentence. The badge is a button that explains the severity. */
export const InASentence: Story = {
  play: async ({ canvasElement }) => {
    await expect(await badge(canvasElement)).toHaveAttribute('aria-expanded', 'false');
  },
};

/** Word, shape and colour each identify the level. `level` and `label` need no feed. */
export const EveryLevel: Story = {
  parameters: fixed,
  render: () =>
    html`<ul>
      ${severityLevels.map(
        (level) =>
          html`<li>
            <provision-severity
              level=${level}
              label=${level.replace(/^./, (first) => first.toUpperCase())}
            ></provision-severity>
          </li>`,
      )}
    </ul>`,
  play: async ({ canvasElement }) => {
    const elements = [...canvasElement.querySelectorAll('provision-severity')];
    await Promise.all(elements.map(({ updateComplete }) => updateComplete));
    await expect(elements.map(textOf)).toEqual([
      'Severity: Critical',
      'Severity: High',
      'Severity: Medium-high',
      'Severity: Medium',
      'Severity: Low-medium',
      'Severity: Low',
      'Severity: Info',
      'Severity: None',
      'Severity: Unknown',
    ]);
    // Without an explanation the badge is not a button.
    await expect(elements.every((element) => shown(element).queryByRole('button') === null)).toBe(true);
  },
};

/** A publisher's own scale: the label is shown as given, and unknown levels have the neutral style. */
export const OwnScale: Story = {
  parameters: fixed,
  render: () =>
    html`<p>
      The desk calls it <provision-severity level="orange" label="Orange, two of five"></provision-severity>.
    </p>`,
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'provision-severity');
    await element.updateComplete;
    await expect(textOf(element)).toBe('Severity: Orange, two of five');
  },
};

/** A record without a rating: the sentence keeps its fallback text. */
export const NotRated: Story = {
  args: { record: 'CW-0009' },
  play: async ({ canvas, canvasElement, args }) => {
    await waitFor(() => expect(args['provision-load']).toHaveBeenCalledOnce());
    await expect(canvas.getByText('medium')).toBeVisible();
    await expect(shown(find(canvasElement, 'provision-severity')).queryByRole('button')).toBeNull();
  },
};

/** A click or tap opens the explanation and closes it again; so does a tap elsewhere. */
export const OpensByClick: Story = {
  play: async ({ canvasElement, args }) => {
    const button = await badge(canvasElement);
    await userEvent.click(button);
    await explanation(canvasElement);
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    await expect(args['provision-toggle']).toHaveBeenCalledWith(
      expect.objectContaining({ section: 'severity', open: true }),
    );
    await userEvent.click(button);
    await closed(canvasElement);

    await userEvent.click(button);
    await explanation(canvasElement);
    await userEvent.click(document.body);
    await closed(canvasElement);
  },
};

/** Keyboard focus opens it, and it stays open while it contains the focus. */
export const OpensByFocus: Story = {
  play: async ({ canvasElement }) => {
    const button = await badge(canvasElement);
    button.focus();
    const panel = await explanation(canvasElement);
    const link = shown(find(canvasElement, 'provision-severity')).getByRole('link', {
      name: 'How the ratings are made',
    });
    await expect(panel).toContainElement(link);
    link.focus();
    await expect(panel).toBeVisible();
    link.blur();
    await closed(canvasElement);
  },
};

/** A mouse opens it after a delay, and may move from the badge into it. */
export const OpensByHover: Story = {
  play: async ({ canvasElement }) => {
    const button = await badge(canvasElement);
    await userEvent.hover(button);
    const panel = await explanation(canvasElement);
    await userEvent.hover(panel);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await expect(panel).toBeVisible();
    await userEvent.unhover(panel);
    await closed(canvasElement);
  },
};

/** Escape closes it, and the focus stays in the sentence. */
export const EscapeCloses: Story = {
  play: async ({ canvasElement, args }) => {
    const element = find(canvasElement, 'provision-severity');
    const button = await badge(canvasElement);
    button.focus();
    await explanation(canvasElement);
    await userEvent.keyboard('{Escape}');
    await closed(canvasElement);
    await expect(element.shadowRoot?.activeElement).toBe(button);
    await expect(args['provision-toggle']).toHaveBeenLastCalledWith(
      expect.objectContaining({ section: 'severity', open: false }),
    );
  },
};

/** Near the edge of a phone the explanation stays inside the viewport. */
export const OpenOnATelephone: Story = {
  globals: { width: '320px' },
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await userEvent.click(await badge(canvasElement));
    const { left, right } = (await explanation(canvasElement)).getBoundingClientRect();
    await waitFor(() => expect(left).toBeGreaterThanOrEqual(0));
    await expect(right).toBeLessThanOrEqual(innerWidth);
  },
};

/** Follows the page's `color-scheme`. */
export const Dark: Story = {
  globals: { scheme: 'dark' },
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await userEvent.click(await badge(canvasElement));
    await explanation(canvasElement);
  },
};

/** A long level label wraps within the column. */
export const LongLabel: Story = {
  globals: { width: '320px' },
  tags: ['!autodocs'],
  parameters: fixed,
  render: () =>
    html`<p>
      The desk rates it
      <provision-severity
        .provision=${provision({ severity: { level: 'high', label: 'Grave for members whose contract was made before March' } })}
        >grave</provision-severity
      >
      and says why.
    </p>`,
  play: async ({ canvasElement }) => {
    await badge(canvasElement);
    const { right } = find(canvasElement, 'provision-severity').getBoundingClientRect();
    await expect(right).toBeLessThanOrEqual(canvasElement.getBoundingClientRect().right);
  },
};

/** An Arabic rating in an English sentence: each keeps its direction. */
export const RightToLeft: Story = {
  args: { record: 'CW-0012' },
  play: async ({ canvasElement }) => {
    await expect(await badge(canvasElement)).toHaveAccessibleName(/متوسطة/);
  },
};

const textOf = (element: ProvisionSeverity) => element.shadowRoot?.textContent.trim();

function badge(canvas: HTMLElement): Promise<HTMLElement> {
  return shown(find(canvas, 'provision-severity')).findByRole('button', { name: /^Severity:/ });
}

async function explanation(canvas: HTMLElement): Promise<HTMLElement> {
  const panel = await shown(find(canvas, 'provision-severity')).findByRole('group', { name: 'Severity' });
  await expect(panel).toBeVisible();
  return panel;
}

async function closed(canvas: HTMLElement): Promise<void> {
  const element = shown(find(canvas, 'provision-severity'));
  await waitFor(() => expect(element.queryByRole('group')).toBeNull());
  await expect(element.getByRole('button', { name: /^Severity:/ })).toHaveAttribute('aria-expanded', 'false');
}
