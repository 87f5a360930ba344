/** Words with what is put into them, as the page's language writes it. */

/** A text with its `{name}`s filled in. Names are kept apart from words that are written from right
 * to left (UAX 9), so that booth 5.1-A012 is not read backwards there. */
export const filled = (words: string, values: Readonly<Record<string, string | number>>): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return whole;
    if (typeof value === 'number') return figures(value);
    return page()?.dir === 'rtl' ? `\u2068${value}\u2069` : value;
  });

/** What words say of so many things: those under `stem` and the number's category by the CLDR, of
 * any other number where the language says nothing else ("show_", with "show_one", "show_few"). */
export function counted(words: Readonly<Record<string, string>>, n: number, stem = ''): string {
  const category = new Intl.PluralRules(language()).select(n);
  return filled(words[stem + category] ?? words[`${stem}other`] ?? '', { n });
}

/** A language with Latin digits: numbers of booths and halls are written in those everywhere. */
export const latin = (tag: string): string =>
  new Intl.Locale(tag, { numberingSystem: 'latn' }).toString();

const figures = (value: number): string => new Intl.NumberFormat(latin(language())).format(value);

/** The page's root; undefined where there is no page, as in a worker. */
const page = (): HTMLElement | undefined =>
  typeof document === 'undefined' ? undefined : document.documentElement;

const language = (): string => {
  const said = page()?.lang ?? '';
  return said === '' ? 'en' : said;
};
