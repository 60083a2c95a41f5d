/** A paraphrase in a quotation causes no claim of a change, and is never shown as the document's wording. */
import { describe, expect, it } from 'vitest';
import sample from '../../../demo/feeds/clausewatch.json' with { type: 'json' };
import { parseFeed } from '../../../src/feed/parse.js';
import { comparePublished } from '../../../src/provision/changes/compare.js';
import { readQuotation } from '../../../src/provision/quotation/read-quotation.js';
import { escaped } from './support/mangler.js';
import { parsed } from './support/parsed.js';

const result = parseFeed(sample);
if (!result.ok) throw result.error;
const { feed } = result;

const ownWords: readonly (readonly [record: string, words: string])[] = [
  [
    'CW-0001',
    'Whoever uploads a photograph lets Lumerra use it to train image models and to sell them, and takes that back only by removing the photograph.',
  ],
  [
    'CW-0001',
    'Lumerra gets a worldwide, royalty-free licence to your photographs, with date, place and the people you have tagged, to train models and to offer those models to its customers.',
  ],
  [
    'CW-0001',
    'Wer ein Foto hochlädt, gewährt Lumerra eine weltweite, nicht ausschließliche, unentgeltliche Lizenz, es zu speichern, anzupassen und auszuwerten.',
  ],
  [
    'CW-0001',
    'En téléchargeant une photo, vous accordez à Lumerra une licence mondiale, non exclusive et gratuite pour l’héberger, l’adapter et l’analyser.',
  ],
  [
    'CW-0002',
    'Stallwick’s users have to go to arbitration after sixty days of talks. Those who refuse must send a signed letter to its registered office within thirty days; an e-mail is not enough.',
  ],
  [
    'CW-0002',
    'You and Stallwick settle disputes by binding arbitration. You can only reject this by a signed letter within thirty days.',
  ],
  [
    'CW-0003',
    'The company removes your profile and messages within 30 days after you delete your account, but keeps a hash of your telephone number for a year, invoices, and reports.',
  ],
  [
    'CW-0003',
    'Cuando usted elimina su cuenta, retiramos su perfil, su agenda y los mensajes guardados en nuestros servidores en un plazo de 30 días.',
  ],
  [
    'CW-0005',
    'Pace, distance and the times of your sessions may be used to train models. Heart rate, sleep and cycle entries only if you agree separately.',
  ],
  [
    'CW-0005',
    'Activity data may be used to develop models that power coaching and route suggestions; health data needs your separate consent.',
  ],
  [
    'CW-0006',
    'Even if you delete your profile, the company keeps a copy of it, with photographs and conversations, for up to three years.',
  ],
  [
    'CW-0006',
    'You can delete your profile whenever you like, but your photographs and conversations stay with them for three years “to keep the community safe”.',
  ],
  [
    'CW-0006',
    'あなたはいつでもプロフィールを削除できます。コミュニティの安全のため、削除後も最長三年間、コピーを保管します。',
  ],
  [
    'CW-0007',
    'Quillane trains its models on your notes unless you switch that off, and even then it keeps the notes whose summaries you have rated.',
  ],
  [
    'CW-0007',
    'You allow the company to process your content to improve Quillane and to develop other products, including training its models.',
  ],
  ['CW-0008', 'They cannot read your messages, and say that they do not use them to train models.'],
  ['CW-0009', 'An account without a sign-in for two years may be closed, after a letter to the address on file.'],
  ['CW-0010', 'Disputes go to arbitration near where you live, and the company pays the filing fee up to 10,000.'],
  [
    'CW-0011',
    'You can ask for your account to be closed at any time, but not while there is money in the wallet. After ninety days the balance goes to handling fees.',
  ],
  [
    'CW-0012',
    'The company may use content that you share with a class or a group to train and test its language models, once your name and picture are removed.',
  ],
  [
    'CW-0014',
    'Ranked matches are recorded, and the recordings train systems that detect abuse and the voices of characters, unless you turn that off before the match.',
  ],
];

describe('a paraphrase in a quotation', () => {
  it.each(ownWords)('causes no claim about %s: %s', async (id, words) => {
    const provision = feed.items.find((item) => item.id === id)!;
    const reading = readQuotation(parsed(`<p>${escaped(words)}</p><p><a href="${provision.url}">Record</a></p>`), {
      isRecord: (href) => href === provision.url,
      labels: [provision.title],
    });
    expect(reading.linksToRecord).toBe(true);
    const ofClause = async (sha256?: readonly string[]) =>
      (await comparePublished({ reading, sha256 }, { provision, feed })).differences.filter(
        ({ kind }) => kind === 'clause',
      );
    expect(await ofClause()).toEqual([]);
    // It is not shown as the document's either where a hash proves a change of the clause.
    const [difference] = await ofClause(['a'.repeat(64)]);
    expect(difference).toMatchObject({ evidence: 'certain', isQuotation: false });
    expect(difference?.from?.text).toBeUndefined();
  });
});
