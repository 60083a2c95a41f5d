import { languageTags, ownNameOf } from '../src/i18n/tags.js';

/** The languages of the toolbar: those that the elements speak, each by its own name. */
export const languages = languageTags.map((value) => ({ value, title: ownNameOf(value) }));
