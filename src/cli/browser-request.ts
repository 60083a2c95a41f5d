/** Requests a feed as a page on another site would, and reports problems that browsers and readers would have. */
import { FeedError } from '../feed/error.js';
import { defaultMaxBytes, defaultTimeout, feedUrl, isJsonType, readText } from '../feed/request.js';
import type { FetchFeedOptions, requestFeed } from '../feed/request.js';
import type { Problem } from './problems.js';

/** Nothing of the feed could be read. The findings list the reasons. */
export class UnreadError extends Error {
  override readonly name = 'UnreadError';
}

/** Findings about the server, in the order of the checks. */
export interface ServerFindings {
  /** Problems that leave readers without a card. */
  readonly problems: Problem[];
  /** Problems that make readers wait longer or see an old card. */
  readonly advice: Problem[];
}

/** Origin of an imaginary newspaper. A server that allows this origin allows every origin. */
const newspaper = 'https://newspaper.example';
/** Redirect limit of the Fetch standard. */
const maxRedirects = 20;
/** Bytes of TCP's initial window (ten packets). A smaller response arrives just as fast without compression. */
const largeBytes = 14_600;
const oneDay = 86_400;

const noCard = 'readers see the article’s own text instead of the card';

const fixes = {
  cors: [
    'nginx:  add_header Access-Control-Allow-Origin *;',
    'Apache: Header set Access-Control-Allow-Origin "*"   (after: a2enmod headers)',
  ],
  type: ['nginx:  types { } default_type application/json;', 'Apache: ForceType application/json'],
  compression: [
    'nginx:  gzip on; gzip_types application/json application/feed+json;',
    'Apache: AddOutputFilterByType DEFLATE application/json application/feed+json',
  ],
  cache: ['nginx:  add_header Cache-Control "max-age=300";', 'Apache: Header set Cache-Control "max-age=300"'],
  vary: ['nginx:  add_header Vary Origin;', 'Apache: Header append Vary Origin'],
} as const;

/** A response, with the origin that its request sent. */
interface Answer {
  readonly response: Response;
  readonly href: string;
  readonly origin: string;
}

/**
 * Creates a `requestFeed` that continues where a browser would stop, as long as there is content to read. It adds each problem of a
 * browser to `findings`. Rejects with an `UnreadError` when nothing can be read, else as `requestFeed` does.
 *
 * @param accepted whether the embeds follow redirects (default: `error`, a redirect is a problem)
 */
