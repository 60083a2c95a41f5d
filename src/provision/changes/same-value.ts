/** Whether two trees of parsed data are equal. Recursion is safe, because the schema limits their depth. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [first, second] = [a, b].map((tree) => Object.entries(tree).filter(([, value]) => value !== undefined));
  const others = new Map(second);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    first?.length === others.size &&
    first.every(([name, value]) => others.has(name) && sameValue(value, others.get(name)))
  );
}
