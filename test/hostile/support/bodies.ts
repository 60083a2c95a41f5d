/** The misbehaviours of a feed's server. */
import type { ServerResponse } from 'node:http';
import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { answer, cors, feed, type Answer, type Headers } from '../../embedding/site.js';
import { records } from '../../embedding/feeds.js';

const json = 'application/feed+json';
const whole = JSON.stringify(records);

function bytes(body: Buffer, headers: Headers = {}): Answer {
  return (response) => {
    response.writeHead(200, { 'content-type': json, ...cors, ...headers }).end(body);
  };
}

/** The progress of an endless body. */
export interface Written {
  bytes: number;
  /** Whether the client has closed the connection. */
  ended: boolean;
}

/** Writes as long as the client reads, and counts the bytes in `written`. */
function pour(response: ServerResponse, piece: Buffer, written: Written): void {
  let open = true;
  response.on('close', () => {
    open = false;
    written.ended = true;
  });
  response.on('error', () => (open = false));
  const next = (): void => {
    if (!open) return;
    written.bytes += piece.length;
    if (response.write(piece)) setImmediate(next);
    else response.once('drain', next);
  };
  next();
}

/** Blanks as gzip, `mebibytes` when unpacked: a thousandth of that on the wire, and never whole in our memory. */
export function gzipBomb(mebibytes: number): Buffer {
  const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
  const block = deflateRawSync(Buffer.alloc(1024 * 1024, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([head, ...Array.from({ length: mebibytes }, () => block)]);
}

export interface Misbehaviour {
  readonly name: string;
  /** The expected error code; `load` when the feed must be parsed all the same, undefined when browsers differ. */
  readonly code: 'http' | 'type' | 'json' | 'network' | 'size' | 'schema' | 'timeout' | 'load' | undefined;
  readonly answer: Answer;
}

export function misbehaviours(written: Written): readonly Misbehaviour[] {
  const cut = gzipSync(`${whole.slice(0, -1)},"padding":"${Array.from({ length: 9000 }, Math.random).join()}"}`);
  const redirect = (location: string): Answer => answer(302, 'text/plain', '', { location, ...cors });
  return [
    { name: 'a byte order mark', code: 'load', answer: bytes(Buffer.from(`\ufeff${whole}`)) },
    { name: 'gzip', code: 'load', answer: bytes(gzipSync(whole), { 'content-encoding': 'gzip' }) },
    { name: 'bytes one by one', code: 'load', answer: drip },
    { name: 'a bomb of gzip', code: 'size', answer: bytes(gzipBomb(300), { 'content-encoding': 'gzip' }) },
    {
      name: 'a body without an end',
      code: 'size',
      answer: (response) => {
        response.writeHead(200, { 'content-type': json, ...cors });
        pour(response, Buffer.alloc(64 * 1024, ' '), written);
      },
    },
    {
      name: 'a length of nine gigabytes',
      code: 'size',
      answer: (response) => {
        response.writeHead(200, { 'content-type': json, 'content-length': '9000000000', ...cors }).write('{');
      },
    },
    {
      name: 'half of a gzip',
      code: undefined,
      answer: bytes(cut.subarray(0, cut.length / 2), { 'content-encoding': 'gzip' }),
    },
    { name: 'gzip that is none', code: undefined, answer: bytes(Buffer.from(whole), { 'content-encoding': 'gzip' }) },
    { name: 'UTF-16', code: 'json', answer: bytes(Buffer.from(`\ufeff${whole}`, 'utf16le')) },
    { name: 'Latin-1', code: 'json', answer: bytes(Buffer.from('{"title":"Récords","items":[]}', 'latin1')) },
    { name: 'an HTML error page', code: 'type', answer: answer(200, 'text/html', '<h1>Sorry</h1>', cors) },
    { name: 'an HTML error page called JSON', code: 'json', answer: answer(200, json, '<h1>Sorry</h1>', cors) },
    { name: 'a feed called HTML', code: 'type', answer: answer(200, 'text/html', whole, cors) },
    { name: 'a feed called a script', code: 'type', answer: answer(200, 'text/javascript', whole, cors) },
    { name: 'no type', code: 'type', answer: (response) => void response.writeHead(200, cors).end(whole) },
    { name: '204', code: 'http', answer: answer(204, json, '', cors) },
    { name: '404 with a feed', code: 'http', answer: answer(404, json, whole, cors) },
    { name: '500 with JSON', code: 'http', answer: answer(500, json, '{"error":"down"}', cors) },
    { name: '500 with a feed', code: 'http', answer: answer(500, json, whole, cors) },
    { name: 'nothing', code: 'json', answer: answer(200, json, '', cors) },
    { name: 'JSON that is no feed', code: 'schema', answer: feed(['a']) },
    { name: 'a redirect', code: 'network', answer: redirect('/elsewhere.json') },
    {
      name: 'a redirect to itself',
      code: 'network',
      answer: (response, { url }) => redirect(url!)(response, {} as never),
    },
    { name: 'a redirect to a script', code: 'network', answer: redirect('javascript:alert(1)') },
    { name: 'no CORS header', code: 'network', answer: answer(200, json, whole) },
    { name: 'a connection that is closed', code: 'network', answer: (response) => void response.destroy() },
    { name: 'silence', code: 'timeout', answer: () => undefined },
    {
      name: 'silence after the head',
      code: 'timeout',
      answer: (response) => {
        response.writeHead(200, { 'content-type': json, ...cors }).flushHeaders();
      },
    },
  ];
}

/** Sends a complete feed byte by byte. */
const drip: Answer = (response) => {
  response.writeHead(200, { 'content-type': json, ...cors });
  const all = Buffer.from(whole);
  let at = 0;
  const next = (): void => {
    if (at === all.length) response.end();
    else response.write(all.subarray(at, ++at), () => setImmediate(next));
  };
  next();
};
