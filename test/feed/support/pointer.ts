/** What a JSON Pointer (RFC 6901) names, written from the RFC and not from our code; throws where it names nothing. */
export function resolvePointer(root: unknown, pointer: string): unknown {
  if (pointer === '') return root;
  if (!pointer.startsWith('/')) throw new Error(`"${pointer}" is no JSON Pointer`);
  let at = root;
  for (const token of pointer.slice(1).split('/')) {
    const member = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, member)) {
      throw new Error(`"${pointer}" names nothing`);
    }
    at = (at as Record<string, unknown>)[member];
  }
  return at;
}

/** The pointer without its last token. */
export function parentPointer(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}
