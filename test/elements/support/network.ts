import { vi } from 'vitest';

/** Records the page's requests for feeds without changing the network. */
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

/** A slow network: each request waits until the test releases it. */
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

/** A broken network: every request rejects like a failed fetch. */
export function brokenNetwork(): void {
  vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
}

/** A server with a wrong answer. Each request gets its own response, because a stream can be read once. */
export function answerWith(body: string, init?: ResponseInit): void {
  vi.spyOn(window, 'fetch').mockImplementation(() => Promise.resolve(new Response(body, init)));
}

let count = 0;

/** Returns an address that no test has requested yet, because the page's store caches feeds. */
export function fresh(url: string): string {
  return `${url}?${++count}`;
}
