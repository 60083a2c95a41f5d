import { ProvisionClause } from '../elements/provision-clause/provision-clause.js';
import { define } from './define-element.js';

define('provision-clause', ProvisionClause);

declare global {
  interface HTMLElementTagNameMap {
    'provision-clause': ProvisionClause;
  }
}
