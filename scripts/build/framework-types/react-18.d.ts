import type { HTMLAttributes, RefAttributes } from 'react';
import type { ProvisionElements } from './elements.js';

type Written<Attributes> = {
  [Name in keyof Attributes]: true extends Attributes[Name]
    ? '' | Exclude<Attributes[Name], boolean>
    : Attributes[Name];
};

type Props<Kind extends ProvisionElements[keyof ProvisionElements]> = Omit<
  HTMLAttributes<Kind['element']>,
  'className'
> & { class?: string | undefined } & RefAttributes<Kind['element']> &
  Written<Kind['attributes']>;

type Elements = { [Tag in keyof ProvisionElements]: Props<ProvisionElements[Tag]> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
