import { css, html, LitElement } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { LocaleController } from '../../src/controllers/locale-controller.js';
import { PopoverController, type PopoverCode } from '../../src/controllers/popover-controller.js';
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

/** The smallest element with a popover. */
class Popovered extends LitElement {
  readonly locale: LocaleController = new LocaleController(this);
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

describe('the code of a popover', () => {
  it('does not load before the first interaction', async () => {
    const { host } = await made();
    host.requestUpdate();
    await host.updateComplete;
    expect(load).not.toHaveBeenCalled();
  });

  it.each(['pointerenter', 'focusin', 'click'])('loads at the first %s', async (type) => {
    const { frame } = await made();
    frame.dispatchEvent(mouse(type));
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('loads once for several interactions during the load', async () => {
    const { anchor, frame } = await made();
    frame.dispatchEvent(mouse('pointerenter'));
    anchor.click();
    await expect.element(page.getByRole('group', { name: 'Panel' })).toBeVisible();
    anchor.click();
    anchor.click();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('handles the latest interaction that came during the load', async () => {
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

  it('opens nothing in an element that was removed during the load', async () => {
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

  it('is loaded again at the next interaction after a failure, without an error', async () => {
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
  it('before the popover has opened opens nothing', async () => {
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

  it('the page with a pending timer opens nothing', async () => {
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

it('the badge contains neither the lazily loaded code nor floating-ui', async () => {
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
