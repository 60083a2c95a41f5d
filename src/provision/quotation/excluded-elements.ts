/**
 * Decides which elements inside a quotation are not quoted words: controls, media, notes, advertisements, hidden text.
 */
import { hiddenAddress } from './hidden-address.js';
import { attributeOf, nameOf, textIn } from './markup-node.js';
import type { MarkupNode } from './markup-node.js';

const excludedNames = new Set(
  (
    'script style template noscript iframe frame object embed figure aside button input select textarea option form nav svg ' +
    'canvas audio video picture img map dialog menu meta link head rp rt del s strike'
  ).split(' '),
);

const excludedRoles =
  /^(?:button|note|doc-noteref|doc-footnote|doc-endnotes?|doc-backlink|tooltip|complementary|navigation|img|status|alert|dialog|toolbar|menu)$/;

/**
 * Words in a class or an id by which themes, plugins and advertisers mark what they insert into an article. Matches
 * complete words only, because "body-copy" and "shared" mark ordinary text.
 */
const insertedNames =
  /(?:^|[\s_-])(?:ads?|adv|advert|advertisement|advertising|adsbygoogle|adslot|dfp|gpt|taboola|outbrain|sponsor|sponsored|share|sharing|sharedaddy|shareaholic|addtoany|social|tweet|click-to-tweet|newsletter|subscribe|signup|paywall|promo|footnotes?|fn|noteref|endnotes?|tooltip|sr-only|screen-reader|screen-reader-text|visually-hidden|visuallyhidden|hidden|btn|permalink-anchor|anchor-link|headerlink)(?=$|[\s_-])/i;

/** Text of a footnote mark: a short number, letter or sign, with or without brackets. */
const footnoteMark = /^\s*[[(]?\s*(?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§¶#↩^↑]+|note \d{1,3})\s*[\])]?\s*$/iu;

/** Endings of an ordinal, and trade marks: the only superscripts that are a part of a word. */
const partOfWord = /^\s*(?:st|nd|rd|th|er|re|e|ème|o|a|os|as|tm|sm|®|™|©)\s*$/iu;

/** Whether an element and its content are left out when a quotation is read. */
export function isExcluded(node: MarkupNode): boolean {
  const name = nameOf(node);
  if (!name) return node.nodeType !== 3;
  // A name with a hyphen is a custom element.
  if (name.includes('-') || excludedNames.has(name)) return !isEmoji(node);
  if (node.getAttribute?.('hidden') != null || node.getAttribute?.('slot') != null) return true;
  if (excludedRoles.test(attributeOf(node, 'role').trim())) return true;
  if (insertedNames.test(attributeOf(node, 'class')) || insertedNames.test(attributeOf(node, 'id')))
    return !protectedAddress(node);
  const text = name === 'sup' || name === 'a' || attributeOf(node, 'aria-hidden') === 'true' ? textIn(node) : undefined;
  if (text === undefined) return false;
  // A purely visual mark, such as the "#" beside a heading.
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (name === 'sup') return !partOfWord.test(text);
  return name === 'a' && footnoteMark.test(text) && /^#|#(?:fn|note|cite|ref|end)/i.test(attributeOf(node, 'href'));
}

/** Whether an image replaces a character: WordPress puts emoji into images, with the character as `alt`. */
export function isEmoji(node: MarkupNode): boolean {
  return nameOf(node) === 'img' && /(?:^|\s)(?:emoji|wp-smiley)(?:$|\s)/.test(attributeOf(node, 'class'));
}

/**
 * Returns the address behind Cloudflare's "[email protected]", which its script shows to readers: two hex digits of a
 * key, then each byte of the address XOR the key. `hiddenAddress` where it cannot be decoded, undefined for every other
 * element.
 */
export function protectedAddress(node: MarkupNode): string | undefined {
  const coded =
    attributeOf(node, 'data-cfemail') || (/\/email-protection#([\da-f]+)$/i.exec(attributeOf(node, 'href'))?.[1] ?? '');
  if (!/^(?:[\da-f]{2}){2,}$/i.test(coded)) {
    const isProtected = /(?:^|\s)__cf_email__(?:$|\s)/.test(attributeOf(node, 'class')) || coded !== '';
    return isProtected ? hiddenAddress : undefined;
  }
  const [key = 0, ...bytes] = (coded.match(/../g) ?? []).map((byte) => parseInt(byte, 16));
  return String.fromCharCode(...bytes.map((byte) => byte ^ key));
}
