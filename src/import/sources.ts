/** Licence and attribution of each source with an importer, as `_provision_feed.source`. */
import type { Feed } from '../feed/types.js';

type Source = NonNullable<NonNullable<Feed['_provision_feed']>['source']>;

export const privacySpySource: Source = {
  name: 'PrivacySpy',
  url: 'https://privacyspy.org/',
  repository: 'https://github.com/Politiwatch/privacyspy',
  licence: 'CC BY 4.0',
  licence_url: 'https://creativecommons.org/licenses/by/4.0/',
  attribution: 'PrivacySpy (Politiwatch)',
};

export const tosdrSource: Source = {
  name: 'ToS;DR',
  url: 'https://tosdr.org/',
  repository: 'https://github.com/tosdr/tosdr.org',
  licence: 'CC BY-SA 3.0',
  licence_url: 'https://creativecommons.org/licenses/by-sa/3.0/',
  attribution: 'Terms of Service; Didn’t Read',
};

export const unfairTosSource: Source = {
  name: 'Unfair-ToS',
  url: 'https://github.com/nlp-unibo/Multilingual-Unfair-Clause-Detection',
  licence: 'CC BY 4.0',
  licence_url: 'https://creativecommons.org/licenses/by/4.0/',
  attribution: 'Language Technologies Lab, University of Bologna',
};

export const openTermsArchiveSource: Source = {
  name: 'Open Terms Archive',
  url: 'https://opentermsarchive.org/',
  licence: 'ODC-By 1.0',
  licence_url: 'https://opendatacommons.org/licenses/by/1-0/',
  attribution: 'Open Terms Archive contributors',
};
