/** Imports Unfair-ToS: documents with one sentence per line, each with a file that tags its lines. */
import { language as languageTag } from '../feed/scalars.js';
import type { Provision } from '../feed/types.js';
import { Attempts } from './attempts.js';
import { textOfHtml } from './plain-text.js';
import { derivedBasis, derivedScales, derivedSeverity } from './derived.js';
import type { DerivedLevel } from './derived.js';
import { stem } from './read.js';
import { slug, uniqueIds } from './slug.js';
import { defined } from './defined.js';
import { feedOf } from './feed-of.js';
import { unfairTosSource } from './sources.js';
import { ImportError } from './types.js';
import type { ImportFile, ImportNote, ImportOptions, ImportResult } from './types.js';

/** Titles of the tags, each with its rule as an explanation for readers. */
const types: Readonly<Record<string, readonly [title: string, description: string]>> = {
  a: ['Arbitration', 'The clause sends disputes to arbitration before, or instead of, a court.'],
  ch: ['Unilateral change', 'The clause lets the platform change the contract or the service by itself.'],
  cr: ['Content removal', 'The clause lets the platform remove what users have posted or bought.'],
  j: ['Jurisdiction', 'The clause fixes the court that decides disputes.'],
  law: ['Choice of law', 'The clause fixes the law that applies to the contract.'],
  ltd: ['Limitation of liability', 'The clause limits or excludes what the platform is liable for.'],
  ter: ['Unilateral termination', 'The clause lets the platform suspend or end the service or the contract by itself.'],
  use: ['Contract by using', 'The clause binds users because they use the service.'],
  pinc: [
    'Privacy policy included',
    'The clause makes the privacy policy a part of the contract by its mere acceptance.',
  ],
};

const grades: Readonly<Record<string, readonly [level: DerivedLevel, words: string]>> = {
  1: ['none', 'clearly fair'],
  2: ['medium', 'potentially unfair'],
  3: ['high', 'clearly unfair'],
};

const meanings: Readonly<Partial<Record<DerivedLevel, string>>> = {
  high: 'The annotators of Unfair-ToS marked the sentence as clearly unfair (3).',
  medium: 'The annotators of Unfair-ToS marked the sentence as potentially unfair (2).',
  none: 'The annotators of Unfair-ToS marked the sentence as clearly fair (1).',
};

interface Tagged {
  readonly platform: string;
  /** BCP 47 tag of the document's language. */
  readonly language: string | undefined;
  /** Other folder names, such as `original`; they distinguish ids. */
  readonly variant: string;
  readonly sentence: string;
  readonly tag: string;
  readonly grade: string;
}

/**
 * Imports a feed with one record for each tag of each sentence.
 *
 * @param files text files below the folders `sentences` and `tags`, with equal paths below both
 * @throws {ImportError} when there is no pair of files, or no tag. Tags beyond the last sentence add a problem to the notes
 */
export function importUnfairTos(files: readonly ImportFile[], options: ImportOptions = {}): ImportResult {
  const notes: ImportNote[] = [];
  const attempts = new Attempts(notes);
  const byPath = new Map(files.map((file) => [file.path.replaceAll('\\', '/'), file]));
  const tagged: Tagged[] = [];
  let pairs = 0;
  for (const [path, file] of [...byPath].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const at = /(?:^|\/)sentences\//.exec(path);
    if (!at || !path.endsWith('.txt')) continue;
    const other = byPath.get(path.replace(/(^|\/)sentences\//, '$1tags/'));
    if (!other) {
      notes.push({ kind: 'problem', file: path, message: 'It has no file of tags: no record.' });
      continue;
    }
    pairs++;
    const below = path.slice(at.index + at[0].length);
    tagged.push(...(attempts.read(() => readPair(file, other, below, notes)) ?? []));
  }
  if (!pairs)
    throw new ImportError('There is no pair of files: folders "sentences" and "tags" of text files are expected.');
  if (!tagged.length) throw attempts.nothing('No sentence has a tag.');
  const ids = uniqueIds(
    tagged.map(({ platform, language, variant, tag, sentence }) => ({
      base: ['unfair-tos', slug(platform), language?.toLowerCase(), slug(variant), tag]
        .filter((part) => part)
        .join('-'),
      content: sentence,
    })),
    new Set(),
  );
  const used = new Set(tagged.map(({ tag }) => tag));
  return {
    notes,
    feed: feedOf(
      {
        title: options.title ?? 'Unfair-ToS: potentially unfair sentences in terms of service',
        language: 'en',
        homePage: unfairTosSource.url,
        authors: [{ name: 'Unfair-ToS' }],
        extension: {
          clause_types: Object.entries(types)
            .filter(([id]) => used.has(id))
            .map(([id, [title, description]]) => ({ id, title, description })),
          scales: derivedScales('Unfair-ToS', meanings),
          source: {
            ...unfairTosSource,
            ...defined({ commit: options.commit }),
            note: 'Severities are derived from the annotators’ grades: 1 none, 2 medium, 3 high.',
          },
        },
      },
      tagged.map((one, index) => recordOf(one, ids[index] ?? '')),
    ),
  };
}

function readPair(sentences: ImportFile, tags: ImportFile, below: string, notes: ImportNote[]): Tagged[] {
  const [lines, marks] = [linesOf(sentences.text), linesOf(tags.text)];
  const more = marks.slice(lines.length).findIndex((line) => line.trim());
  if (more >= 0) {
    throw new ImportError(`It has tags without a sentence: ${sentences.path} has ${lines.length} lines.`, {
      file: tags.path,
      line: lines.length + more + 1,
      column: 1,
    });
  }
  const folders = below.split('/').slice(0, -1);
  // Two or three letters only, because `original` is a well-formed tag too.
  const code = folders.find((folder) => /^[a-z]{2,3}$/i.test(folder));
  const variant = folders.filter((folder) => folder !== code && folder !== 'original').join('-');
  const platform = stem(below).replace(/_+/g, ' ').trim();
  return lines.flatMap((line, index): Tagged[] => {
    const sentence = textOfHtml(line);
    return (marks[index] ?? '').split(/[\s,;]+/).flatMap((mark): Tagged[] => {
      if (!mark) return [];
      const [, tag = '', grade = ''] = /^([a-z]+)([123])$/.exec(mark.toLowerCase()) ?? [];
      if (!types[tag] || !grades[grade] || !sentence) {
        const why = sentence ? 'The tag is not one of Unfair-ToS' : 'The tag belongs to an empty line';
        notes.push({ kind: 'problem', file: tags.path, line: index + 1, message: `"${mark}": ${why}. No record.` });
        return [];
      }
      return [{ platform, language: languageTag(code), variant, sentence, tag, grade }];
    });
  });
}

const linesOf = (text: string) =>
  text
    .replace(/^\ufeff/, '')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);

function recordOf({ platform, language, sentence, tag, grade }: Tagged, id: string): Provision {
  const [title = tag, description = ''] = types[tag] ?? [];
  const [level = 'info', words = ''] = grades[grade] ?? [];
  return {
    id,
    title: `${platform}: ${title}`,
    content_text: `${description} The annotators of Unfair-ToS marked this sentence as ${words}.`,
    language: 'en',
    tags: [title],
    _provision: defined({
      platform: defined({ name: platform, slug: slug(platform) || undefined }),
      document: { title: 'Terms of Service' },
      clause_type: tag,
      severity: derivedSeverity(level),
      basis: derivedBasis('Unfair-ToS', `The annotators marked the sentence as ${words} (${grade} of 3).`),
      clauses: [defined({ text: sentence, language })],
    }),
  };
}
