/** The report as an Atom feed (RFC 4287), for an editor's feed reader. */
import { attributes, markup } from '../html/markup.js';
import type { Markup } from '../html/markup.js';
import { sha256Hex } from '../provision/hash.js';
import { isTold, states } from './states.js';
import { summaryLine } from './summary.js';
import type { AuditResult } from './summary.js';
import type { Finding } from './verdict.js';

export interface AtomOptions {
  /** Arguments of the command line. The id of the Atom feed is a hash of them, so that the same command updates the same feed. */
  readonly names: readonly string[];
  /** The last version of this feed. Findings in it keep their dates, so that feed readers do not show them as new. */
  readonly previous?: string | undefined;
  readonly now: Date;
}

/** Writes the Atom feed. With `previous`, the same findings give the same bytes. */
export async function auditAtom(result: AuditResult, { names, previous = '', now }: AtomOptions): Promise<string> {
  const dates = previousDates(previous);
  const entries: { readonly id: string; readonly updated: string; readonly finding: Finding }[] = [];
  const ids = new Set<string>();
  for (const finding of result.findings.filter(({ state }) => isTold(state))) {
    const id = await entryId(finding, ids);
    ids.add(id);
    entries.push({ id, updated: dates.get(id) ?? now.toISOString(), finding });
  }
  const id = await uuid(['feed', ...names]);
  const isSame = entries.length === dates.size && entries.every((entry) => dates.has(entry.id));
  const updated = (isSame ? /<updated>([^<]+)<\/updated>/.exec(previous)?.[1] : undefined) ?? now.toISOString();
  const rows = entries.map(({ id: own, updated: date, finding }) => entry(own, date, finding));
  const all = markup`<feed${attributes({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' })}>
<id>${id}</id>
<title>Embeds that need an editor</title>
<subtitle>${summaryLine(result)}</subtitle>
<updated>${updated}</updated>
<author><name>provision-embed audit</name></author>
${rows}</feed>
`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${all.html}`;
}

function entry(id: string, updated: string, finding: Finding): Markup {
  const { article, state, title, record, message, notes = [], since, by, published, current, page, line } = finding;
  const name = title ?? record ?? article;
  const label = `${states[state].label}${finding.evidence === 'likely' ? ' (likely)' : ''}`;
  const place = line === undefined ? article : `${article}:${line}:${finding.column ?? 0}`;
  const date = since !== undefined ? `Since ${since}.` : by !== undefined ? `By ${by}.` : undefined;
  const paragraphs = [message, ...notes, date, states[state].advice, `Embed: ${place}`];
  const content = [
    ...paragraphs.flatMap((text) => (text === undefined ? [] : markup`<p>${text}</p>`)),
    wording('In the article', published),
    wording('Now', current),
    page === undefined ? undefined : markup`<p><a${attributes({ href: page })}>The record</a></p>`,
  ];
  const isAddress = /^https?:\/\//.test(article);
  return markup`<entry>
<id>${id}</id>
<title>${`${label}: ${name}`}</title>
<updated>${updated}</updated>
${isAddress ? markup`<link${attributes({ rel: 'alternate', type: 'text/html', href: article })} />\n` : undefined}<category${attributes({ term: state })} />
<content type="html">${markup`${content}`.html}</content>
</entry>
`;
}

const wording = (label: string, text: string | undefined): Markup | undefined =>
  text === undefined ? undefined : markup`<p><b>${label}</b></p><blockquote><p>${text}</p></blockquote>`;

/** Reads the ids and dates of the entries from an earlier version of the feed. */
function previousDates(previous: string): ReadonlyMap<string, string> {
  const found = previous.matchAll(/<entry>\n<id>([^<]+)<\/id>\n<title>[^<]*<\/title>\n<updated>([^<]+)<\/updated>/g);
  return new Map(Array.from(found, ([, id = '', updated = '']) => [id, updated]));
}

/**
 * Returns an entry id from the place and the current state of a finding. The line number is not part of it, because articles are edited.
 */
async function entryId(finding: Finding, taken: ReadonlySet<string>): Promise<string> {
  const { article, form, feed, record, state, current, notes = [], message } = finding;
  // Leave out the message of a failed check, because a failing server may send a different one each time.
  const news = states[state].class === 'unchecked' ? '' : (current ?? [message, ...notes].join('\n'));
  for (let number = 1; ; number++) {
    const id = await uuid([article, form ?? '', feed ?? '', record ?? '', state, news, `${number}`]);
    if (!taken.has(id)) return id;
  }
}

/** Returns a version 8 UUID (RFC 9562) from the hash of some texts. */
async function uuid(parts: readonly string[]): Promise<string> {
  const hash = (await sha256Hex(JSON.stringify(parts))) ?? '';
  const [a, b, c, d, e] = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(13, 16),
    hash.slice(17, 20),
    hash.slice(20, 32),
  ];
  return `urn:uuid:${a}-${b}-8${c}-a${d}-${e}`;
}
