import { languageTags, ownNameOf } from '../src/i18n/tags.js';

/** Languages of the toolbar: those of the elements, each by its own name. */
export const languages = languageTags.map((value) => ({ value, title: ownNameOf(value) }));
