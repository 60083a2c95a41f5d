/** The languages of the toolbar: those that the elements speak, each by its own name. */
export const languages = [{ value: 'en', title: 'English' }] as const;
