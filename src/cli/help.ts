import { cmsNames, embedForms, embedLayouts, embedModes, publicScript } from '../snippets/index.js';

export const commands = ['validate', 'snippet', 'publish', 'import', 'seal', 'audit'] as const;
export type Command = (typeof commands)[number];

const feed = `FEED is the https: address of a provision feed, a file, or "-" for the standard input.`;

export const help = `Usage: provision-embed COMMAND FEED …

  provision-embed validate FEED [options]
  provision-embed snippet FEED [ID] --as FORM [options]
  provision-embed publish FEED --out DIR --base-url URL [options]
  provision-embed import KIND PATH --out FEED [options]
  provision-embed seal FEED [--check] [options]
  provision-embed audit ARTICLE… [options]

  validate   tells every problem of a feed, with its place
  snippet    makes the embed of one record, ready to be pasted
  publish    writes the static site of a feed: pages, frames, record files, badges, oEmbed
  import     makes a feed of a spreadsheet, or of what others have published
  seal       fills in hashes, selectors, ids and permalinks, or checks them
  audit      finds published articles that quote a clause which has changed, or a record that was corrected or withdrawn

${feed}
Options of one command: provision-embed COMMAND --help
  --version  tells the version

Exit codes: 0 well, 1 there are problems, 2 the command line is wrong.
`;

