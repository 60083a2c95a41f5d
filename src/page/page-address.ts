/**
 * An address that a page has given, made absolute against the page's own address. Never against `<base>`, which would send the request to
 * whatever host the base names. What is no address stays as it is: whoever asks for it says so.
 */
export function pageAddress(src: string): string {
  try {
    return new URL(src, location.href).href;
  } catch {
    return src;
  }
}
