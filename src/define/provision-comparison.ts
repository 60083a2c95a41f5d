import { ProvisionComparison } from '../elements/provision-comparison/provision-comparison.js';
import { define } from './define-element.js';

define('provision-comparison', ProvisionComparison);

declare global {
  interface HTMLElementTagNameMap {
    'provision-comparison': ProvisionComparison;
  }
}
