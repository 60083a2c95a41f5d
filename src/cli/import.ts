import {
  csvTemplate,
  discoverClauses,
  documentsOf,
  importCsv,
  importOpenTermsArchive,
  importPrivacySpy,
  importTosdr,
  importUnfairTos,
  placeText,
  readClauseList,
  sealFeed,
} from '../import/index.js';
import type {
  CsvOptions,
  DiscoveredClause,
  ImportFile,
  ImportNote,
  ImportOptions,
  ImportResult,
  OtaDocument,
} from '../import/index.js';
import { counted } from './counted.js';
import { openRepository, readEntries, readTexts } from './git.js';
import { CommandError, UsageError } from './errors.js';
import type { Io } from './io.js';
import { Progress } from './progress.js';
import { readFolder, readTextFile } from './read-files.js';
import { wholeNumber } from './whole-number.js';
import { writeFileAtomically } from './write-files.js';

/** The kinds of source that `import` reads. */
export const importKinds = ['csv', 'open-terms-archive', 'privacyspy', 'tosdr', 'unfair-tos'] as const;
type ImportKind = (typeof importKinds)[number];

/** Options of `import` from the command line. */
export interface ImportValues {
  readonly out?: string | undefined;
  readonly title?: string | undefined;
  readonly 'base-url'?: string | undefined;
  readonly commit?: string | undefined;
  readonly lang?: string | undefined;
  readonly 'fill-down'?: boolean | undefined;
  readonly dates?: string | undefined;
  readonly template?: boolean | undefined;
  readonly clauses?: string | undefined;
  readonly repository?: string | undefined;
  readonly 'flap-days'?: string | undefined;
  readonly discover?: string | undefined;
  readonly strict?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** Maximum number of printed notes. `--json` has all of them. */
const maxPrintedNotes = 50;

/** Runs `provision-embed import`: makes a feed from existing sources. */
export async function importFeed(positionals: readonly string[], values: ImportValues, io: Io): Promise<number> {
  const [name, path, ...others] = positionals;
  const kind = importKinds.find((one) => one === name);
  if (!kind)
    throw new UsageError(
      name === undefined
        ? `KIND is missing: ${importKinds.join(', ')}`
        : `"${name}" is not one of ${importKinds.join(', ')}`,
    );
  if (values.template) return template(kind, values, io);
  if (path === undefined) throw new UsageError(`PATH is missing: the ${kind === 'csv' ? 'file' : 'folder'} to import`);
  if (others.length) throw new UsageError(`Unexpected argument "${others.join(' ')}"`);
  if (values.discover !== undefined) return discover(kind, path, values.discover, values, io);
  if (values.out === undefined) throw new UsageError('--out is missing: the file to write the feed into');

  const result = await read(kind, path, values, io);
  const { items } = result.feed;
  const progress = new Progress(io, items.length, 'records sealed');
  const onRecord = () => {
    io.signal.throwIfAborted();
    progress.step();
  };
  // Seal the feed at once, so that no second command is needed for the hashes.
  const { feed } = await sealFeed(result.feed, { baseUrl: values['base-url'], onRecord });
  progress.end();
  const problems = result.notes.filter((note) => note.kind === 'problem').length;
  if (!values.json) printNotes(result.notes, io);
  if (values.strict && problems)
    throw new CommandError(`${counted(problems, 'problem')} in ${path}. Nothing was written because of --strict.`);
  await writeFileAtomically(values.out, `${JSON.stringify(feed, null, 2)}\n`);
  io.stdout.write(
    values.json
      ? `${JSON.stringify({ kind, from: path, out: values.out, records: items.length, notes: result.notes }, null, 2)}\n`
      : `${values.out}: ${counted(items.length, 'record')}, ${counted(problems, 'problem')}\n`,
  );
  return 0;
}

async function read(kind: ImportKind, path: string, values: ImportValues, io: Io): Promise<ImportResult> {
  const options: ImportOptions = { title: values.title, commit: values.commit };
  switch (kind) {
    case 'csv':
      return importCsv(await readTextFile(path, io), {
        ...options,
        file: path === '-' ? undefined : path,
        language: values.lang,
        fillDown: values['fill-down'],
        dates: dateOrder(values.dates),
      });
    case 'privacyspy':
      return ofFolder(importPrivacySpy, await readFolder(path, '.toml', io), options);
    case 'tosdr':
      return ofFolder(importTosdr, await readFolder(path, '.json', io), options);
    case 'unfair-tos':
      return ofFolder(importUnfairTos, await readFolder(path, '.txt', io), options);
    case 'open-terms-archive':
      return readArchive(path, options, values, io);
  }
}

/** Imports the files of a folder. Notes about unreadable files come first. */
function ofFolder(
  run: (files: readonly ImportFile[], options: ImportOptions) => ImportResult,
  { files, notes }: Awaited<ReturnType<typeof readFolder>>,
  options: ImportOptions,
): ImportResult {
  const result = run(files, options);
  return { ...result, notes: [...notes, ...result.notes] };
}

function dateOrder(value: string | undefined): CsvOptions['dates'] {
  if (value !== undefined && value !== 'dmy' && value !== 'mdy')
    throw new UsageError(`--dates: dmy or mdy is expected, not "${value}"`);
  return value;
}

async function readArchive(path: string, options: ImportOptions, values: ImportValues, io: Io): Promise<ImportResult> {
  if (values.clauses === undefined)
    throw new UsageError(
      '--clauses is missing: a JSON file with the clauses to follow. --discover DOCUMENT lists what changed',
    );
  const flapDays = wholeNumber('flap-days', values['flap-days']);
  const list = readClauseList({ path: values.clauses, text: await readTextFile(values.clauses, io) });
  const asked = list.clauses.map(({ document }) => document);
  const { documents, head, origin } = await archive(path, asked, io);
  const progress = new Progress(io, list.clauses.length, 'clauses followed');
  const result = await importOpenTermsArchive(documents, list, {
    ...options,
    commit: options.commit ?? head,
    repository: values.repository ?? list.repository ?? origin,
    flapDays,
    onClause: () => {
      io.signal.throwIfAborted();
      progress.step();
    },
  });
  progress.end();
  return result;
}

interface Archive {
  readonly documents: readonly OtaDocument[];
  readonly head: string;
  readonly origin: string | undefined;
  /** Paths of all documents in the archive. */
  readonly paths: readonly string[];
}

/** Reads the requested documents with all their versions. Other documents are skipped, because an archive may hold thousands. */
async function archive(path: string, asked: readonly string[], io: Io): Promise<Archive> {
  const repository = await openRepository(path, io.signal);
  try {
    const entries = await readEntries(repository.folder, io.signal);
    const names = new Set(asked.map(folded));
    const wanted = entries.filter(
      ({ version }) => names.has(folded(version.path)) || names.has(folded(version.path).replace('/', ' ')),
    );
    const { folder, head, origin } = repository;
    const paths = [...new Set(entries.map(({ version }) => version.path))].sort();
    return { documents: documentsOf(await readTexts(folder, wanted, io.signal)), head, origin, paths };
  } finally {
    await repository.close();
  }
}

const folded = (path: string) => path.replace(/\.md$/i, '').toLowerCase();

async function discover(kind: ImportKind, path: string, name: string, values: ImportValues, io: Io): Promise<number> {
  if (kind !== 'open-terms-archive') throw new UsageError('--discover works with open-terms-archive only');
  const { documents, paths } = await archive(path, [name], io);
  const [document] = documents;
  if (!document) {
    const some = paths.slice(0, 20).map((one) => `  ${one.replace(/\.md$/i, '')}`);
    const rest = paths.length > some.length ? [`  and ${paths.length - some.length} more`] : [];
    throw new CommandError([`There is no document "${name}" in ${path}. It has`, ...some, ...rest].join('\n'));
  }
  const found = discoverClauses(document, { flapDays: wholeNumber('flap-days', values['flap-days']) });
  io.stdout.write(values.json ? `${JSON.stringify(found, null, 2)}\n` : discovered(document, found));
  return 0;
}

function discovered({ service, type, versions }: OtaDocument, found: readonly DiscoveredClause[]): string {
  const lines = found.map(({ text, heading, changes, returns }) => {
    const times = changes.length ? `changed ${changes.join(', ')}` : 'never changed permanently';
    const flaps = returns ? `; returned to an earlier wording within days ${counted(returns, 'time')}` : '';
    const start = text.replace(/\s+/g, ' ');
    return `${heading === undefined ? '' : `${heading}\n`}  ${times}${flaps}\n  ${start.length > 160 ? `${start.slice(0, 160)}…` : start}\n`;
  });
  return [
    `${service}, ${type}: ${counted(versions.length, 'version')}, ${counted(found.length, 'paragraph')} that changed\n`,
    ...lines,
  ].join('\n');
}

async function template(kind: ImportKind, { out }: ImportValues, io: Io): Promise<number> {
  if (kind !== 'csv') throw new UsageError('--template works with csv only');
  if (out === undefined) io.stdout.write(csvTemplate());
  else {
    await writeFileAtomically(out, csvTemplate());
    io.stdout.write(`${out}: the header and two example rows\n`);
  }
  return 0;
}

function printNotes(notes: readonly ImportNote[], io: Io): void {
  // Problems first, because they report lost data.
  const sorted = [...notes].sort((a, b) => Number(a.kind === 'note') - Number(b.kind === 'note'));
  for (const note of sorted.slice(0, maxPrintedNotes)) {
    const place = placeText(note);
    io.stderr.write(`${place && `${place}: `}${note.kind === 'note' ? 'note: ' : ''}${note.message}\n`);
  }
  if (notes.length > maxPrintedNotes) io.stderr.write(`and ${notes.length - maxPrintedNotes} more; --json has all.\n`);
}
