type Optional<T> = { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };
type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] };
/** `T`, where a member that may be undefined may only be absent. */
export type Defined<T> = { [K in keyof (Given<T> & Optional<T>)]: (Given<T> & Optional<T>)[K] };

/** An object without its undefined members, because JSON has none and the feed's types allow none. */
export function defined<const T extends object>(object: T): Defined<T> {
  // A loop, because a large source calls this for each of its values.
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(object)) {
    const value = object[name as keyof T];
    if (value !== undefined) result[name] = value;
  }
  return result as Defined<T>;
}

/** An object of which at least one member is defined, else undefined: an empty object says nothing. */
export function definedOrNone<const T extends object>(object: T): Defined<T> | undefined {
  const result = defined(object);
  return Object.keys(result).length ? result : undefined;
}
