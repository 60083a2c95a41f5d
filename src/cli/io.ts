/** What a command may touch of the process around it. */
export interface Io {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Aborted when the process is asked to stop. */
  readonly signal: AbortSignal;
}

/** The command line was wrong: exit code 2, and a hint at `--help`. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What was asked for could not be done: exit code 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
