import type { Scalar } from './reading.js';
import type { required } from './required.js';

export interface ObjectSchema {
  readonly [member: string]: Schema;
  readonly [required]?: string;
}
export type Schema = Scalar<unknown> | readonly [Schema] | ObjectSchema;

type RequiredOf<S> = S extends { readonly [required]: infer R extends string } ? R : never;
type Flat<T> = { [K in keyof T]: T[K] };

/** The type of a value that was read by schema `S`. */
export type Value<S> =
  S extends Scalar<infer T>
    ? T
    : S extends readonly [infer E]
      ? readonly Value<E>[]
      : Flat<
          { readonly [K in Exclude<keyof S, symbol | RequiredOf<S>>]?: Value<S[K]> } & {
            readonly [K in RequiredOf<S> & keyof S]: Value<S[K]>;
          }
        >;
