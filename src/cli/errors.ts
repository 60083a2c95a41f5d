/** Reports a wrong command line: exit code 2, with a hint at `--help`. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reports that a command failed: exit code 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
