import type { HTMLAttributes, RefAttributes } from 'react';
import type { ProvisionElements } from './elements.js';

type Props<Kind extends ProvisionElements[keyof ProvisionElements]> = HTMLAttributes<Kind['element']> &
  RefAttributes<Kind['element']> &
  Kind['attributes'] &
  Kind['properties'] & {
    [Name in keyof Kind['events'] & string as `on${Name}`]?: ((event: Kind['events'][Name]) => void) | undefined;
  } & { class?: string | undefined };

type Elements = { [Tag in keyof ProvisionElements]: Props<ProvisionElements[Tag]> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
