import { cmsNames, embedForms, embedLayouts, embedModes, publicScript } from '../embeds/index.js';

export const commands = ['validate', 'snippet', 'publish'] as const;
export type Command = (typeof commands)[number];

const feed = `FEED is the https: address of a provision feed, a file, or "-" for the standard input.`;

export const help = `Usage: provision-embed COMMAND FEED …

  provision-embed validate FEED [--json]
  provision-embed snippet FEED [ID] --as FORM [options]
  provision-embed publish FEED --out DIR --base-url URL [options]

  validate   tells every problem of a feed, with its place
  snippet    makes the embed of one record, ready to be pasted
  publish    writes the static site of a feed: pages, frames, record files, badges, oEmbed

${feed}
Options of one command: provision-embed COMMAND --help
  --version  tells the version

Exit codes: 0 well, 1 there are problems, 2 the command line is wrong.
`;

export const commandHelp: Readonly<Record<Command, string>> = {
  validate: `Usage: provision-embed validate FEED [--json]

Tells every problem of a feed: its JSON Pointer, and what is expected there. A problem costs readers that member, or an
item without an id; it never costs them the feed. Clauses are hashed, and compared with the hash that stands beside them.

  --json  as JSON: { feed, ok, records, problems: [{ pointer, expected, message, page }] }

${feed}
Further pages (next_url) of a feed with an address are read too.
Exit code 0 where there is no problem, else 1.
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
};
