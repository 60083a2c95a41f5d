/** Imports PrivacySpy: a folder of TOML files, one per product and one per question of the rubric. */
import { parse, TomlError } from 'smol-toml';
import { url } from '../feed/scalars.js';
import type { Provision } from '../feed/types.js';
import { Attempts } from './attempts.js';
import { defined } from './defined.js';
import { derivedBasis, derivedScales, derivedSeverity } from './derived.js';
import type { DerivedLevel } from './derived.js';
import { feedOf } from './feed-of.js';
import { textOfHtml, textOfMarkdown, textOfNote } from './plain-text.js';
import { list, member, string, strings } from './read.js';
import { privacySpySource } from './sources.js';
import { ImportError } from './types.js';
import type { ImportFile, ImportNote, ImportOptions, ImportResult } from './types.js';

interface Option {
  readonly text: string;
  /** Share of the question's points, 0 to 100. */
  readonly percent: number;
  readonly description: string | undefined;
}

interface Question {
  readonly id: string;
  readonly category: string | undefined;
  readonly text: string;
  readonly description: string | undefined;
  readonly options: ReadonlyMap<string, Option>;
}

/** Derives the severity from a share of points. In the rubric, an answer that is not applicable has all points. */
function levelOf(percent: number): DerivedLevel {
  if (percent <= 0) return 'high';
  if (percent < 40) return 'medium';
  return percent < 80 ? 'low' : 'info';
}

const meanings: Readonly<Partial<Record<DerivedLevel, string>>> = {
  high: 'PrivacySpy’s rubric gives the answer 0 % of the points.',
  medium: 'PrivacySpy’s rubric gives the answer 1 to 39 % of the points.',
  low: 'PrivacySpy’s rubric gives the answer 40 to 79 % of the points.',
  info: 'PrivacySpy’s rubric gives the answer 80 to 100 % of the points, or the question does not apply.',
};

/**
 * Imports a feed with one record for each answer of PrivacySpy about a product.
 *
 * @param files the TOML files of the folders `products` and `rubric`; others are ignored
 * @throws {ImportError} when the rubric or the products are missing. A file that is not TOML adds a problem to the notes
 */
export function importPrivacySpy(files: readonly ImportFile[], options: ImportOptions = {}): ImportResult {
  const notes: ImportNote[] = [];
  const attempts = new Attempts(notes);
  const tables = files
    .filter(({ path }) => path.endsWith('.toml'))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((file) => {
      const table = attempts.read(() => readToml(file));
      return table ? [{ path: file.path, table }] : [];
    });
  const questions = new Map(
    tables.map(({ table }) => readQuestion(table)).flatMap((one) => (one ? [[one.id, one]] : [])),
  );
  if (!questions.size)
    throw attempts.nothing('There is no question of the rubric: a folder "rubric" of TOML files is expected.');
  const products = tables.filter(({ path, table }) => {
    if (list(table['options']).length) return false;
    if (string(table['name']) !== undefined) return true;
    const isProduct = table['rubric'] !== undefined || /(?:^|\/)products\//.test(path);
    notes.push({
      kind: isProduct ? 'problem' : 'note',
      file: path,
      message: isProduct ? 'The product has no name: no record.' : 'It is neither a product nor a question: no record.',
    });
    return false;
  });
  if (!products.length) throw attempts.nothing('There is no product: a folder "products" of TOML files is expected.');
  const slugs = new Map<string, string>();
  const items = products.flatMap(({ path, table }) => recordsOf(path, table, questions, slugs, notes));
  if (!items.length) throw attempts.nothing('No product has an answer to a question of the rubric.');
  return {
    notes,
    feed: feedOf(
      {
        title: options.title ?? 'PrivacySpy: what privacy policies allow',
        language: 'en',
        homePage: 'https://privacyspy.org/',
        authors: [{ name: 'PrivacySpy', url: 'https://privacyspy.org/' }],
        extension: {
          clause_types: Array.from(questions.values(), ({ id, text, description }) =>
            defined({ id, title: text, description }),
          ),
          scales: derivedScales('PrivacySpy', meanings),
          methodology_url: 'https://privacyspy.org/about/',
          source: {
            ...privacySpySource,
            ...defined({ commit: options.commit }),
            note: 'Severities are derived from the rubric’s percentages: 0 high, 1 to 39 medium, 40 to 79 low, 80 to 100 or not applicable info.',
          },
        },
      },
      items,
    ),
  };
}

function readToml({ path, text }: ImportFile): Record<string, unknown> {
  try {
    return parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = 'Not TOML'] = error.message.replace(/^Invalid TOML document: /, '').split('\n');
    throw new ImportError(
      `It is not valid TOML: ${reason}.`,
      { file: path, line: error.line, column: error.column },
      { cause: error },
    );
  }
}

