/** Reads members of values that nobody has checked: another type than the expected one counts as absent. */

/** A member of an object; undefined where the value is no object. */
export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** A string that holds more than white space. */
export function string(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value : undefined;
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The strings of a list. A single string counts as a list of one, because sources write both. */
export function strings(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => string(one) ?? []);
}

/** The last part of a path, without its ending: `services/github.json` gives `github`. */
export function stem(path: string): string {
  return path.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
}
