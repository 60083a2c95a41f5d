/** Returns a property's value as text. Accepts `unknown`, because a page may assign anything. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value : Number.isFinite(value) ? `${value as number}` : undefined;
}

/** Returns a property's value as a boolean: an attribute is on if it is present, a property if it is true. */
export function asSwitch(value: unknown): boolean {
  return value === '' || !!value;
}
