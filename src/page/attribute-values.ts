/** What a page has set a property to, as text; anything may have been assigned. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value : Number.isFinite(value) ? `${value as number}` : undefined;
}

/** What a page has set a switch to: an attribute is there or not, a property is true or not. */
export function asSwitch(value: unknown): boolean {
  return value === '' || !!value;
}
