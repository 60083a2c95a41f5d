/** Without the marks and digits at its end: a source line may end in a full stop, or in a footnote's number. */
const trimmed = ({ textContent }: Node) => (textContent ?? '').replace(/\P{L}+$/u, '');

/**
 * The link that says where a quotation is from: its last one, with nothing to be read after it. A link in the middle is what
 * somebody has said about a record, and a card must not take the place of their words.
 */
export function sourceLink(quotation: Element): string | undefined {
  const link = [...quotation.querySelectorAll<HTMLAnchorElement>('a[href]')].at(-1);
  const words = link?.closest('blockquote') === quotation && trimmed(link);
  return words && trimmed(quotation).endsWith(words) ? link.href : undefined;
}

/**
 * The feed of the record whose page is at `href`: of `https://host/r/ID`, whatever query and fragment a content system has put
 * behind it, it is `https://host/r/ID.json`. Undefined where the page is not right below one of the prefixes.
 */
export function feedOfPermalink(href: string, prefixes: ReadonlySet<string>): string | undefined {
  const feed = href.replace(/\/?(?:[?#].*)?$/, '.json');
  return prefixes.has(feed.replace(/[^/]*$/, '')) ? feed : undefined;
}
