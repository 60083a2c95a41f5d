/** Checks the JSON files of the locales where the compiler does not: names, typography, and the form of `en.json`. */
import { describe, expect, it } from 'vitest';

const paths = import.meta.glob<Readonly<Record<string, unknown>>>('../../src/i18n/locales/*.json', {
  eager: true,
  import: 'default',
});
const files = Object.entries(paths).map(([path, json]) => [path.replace(/^.*\//, ''), json] as const);
const tags = files.map(([file]) => file.replace('.json', ''));

/** Messages that begin or end with a space on purpose, because another text stands beside them. */
const spaced = new Set(['card.colon']);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns texts and, in `en.json`, messages with their arguments, each with its path. Includes the descriptions of groups. */
function membersOf(group: Readonly<Record<string, unknown>>, path = ''): [path: string, member: unknown][] {
  return Object.entries(group).flatMap(([name, member]) =>
    isObject(member) && !('message' in member)
      ? membersOf(member, `${path}${name}.`)
      : [[`${path}${name}`, member] as [string, unknown]],
  );
}

/** Returns the problem of a text, or undefined. */
function typographyProblem(path: string, text: unknown): string | undefined {
  if (typeof text !== 'string') return 'this is neither a text nor a group of messages.';
  if (!/\S/.test(text)) return 'the text is empty.';
  if (!spaced.has(path) && text !== text.trim()) return 'the text begins or ends with a space.';
  if (text.split('{').length !== text.split('}').length) return 'the text has a “}” that belongs to no argument.';
  const [found] = /["'`<]|&\w+;|\.\.\./.exec(text) ?? [];
  return found && `the text has ${found}; use the quotation marks and the ellipsis (…) of the language, and no markup.`;
}

describe('the files of the locales', () => {
  it('are named by canonical language tags', () => {
    expect(tags).toEqual(Intl.getCanonicalLocales(tags));
  });

  it('have one for each language, because a reader gets messages by the first part of a tag', () => {
    const languages = tags.map((tag) => tag.split('-')[0]);
    expect(languages.filter((language, index) => languages.indexOf(language) !== index)).toEqual([]);
  });

  it.each(files)('%s has texts in the typography of print', (file, json) => {
    const problems = membersOf(json).flatMap(([path, member]) => {
      const problem = typographyProblem(path, isObject(member) ? member['message'] : member);
      return problem ? [`${file}: ${path}: ${problem}`] : [];
    });
    expect(problems).toEqual([]);
  });

  it('describe the messages in en.json with arguments of known types', () => {
    const members = membersOf(Object.fromEntries(files)['en.json'] ?? {});
    expect(members.length).toBeGreaterThan(200);
    for (const [path, member] of members) {
      if (!isObject(member)) continue;
      const { message, description = '', arguments: args = {}, ...rest } = member;
      expect({ message, description, rest }, path).toEqual({
        message: expect.any(String),
        description: expect.any(String),
        rest: {},
      });
      for (const kind of Object.values(args as object)) {
        expect(['text', 'number', 'boolean', 'text?', 'number?'], path).toContain(kind);
      }
    }
  });
});
