/** The code that a publisher deploys: the package's endpoint over a feed. The same file runs in Node and in workerd. */
import { parseFeed } from '../../../dist/feed/index.js';
import { oembedHandler, recordsOf } from '../../../dist/publish/index.js';

let handle;

function handlerOf({ BASE: baseUrl, FEED: source }) {
  const result = parseFeed(source);
  if (!result.ok) throw result.error;
  return oembedHandler({ baseUrl, find: recordsOf(result.feed) });
}

export default {
  fetch: (request, env) => (handle ??= handlerOf(env))(request),
};
