import { css, html, LitElement } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { LanguageController } from '../../src/controllers/language.js';
import { PopoverController, type PopoverCode } from '../../src/controllers/popover.js';
import { PopoverSession } from '../../src/controllers/popover-session.js';
import { waitFor } from '../support/patience.js';

type Load = () => Promise<PopoverCode<() => string>>;

const loaded: PopoverCode<() => string> = {
  PopoverSession,
  content: () => 'What it says',
  styles: css`
    .styled {
      color: red;
    }
  `,
};
const load = vi.fn<Load>();
const toggled = vi.fn<(open: boolean) => void>();

/** The least that has a popover. */
class Popovered extends LitElement {
  readonly language: LanguageController = new LanguageController(this);
  readonly messages = undefined;
  readonly popovers = new PopoverController<() => string>(this, load, toggled);

  protected override render() {
    const { popovers } = this;
    return html`<span
      data-popover
      @pointerenter=${popovers}
      @pointerleave=${popovers}
      @focusin=${popovers}
      @focusout=${popovers}
      @click=${popovers}
      ><button aria-expanded=${!!popovers.content}>Anchor</button
      ><span popover="manual" role="group" aria-label="Panel">${popovers.content?.()}</span></span
    >`;
  }
}
customElements.define('test-popovered', Popovered);

async function made(): Promise<{
  readonly host: Popovered;
  readonly anchor: HTMLElement;
  readonly frame: HTMLElement;
}> {
  const host = new Popovered();
  document.body.append(host);
  await host.updateComplete;
  const anchor = host.shadowRoot!.querySelector('button')!;
  return { host, anchor, frame: anchor.parentElement! };
}

const mouse = (type: string) => new PointerEvent(type, { pointerType: 'mouse' });

beforeEach(() => {
  load.mockReset().mockResolvedValue(loaded);
  toggled.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe('what a popover does and says', () => {
  it('is not loaded before a reader reaches for it', async () => {
    const { host } = await made();
    host.requestUpdate();
    await host.updateComplete;
    expect(load).not.toHaveBeenCalled();
  });

  it.each(['pointerenter', 'focusin', 'click'])('is loaded with the first %s', async (type) => {
    const { frame } = await made();
    frame.dispatchEvent(mouse(type));
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('is loaded once, however often the reader reaches meanwhile', async () => {
    const { anchor, frame } = await made();
    frame.dispatchEvent(mouse('pointerenter'));
    anchor.click();
    await expect.element(page.getByRole('group', { name: 'Panel' })).toBeVisible();
    anchor.click();
    anchor.click();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('does the newest of what the reader did while it came', async () => {
    const { anchor, frame } = await made();
    let arrive: ((code: typeof loaded) => void) | undefined;
    load.mockReturnValue(new Promise((resolve) => (arrive = resolve)));
    anchor.click();
    frame.dispatchEvent(new FocusEvent('focusout'));
    arrive!(loaded);
    await waitFor(() => expect(load).toHaveResolved());
    await new Promise((resolve) => setTimeout(resolve));
    expect(toggled).not.toHaveBeenCalled();
  });

  it('opens nothing in an element that has gone meanwhile', async () => {
    const { host, anchor } = await made();
    let arrive: ((code: typeof loaded) => void) | undefined;
    load.mockReturnValue(new Promise((resolve) => (arrive = resolve)));
    anchor.click();
    host.remove();
    arrive!(loaded);
    await waitFor(() => expect(load).toHaveResolved());
    await new Promise((resolve) => setTimeout(resolve));
    expect(toggled).not.toHaveBeenCalled();
  });

  it('that cannot be loaded is no error, and the next reach tries again', async () => {
    const { anchor } = await made();
    load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
    anchor.click();
    await waitFor(() => expect(load.mock.settledResults[0]?.type).toBe('rejected'));
    expect(anchor.getAttribute('aria-expanded')).toBe('false');
    await waitFor(() => {
      anchor.click();
      expect(load).toHaveBeenCalledTimes(2);
    });
    await expect.element(page.getByRole('group', { name: 'Panel' })).toBeVisible();
  });
});

describe('leaving', () => {
  it('before it has opened, opens nothing', async () => {
    const { anchor, frame } = await made();
    anchor.click();
    await waitFor(() => expect(toggled).toHaveBeenCalledTimes(1));
    anchor.click();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    frame.dispatchEvent(mouse('pointerenter'));
    vi.advanceTimersByTime(50);
    frame.dispatchEvent(mouse('pointerleave'));
    vi.advanceTimersByTime(10_000);
    expect(toggled.mock.calls).toEqual([[true], [false]]);
  });

  it('the page with a timer running starts nothing', async () => {
    const { host, anchor, frame } = await made();
    anchor.click();
    await waitFor(() => expect(toggled).toHaveBeenCalledTimes(1));
    anchor.click();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    frame.dispatchEvent(mouse('pointerenter'));
    host.remove();
    vi.advanceTimersByTime(10_000);
    expect(toggled.mock.calls).toEqual([[true], [false]]);
  });
});

it('the pieces loaded lazily are: the badge brings neither them nor floating-ui', async () => {
  const names = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
  await import('../../src/define/provision-severity.js');
  const severity = document.body.appendChild(document.createElement('provision-severity'));
  severity.provision = { id: 'x', _provision: { severity: { level: 'high', text: 'Why.' } } };
  await severity.updateComplete;
  const since = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => !names.includes(path));
  expect(since.filter((path) => path.includes('severity-badge'))).toHaveLength(1);
  expect(since.filter((path) => path.includes('severity-explanation'))).toEqual([]);
});
