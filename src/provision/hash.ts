/**
 * Returns SHA-256 in lower-case hex, as in the feed; a string is hashed as UTF-8. Undefined without a secure context
 * (http), which has no `crypto.subtle`, and for a string with a lone surrogate, which has no UTF-8: TextEncoder would
 * write U+FFFD for each, so that two different clauses would share a hash.
 */
export async function sha256Hex(data: BufferSource | string): Promise<string | undefined> {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle || (typeof data === 'string' && /\p{Surrogate}/u.test(data))) return undefined;
  const digest = await subtle.digest('SHA-256', typeof data === 'string' ? new TextEncoder().encode(data) : data);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
