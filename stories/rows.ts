/** Comparison rows in realistic numbers. Platforms and wording are invented and the same in every run. */
import type { ComparisonItem } from '../src/feed/types.js';

const first =
  'Ash Birch Clover Dune Ember Fern Gorse Heron Ivy Jasper Kite Lark Moss Nettle Oak Pine Quartz Reed Sedge Teal Umber Vale';
const second = 'brook cast desk field gram hold loom mote note post well';

const levels = [
  { level: 'critical', label: 'Critical' },
  { level: 'high', label: 'High' },
  { level: 'medium', label: 'Medium' },
  { level: 'medium', label: 'Medium' },
  { level: 'low', label: 'Low' },
  { level: 'low', label: 'Low' },
  { level: 'info', label: 'None' },
] as const;

const wordings = [
  'Lists that you have shared stay available to others, under your name, after your account has been closed.',
  'We delete what you have shared within thirty days of the closing of your account, and tell those who saved it.',
  'Before you close your account you may choose whether what you have shared is handed over to somebody else, made anonymous, or deleted.',
  'We may keep copies for as long as we have an interest in them. A request to delete them is answered within a year.',
  'Nothing that you share is stored by us: it lies on your own device, and goes with it.',
  'A shared list belongs to everyone who has added to it. It is deleted when the last of them leaves.',
] as const;

/** A row with a platform and its wording. */
export type InventedRow = ComparisonItem & { readonly platform: { readonly name: string }; readonly excerpt: string };

/** Number of different names. */
export const platforms = first.split(' ').length * second.split(' ').length;

/** Returns `count` rows. After 242 the names repeat with a number. Every ninth platform is unrated, and every eleventh excerpt is cut. */
export function manyRows(count = platforms): InventedRow[] {
  const names = second.split(' ').flatMap((end) => first.split(' ').map((start) => start + end));
  return Array.from({ length: count }, (_, index): InventedRow => {
    const round = Math.floor(index / names.length);
    const name = `${names[index % names.length] ?? ''}${round ? ` ${round + 1}` : ''}`;
    // A step without common divisor visits the whole list in an apparently random order.
    const severity = levels[(index * 5 + Math.floor(index / 7)) % levels.length];
    const wording = wordings[(index * 7 + Math.floor(index / 11)) % wordings.length] ?? '';
    return {
      platform: { name },
      ...(index % 9 === 8 || severity === undefined ? {} : { severity }),
      ...(index % 11 === 10 ? { excerpt: wording.slice(0, -9), truncated: true } : { excerpt: wording }),
      ...(index % 13 === 12 ? { match: 'weak' } : {}),
      language: 'en',
      url: `https://${name.toLowerCase().replace(' ', '-')}.example/terms`,
      captured: `2026-0${1 + (index % 6)}-${10 + (index % 18)}`,
    };
  });
}

/** Returns a feed with `count` records of one clause type. */
export function feedOf(count: number): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'The Courier’s register of terms',
    language: 'en',
    _provision_feed: { spec: '1.0', clause_types: [{ id: 'shared-lists', title: 'What becomes of shared lists' }] },
    items: manyRows(count).map(({ platform, severity, excerpt, url, captured }, index) => ({
      id: `REG-${index + 1}`,
      url,
      language: 'en',
      authors: [{ name: 'The Courier’s data desk' }],
      _provision: {
        clause_type: 'shared-lists',
        platform,
        severity,
        clauses: [{ text: excerpt, language: 'en' }],
        provenance: { captured },
      },
    })),
  };
}
