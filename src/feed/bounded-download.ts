/** A download with a limit on silence and on bytes, which ends when its caller aborts it. */

export interface DownloadLimits {
  /** Milliseconds without a byte after which the request is aborted. */
  readonly timeout: number;
  /** Most bytes of body, after decompression. */
  readonly maxBytes: number;
  /** Creates the error for a limit that was reached. */
  readonly fail: (limit: 'timeout' | 'size', cause?: unknown) => Error;
}

/** Reads a body chunk by chunk. Rejects with the `size` error as soon as the body exceeds `maxBytes`. */
export async function readChunks(
  { body, headers }: Response,
  { maxBytes, fail }: Pick<DownloadLimits, 'maxBytes' | 'fail'>,
  onChunk: (chunk: Uint8Array<ArrayBuffer>) => void,
): Promise<void> {
  // The header of a compressed body counts the compressed bytes, so the decoded body can only be larger.
  if (Number(headers.get('content-length')) > maxBytes) throw fail('size');
  const reader = body?.getReader();
  for (let bytes = 0; reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > maxBytes) throw fail('size');
    onChunk(value);
  }
}

/**
 * Runs a download. `run` passes the signal to `fetch` and reads the body with `read`; each chunk restarts the timeout. Rejects with the
 * `timeout` error after `timeout` milliseconds without a byte, else with the error of `run`. A caller that passes a signal checks it
 * first when this rejects, because `fetch` reports an abort under several names.
 */
export async function boundedDownload<T>(
  { signal, ...limits }: DownloadLimits & { readonly signal?: AbortSignal | undefined },
  run: (
    signal: AbortSignal,
    read: (response: Response, onChunk: (chunk: Uint8Array<ArrayBuffer>) => void) => Promise<void>,
  ) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const abort = new AbortController();
  const onAbort = () => {
    abort.abort(signal?.reason);
  };
  signal?.addEventListener('abort', onAbort);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTimedOut = false;
  const restartTimeout = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isTimedOut = true;
      abort.abort();
    }, limits.timeout);
  };

  try {
    restartTimeout();
    return await run(abort.signal, (response, onChunk) => {
      restartTimeout();
      return readChunks(response, limits, (chunk) => {
        restartTimeout();
        onChunk(chunk);
      });
    });
  } catch (cause) {
    throw isTimedOut ? limits.fail('timeout', cause) : cause;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    // Closes the connection of a body that was not read to its end. Has no effect after the end.
    abort.abort();
  }
}