export const commandHelp: Readonly<Record<Command, string>> = {
  validate: `Usage: provision-embed validate FEED [options]

Tells every problem of a feed: its JSON Pointer, and what is expected there. A problem costs readers that member, or an
item without an id; it never costs them the feed. Clauses are hashed, and compared with the hash that stands beside them.

The server of a feed with an address is asked as a browser asks it from another site: CORS, redirects, certificate, status,
content type and size decide whether readers see a card. Compression and caching are advice.

  --redirects follow  the embeds have redirects="follow": a redirect is advice, and not a problem
  --json              as JSON: { feed, ok, records, problems, advice }; both are lists of
                      { pointer, expected, message, page, fix }

${feed}
Further pages (next_url) of a feed with an address are read too.
Exit code 0 where there is no problem, else 1. Advice does not count.
`,
  snippet: `Usage: provision-embed snippet FEED [ID] --as FORM [options]

Makes the embed of the record ID; without ID, of the feed's only record.

  --as FORM             ${embedForms.join(', ')}
  --cms NAME            the form that survives there, and how to paste it:
                        ${cmsNames.slice(0, 6).join(', ')},
                        ${cmsNames.slice(6).join(', ')}
  --base-url URL        where "publish" has put the feed; makes the addresses of page, record file, frame and badge
  --feed-url URL        the feed that readers load (default: the record's file below --base-url,
                        else FEED, else its feed_url)
  --inline              the element carries its record, and readers' browsers load no feed; it stays what it was when
                        it was pasted, and nothing tells of later changes (with --as element)
  --permalink URL       the page about the record (default: the record's url)
  --layout LAYOUT       ${embedLayouts.join(', ')} (default: article)
  --sections LIST       the sections to show, in this order, by commas: summary,clause,comparison
  --mode MODE           ${embedModes.join(', ')} (default: pinned)
  --lang TAG            language of our own words (default: in the snippet the record's, in the element the page's)
  --heading-level N     2 to 6 (default: 3)
  --attribute NAME=VALUE  class, id, part or data-… for the site's style sheet; may be given again
  --script URL          address of provision-embed.js (default:
                        ${publicScript})
  --integrity HASH      its subresource integrity, sha384-… (default: with the default script, its own)
  --no-script           leaves the script tag out, where the site's template has it
  --width N, --height N pixels of an iframe
  --json                as JSON: { form, record, snippet }

${feed}
`,
  publish: `Usage: provision-embed publish FEED --out DIR --base-url URL [options]

Writes the static site of a feed, for any host: for each record r/NAME/index.html, r/NAME.json, e/NAME/index.html (for
frames), badge/NAME.svg and oembed/NAME.json; comparison/TYPE.json for each clause type; index.json. NAME is the id, or
what can be a file name of it. Files are written whole or not at all, and only where they differ; none is deleted.
The file .provision-embed-published in that folder lists what was written, so that a record that has not changed is skipped.

  --out DIR         the folder to write into; it is made where there is none
  --base-url URL    the address where that folder will stand
  --rows N          rows of a comparison in a record's own file (default: 3)
  --script URL      address of provision-embed.js, to make the records' pages interactive (default: none; they are complete)
  --integrity HASH  its subresource integrity, sha384-…
  --stylesheet URL  a style sheet of your own, after ours
  --lang TAG        language of our own words on the pages (default: each record's, else English)
  --repair          writes every record again, because somebody else may have changed the files
  --strict          writes nothing where the feed has a problem
  --json            the result as JSON: { feed, out, records, written, unchanged }

${feed}
Further pages (next_url) of a feed with an address are read too.
`,
  import: `Usage: provision-embed import KIND PATH --out FEED [options]

Makes a feed from files, without a network. What cannot be read is told with its file, row, line and column, and costs that
much and no more. Clauses get their hashes. The file is written whole or not at all.

  csv PATH                 a spreadsheet of clauses as CSV or TSV, or "-"; columns in any order (docs/importing.md)
  open-terms-archive PATH  a clone (or a bundle) of a versions repository, and the clauses to follow
  privacyspy PATH          the folder with "products" and "rubric"
  tosdr PATH               a folder of services with "pointsData"
  unfair-tos PATH          the folder with "sentences" and "tags"

  --out FEED        the file to write
  --title TEXT      title of the feed
  --base-url URL    where "publish" will put the feed; makes the permalinks of records that have none
  --commit ID       commit or release that was read, for the feed's source (open-terms-archive: the clone's)
  --strict          writes nothing where there is a problem
  --json            the result as JSON: { kind, from, out, records, notes }
 csv:
  --template        writes a spreadsheet with the header and two example rows, to --out or the standard output
  --lang TAG        language of the analyst's words where a row does not say (default: en)
  --fill-down       takes an empty platform from the row above, as merged cells mean it
  --dates ORDER     dmy or mdy: what comes first in 05/12/2026 (default: such a cell is left out)
 open-terms-archive:
  --clauses FILE    JSON: { "clauses": [{ "document": "SERVICE/TYPE", "text": "…" or "heading": "…", "title", … }] }
  --repository URL  the repository on the web, for archive links (default: the list's, else the clone's origin)
  --flap-days N     a return to an earlier wording within so many days is no change (default: 14)
  --discover DOC    lists the paragraphs of a document that changed, to choose from; writes nothing

Exit code 0 where the feed was written, else 1.
`,
  seal: `Usage: provision-embed seal FEED [--check] [options]

Fills in what nobody types by hand: ids, permalinks, hashes of clauses, of both sides of changes and of stored copies, and
text-quote selectors that name one place of the stored copy. A second run changes nothing. FEED is a file.

  --check          writes nothing; exit code 1 where something is not sealed or no longer true
  --base-url URL   where "publish" will put the feed; makes the permalinks of records that have none
  --snapshots DIR  folder with the stored copies, each under the last part of its snapshot_url
  --fetch          reads the other stored copies from their addresses
  --out FILE       where to write (default: FEED itself)
  --json           the result as JSON: { feed, ok, findings: [{ pointer, kind, message }], unread }

Exit code 0 where everything is sealed and true, else 1.
`,
  audit: `Usage: provision-embed audit ARTICLE… [options]

Finds every embed in published articles, compares what each quotes with its feed, and tells which articles quote a clause
that has changed, or a record that was corrected or withdrawn, or whose feed is gone (docs/audit.md).
ARTICLE is an HTML file, a folder of them, an address, an RSS or Atom feed, a sitemap or an index of sitemaps, or "-".

  --format FORMAT     table (default), json (all embeds, with both wordings), or atom (for a feed reader)
  --json              as --format json
  --all               also embeds in the table that are as published, or cannot be compared
  --out FILE          where to write the report (default: the standard output); an Atom file that is there keeps the dates
                      of what it told before
  --permalinks URL    prefix of a publisher's permalinks, as data-permalinks of the script tag: a quotation or a link
                      below it is a record, whose feed is the address with ".json"; may be given again
  --feed URL          feed whose records are known by their own addresses, wherever they are linked; may be given again
  --base-url URL      where the files or the folder stand on the web, for feeds with relative addresses
  --limit N           most articles that are read (default: 1000)
  --cache DIR         keeps pages and feeds, so that servers send only what has changed
  --timeout N         seconds without a byte after which a server is given up (default: 15)
  --user-agent TEXT   how we present ourselves to servers (default: provision-embed-audit/VERSION)
  --map URL=FOLDER    reads what is below URL from a folder instead of the network; may be given again

Four requests run at a time, two on one host. A server that asks us to wait (Retry-After) is waited for.

Exit code 0 where nothing is to be told, 1 where there are findings, 2 where the command line is wrong or, without a finding,
something could not be checked.
`,
};
