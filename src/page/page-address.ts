/**
 * Resolves a page's address against the page's own address, not against `<base>`, because `<base>` may send the request to any
 * host. Returns an invalid address unchanged; the request reports it.
 */
export function pageAddress(src: string): string {
  try {
    return new URL(src, location.href).href;
  } catch {
    return src;
  }
}
