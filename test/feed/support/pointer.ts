/** Resolves a JSON Pointer, implemented from RFC 6901 and not from our code. Throws where it points to nothing. */
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

/** Returns the pointer without its last token. */
export function parentPointer(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}
