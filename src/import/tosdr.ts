/** Imports ToS;DR as last published with quotations: a folder of JSON files, one per service. */
import { url } from '../feed/scalars.js';
import type { Platform, Provision } from '../feed/types.js';
import { Attempts } from './attempts.js';
import { defined } from './defined.js';
import { derivedBasis, derivedScales, derivedSeverity } from './derived.js';
import type { DerivedLevel } from './derived.js';
import { feedOf } from './feed-of.js';
import { readJson } from './json.js';
import { textOfHtml, textOfNote, textOfWrappedHtml } from './plain-text.js';
import { member, stem, string, strings } from './read.js';
import { slug } from './slug.js';
import { tosdrSource } from './sources.js';
import type { ImportFile, ImportNote, ImportOptions, ImportResult } from './types.js';

const levels: Readonly<Record<string, DerivedLevel>> = {
  blocker: 'high',
  bad: 'medium',
  neutral: 'info',
  good: 'none',
};

const meanings: Readonly<Partial<Record<DerivedLevel, string>>> = {
  high: 'ToS;DR rates the point as a blocker.',
  medium: 'ToS;DR rates the point as bad.',
  info: 'ToS;DR rates the point as neutral.',
  none: 'ToS;DR rates the point as good.',
};

/** Placeholder texts that ToS;DR's tools wrote for points without a summary. */
const noSummary = /^(?:generated through the annotate view\.?|n\/?a|none|-+|\.+|test)$/i;

/**
 * Imports a feed with one record for each point of each service.
 *
 * @param files JSON files of services, named after them; files without `pointsData` are ignored
 * @throws {ImportError} when no file has points. A file that is not JSON adds a problem to the notes
 */
export function importTosdr(files: readonly ImportFile[], options: ImportOptions = {}): ImportResult {
  const notes: ImportNote[] = [];
  const attempts = new Attempts(notes);
  const types = new Map<string, string>();
  const ids = new Map<string, string>();
  const items: Provision[] = [];
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (!file.path.endsWith('.json')) continue;
    for (const [name, service] of attempts.read(() => servicesIn(file, notes)) ?? []) {
      const records = recordsOf({ file: file.path, name, service, types, notes });
      for (const record of records) {
        const other = ids.get(record.id);
        if (other !== undefined) {
          notes.push({
            kind: 'note',
            file: file.path,
            message: `Point ${record.id} is also in ${other}: it is imported once.`,
          });
          continue;
        }
        ids.set(record.id, file.path);
        items.push(record);
      }
    }
  }
  if (!items.length) throw attempts.nothing('No file has points of ToS;DR: JSON files with "pointsData" are expected.');
  return {
    notes,
    feed: feedOf(
      {
        title: options.title ?? 'ToS;DR: points about terms of service',
        language: 'en',
        homePage: 'https://tosdr.org/',
        authors: [{ name: 'ToS;DR', url: 'https://tosdr.org/' }],
        extension: {
          clause_types: Array.from(types, ([id, title]) => ({ id, title })),
          scales: derivedScales('ToS;DR', meanings),
          source: {
            ...tosdrSource,
            ...defined({ commit: options.commit }),
            note: 'Severities are derived from ToS;DR’s own rating: blocker high, bad medium, neutral info, good none. Share-alike: a feed with these records stays under CC BY-SA 3.0.',
          },
        },
      },
      items,
    ),
  };
}

