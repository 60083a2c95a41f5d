/**
 * Generates large sources in the shape of the real ones, the same in every run. They contain the malformed members of real collections:
 * nulls, empty strings, wrong types, entities, byte order marks, CRLF, long texts and many scripts.
 */
import type { ImportFile } from '../../src/import/types.js';

const texts = [
  'We may share your data with partners &amp; affiliates.',
  '<p>You grant us a <b>perpetual</b> licence.</p>\r\n<p>It survives deletion.</p>',
  'We don’t sell data&nbsp;– ever&hellip;',
  'Your &quot;content&quot; stays yours &lt;always&gt;',
  'نحن نجمع بياناتك وقد نشاركها مع الآخرين.',
  '当社はお客様のデータを収集します。',
  'אנו אוספים את המידע שלך',
  'Wir d&uuml;rfen Ihr Konto jederzeit l&ouml;schen.',
  'The userâ€™s data is kept for 5 years.',
  'A **bold** claim with a [link](https://a.example/x?a=1&b=2) and `code`.',
  'text with \u0000 control \u0007 characters and \ufffe a non-character',
  '&amp;amp; twice encoded &amp;lt;p&amp;gt; mark-up',
  'emoji 🏴‍☠️ and a lone bracket < here, 3 < 5 & 7 > 2',
  'A very long sentence that goes on. '.repeat(30),
  '   ',
  '',
];
const pick = (index: number): string => texts[index % texts.length] ?? '';
/** Returns a value that should be text and often is not. */
const odd = (index: number): unknown =>
  index % 37 === 0 ? null : index % 41 === 0 ? 7 : index % 43 === 0 ? ['a', null] : index % 47 === 0 ? {} : pick(index);

/** 260 products of PrivacySpy with the rubric. Two have the same slug. */
export function privacySpyFiles(count = 260): ImportFile[] {
  const string = (text: string) =>
    JSON.stringify(text)
      .replaceAll('\u007f', '\\u007f')
      .replace(/\ufffe/g, '');
  const questions = Array.from({ length: 12 }, (_, index) => `question-${index}`);
  const rubric = questions.map((slug, index) => ({
    path: `privacyspy/rubric/${slug}.toml`,
    text: `${index === 3 ? '\ufeff' : ''}category = "handling"\nslug = "${slug}"\ntext = "Does it ${index} &amp; more?"\nnotes = [${string(pick(index))}]\npoints = 5\n\n[[options]]\nid = "no"\ntext = "No"\npercent = 0\n\n[[options]]\nid = "yes"\ntext = "Yes &amp; always"\npercent = 100\n`,
  }));
  const products = Array.from({ length: count }, (_, index): ImportFile => {
    const name = index % 29 === 0 ? `Имя ${index}` : index % 31 === 0 ? `A&amp;B ${index}` : `Product ${index}`;
    const slug = index === 17 ? 'product-16' : index % 29 === 0 ? `имя-${index}` : `product-${index}`;
    const lines = [
      index === 40 ? 'name = ""' : `name = ${string(name)}`,
      index === 41 ? '' : `slug = ${string(slug)}`,
      index % 13 === 0 ? 'hostnames = []' : 'hostnames = [ "a.example", "" ]',
      index % 17 === 0 ? 'sources = ["not an address", ""]' : 'sources = [ "https://a.example/privacy" ]',
      ...questions.map((question, at) => {
        const citations = index % 19 === 0 ? string(pick(index + at)) : `[ ${string(pick(index + at))}, "" ]`;
        const value = (index + at) % 97 === 0 ? '7' : (index + at) % 89 === 0 ? '"perhaps"' : at % 2 ? '"no"' : '"yes"';
        return `[rubric.${question}]\nvalue = ${value}\ncitations = ${citations}\nnotes = [ ${string(pick(index * 3 + at))} ]`;
      }),
    ];
    const text = index === 50 ? 'name = "Broken\n' : index === 51 ? '' : lines.join(index % 7 ? '\n' : '\r\n');
    return { path: `privacyspy/products/${slug}-${index}.toml`, text: index % 11 ? text : `\ufeff${text}` };
  });
  return [...rubric, ...products];
}

