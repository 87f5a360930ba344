/** The page's words, which come with it in its language: keys of assets/strings after "draft.". */
import { filled } from '../filled';

export type Words = Readonly<Record<string, string>>;

/** A text with its `{places}` filled in. */
export function teller(words: Words): (key: string, values?: Record<string, string>) => string {
  return (key, values = {}) => filled(words[key] ?? key, values);
}