/** Returns the services in a file: the file itself, or the values of an object with several services. */
function servicesIn(file: ImportFile, notes: ImportNote[]): [name: string, service: unknown][] {
  const value = readJson(file);
  if (member(value, 'pointsData') !== undefined) return [[stem(file.path), value]];
  const several = Object.entries(Object(value) as Record<string, unknown>).filter(
    ([, service]) => member(service, 'pointsData') !== undefined,
  );
  if (!several.length) notes.push({ kind: 'note', file: file.path, message: 'It has no "pointsData": no record.' });
  return several.map(([name, service]) => [name.replace(/^.*\//, ''), service]);
}

interface Service {
  readonly file: string;
  readonly name: string;
  readonly service: unknown;
  readonly types: Map<string, string>;
  readonly notes: ImportNote[];
}

function recordsOf({ file, name, service, types, notes }: Service): Provision[] {
  const points = Object.entries(Object(member(service, 'pointsData')) as Record<string, unknown>);
  if (!points.length) notes.push({ kind: 'note', file, message: `${name} has no points: no record.` });
  const platform = platformOf(name, service, points);
  return points.flatMap(([key, point]) => {
    const rating = member(point, 'tosdr');
    const [id, title] = [idOf(point) ?? key, textOfHtml(string(member(point, 'title')) ?? '')];
    const subject = textOfHtml(string(member(rating, 'case')) ?? '') || title;
    if (!title && !subject) {
      notes.push({ kind: 'problem', file, message: `Point ${id} has neither a title nor a case: no record.` });
      return [];
    }
    const wrong = [
      ...(['title', 'quoteText', 'quoteDoc'] as const).filter((one) => !isText(member(point, one))),
      ...(['case', 'tldr'] as const).filter((one) => !isText(member(rating, one))),
    ];
    for (const one of wrong) {
      notes.push({ kind: 'problem', file, message: `The "${one}" of point ${id} is not text: it is left out.` });
    }
    if (member(rating, 'irrelevant') === true) {
      notes.push({ kind: 'note', file, message: `Point ${id} is marked as irrelevant by ToS;DR: no record.` });
      return [];
    }
    const type = slug(subject) || 'other';
    types.set(type, types.get(type) ?? subject);
    return [recordOf({ id, title: title || subject, subject, type, platform, point, rating, service })];
  });
}

const isText = (value: unknown) => typeof value === 'string' || value === undefined || value === null;

interface Point {
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  readonly type: string;
  readonly platform: Platform;
  readonly point: unknown;
  readonly rating: unknown;
  readonly service: unknown;
}

function recordOf({ id, title, subject, type, platform, point, rating, service }: Point): Provision {
  const said = string(member(rating, 'point')) ?? '';
  const level = levels[said];
  const score = Number(member(rating, 'score') ?? NaN);
  const quote = textOfWrappedHtml(string(member(point, 'quoteText')) ?? '');
  const summary = textOfNote(textOfHtml(string(member(rating, 'tldr')) ?? ''));
  const document = documentOf(service, string(member(point, 'quoteDoc')));
  const topics = strings(member(point, 'topics')).map((topic) => textOfHtml(topic));
  const unreviewed = member(point, 'needModeration') === true;
  return defined({
    id: `tosdr-${slug(id) || id}`,
    url: /^\d+$/.test(id) ? `https://edit.tosdr.org/points/${id}` : undefined,
    external_url: document?.url,
    title,
    content_text: contentOf(summary, subject, title, level && said),
    language: 'en',
    tags: topics.length ? topics : undefined,
    _provision: defined({
      platform,
      document,
      clause_type: type,
      severity: level && derivedSeverity(level),
      basis:
        level &&
        derivedBasis(
          'ToS;DR',
          `ToS;DR rates this point “${said}”${Number.isFinite(score) ? `, with a score of ${score}` : ''}.`,
        ),
      confidence: unreviewed
        ? {
            level: 'unreviewed',
            label: 'Not reviewed',
            text: 'ToS;DR has marked this point as needing moderation.',
          }
        : undefined,
      clauses: quote ? [{ text: quote }] : undefined,
      provenance: document?.url === undefined ? undefined : { source_url: document.url },
    }),
  });
}

/** Returns the id of a point; dumps write it as a string or a number. */
function idOf(point: unknown): string | undefined {
  const id = member(point, 'id');
  return typeof id === 'number' ? String(id) : string(id);
}

/** Returns the record's text in one sentence, without repeating the title. */
function contentOf(summary: string, subject: string, title: string, said: string | undefined): string {
  if (summary && !noSummary.test(summary)) return summary;
  return subject === title && said ? `ToS;DR rates this point as ${said}.` : subject;
}

function documentOf(service: unknown, title: string | undefined) {
  if (title === undefined) return undefined;
  const link = member(member(service, 'links'), title);
  return defined({ title: textOfHtml(title), url: url(string(member(link, 'url'))) });
}

/** Returns the platform's name. File names are in lower case, so the capitals come from the service's texts. */
function platformOf(name: string, service: unknown, points: readonly [string, unknown][]): Platform {
  const domains = strings(member(service, 'urls'));
  const given = string(member(service, 'name'));
  return defined({
    name: given === undefined ? spelling(name, service, points) : textOfHtml(given),
    slug: slug(name) || undefined,
    hostnames: domains.length ? domains : undefined,
  });
}

function spelling(name: string, service: unknown, points: readonly [string, unknown][]): string {
  const words = name.split(/[-_\s]+/).filter((word) => word);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}@./])${words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('[-_ ]?')}(?![\\p{L}\\p{N}/]|\\.\\p{L})`,
    'giu',
  );
  const counts = new Map<string, number>();
  const texts = points.flatMap(([, point]) => [
    string(member(point, 'quoteText')) ?? '',
    string(member(point, 'title')) ?? '',
    string(member(member(point, 'tosdr'), 'tldr')) ?? '',
  ]);
  for (const text of words.length ? texts : []) {
    for (const [found] of text.matchAll(pattern)) {
      // A name in lower case is a domain; one in capitals is a heading.
      if (/\p{Lu}/u.test(found))
        counts.set(found, (counts.get(found) ?? 0) + (found === found.toUpperCase() ? 0.1 : 1));
    }
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  const handle = string(member(service, 'twitter'))?.replace(/^@/, '');
  if (best) return best[0];
  if (handle?.toLowerCase() === name.toLowerCase()) return handle ?? name;
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || name;
}
