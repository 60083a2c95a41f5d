/**
 * The reasons why a feed cannot be shown. The list is public: it is the contract of `provision-error`'s `error.code`.
 */
export const feedErrorCodes = [
  'network',
  'http',
  'timeout',
  'type',
  'json',
  'schema',
  'version',
  'size',
  'not-found',
] as const;

export type FeedErrorCode = (typeof feedErrorCodes)[number];

/** The place and the cause of an error. */
export interface FeedErrorOptions extends ErrorOptions {
  /** Address of the feed, if it was requested. */
  readonly url?: string | undefined;
  /** JSON Pointer (RFC 6901) into the feed. */
  readonly pointer?: string | undefined;
}

/** The error of reading a feed. `code` is stable; `message` is for developers and may change. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly url: string | undefined;
  readonly pointer: string | undefined;

  constructor(
    readonly code: FeedErrorCode,
    message: string,
    options: FeedErrorOptions = {},
  ) {
    super(message, options);
    this.url = options.url;
    this.pointer = options.pointer;
  }
}
