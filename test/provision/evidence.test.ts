import { createHash } from 'node:crypto';
import { getEventListeners } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { downloadSnapshot, type SnapshotDownloadOptions } from '../../src/feed/snapshot-download.js';
import { checkClause, checkSnapshot, type SnapshotToCheck } from '../../src/provision/evidence.js';
import { runs } from '../support/fuzz.js';

/** Promise.withResolvers, which Node 20 lacks. */
function deferred() {
  let resolve!: () => void;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

const text = 'We may share your data – “Materials” – with partners.';
const page = `<!doctype html>
<html><head><meta charset="utf-8"><title>Terms</title></head>
<body><h1>Terms</h1><p>${text}</p></body></html>`;

/** Servers of a test, which are closed after it, including hanging requests. */
const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/snapshot`;
}

const serveBody = (body: string | Uint8Array, type = 'text/html; charset=utf-8') =>
  serve((_, response) => {
    if (type) response.setHeader('content-type', type);
    response.end(body);
  });

afterEach(() => {
  vi.unstubAllGlobals();
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** Returns the result for the snapshot and for each clause as one word each. */
async function check(snapshot: Partial<SnapshotToCheck>, options?: SnapshotDownloadOptions) {
  const all = { snapshotUrl: undefined, sha256: sha256(page), clauses: [{ text }], ...snapshot };
  return (await checkSnapshot(all, (url) => downloadSnapshot(url, options))).map(
    ({ outcome, reason }) => reason ?? outcome,
  );
}

/** Returns how a clause is found in a body. */
async function find(clause: string, body: string | Uint8Array, type?: string) {
  const [, found] = await check({ snapshotUrl: await serveBody(body, type), clauses: [{ text: clause }] });
  return found;
}

const inHtml = (clause: string, body: string) => find(clause, `<!doctype html><meta charset=utf-8><p>${body}</p>`);

describe('checkClause', () => {
  const clause = { text, sha256: sha256(text) };

  it('compares a clause with its hash', async () => {
    expect(await checkClause(clause, 2)).toEqual({ subject: 'clause', index: 2, outcome: 'matches' });
    expect(await checkClause(clause)).toEqual({ subject: 'clause', index: undefined, outcome: 'matches' });
  });

  it.each([
    ['a word', text.replace('may', 'will')],
    ['a quotation mark', text.replace('“', '"')],
    ['white space', `${text} `],
  ])('reports that %s was changed', async (_, tampered) => {
    expect(await checkClause({ ...clause, text: tampered })).toMatchObject({ outcome: 'differs' });
  });

  it('reports the reason for an unchecked clause', async () => {
    expect(await checkClause({ text })).toMatchObject({ outcome: 'unchecked', reason: 'no-hash' });
    const broken = `${text}\ud800`;
    const hash = sha256(broken);
    expect(await checkClause({ text: broken, sha256: hash })).toMatchObject({
      outcome: 'unchecked',
      reason: 'not-text',
    });
    vi.stubGlobal('crypto', {});
    expect(await checkClause(clause)).toMatchObject({ outcome: 'unchecked', reason: 'no-secure-context' });
  });
});

describe('checkSnapshot', () => {
  it('names the subject of each result', async () => {
    const snapshotUrl = await serveBody(page);
    const clauses = [{ text }, { text: 'Not there.' }];
    expect(await checkSnapshot({ snapshotUrl, sha256: sha256(page), clauses }, downloadSnapshot)).toEqual([
      { subject: 'snapshot', outcome: 'matches' },
      { subject: 'clause-in-snapshot', index: 0, outcome: 'matches' },
      { subject: 'clause-in-snapshot', index: 1, outcome: 'differs' },
    ]);
  });

  it('detects one changed byte', async () => {
    const tampered = Buffer.from(page);
    tampered[page.indexOf('Terms')]! ^= 1;
    expect(await check({ snapshotUrl: await serveBody(tampered) })).toEqual(['differs', 'matches']);
  });

  it('detects a changed clause', async () => {
    const snapshotUrl = await serveBody(page.replace('may share', 'may not share'));
    expect(await check({ snapshotUrl })).toEqual(['differs', 'differs']);
  });

  it('hashes the stored bytes, not the transferred ones', async () => {
    const snapshotUrl = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' });
      response.end(gzipSync(page));
    });
    expect(await check({ snapshotUrl })).toEqual(['matches', 'matches']);
  });

  it('reports unchecked parts, and checks the others', async () => {
    const snapshotUrl = await serveBody(page);
    expect(await check({ snapshotUrl, sha256: undefined })).toEqual(['no-hash', 'matches']);
    for (const clauses of [undefined, []]) {
      expect(await check({ snapshotUrl, clauses })).toEqual(['matches', 'no-clause']);
    }
    expect(await check({ snapshotUrl, clauses: [{ text: '\u200b' }, { text }] })).toEqual([
      'matches',
      'no-clause',
      'matches',
    ]);
    expect(await check({})).toEqual(['no-snapshot', 'no-snapshot']);
    vi.stubGlobal('crypto', {});
    expect(await check({ snapshotUrl })).toEqual(['no-secure-context', 'matches']);
  });

  describe('downloadSnapshot', () => {
    it('sends no credentials, no referrer and no header of our own', async () => {
      const requests: IncomingMessage[] = [];
      const snapshotUrl = await serve((request, response) => {
        requests.push(request);
        response.end(page);
      });
      const fetch = vi.fn(globalThis.fetch);
      await check({ snapshotUrl }, { fetch });
      expect(fetch.mock.calls[0]![1]).toMatchObject({
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
      });
      expect(fetch.mock.calls[0]![1]!.headers).toBeUndefined();
      expect(requests).toHaveLength(1);
      expect(requests[0]!.headers).not.toHaveProperty('referer');
    });

    it.each([204, 403, 404, 500])('reports %s as an error, with any body', async (status) => {
      const snapshotUrl = await serve((_, response) =>
        response.writeHead(status).end(status === 204 ? undefined : page),
      );
      expect(await check({ snapshotUrl })).toEqual(['http', 'http']);
    });

    it('leaves no listener on the caller’s signal', async () => {
      const { signal } = new AbortController();
      await check({ snapshotUrl: await serveBody(page) }, { signal });
      expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    });

    it('does not follow a redirect', async () => {
      const target = await serveBody(page);
      const snapshotUrl = await serve((_, response) => response.writeHead(302, { location: target }).end());
      expect(await check({ snapshotUrl })).toEqual(['blocked', 'blocked']);
    });

    it('sends no request to an invalid address', async () => {
      const fetch = vi.fn(globalThis.fetch);
      expect(await check({ snapshotUrl: '/relative' }, { fetch })).toEqual(['blocked', 'blocked']);
      expect(fetch).not.toHaveBeenCalled();
    });

    it('reports a failed connection', async () => {
      const snapshotUrl = await serve((request) => request.socket.destroy());
      expect(await check({ snapshotUrl })).toEqual(['blocked', 'blocked']);
      const cut = await serve((request, response) => {
        response.writeHead(200, { 'content-length': 5000 }).write(page);
        setTimeout(() => request.socket.destroy(), 20);
      });
      expect(await check({ snapshotUrl: cut })).toEqual(['blocked', 'blocked']);
    });

    it('aborts for a silent server, before its response and during it', async () => {
      const before = await serve(() => undefined);
      const within = await serve((_, response) => response.writeHead(200).write(page));
      for (const snapshotUrl of [before, within]) {
        expect(await check({ snapshotUrl }, { timeout: 60 })).toEqual(['blocked', 'blocked']);
      }
    });

    it('reads a slow response completely', async () => {
      const snapshotUrl = await serve((_, response) => {
        response.setHeader('content-type', 'text/html');
        const bytes = Buffer.from(page);
        let at = 0;
        const timer = setInterval(() => {
          response.write(bytes.subarray(at, (at += 40)));
          if (at >= bytes.length) {
            clearInterval(timer);
            response.end();
          }
        }, 60);
      });
      expect(await check({ snapshotUrl }, { timeout: 300 })).toEqual(['matches', 'matches']);
    });

    it.each([
      ['declares its length', true],
      ['does not declare its length', false],
    ])('stops reading a body that is too large and %s', async (_, says) => {
      let sent = 0;
      const closed = deferred();
      const snapshotUrl = await serve((_, response) => {
        const chunk = Buffer.alloc(64 * 1024, 'a');
        response.writeHead(200, { 'content-type': 'text/plain', ...(says && { 'content-length': 1e9 }) });
        const write = () => {
          while (!response.destroyed && response.write(chunk)) sent += chunk.length;
        };
        response.on('drain', write).on('close', () => {
          closed.resolve();
        });
        write();
      });
      expect(await check({ snapshotUrl }, { maxBytes: 1_000_000 })).toEqual(['too-large', 'too-large']);
      await closed.promise;
      expect(sent).toBeLessThan(50_000_000);
    });

    it('reads a body of exactly the limit', async () => {
      const snapshotUrl = await serveBody(page);
      const { length } = Buffer.from(page);
      expect(await check({ snapshotUrl }, { maxBytes: length })).toEqual(['matches', 'matches']);
      expect(await check({ snapshotUrl }, { maxBytes: length - 1 })).toEqual(['too-large', 'too-large']);
      const unsaid = await serve((_, response) => {
        response.write(page.slice(0, 9));
        response.end(page.slice(9));
      });
      expect(await check({ snapshotUrl: unsaid }, { maxBytes: length })).toEqual(['matches', 'matches']);
      expect(await check({ snapshotUrl: unsaid }, { maxBytes: length - 1 })).toEqual(['too-large', 'too-large']);
      // A body whose declared length exceeds the limit is not read.
      let closed = false;
      const said = await serve((_, response) => {
        response.on('close', () => (closed = true));
        response.writeHead(200, { 'content-length': length }).flushHeaders();
      });
      expect(await check({ snapshotUrl: said }, { maxBytes: length - 1 })).toEqual(['too-large', 'too-large']);
      await vi.waitUntil(() => closed);
    });

    it('ends on an abort before the request, while waiting and while reading', async () => {
      const reason = new Error('closed');
      const closed: Promise<unknown>[] = [];
      for (const answer of [false, true]) {
        const asked = deferred();
        const snapshotUrl = await serve((_, response) => {
          closed.push(new Promise((resolve) => response.on('close', resolve)));
          if (answer) response.writeHead(200).write(page);
          setTimeout(asked.resolve, 20);
        });
        const abort = new AbortController();
        const checking = check({ snapshotUrl }, { signal: abort.signal });
        await asked.promise;
        abort.abort(reason);
        await expect(checking).rejects.toBe(reason);
      }
      await Promise.all(closed);
      expect(closed).toHaveLength(2);
      const fetch = vi.fn(globalThis.fetch);
      await expect(
        check({ snapshotUrl: 'https://a.example/' }, { fetch, signal: AbortSignal.abort(reason) }),
      ).rejects.toBe(reason);
      expect(fetch).not.toHaveBeenCalled();
    });
  });

  describe('the encoding of a snapshot', () => {
    const umlauts = 'Wir können Ihre Daten überall verkaufen';
    const latin = Buffer.from('Wir können Ihre Daten überall verkaufen', 'latin1');
    const wide = Buffer.from(`\ufeff${umlauts}`, 'utf16le');

    it('is that of the byte order mark, the header or the page', async () => {
      expect(await find(umlauts, umlauts, 'text/plain')).toBe('matches');
      expect(await find(umlauts, `\ufeff${umlauts}`, 'text/plain; charset=iso-8859-1')).toBe('matches');
      expect(await find(umlauts, latin, 'text/plain; charset="windows-1252"')).toBe('matches');
      expect(await find(umlauts, wide, 'text/plain')).toBe('matches');
      expect(await find(umlauts, Buffer.from(wide).swap16(), 'text/plain')).toBe('matches');
      const declaring = [
        '<meta charset=windows-1252>',
        '<META http-equiv="Content-Type" content="text/html; charset=windows-1252">',
        '<?xml version="1.0" encoding="windows-1252"?>',
      ];
      for (const head of declaring) {
        expect(await find(umlauts, Buffer.concat([Buffer.from(head), latin]), 'text/html')).toBe('matches');
      }
      for (const wrong of ['utf-16', 'utf16', 'UTF-16LE']) {
        expect(await find(umlauts, `<meta charset="${wrong}">${umlauts}`, 'text/html')).toBe('matches');
      }
      expect(await find(umlauts, latin, 'text/plain; charset = windows-1252')).toBe('matches');
      expect(await find(umlauts, latin, 'text/plain; charset=windows-1252')).toBe('matches');
      const spaced = Buffer.concat([Buffer.from("<meta charset = 'windows-1252'>"), latin]);
      expect(await find(umlauts, spaced, 'text/html')).toBe('matches');
    });

    it('is never guessed', async () => {
      expect(await find(umlauts, latin, 'text/html')).toBe('not-text');
      expect(await find(umlauts, latin, 'text/html; charset=utf-8')).toBe('not-text');
      expect(await find(umlauts, latin, 'text/html; charset=no-such-thing')).toBe('not-text');
      expect(await find(umlauts, wide.subarray(2), 'text/plain')).toBe('not-text');
      // The hash is over bytes and independent of the encoding.
      const snapshotUrl = await serveBody(latin, 'text/html');
      expect(await check({ snapshotUrl, sha256: sha256(latin) })).toEqual(['matches', 'not-text']);
    });

    it('is not detected in binary data', async () => {
      expect(await find(text, `%PDF-1.7 ${text}`, 'application/pdf')).toBe('not-text');
      expect(await find(text, text, 'image/svg')).toBe('not-text');
      expect(await find(text, text, 'x-text/plain')).toBe('not-text');
      expect(await find(text, text, 'application/x; of=text/plain')).toBe('not-text');
      expect(await find(text, `${text}\0`, '')).toBe('not-text');
      for (const type of [
        '',
        'application/octet-stream',
        'binary/octet-stream',
        'application/xhtml+xml',
        'application/json',
      ]) {
        expect(await find(text, text, type)).toBe('matches');
      }
    });
  });

  describe('a clause in a snapshot', () => {
    it('is found exactly, including mark-up', async () => {
      expect(await inHtml('a <b>bold</b> clause', 'This is a <b>bold</b> clause.')).toBe('matches');
      expect(await find('the tag <a> as text', 'Here is the tag <a> as text.', 'text/plain')).toBe('matches');
    });

    it.each([
      ['typography', '"We may share it" -- all of it...', '“We may\n  share it” — all of it…'],
      ['inline tags', 'We may share it', 'We <a href="/x?a=1&amp;b=2">may <em>sh</em>are</a> it'],
      [
        'tags that end a line',
        'We may share it. All of it.',
        '<ul><li>We may<br>share it.</li><li>All of it.</li></ul>',
      ],
      ['attributes with ">"', 'We may share it', 'We <i title="a > b" data-x=\'>\'>may</i> share it'],
      ['comments', 'We may share it', 'We <!-- > <b> --> may <!----><!-->share it'],
      [
        'scripts and styles',
        'We may share it',
        'We <script>if (a < b) "</p></scripts>"</script> may <STYLE>a>b{}</STYLE > share it',
      ],
      ['templates', 'We may share it', 'We may <template><p>not</p></template> share it'],
      ['"<" without a tag', 'if a < b and 1 <2, share it', 'if a < b and 1 <2, <b>share</b> it'],
      [
        'named entities',
        'R&D – “café” naïve Łódź © 5 €',
        'R&amp;D &ndash; &ldquo;caf&eacute;&rdquo; na&iuml;ve &Lstrok;&oacute;d&zacute; &copy; 5&nbsp;&euro;',
      ],
      ['numeric entities', 'R&D – “café” 😀', 'R&#38;D &#8211; &#x201c;caf&#xE9;&#X201D; &#128512;'],
      ['Windows-1252 references', 'the user’s – “own”', 'the user&#146;s &#150; &#147;own&#148;'],
      ['escaped entities', 'the text &lt;b&gt; here', 'the <i>text</i> &amp;lt;b&amp;gt; here'],
      ['entities that form tags', 'the text <b> here', 'the <i>text</i> &lt;b&gt; here'],
    ])('is found through %s', async (_, clause, body) => {
      expect(await inHtml(clause, body)).toBe('matches-folded');
    });

    it.each([
      ['another word', 'We may share it', 'We <b>will</b> share it'],
      ['an additional word', 'We may share it', 'We may <b>not</b> share it'],
      ['a word in an entity', 'We may share it', 'We may &#110;ot share it'],
      ['another digit', 'within 30 days', 'within <b>3</b>1 days'],
      ['words that a tag separates', 'nowhere', 'now<br>here'],
      ['words of two attributes', 'We may share', '<img alt="We may"> <img alt="share">'],
      ['words in a comment', 'We may share', 'We <!-- may --> share'],
      ['an unknown entity', 'a ÿtoString; b', 'a &ytoString; b'],
    ])('is not found in %s', async (_, clause, body) => {
      expect(await inHtml(clause, body)).toBe('differs');
    });

    it('keeps text that resembles a tag in plain text', async () => {
      expect(await find('We may share', 'We may <not> share', 'text/plain')).toBe('differs');
      expect(await find('We may "share"', 'We may “share”', 'text/plain')).toBe('matches-folded');
      // A document that declares mark-up is one.
      expect(await find('We may share', page.replace(text, 'We <b>may</b> share'), 'text/plain')).toBe(
        'matches-folded',
      );
    });

    it('is found in any page that contains it', async () => {
      const word = fc.stringMatching(/^[\p{L}\d&<>"'-]{1,6}$/u);
      const tag = fc.constantFrom(
        '',
        '<b>',
        '</b>',
        '<a title=">">',
        '</a>',
        '<!-- x -->',
        '<span\n>',
        '<wbr>',
        '</i >',
      );
      const escape = (text: string) =>
        text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/'/g, '&rsquo;');
      const words = fc.array(fc.tuple(word, tag), { minLength: 3, maxLength: 12 });
      let body = '';
      const snapshotUrl = await serve((_, response) => {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(body);
      });
      await fc.assert(
        fc.asyncProperty(words, async (parts) => {
          body = `<p>Before ${parts.map(([word, tag]) => `${escape(word)} ${tag}`).join('')} after</p>`;
          const clause = parts.map(([word]) => word).join(' ');
          const other = `${clause} not`;
          const [, found, missing] = await check({ snapshotUrl, clauses: [{ text: clause }, { text: other }] });
          expect(found).toMatch(/^matches/);
          expect(missing).toBe('differs');
        }),
        { numRuns: runs(60, 1000) },
      );
    });

    it('is found in linear time for any page', async () => {
      const pieces = [
        '<',
        '<a ',
        '<a "',
        '<a b="',
        '<a b= ',
        '<!--',
        '<script>',
        '<script></script',
        '</',
        '&',
        '&#',
        '&am',
        '&#x1f600;',
      ];
      for (const piece of pieces) {
        expect(await inHtml('Not there.', piece.repeat(100_000))).toBe('differs');
      }
    });
  });
});