/** 661 services of ToS;DR with 5,531 points. */
export function tosdrFiles(services = 661, points = 5531): ImportFile[] {
  let made = 0;
  return Array.from({ length: services }, (_, index): ImportFile => {
    const name =
      index % 53 === 0 ? `сервис ${index}` : index % 57 === 0 ? `a "name" & (more)+ 🏴 ${index}` : `service-${index}`;
    const path = `tosdr/${name}.json`;
    if (index === 60) return { path, text: '{"pointsData": {' };
    if (index === 61) return { path, text: '' };
    if (index === 62) return { path, text: 'null' };
    if (index === 63) return { path, text: '{"pointsData": null}' };
    if (index === 64) return { path, text: '{"pointsData": {"1": null, "2": "text", "3": []}}' };
    const own = Math.round(((index + 1) * points) / services) - made;
    const pointsData = Object.fromEntries(
      Array.from({ length: own }, (__, at): [string, unknown] => {
        const number = made + at;
        return [
          `${number}`,
          {
            id:
              number % 211 === 0
                ? number
                : number % 199 === 0
                  ? null
                  : number % 307 === 0
                    ? `${number - 1}`
                    : `${number}`,
            title: odd(number + 1),
            quoteText: odd(number),
            quoteDoc: number % 5 ? 'Terms &amp; Conditions' : odd(number),
            needModeration: number % 61 === 0 ? 'yes' : number % 67 === 0,
            topics: number % 71 === 0 ? null : ['scope &amp; copyright', ''],
            tosdr:
              number % 101 === 0
                ? null
                : {
                    point: ['good', 'bad', 'neutral', 'blocker', 'BAD', null, 3][number % 7],
                    score: number % 103 === 0 ? 'many' : number % 100,
                    case: odd(number + 2),
                    tldr: odd(number + 3),
                    irrelevant: number % 109 === 0,
                  },
          },
        ];
      }),
    );
    made += own;
    const service = {
      name: index % 59 === 0 ? 'A&amp;B' : undefined,
      twitter: index % 83 === 0 ? '@Service' : null,
      urls: index % 79 === 0 ? [null, 'a.example'] : index % 73 === 0 ? 'b.example' : undefined,
      links:
        index % 67 === 0 ? null : { 'Terms &amp; Conditions': { url: index % 3 ? 'https://a.example/terms' : 'none' } },
      pointsData,
    };
    const text = JSON.stringify(service, null, index % 2 ? 2 : 0);
    return { path, text: index % 11 ? text : `\ufeff${text.replaceAll('\n', '\r\n')}` };
  });
}

/** 200 documents of Unfair-ToS in several languages. */
export function unfairTosFiles(count = 200): ImportFile[] {
  return Array.from({ length: count }, (_, index): ImportFile[] => {
    const folder = ['en/original', 'de/original', 'pl/translated', 'ar/original', 'en'][index % 5] ?? '';
    const path = `${folder}/${index % 23 === 0 ? `Платформа_${index}` : `Platform_${index}`}.txt`;
    const lines = Array.from({ length: 150 }, (__, at) => pick(index + at).replace(/[\r\n]+/g, ' '));
    const tags = lines.map((_line, at) =>
      at % 9 ? '' : at % 180 === 99 ? 'zz9 ltd' : at % 27 ? 'ltd2' : index % 2 ? 'LTD3, ter1' : 'ch2 j1',
    );
    const end = index % 6 ? '\n' : '\r\n';
    return [
      { path: `unfair/sentences/${path}`, text: (index % 10 ? '' : '\ufeff') + lines.join(end) },
      ...(index === 33
        ? []
        : [{ path: `unfair/tags/${path}`, text: tags.join(end) + (index === 34 ? `${end}ltd2${end}ltd2` : '') }]),
    ];
  }).flat();
}
