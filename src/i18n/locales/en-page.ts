import type { PageMessages } from '../page-messages.js';

export const enPage: PageMessages = {
  changeKinds: {
    substantive: 'Change of substance',
    cosmetic: 'Cosmetic change',
    'regional-variant': 'Regional variant',
    analysis: 'Change of the analysis',
  },
  before: 'Before',
  after: 'After',
  effective: (date) => `In force from ${date}`,
  wholeRecord: 'The whole record',
  machineReadable: 'This record as data',
};
