type Optional<T> = { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };
type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] };
/** Makes members that may be undefined optional instead. */
export type Defined<T> = { [K in keyof (Given<T> & Optional<T>)]: (Given<T> & Optional<T>)[K] };

/** Removes undefined members, because JSON has none and the feed's types do not allow them. */
export function defined<const T extends object>(object: T): Defined<T> {
  // A loop is faster here than `Object.fromEntries`; a large source calls this for every value.
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(object)) {
    const value = object[name as keyof T];
    if (value !== undefined) result[name] = value;
  }
  return result as Defined<T>;
}

/** Returns the object without undefined members, or undefined when none are left. */
export function definedOrNone<const T extends object>(object: T): Defined<T> | undefined {
  const result = defined(object);
  return Object.keys(result).length ? result : undefined;
}
