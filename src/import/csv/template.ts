import { csvField } from '../../provision/comparison/csv.js';
import { columnNames, columns } from './columns.js';
import type { Column } from './columns.js';

/** Example records about an invented platform, so that nobody publishes them as findings. */
const examples: readonly Readonly<Partial<Record<Column, string>>>[] = [
  {
    id: 'EX-0001',
    platform: 'Lanternbook',
    platform_url: 'https://lanternbook.example/',
    document: 'Terms of Service',
    document_url: 'https://lanternbook.example/terms',
    document_updated: '2026-03-01',
    title: 'Lanternbook may end an account without notice',
    summary: 'Lanternbook can close an account at any time, for any reason, without telling its owner first.',
    clause: 'We may suspend or close your account at any time and for any reason, with or without notice.',
    clause_language: 'en',
    why: 'An account holds years of photographs and messages.',
    impact: 'Keep a copy of what you would miss.',
    severity: 'High',
    severity_text: 'There is no notice, no reason and no appeal.',
    confidence: 'High',
    type: 'Termination',
    tags: 'account; notice',
    action: 'Download your data once a month.',
    action_url: 'https://lanternbook.example/export',
    captured: '2026-05-12',
    archive_url: 'https://archive.example/lanternbook-terms-2026-05-12',
    language: 'en',
    author: 'Jo Sample',
  },
  {
    id: 'EX-0002',
    platform: 'Lanternbook',
    platform_url: 'https://lanternbook.example/',
    document: 'Privacy Policy',
    document_url: 'https://lanternbook.example/privacy',
    title: 'Lanternbook keeps deleted profiles for two years',
    summary: 'A deleted profile disappears from the site, and Lanternbook keeps its data for another two years.',
    clause: 'After you delete your profile, we keep its data for up to two years, "in order to keep everyone safe".',
    clause_language: 'en',
    why: 'To delete does not mean that the data is gone.',
    impact: 'Ask for erasure in writing where the law gives you that right.',
    severity: 'Medium',
    type: 'Data retention',
    tags: 'deletion',
    captured: '2026-05-12',
    language: 'en',
    author: 'Jo Sample',
  },
];

/** Writes the template spreadsheet: the header and two example rows (RFC 4180, with a byte order mark so that Excel detects UTF-8). */
export function csvTemplate(): string {
  const lines = [
    columnNames.map((column) => columns[column][0]),
    ...examples.map((example) => columnNames.map((column) => example[column] ?? '')),
  ];
  return `\ufeff${lines.map((cells) => cells.map(csvField).join(',')).join('\r\n')}\r\n`;
}
