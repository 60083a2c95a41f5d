import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import { version } from '../../src/version.js';

/** Runs a command line in this process. */
async function runLine(args: readonly string[], { input = '', signal = new AbortController().signal } = {}) {
  let [out, err] = ['', ''];
  const code = await run(args, {
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
    stdin: (async function* () {
      yield await Promise.resolve(input);
    })(),
    signal,
  });
  return { code, out, err };
}

const feed = (details: object = {}) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'T',
    items: [{ id: 'a', content_text: 'x', ...details }],
  });

describe('run', () => {
  it.each([
    [[], 'COMMAND is missing', ''],
    [['nonsense'], 'There is no command "nonsense"', ''],
    [['validate'], 'FEED is missing', 'validate '],
    [['validate', 'a', 'b', 'c'], 'Unexpected argument "b c"', 'validate '],
    [['publish', '-', '--base-url', 'https://x.example'], '--out is missing', 'publish '],
    [['publish', '-', '--out', 'x', '--base-url', 'https://x.example', '--rows', '3x'], '--rows "3x"', 'publish '],
    [['snippet', '-', '--as', 'poem'], '--as "poem" is not one of link', 'snippet '],
    [['import'], 'KIND is missing', 'import '],
    [['import', 'tosdr'], 'PATH is missing: the folder', 'import '],
    [['seal', 'https://x.example/f.json'], 'seal writes to a file', 'seal '],
  ])('exits with 2 and points to the help for %j', async (args, message, command) => {
    const { code, out, err } = await runLine(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`provision-embed: ${message}`);
    expect(err).toMatch(new RegExp(`\nSee: provision-embed ${command}--help\n$`));
  });

  it('prints the version', async () => {
    expect(await runLine(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('prints the same help for "help COMMAND" and "COMMAND --help"', async () => {
    const help = await runLine(['help', 'seal']);
    expect(help.out).toMatch(/^Usage: provision-embed seal FEED/);
    expect(await runLine(['seal', '--help'])).toEqual(help);
  });

  it('reads a feed from standard input', async () => {
    expect(await runLine(['validate', '-'], { input: feed() })).toEqual({
      code: 0,
      out: '-: 1 record, no problem\n',
      err: '',
    });
  });

  it('exits with 1 and the place when the feed cannot be read', async () => {
    const { code, err } = await runLine(['snippet', '-', '--as', 'text'], { input: '{"items": 1}' });
    expect(code).toBe(1);
    expect(err).toMatch(/^provision-embed: The feed cannot be read \(schema\): .+\n$/);
  });

  it('exits with 130 after a signal', async () => {
    const stop = new AbortController();
    stop.abort();
    const { code, err } = await runLine(['seal', 'none.json'], { signal: stop.signal });
    expect([code, err]).toEqual([130, 'provision-embed: stopped\n']);
  });
});
