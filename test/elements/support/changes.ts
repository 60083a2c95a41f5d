/** Records before and after a change, and the data that a page carries of them. */
import { vi } from 'vitest';
import { feed, record } from './records.js';

type Members = Readonly<Record<string, unknown>>;

export const wordings = {
  first: 'We may use your notes to improve the service, unless you have switched that off in Settings.',
  second:
    'We may use your notes to improve the service and to train models, unless you have switched that off in Settings.',
} as const;

/** Returns a feed of one record with this wording. */
export function feedOf(text: string, details: Members = {}, extension: Members = {}, item: Members = {}): Members {
  return feed(
    [
      record(
        {
          severity: { level: 'medium', label: 'Medium' },
          clauses: [{ text, language: 'en' }],
          provenance: { captured: '2026-06-03T10:00Z', source_url: 'https://examplegram.example/terms' },
          ...details,
        },
        { url: 'https://observatory.example/r/1', ...item },
      ),
    ],
    extension,
  );
}

/** Returns an entry of a record's history. */
export function change(kind: string, from: string, to: string): Members {
  return {
    id: 'c-1',
    kind,
    summary: 'The purpose is wider.',
    from: { text: from, captured: '2026-05-12', url: 'https://observatory.example/before' },
    to: { text: to, captured: '2026-06-03', effective: '2026-07-02', url: 'https://observatory.example/after' },
  };
}

/** Returns a child element with a record as JSON. */
export function carried(content: Members): string {
  return `<script type="application/json">${JSON.stringify(content).replaceAll('<', '\\u003c')}</script>`;
}

/** Returns a quotation like that of the builder's snippet. */
export function quoted(text: string): string {
  return `<blockquote cite="https://observatory.example/r/1"><p>${text}</p><p><a href="https://observatory.example/r/1">Source</a></p></blockquote>`;
}

/** A server whose answer a test can change; returns the requests. */
export function serve(initial: unknown): {
  answer: (content: unknown) => void;
  fail: () => void;
  readonly asked: RequestInit[];
} {
  let content: unknown = initial;
  const asked: RequestInit[] = [];
  vi.spyOn(window, 'fetch').mockImplementation((_input, init) => {
    asked.push(init ?? {});
    if (content === undefined) return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(new Response(JSON.stringify(content), { headers: { 'content-type': 'application/json' } }));
  });
  return {
    asked,
    answer: (next) => {
      content = next;
    },
    fail: () => {
      content = undefined;
    },
  };
}
