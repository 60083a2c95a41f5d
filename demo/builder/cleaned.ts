/** A snippet as other software leaves it: parsed, and built anew from what is allowed. Nothing of it can run. */

interface Policy {
  /** Elements that stay; of others only what is inside. */
  readonly elements?: ReadonlySet<string>;
  readonly attributes?: ReadonlySet<string>;
}

/** Gone with all that is inside. */
const dropped = new Set(['script', 'style', 'link', 'meta', 'base', 'object', 'embed', 'template', 'noscript']);

const words = ['blockquote', 'p', 'a', 'br', 'q', 'b', 'i', 'em', 'strong', 'time', 'ul', 'ol', 'li', 'pre', 'code'];

/** What feed readers keep. */
const feedReader: Policy = {
  elements: new Set([...words, 'img']),
  attributes: new Set(['href', 'cite', 'datetime', 'lang', 'dir', 'src', 'alt']),
};
/** What mail programs keep: a feed reader's, and styles in place. */
const mail: Policy = {
  elements: feedReader.elements ?? new Set(),
  attributes: new Set([...(feedReader.attributes ?? []), 'data-style', 'height', 'width']),
};

export const policies = { rss: feedReader, email: mail, plain: {} } as const satisfies Record<string, Policy>;

const isWeb = (address: string) => {
  try {
    return /^https?:$/.test(new URL(address).protocol);
  } catch {
    return false;
  }
};

/** Addresses of pictures and frames that our own policy lets a page load. */
const isOwn = (address: string) =>
  address.startsWith('data:image/svg+xml,') || address.startsWith(`${location.origin}/`);

/** The snippet as nodes of another document. */
export function cleaned(html: string, { elements, attributes }: Policy, target: Document): DocumentFragment {
  const fragment = target.createDocumentFragment();
  // Even while it is parsed, our policy forbids the attribute. In what `src/snippets` writes there is a quote in no other place.
  const parsed = new DOMParser().parseFromString(html.replaceAll(' style="', ' data-style="'), 'text/html');
  const copy = (from: Node, to: Node) => {
    for (const child of from.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) to.appendChild(target.createTextNode(child.nodeValue ?? ''));
      if (!(child instanceof Element) || dropped.has(child.localName)) continue;
      if (elements && !elements.has(child.localName)) {
        copy(child, to);
        continue;
      }
      const made = target.createElement(child.localName);
      for (const { name, value } of child.attributes) {
        if (/^on/i.test(name) || (attributes && !attributes.has(name))) continue;
        if (name === 'href' && !isWeb(value)) continue;
        if (name === 'src' && (child.localName === 'img' || child.localName === 'iframe') && !isOwn(value)) continue;
        // As an attribute our policy forbids it; through the CSSOM it is ours.
        if (name === 'data-style') made.style.cssText = value;
        else made.setAttribute(name, value);
      }
      copy(child, made);
      to.appendChild(made);
    }
  };
  copy(parsed.body, fragment);
  return fragment;
}
