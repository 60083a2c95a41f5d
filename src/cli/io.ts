/** The parts of the process that a command can use. */
export interface Io {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Aborted on SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
}
