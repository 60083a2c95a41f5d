/** Reads members of unchecked values. A value of an unexpected type counts as absent. */

/** Returns a member of an object; undefined when the value is not an object. */
export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** Returns a string that is not blank; else undefined. */
export function string(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value : undefined;
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Returns the strings of a list. A single string counts as a list of one, because sources use both. */
export function strings(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => string(one) ?? []);
}

/** Returns the file name of a path without its extension: `services/github.json` gives `github`. */
export function stem(path: string): string {
  return path.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
}
