import type { JSX } from 'solid-js';
import type { ProvisionElements } from './elements.js';

type Props<Kind extends ProvisionElements[keyof ProvisionElements]> = JSX.HTMLAttributes<Kind['element']> &
  Kind['attributes'] & {
    [Name in keyof Kind['properties'] & string as `prop:${Name}`]?: Kind['properties'][Name];
  } & {
    [Name in keyof Kind['events'] & string as `on:${Name}`]?: ((event: Kind['events'][Name]) => void) | undefined;
  };

type Elements = { [Tag in keyof ProvisionElements]: Props<ProvisionElements[Tag]> };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
