/** What a part of a page is to its script: begun once on each element that asks for it. `signal`
 * is aborted when another page takes this one's place. */
export interface Part {
  begin(element: HTMLElement, signal: AbortSignal): void;
}

/** The words a part shows, by key, from its element's `data-words`: `{name}` in one is filled in. */
export type Words<Key extends string> = Readonly<Record<Key, string>>;

export function wordsOf<Key extends string>(element: HTMLElement): Words<Key> {
  return JSON.parse(element.dataset.words ?? '{}') as Words<Key>;
}
