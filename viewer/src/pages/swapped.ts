/** The event on the document by which what every page has begins anew: another page of the site
 * took this one's place. */
export const SWAPPED = 'hallgen-page';
