import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sealFeed } from '../../src/import/seal/seal.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const page = (body: string) => new TextEncoder().encode(`<!doctype html><html><body>${body}</body></html>`);
const snapshotUrl = 'https://x.example/terms.html';

function feed(clause: object, more: object = {}) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'T',
    _mine: 1,
    items: [
      {
        id: 'a',
        content_text: 'x',
        _provision: { clauses: [clause], provenance: { snapshot_url: snapshotUrl }, ...more },
      },
    ],
  };
}
const withPage = (body: string) => ({ snapshot: () => Promise.resolve({ bytes: page(body) }) });
const kinds = ({ findings }: { findings: readonly { kind: string; pointer: string }[] }) =>
  findings.map(({ kind, pointer }) => `${kind} ${pointer}`);

describe('sealFeed', () => {
  it('fills in hashes and a selector, and finds nothing the second time', async () => {
    const options = withPage('<p>First.</p><p>We may “sell” it.</p><p>Last.</p>');
    const first = await sealFeed(feed({ text: 'We may "sell" it.' }), options);
    expect(first.feed).toMatchObject({
      _mine: 1,
      items: [
        {
          _provision: {
            clauses: [
              {
                sha256: sha256('We may "sell" it.'),
                selector: [
                  { type: 'TextQuoteSelector', exact: 'We may “sell” it.', prefix: 'First. ', suffix: ' Last.' },
                ],
              },
            ],
            provenance: { sha256: expect.stringMatching(/^[\da-f]{64}$/) },
          },
        },
      ],
    });
    expect(first.findings).toHaveLength(3);
    const second = await sealFeed(first.feed, options);
    expect(second).toEqual({ feed: first.feed, findings: [] });
  });

  it('gives a selector enough context to be unique', async () => {
    const same = 'The same words that come again and again in this document. '.repeat(2);
    const { feed: sealed } = await sealFeed(
      feed({ text: 'We sell.' }),
      withPage(`<p>Not here: ${same}We sell.</p><p>Here: ${same}We sell. The end</p>`),
    );
    const [selector] = (
      sealed as ReturnType<typeof feed> & {
        items: { _provision: { clauses: { selector: { prefix: string; suffix: string }[] }[] } }[];
      }
    ).items[0]!._provision.clauses[0]!.selector;
    expect(selector!.prefix.length + selector!.suffix.length).toBeGreaterThan(32);
  });

  it('reports a clause that is missing in its stored copy', async () => {
    const result = await sealFeed(feed({ text: 'We never said this.' }), withPage('<p>Other words.</p>'));
    expect(kinds(result)).toContain('untrue /items/0/_provision/clauses/0');
  });

  it('corrects an outdated hash', async () => {
    const result = await sealFeed(feed({ text: 'New', sha256: sha256('Old') }));
    expect(kinds(result)).toEqual(['changed /items/0/_provision/clauses/0/sha256']);
  });

  it('hashes both sides of a change, but not of a change of the analysis', async () => {
    const side = { text: 'Side' };
    const changes = [
      { kind: 'substantive', from: { ...side }, to: { ...side } },
      { kind: 'analysis', from: { ...side }, to: { ...side } },
    ];
    const result = await sealFeed(feed({ text: 'A', sha256: sha256('A') }, { changes }));
    expect(kinds(result)).toEqual(
      [0, 1].map((index) => `missing /items/0/_provision/changes/0/${['from', 'to'][index]!}/clause_sha256`),
    );
  });

  it('gives records without ids and permalinks the same ones each time', async () => {
    const source = {
      version: 'x',
      title: 'T',
      items: [{ title: 'A clause', _provision: { platform: { name: 'Acme' } } }],
    };
    const [one, two] = await Promise.all([1, 2].map(() => sealFeed(source, { baseUrl: 'https://host.example/' })));
    expect(one).toEqual(two);
    expect(one!.feed).toMatchObject({ items: [{ id: 'acme-a-clause', url: 'https://host.example/r/acme-a-clause' }] });
    expect(source.items[0]).not.toHaveProperty('id');
  });

  it('refuses a value that is not a feed', async () => {
    await expect(sealFeed([])).rejects.toThrow('Not a feed');
  });
});
