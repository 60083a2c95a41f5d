import { ProvisionCard } from '../elements/provision-card/provision-card.js';
import { define } from './define-element.js';

define('provision-card', ProvisionCard);

declare global {
  interface HTMLElementTagNameMap {
    'provision-card': ProvisionCard;
  }
}
