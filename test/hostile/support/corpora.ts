/**
 * Public corpora of payloads against parsers and renderers, and a few payloads of ours for when no corpus is installed.
 */
import { corpus } from '../../support/data.js';

const texts = (name: string): string[] =>
  ((corpus(name) as { text: string }[] | undefined) ?? []).map(({ text }) => text);

/** Payloads that ran in a browser when they were inserted as HTML. */
export const liveMarkup: readonly string[] = texts('xss-live.json');

export const inventedMarkup: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '</p></div></template><script>alert(1)</script>',
  '<svg><script>alert(1)</script></svg>',
  '<slot name="note"></slot><style>*{display:none}</style>',
  '"><iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '${alert(1)} {{constructor.constructor("alert(1)")()}} <!--?lit$--><?lit$?>',
  '<b id=recorder name=recorder>x</b><form id=document>',
];

export const markup: readonly string[] = [
  ...new Set([...inventedMarkup, ...liveMarkup, ...texts('xss-dompurify.json')]),
];

const rlo = '\u202e';
const pdi = '\u2069';

/** Texts that reverse, hide or cover the text beside them. */
export const unicode: readonly string[] = [
  `${rlo}turned round`,
  `${pdi}${rlo}out of its isolate`,
  `${pdi.repeat(20)}${rlo.repeat(20)}\u2067out of many`,
  '\u2066\u2067\u2068\u202a\u202b\u202d left open',
  'שלום עולם, 123 (abc)',
  'مرحبا بالعالم 12:30',
  'zero\u200bwidth\u200c\u200d\ufeff joiners\u2060',
  'soft\u00adhyphen\u034f\u180e',
  `Z${'\u0300\u0301\u0302\u0303\u0316\u0317'.repeat(60)}algo`,
  '\u{e0041}\u{e0042}tags of the fourteenth plane',
  '👩‍👩‍👧‍👦'.repeat(40),
  '\u2028line\u2029paragraph\u0085next',
  '\u0000\u0001\u0008\u001b[31mcontrols\u007f\u009b',
  'ﷺ'.repeat(50),
  'раураl.example',
  'word'.repeat(2500),
  'n\n'.repeat(3000),
];

/** Strings that are not URLs, or that parsers read in more than one way. */
export const addresses: readonly string[] = [
  ...new Set([
    'javascript:alert(1)',
    ' \u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'JaVaScRiPt:alert(1)//https://a.example/',
    'javascript://a.example/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://a.example/1',
    'https://user:password@a.example/',
    'https://a.example@b.example/',
    '//a.example/',
    '/relative',
    'https:a.example',
    'https://раураl.example/',
    `https://a.example/${rlo}gpj.exe`,
    'https://a.example/"onmouseover="alert(1)',
    "https://a.example/');alert(1);('",
    ...['url-safevalues.json', 'url-angular.json'].flatMap((name) =>
      ((corpus(name) as { input: string }[] | undefined) ?? []).map(({ input }) => input),
    ),
  ]),
];

/** Bodies that are valid JSON, invalid, or left open by the specification. */
export const bodies: readonly { name: string; bytes: Buffer }[] = (
  (corpus('json-parsing.json') as { name: string; base64: string }[] | undefined) ?? []
).map(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') }));

export const pollution: readonly string[] = [
  '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  ...texts('json-prototype-pollution.json'),
];

export const dates: readonly string[] = [
  '2024-02-30',
  '+275760-09-13T00:00:00Z',
  '0000-00-00',
  '2026-05-12T23:59:60Z',
  ...texts('dates-json-schema.json'),
];
