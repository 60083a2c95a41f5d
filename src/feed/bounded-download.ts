/** A download with a limit on silence and on bytes, which ends when its caller aborts it. */

/** Reads a body chunk by chunk. Rejects with `tooLarge()` as soon as it has more than `maxBytes` after decompression. */
export async function readChunks(
  { body, headers }: Response,
  maxBytes: number,
  tooLarge: () => Error,
  onChunk: (chunk: Uint8Array<ArrayBuffer>) => void,
): Promise<void> {
  // The header counts the bytes of a compressed body before decompression, so the real size can only be larger.
  if (Number(headers.get('content-length')) > maxBytes) throw tooLarge();
  const reader = body?.getReader();
  for (let bytes = 0; reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > maxBytes) throw tooLarge();
    onChunk(value);
  }
}

export interface DownloadLimits {
  /** Aborts the download. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds without a byte after which the download is aborted. */
  readonly timeout: number;
  /** Creates the error for a timeout. */
  readonly timedOut: () => Error;
}

/**
 * Runs a download. `run` passes the signal to `fetch`, and calls `restartTimeout` for the response and for each chunk.
 * Rejects with the signal's reason after an abort, with `timedOut()` after a timeout, else with the error of `run`.
 */
export async function boundedDownload<T>(
  { signal, timeout, timedOut }: DownloadLimits,
  run: (signal: AbortSignal, restartTimeout: () => void) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const abort = new AbortController();
  const onAbort = () => {
    abort.abort(signal?.reason);
  };
  signal?.addEventListener('abort', onAbort);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const restartTimeout = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      abort.abort(timedOut());
    }, timeout);
  };

  try {
    restartTimeout();
    return await run(abort.signal, restartTimeout);
  } catch (cause) {
    // Not the cause, because `fetch` reports an abort under several names.
    throw abort.signal.aborted ? (abort.signal.reason as Error) : cause;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    // Closes the connection of a body that was not read to its end. Has no effect after the end.
    abort.abort();
  }
}
