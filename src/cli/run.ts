import { parseArgs } from 'node:util';
import { EmbedError } from '../snippets/error.js';
import { FeedError } from '../feed/error.js';
import { ImportError, placeText } from '../import/types.js';
import { version } from '../version.js';
import { commandHelp, commands, help } from './help.js';
import type { Command } from './help.js';
import { CommandError, UsageError } from './errors.js';
import type { Io } from './io.js';
import { reasonOf } from './problems.js';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const common = { help: { ...flag, short: 'h' }, json: flag } as const;

/** Runs one command line and returns its exit code: 0 for success, 1 for problems, 2 for a wrong command line. Never rejects. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [command, ...rest] = args;
  const known = commands.find((name) => name === command);
  try {
    if (known) return await runCommand(known, rest, io);
    if (command === '--help' || command === '-h' || command === 'help') {
      const [about] = rest;
      io.stdout.write(commandHelp[about as Command] ?? help);
      return 0;
    }
    if (command === '--version') {
      io.stdout.write(`${version}\n`);
      return 0;
    }
    throw new UsageError(command === undefined ? 'COMMAND is missing' : `There is no command "${command}"`);
  } catch (error) {
    return reportError(error, known, io);
  }
}

/** Loads the code of one command only, because loading all of them takes longer than most commands. */
async function runCommand(command: Command, args: string[], io: Io): Promise<number> {
  switch (command) {
    case 'validate': {
      const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: { ...common, redirects: text },
      });
      if (values.help) return printHelp(command, io);
      const { validate } = await import('./validate.js');
      return validate(one(positionals), values, io);
    }
    case 'snippet': {
      const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: {
          ...common,
          as: text,
          cms: text,
          'base-url': text,
          'feed-url': text,
          permalink: text,
          layout: text,
          sections: text,
          mode: text,
          lang: text,
          'heading-level': text,
          attribute: { ...text, multiple: true },
          inline: flag,
          script: text,
          'no-script': flag,
          integrity: text,
          width: text,
          height: text,
        },
      });
      if (values.help) return printHelp(command, io);
      const [feed, id] = positionals;
      const { snippet } = await import('./snippet.js');
      return snippet(one(positionals.length === 2 ? [feed ?? ''] : positionals), id, values, io);
    }
    case 'publish': {
      const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: {
          ...common,
          out: text,
          'base-url': text,
          rows: text,
          script: text,
          integrity: text,
          stylesheet: text,
          lang: text,
          repair: flag,
          strict: flag,
        },
      });
      if (values.help) return printHelp(command, io);
      const { publishFeed } = await import('./publish.js');
      return publishFeed(one(positionals), values, io);
    }
    case 'import': {
      const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: {
          ...common,
          out: text,
          title: text,
          'base-url': text,
          commit: text,
          strict: flag,
          template: flag,
          lang: text,
          'fill-down': flag,
          dates: text,
          clauses: text,
          repository: text,
          'flap-days': text,
          discover: text,
        },
      });
      if (values.help) return printHelp(command, io);
      const { importFeed } = await import('./import.js');
      return importFeed(positionals, values, io);
    }
    case 'audit': {
      const list = { ...text, multiple: true } as const;
      const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: {
          ...common,
          format: text,
          all: flag,
          out: text,
          'base-url': text,
          permalinks: list,
          feed: list,
          map: list,
          limit: text,
          cache: text,
          timeout: text,
          'user-agent': text,
        },
      });
      if (values.help) return printHelp(command, io);
      const { audit } = await import('./audit.js');
      return audit(positionals, values, io);
    }
    case 'seal': {
      const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: { ...common, out: text, 'base-url': text, snapshots: text, fetch: flag, check: flag },
      });
      if (values.help) return printHelp(command, io);
      const { seal } = await import('./seal.js');
      return seal(one(positionals), values, io);
    }
  }
}

function printHelp(command: Command, io: Io): number {
  io.stdout.write(commandHelp[command]);
  return 0;
}

/** Returns the command's only argument, the feed. */
function one(positionals: readonly string[]): string {
  const [feed, ...others] = positionals;
  if (feed === undefined) throw new UsageError('FEED is missing');
  if (others.length) throw new UsageError(`Unexpected argument "${others.join(' ')}"`);
  return feed;
}

function reportError(error: unknown, command: Command | undefined, io: Io): number {
  const print = (words: string) => io.stderr.write(`provision-embed: ${words}\n`);
  if (io.signal.aborted) {
    print('stopped');
    return 130;
  }
  const { message, code } = error as NodeJS.ErrnoException;
  const wrongArguments = typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS');
  if (error instanceof UsageError || error instanceof EmbedError || wrongArguments) {
    print(message);
    io.stderr.write(`See: provision-embed ${command === undefined ? '' : `${command} `}--help\n`);
    return 2;
  }
  if (error instanceof FeedError) {
    const place = [error.url, error.pointer && `at ${error.pointer}`].filter((part) => part).join(' ');
    print(`The feed cannot be read (${error.code}): ${reasonOf(error)}${place && ` (${place})`}`);
  } else if (error instanceof ImportError) {
    const place = placeText(error.place);
    print(`${place && `${place}: `}${message}`);
  } else if (error instanceof CommandError || code !== undefined) {
    print(message);
  } else {
    // An unexpected error is a bug, so print the stack for the report.
    print(error instanceof Error ? (error.stack ?? message) : String(error));
  }
  return 1;
}
