/** The parts of the process that a command can use. */
export interface Io {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Aborted on SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
}

/** Reports a wrong command line: exit code 2, with a hint at `--help`. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reports that a command failed: exit code 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