export function browserRequest(
  findings: ServerFindings,
  accepted: FetchFeedOptions['redirects'] = 'error',
): typeof requestFeed {
  let first: string | undefined;
  return async (parseText, src, options) => {
    const { signal, maxBytes = defaultMaxBytes } = options ?? {};
    first ??= src;
    const page = src === first ? undefined : src;
    const note = (list: Problem[], expected: string, message: string) => {
      // Report a problem once, because a server usually treats all pages of a feed alike.
      if (list.some((known) => known.expected === expected && known.message === message)) return;
      const fix = (fixes as Readonly<Record<string, readonly string[]>>)[expected];
      list.push({ pointer: '', expected, message, ...(page !== undefined && { page }), ...(fix && { fix }) });
    };
    const problem = (expected: string, message: string) => {
      note(findings.problems, expected, message);
    };
    const fatal = (expected: string, message: string, cause?: unknown): never => {
      problem(expected, message);
      throw new UnreadError(message, { cause });
    };
    const advise = (expected: string, message: string) => {
      note(findings.advice, expected, message);
    };

    /** Follows redirects by hand, because each response on the way has to allow the page's origin. */
    const follow = async (get: (href: string, origin: string) => Promise<Response>): Promise<Answer> => {
      const seen = new Set<string>();
      let origin = newspaper;
      for (let href = checked(src, fatal); ;) {
        seen.add(href);
        const response = await get(href, origin);
        const refusal = corsRefusal(response.headers, origin);
        const to = response.headers.get('location');
        const isRedirect = [301, 302, 303, 307, 308].includes(response.status) && to !== null;
        if (refusal && (response.ok || isRedirect)) {
          const [expected, words] = refusal;
          problem(
            expected,
            `${isRedirect ? `The redirect at ${href}` : 'It'} ${words}. Browsers refuse it, so ${noCard}.`,
          );
        }
        if (!isRedirect) return { response, href, origin };
        await response.body?.cancel();
        const next = checked(new URL(to, href).href, fatal, href);
        if (seen.has(next)) fatal('redirect', `It redirects in a circle, by way of ${next}, so ${noCard}.`);
        if (seen.size > maxRedirects)
          fatal('redirect', `It redirects more than ${maxRedirects} times. Browsers give up, so ${noCard}.`);
        if (accepted === 'follow')
          advise(
            'redirect',
            `It redirects to ${next}. Put that address into the embed: it saves each reader a request.`,
          );
        else
          problem(
            'redirect',
            `It redirects to ${next}. The elements refuse that, so ${noCard}. Put that address into the embed, or redirects="follow".`,
          );
        // Fetch standard: after a redirect to another origin, the request sends "Origin: null".
        if (new URL(next).origin !== new URL(href).origin) origin = 'null';
        href = next;
      }
    };

    const idle = new AbortController();
    const timer = setTimeout(() => {
      idle.abort();
    }, defaultTimeout);
    const alive = () => timer.refresh();
    const ended = AbortSignal.any([idle.signal, ...(signal ? [signal] : [])]);
    if (page !== undefined && new URL(page).origin !== new URL(first).origin)
      problem('next-url', 'It is on another server. The elements follow next_url on the feed’s own server only.');
    try {
      const { response, origin } = await follow(async (href, from) => {
        alive();
        return fetch(href, { headers: { origin: from }, redirect: 'manual', signal: ended });
      });
      alive();
      const { status, headers } = response;
      if (!response.ok || status === 204)
        fatal('http', `It answers HTTP ${status}${statusHint(status)}, so ${noCard}.`);

      const type = headers.get('content-type') ?? '';
      const isJson = isJsonType(type);
      if (!isJson)
        problem('type', `It is sent as "${type}", which is not a JSON type. The elements refuse it, so ${noCard}.`);
      let bytes = 0;
      const text = await readText(
        counted(response, (more) => (bytes += more)),
        maxBytes,
        alive,
      );
      if (bytes > defaultMaxBytes)
        problem(
          'size',
          `It has ${bytes} bytes, and the elements read at most ${defaultMaxBytes}, so ${noCard}. Name the files of single records ("provision-embed publish" makes them), or divide the feed into pages with next_url.`,
        );
      if (bytes > largeBytes && headers.get('content-encoding') === null)
        advise(
          'compression',
          'It is sent without compression. Compression reduces a feed to about a fourth of its bytes.',
        );
      for (const [expected, message] of cacheAdvice(headers)) advise(expected, message);
      if (
        origin !== 'null' &&
        headers.get('access-control-allow-origin') === origin &&
        !/\borigin\b|\*/i.test(headers.get('vary') ?? '')
      )
        advise(
          'vary',
          'It allows the requesting origin, without "Vary: Origin". A cache in between gives one newspaper’s answer to another, whose readers then see no card.',
        );

      const result = parseText(text);
      if (result.ok) return result;
      // The wrong content type is already reported; a second problem "not JSON" would repeat it.
      if (!isJson && result.error.code === 'json') throw new UnreadError(result.error.message);
      throw result.error;
    } catch (cause) {
      signal?.throwIfAborted();
      if (idle.signal.aborted) return fatal('timeout', `It sends nothing for ${defaultTimeout} ms, so ${noCard}.`);
      if (cause instanceof FeedError) throw Object.assign(cause, { url: src });
      if (cause instanceof TypeError && cause.cause instanceof Error)
        return fatal(...networkProblem(cause.cause), cause);
      throw cause;
    } finally {
      clearTimeout(timer);
      // Cancels a download that was not read to its end.
      idle.abort();
    }
  };
}