function readQuestion(table: Record<string, unknown>): Question | undefined {
  const [id, text] = [string(table['slug']), string(table['text'])];
  const options = list(table['options']);
  if (id === undefined || text === undefined || !options.length) return undefined;
  const notes = strings(table['notes']).map(note).join('\n\n');
  return {
    id,
    text: textOfHtml(text),
    category: string(table['category']),
    description: notes || undefined,
    options: new Map(
      options.map((option) => {
        const percent = Number(member(option, 'percent'));
        const description = string(member(option, 'description'));
        return [
          String(member(option, 'id')),
          {
            text: textOfHtml(string(member(option, 'text')) ?? String(member(option, 'id'))),
            percent: Number.isFinite(percent) ? percent : 0,
            description: description && note(description),
          },
        ];
      }),
    ),
  };
}

function recordsOf(
  file: string,
  table: Record<string, unknown>,
  questions: ReadonlyMap<string, Question>,
  slugs: Map<string, string>,
  notes: ImportNote[],
): Provision[] {
  const name = textOfHtml(string(table['name']) ?? '');
  const slug = ownSlug(string(table['slug']) ?? name, file, slugs, notes);
  const answers = Object.entries(Object(table['rubric']) as Record<string, unknown>);
  if (!answers.length) {
    const parent = string(table['parent']);
    notes.push({
      kind: 'note',
      file,
      message: `${name} has no answers of its own${parent === undefined ? '' : `, because it shares those of ${parent}`}: no record.`,
    });
  }
  const [source] = strings(table['sources']).flatMap((address) => url(address) ?? []);
  const hostnames = strings(table['hostnames']);
  const records: Provision[] = [];
  for (const [id, answer] of answers) {
    const question = questions.get(id);
    const value = String(member(answer, 'value'));
    const option = question?.options.get(value);
    if (!question || !option) {
      notes.push({
        kind: 'problem',
        file,
        message: `The answer "${value}" to "${id}" is not in the rubric: no record.`,
      });
      continue;
    }
    records.push(recordOf({ name, slug, source, hostnames, answer, question, option }));
  }
  return records;
}

/** Returns a product's slug for ids. A duplicate slug gets a number. */
function ownSlug(given: string, file: string, slugs: Map<string, string>, notes: ImportNote[]): string {
  const other = slugs.get(given);
  let slug = given;
  for (let number = 2; slugs.has(slug); number++) slug = `${given}-${number}`;
  slugs.set(slug, file);
  if (other !== undefined) {
    const message = `The slug "${given}" is already used by ${other}: the ids of this product use "${slug}".`;
    notes.push({ kind: 'note', file, message });
  }
  return slug;
}

interface Answered {
  readonly name: string;
  readonly slug: string;
  readonly source: string | undefined;
  readonly hostnames: readonly string[];
  readonly answer: unknown;
  readonly question: Question;
  readonly option: Option;
}

function recordOf({ name, slug, source, hostnames, answer, question, option }: Answered): Provision {
  const clauses = strings(member(answer, 'citations'))
    .map((citation) => withoutQuotes(textOfMarkdown(textOfHtml(citation))))
    .filter((text) => text)
    .map((text) => ({ text, attribution: `${name}’s privacy policy` }));
  const remarks = strings(member(answer, 'notes'))
    .map(note)
    .filter((text) => text);
  const title = `${name}: ${question.text}`;
  return defined({
    id: `privacyspy-${slug}-${question.id}`,
    url: url(`https://privacyspy.org/product/${encodeURIComponent(slug)}/`),
    external_url: source,
    title,
    content_text: [`PrivacySpy’s answer: ${sentence(option.text)}`, option.description]
      .filter((part) => part)
      .join(' '),
    language: 'en',
    tags: question.category === undefined ? undefined : [question.category],
    _provision: defined({
      platform: defined({ name, slug, hostnames: hostnames.length ? hostnames : undefined }),
      document: defined({ title: 'Privacy policy', url: source }),
      clause_type: question.id,
      severity: derivedSeverity(levelOf(option.percent)),
      basis: derivedBasis(
        'PrivacySpy',
        `PrivacySpy answers “${option.text}”, which has ${option.percent} % of the points.`,
      ),
      consumer_impact: remarks.length ? remarks.join('\n\n') : undefined,
      clauses: clauses.length ? clauses : undefined,
      provenance: source === undefined ? undefined : { source_url: source },
    }),
  });
}

/** Converts a note in Markdown that may contain HTML. A URL in angle brackets is not a tag. */
const note = (text: string) => textOfNote(textOfHtml(text.replace(/<(https?:\/\/[^<>\s]+)>/g, '$1')));

/** Removes quotation marks around a whole citation, because the card adds its own. */
const withoutQuotes = (text: string) => /^["“]([^"“”]+)["”]$/.exec(text)?.[1]?.trim() ?? text;

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
