import { cmsNames, embedForms, embedLayouts, embedModes, publicScript } from '../snippets/index.js';

export const commands = ['validate', 'snippet', 'publish', 'import', 'seal', 'audit'] as const;
export type Command = (typeof commands)[number];

const feed = `FEED is the https: address of a provision feed, a file, or "-" for standard input.`;

export const help = `Usage: provision-embed COMMAND FEED …

  provision-embed validate FEED [options]
  provision-embed snippet FEED [ID] --as FORM [options]
  provision-embed publish FEED --out DIR --base-url URL [options]
  provision-embed import KIND PATH --out FEED [options]
  provision-embed seal FEED [--check] [options]
  provision-embed audit ARTICLE… [options]

  validate   lists every problem of a feed with its place
  snippet    prints the embed of one record, ready to paste
  publish    writes the static site of a feed: pages, frames, record files, badges, oEmbed
  import     makes a feed from a spreadsheet or from a published data set
  seal       fills in hashes, selectors, ids and permalinks, or checks them
  audit      finds published articles with a changed clause, or a corrected or withdrawn record

${feed}
Options of one command: provision-embed COMMAND --help
  --version  prints the version

Exit codes: 0 success, 1 problems were found, 2 the command line is wrong.
`;

export const commandHelp: Readonly<Record<Command, string>> = {
  validate: `Usage: provision-embed validate FEED [options]

Lists every problem of a feed: its JSON Pointer, and the expected value. Readers do not see a member with a problem, or an
item without an id; the rest of the feed is shown. The hash of each clause is compared with its sha256.

When FEED is an address, the request is sent as by a browser on another site: CORS, redirects, certificate, status, content
type and size decide whether readers see a card. Compression and caching are advice.

  --redirects follow  for embeds with redirects="follow": a redirect is advice, and not a problem
  --json              prints JSON: { feed, ok, records, problems, advice }; both are lists of
                      { pointer, expected, message, page, fix }

${feed}
When FEED is an address, its further pages (next_url) are read too.
Exit code 0 when there is no problem, else 1. Advice does not count.
`,
  snippet: `Usage: provision-embed snippet FEED [ID] --as FORM [options]

Prints the embed of the record ID; without ID, of the feed's only record.

  --as FORM             ${embedForms.join(', ')}
  --cms NAME            the form that works in this CMS, and how to paste it:
                        ${cmsNames.slice(0, 6).join(', ')},
                        ${cmsNames.slice(6).join(', ')}
  --base-url URL        where "publish" put the site; sets the addresses of page, record file, frame and badge
  --feed-url URL        the feed that readers load (default: the record's file below --base-url,
                        else FEED, else its feed_url)
  --inline              puts the record inside the element, so that browsers load no feed; later changes of the record
                        are not shown (with --as element)
  --permalink URL       address of the page about the record (default: the record's url)
  --layout LAYOUT       ${embedLayouts.join(', ')} (default: article)
  --sections LIST       the sections to show, in this order: summary,clause,comparison
  --mode MODE           ${embedModes.join(', ')} (default: pinned)
  --lang TAG            language of the interface (default: in the snippet the record's, in the element the page's)
  --heading-level N     2 to 6 (default: 3)
  --attribute NAME=VALUE  class, id, part or data-… for the site's style sheet; repeatable
  --script URL          address of provision-embed.js (default:
                        ${publicScript})
  --integrity HASH      the script's subresource integrity, sha384-… (default: set for the default script only)
  --no-script           omits the script tag, for sites whose template has it
  --width N, --height N pixels of an iframe
  --json                prints JSON: { form, record, snippet }

${feed}
`,
  publish: `Usage: provision-embed publish FEED --out DIR --base-url URL [options]

Writes the static site of a feed, for any host: for each record r/NAME/index.html, r/NAME.json, e/NAME/index.html (for
frames), badge/NAME.svg and oembed/NAME.json; comparison/TYPE.json for each clause type; index.json. NAME is the id, or
a file name derived from it. Each file is replaced in one step, and only if it changed; no file is deleted.
The file .provision-embed-published in that folder lists the written files, so that the next run skips unchanged records.

  --out DIR         the folder to write to; created if it does not exist
  --base-url URL    the address at which that folder will be served
  --rows N          comparison rows in a record's own file, 1 to 100 (default: 3)
  --script URL      address of provision-embed.js, to make the records' pages interactive (default: none)
  --integrity HASH  the script's subresource integrity, sha384-…
  --stylesheet URL  address of your own style sheet, loaded after ours
  --lang TAG        language of the interface on the pages (default: each record's, else English)
  --repair          writes every record again, in case the files were changed by hand
  --strict          writes nothing if the feed has a problem
  --json            prints the result as JSON: { feed, out, records, written, unchanged }

${feed}
When FEED is an address, its further pages (next_url) are read too.
`,
  import: `Usage: provision-embed import KIND PATH --out FEED [options]

Makes a feed from files, without network access. A value that cannot be read is left out and reported with its file, row,
line and column; the rest is imported. Clauses get their hashes. The output file is replaced in one step.

  csv PATH                 a spreadsheet of clauses as CSV or TSV, or "-"; columns in any order (docs/importing.md)
  open-terms-archive PATH  a clone (or a bundle) of a versions repository, and the clauses to follow
  privacyspy PATH          the folder with "products" and "rubric"
  tosdr PATH               a folder of services with "pointsData"
  unfair-tos PATH          the folder with "sentences" and "tags"

  --out FEED        the file to write
  --title TEXT      title of the feed (default: names the source)
  --base-url URL    where "publish" will put the site; gives records without a permalink their page
  --commit ID       commit or release of the data, for the feed's source (default for open-terms-archive: the clone's)
  --strict          writes nothing if there is a problem
  --json            prints the result as JSON: { kind, from, out, records, notes }
 csv:
  --template        writes a spreadsheet with the header and two example rows, to --out or standard output
  --lang TAG        language of the analyst's text in rows without one (default: en)
  --fill-down       fills an empty platform from the row above, for merged cells
  --dates ORDER     order of day and month in 05/12/2026: dmy or mdy (default: such a cell is left out)
 open-terms-archive:
  --clauses FILE    JSON: { "clauses": [{ "document": "SERVICE/TYPE", "text": "…" or "heading": "…", "title", … }] }
  --repository URL  the repository on the web, for archive links (default: the list's, else the clone's origin)
  --flap-days N     ignores a change that is reversed within N days (default: 14)
  --discover DOC    lists the changed paragraphs of a document; writes nothing

Exit code 0 when the feed was written, else 1.
`,
  seal: `Usage: provision-embed seal FEED [--check] [options]

Fills in ids, permalinks, hashes (of clauses, of both sides of changes and of stored copies), and text-quote selectors that
match one place of the stored copy. A second run changes nothing. FEED is a file.

  --check          writes nothing; exit code 1 if a value is missing or wrong
  --base-url URL   where "publish" will put the site; gives records without a permalink their page
  --snapshots DIR  folder with the stored copies, each named by the last part of its snapshot_url
  --fetch          downloads the other stored copies
  --out FILE       file to write (default: FEED itself)
  --json           the result as JSON: { feed, ok, findings: [{ pointer, kind, message }], unread }

Exit code 0 when all values are present and correct, else 1.
`,
  audit: `Usage: provision-embed audit ARTICLE… [options]

Finds every embed in published articles, compares its quotation with the feed, and lists the articles whose clause changed,
whose record was corrected or withdrawn, or whose feed is gone (docs/audit.md).
ARTICLE is an HTML file, a folder of them, an address, an RSS or Atom feed, a sitemap or an index of sitemaps, or "-".

  --format FORMAT     table (default), json (all embeds, with both wordings), or atom (for a feed reader)
  --json              same as --format json
  --all               also lists embeds in the table that are unchanged or cannot be compared
  --out FILE          file for the report (default: standard output); in an existing Atom file, known entries keep their
                      dates
  --permalinks URL    prefix of a publisher's permalinks, as data-permalinks of the script tag: a quotation with such a
                      link, or the link alone, is a record, and its feed is the address with ".json"; repeatable
  --feed URL          feed whose records are recognised by links to their own addresses; repeatable
  --base-url URL      address of the files or the folder on the web, for relative feed addresses
  --limit N           maximum number of articles (default: 1000)
  --cache DIR         stores pages and feeds, so that servers send only changed ones again
  --timeout N         seconds without data after which a request is cancelled (default: 15)
  --user-agent TEXT   User-Agent header of the requests (default: provision-embed-audit/VERSION)
  --map URL=FOLDER    reads addresses below URL from a folder instead of the network; repeatable

Four requests run at a time, two per host. Retry-After headers are respected.

Exit code 0 without findings, 1 with findings, 2 when the command line is wrong, or when something could not be checked
and there is no finding.
`,
};
