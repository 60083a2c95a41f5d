import { vi } from 'vitest';

/** Requests for feeds that the page makes. The network itself is left as it is. */
export function watchRequests(): { readonly urls: readonly string[]; readonly inits: readonly RequestInit[] } {
  const urls: string[] = [];
  const inits: RequestInit[] = [];
  const { fetch } = window;
  vi.spyOn(window, 'fetch').mockImplementation((input, init) => {
    urls.push(String(input instanceof Request ? input.url : input));
    inits.push(init ?? {});
    return fetch(input, init);
  });
  return { urls, inits };
}

/** A slow network: each request waits until the test lets it go on to the real server. */
export function slowNetwork(): {
  readonly urls: readonly string[];
  readonly signals: readonly AbortSignal[];
  release: (url: string) => void;
} {
  const urls: string[] = [];
  const signals: AbortSignal[] = [];
  const waiting = new Map<string, () => void>();
  const { fetch } = window;
  vi.spyOn(window, 'fetch').mockImplementation(async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    urls.push(url);
    const signal = init?.signal;
    if (signal) signals.push(signal);
    await new Promise<void>((resolve, reject) => {
      waiting.set(url, resolve);
      signal?.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
    });
    return fetch(input, init);
  });
  return {
    urls,
    signals,
    release: (url) => {
      waiting.get(url)?.();
    },
  };
}

/** A broken network: every request fails as fetch fails. */
export function brokenNetwork(): void {
  vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
}

/** A server that answers, and wrongly. A stream can be read once, so each request gets its own. */
export function answerWith(body: string, init?: ResponseInit): void {
  vi.spyOn(window, 'fetch').mockImplementation(() => Promise.resolve(new Response(body, init)));
}

let count = 0;

/** An address that nobody has asked for yet: the page's store keeps what it has read. */
export function fresh(url: string): string {
  return `${url}?${++count}`;
}