/** Checks that a page served with https: may request this URL. */
function checked(href: string, fatal: (expected: string, message: string) => never, from?: string): string {
  try {
    return feedUrl(href);
  } catch (error) {
    const led = from === undefined ? '' : `It redirects to ${href}. `;
    if (/^http:/i.test(href))
      fatal(
        'mixed-content',
        `${led}Browsers block an http: address in an article with https:, so ${noCard}. Serve it with https:.`,
      );
    return fatal('network', `${led}${(error as Error).message}`);
  }
}

/** Returns the reason for which a browser blocks this response; undefined when it does not. */
function corsRefusal(headers: Headers, origin: string): [expected: string, words: string] | undefined {
  const allowed = headers.get('access-control-allow-origin');
  if (allowed === '*' || allowed === origin) return undefined;
  if (allowed === null) return ['cors', 'sends no Access-Control-Allow-Origin'];
  // A separate code, because adding a header line does not fix this.
  if (allowed.includes(','))
    return ['cors-twice', `sends Access-Control-Allow-Origin more than once ("${allowed}"): remove one of them`];
  if (origin === 'null')
    return ['cors', `allows only ${allowed}, and after a redirect to another server browsers send "Origin: null"`];
  if (allowed === 'null') return ['cors', 'sends "Access-Control-Allow-Origin: null", which allows no newspaper'];
  return ['cors', `allows only ${allowed}`];
}

function statusHint(status: number): string {
  if (status === 401 || status === 403) return ' (readers send no cookie and no key)';
  if (status === 404 || status === 410) return ' (there is no such file)';
  if (status === 429) return ' (too many requests)';
  return status === 204 ? ' (no content)' : '';
}

/** Checks the caching headers, because without them each reader downloads the feed again. */
function* cacheAdvice(headers: Headers): Generator<[expected: string, message: string]> {
  const control = headers.get('cache-control')?.toLowerCase() ?? '';
  if (/\bno-store\b/.test(control)) {
    yield ['cache', 'It is sent with "Cache-Control: no-store". Readers load all of it again with each article.'];
    return;
  }
  if (!headers.has('etag') && !headers.has('last-modified'))
    yield ['validator', 'It has neither ETag nor Last-Modified. Each check for changes loads all of it again.'];
  const age = Number(/\bmax-age=(\d+)/.exec(control)?.[1]);
  if (age > oneDay)
    yield [
      'cache',
      `Browsers keep it for ${Math.round(age / oneDay)} days (Cache-Control). Corrections reach returning readers that late.`,
    ];
  else if (!control && !headers.has('expires'))
    yield ['cache', 'It has no Cache-Control. Browsers guess how long they may show an old copy.'];
}

/** Explains a failed request. The message of `fetch` is always "fetch failed", so the reason comes from its cause. */
function networkProblem({ code = '', message }: NodeJS.ErrnoException): [expected: string, message: string] {
  return /CERT|SSL|TLS|UNABLE_TO_/.test(code)
    ? ['tls', `Its certificate is refused: ${message}. Browsers refuse it as well, so ${noCard}.`]
    : ['network', `It cannot be reached: ${message || code}.`];
}

/** Returns the same response, and counts the bytes of its decoded body. */
function counted({ body, headers }: Response, count: (bytes: number) => void): Response {
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      count(piece.byteLength);
      controller.enqueue(piece);
    },
  });
  // Drop Content-Length, because for a compressed body it is not the length of the text.
  return new Response(body?.pipeThrough(counter), {
    headers: new Headers([...headers].filter(([name]) => name !== 'content-length')),
  });
}
