import { readFileSync } from 'node:fs';
import { ProvisionCard } from 'provision-embed';
import { parseFeedText } from 'provision-embed/feed';
import { badgeSvg, publishedWords } from 'provision-embed/publish';
import { Provision } from './provision';

/** Runs on the server, where the feed is parsed and the public API is imported without a DOM. */
export default function Page() {
  const parsed = parseFeedText(readFileSync('feed.json', 'utf8'));
  if (!parsed.ok) throw parsed.error;
  const record = parsed.feed.items.find(({ id }) => id === 'CW-0006');
  return (
    <main>
      <p>
        On the server, {ProvisionCard.name}, {typeof badgeSvg} and {typeof publishedWords}: {record?.title}
      </p>
      <Provision />
    </main>
  );
}
