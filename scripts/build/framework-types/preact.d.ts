import type { JSX, Ref } from 'preact';
import type { ProvisionElements } from './elements.js';

type Props<Kind extends ProvisionElements[keyof ProvisionElements]> = Omit<JSX.IntrinsicElements['section'], 'ref'> & {
  ref?: Ref<Kind['element']> | undefined;
} & Kind['attributes'] &
  Kind['properties'] & {
    [Name in keyof Kind['events'] & string as `on${Name}`]?: ((event: Kind['events'][Name]) => void) | undefined;
  };

type Elements = { [Tag in keyof ProvisionElements]: Props<ProvisionElements[Tag]> };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
