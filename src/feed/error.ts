/** Why a feed could not be shown. The list is the contract of `provision-error`'s `error.code`. */
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

/** Where an error happened, and what caused it. */
export interface FeedErrorOptions extends ErrorOptions {
  /** Address of the feed, where one was asked for. */
  readonly url?: string | undefined;
  /** JSON Pointer (RFC 6901) of the place in the feed, where there is one. */
  readonly pointer?: string | undefined;
}

/** The one error that reading a feed throws or reports; `code` is stable, `message` is for developers. */
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
