import { ProvisionSeverity } from '../elements/provision-severity/provision-severity.js';
import { define } from './define-element.js';

define('provision-severity', ProvisionSeverity);

declare global {
  interface HTMLElementTagNameMap {
    'provision-severity': ProvisionSeverity;
  }
}
