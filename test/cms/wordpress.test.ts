/** Our plugin, and what WordPress does with snippets, in a real WordPress (`.scripts/wordpress.mjs`) and a real browser. */
import { parseFragment, serialize } from 'parse5';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embed } from '../../src/embeds/index.js';
import { parsedHtml } from '../embeds/support.js';
import { startPublisher, type Publisher } from './wordpress/publisher.js';
import { startWordPress, type WordPress } from './wordpress/wordpress.js';

let wordPress: WordPress;
let publisher: Publisher;

beforeAll(async () => {
  publisher = await startPublisher();
  wordPress = await startWordPress();
  await settings({});
}, 300_000);
afterAll(async () => {
  wordPress?.stop();
  await publisher?.site.stop();
});

/** As the administrator would leave them. */
function settings(changed: object) {
  const all = { prefixes: [publisher.prefix], everywhere: true, ...changed };
  return wordPress.php(`update_option( 'provision_embed', json_decode( ${php(JSON.stringify(all))}, true ) );`);
}

/** A text as PHP writes it. */
const php = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** What a browser makes of it. */
const browsed = (html: string) => parsedHtml(serialize(parseFragment(html)));

describe('the plugin’s quotation', () => {
  it('is what the snippet of the element is, for each record', async () => {
    for (const provision of publisher.feed.items) {
      const source = await publisher.source(provision);
      const snippet = await embed('element', source, { script: false });
      const made = await wordPress.php<string>(
        `echo json_encode( Provision_Embed\\embed( array( 'url' => ${php(source.permalink)}, 'feed' => ${php(source.feedUrl!)} ) ) );`,
      );
      expect(browsed(made).children, provision.id).toEqual(browsed(snippet.replace(/^<link[^>]*>\n/, '')).children);
    }
  });
});
