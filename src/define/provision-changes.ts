import { ProvisionChanges } from '../elements/provision-changes/provision-changes.js';
import { define } from './define-element.js';

define('provision-changes', ProvisionChanges);

declare global {
  interface HTMLElementTagNameMap {
    'provision-changes': ProvisionChanges;
  }
}
