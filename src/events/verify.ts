import type { CheckResult } from '../provision/evidence.js';

/** The reader's browser checked the evidence of a record. */
export class ProvisionVerifyEvent extends Event {
  constructor(readonly results: readonly CheckResult[]) {
    super('provision-verify', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'provision-verify': ProvisionVerifyEvent;
  }
}
