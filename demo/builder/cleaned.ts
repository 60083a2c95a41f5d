/**
 * A simulation of software that filters a snippet: it parses the HTML and rebuilds it from the allowed elements. No script in it can run.
 */

interface Policy {
  /** Allowed elements. Of other elements only the content stays. */
  readonly elements?: ReadonlySet<string>;
  readonly attributes?: ReadonlySet<string>;
}

/** Removed together with their content. */
const dropped = new Set(['script', 'style', 'link', 'meta', 'base', 'object', 'embed', 'template', 'noscript']);

const words = ['blockquote', 'p', 'a', 'br', 'q', 'b', 'i', 'em', 'strong', 'time', 'ul', 'ol', 'li', 'pre', 'code'];

/** The rules of feed readers. */
const feedReader: Policy = {
  elements: new Set([...words, 'img']),
  attributes: new Set(['href', 'cite', 'datetime', 'lang', 'dir', 'src', 'alt']),
};
/** The rules of mail programs: those of feed readers, and inline styles. */
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

/** Image and frame URLs that the page's Content-Security-Policy allows. */
const isOwn = (address: string) =>
  address.startsWith('data:image/svg+xml,') || address.startsWith(`${location.origin}/`);

/** Returns the filtered snippet as nodes of another document. */
export function cleaned(html: string, { elements, attributes }: Policy, target: Document): DocumentFragment {
  const fragment = target.createDocumentFragment();
  // The Content-Security-Policy blocks style attributes even while parsing, so rename them. `src/snippets` writes a quote followed
  // by this name nowhere else.
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
        // The Content-Security-Policy blocks style attributes but allows the CSSOM.
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
