/** Maps a feed error to the state of an embed. */
import type { FeedError } from '../feed/error.js';
import type { State } from './states.js';

/** Status codes of content that is permanently gone. Other errors may be temporary. */
const gone = /^HTTP (?:404|410)$/;

export function failureOf(error: FeedError): { readonly state: State; readonly message: string } {
  const { code, message, pointer } = error;
  const place = pointer === undefined ? '' : ` (at ${pointer})`;
  switch (code) {
    case 'http':
      return gone.test(message)
        ? { state: 'feed-gone', message: `The feed is gone: its server answers ${message}.` }
        : { state: 'not-checked', message: `The feed’s server answers ${message}.` };
    case 'network':
      return { state: 'not-checked', message: `The feed’s server cannot be reached: ${message}.` };
    case 'timeout':
      return { state: 'not-checked', message: `The feed’s server does not answer: ${message}.` };
    case 'not-found':
      return { state: 'record-gone', message: `The feed does not contain this record: ${message}.` };
    default:
      return { state: 'feed-invalid', message: `The feed cannot be read (${code}): ${message}${place}.` };
  }
}
