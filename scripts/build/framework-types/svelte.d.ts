import type { HTMLAttributes } from 'svelte/elements';
import type { ProvisionElements } from './elements.js';

type Props<Kind extends ProvisionElements[keyof ProvisionElements]> = HTMLAttributes<Kind['element']> &
  Kind['attributes'] &
  Kind['properties'] & {
    [Name in keyof Kind['events'] & string as `on${Name}` | `on:${Name}`]?:
      ((event: Kind['events'][Name]) => void) | undefined;
  };

type Elements = { [Tag in keyof ProvisionElements]: Props<ProvisionElements[Tag]> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
