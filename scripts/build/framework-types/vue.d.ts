import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { ProvisionElements } from './elements.js';

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;

type Component<Kind extends ProvisionElements[keyof ProvisionElements]> = new () => Kind['element'] & {
  /** @deprecated Not of the element: for Vue's templates. */
  $props: HTMLAttributes &
    PublicProps &
    Kind['properties'] & { [Name in keyof Kind['attributes'] & string as Camel<Name>]?: Kind['attributes'][Name] };
  /** @deprecated Not of the element: for Vue's templates. */
  $emit: EmitFn<{ [Name in keyof Kind['events']]: (event: Kind['events'][Name]) => void }>;
};

type Elements = { [Tag in keyof ProvisionElements]: Component<ProvisionElements[Tag]> };

declare module 'vue' {
  interface GlobalComponents extends Elements {}
}
