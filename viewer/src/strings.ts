/** The viewer's words. They come with the page in its language; the keys are these, with
 * "view." before them in assets/strings. `{name}` in a text is filled in. */
export const KEYS = [
  'label',
  'loading',
  'loading-tiles',
  'megabytes',
  'products',
  'no-exhibitor',
  'shared-by',
  'website',
  'email',
  'phone',
  'page',
  'back',
  'close',
  'more',
  'less',
  'open-booth',
  'near-booth',
  'help',
  'help-walk-keys',
  'help-walk',
  'help-look-keys',
  'help-look',
  'help-go-keys',
  'help-go',
  'help-fast-keys',
  'help-fast',
  'help-open-keys',
  'help-open',
  'help-touch',
  'settings',
  'quality',
  'quality-auto',
  'quality-low',
  'quality-medium',
  'quality-high',
  'quality-note',
  'people',
  'languages',
  'to-list',
  'expand',
  'shrink',
  'no-webgl',
  'no-data',
  'no-tileset',
  'no-tile',
  'no-context',
  'lost-context',
  'no-booth',
  'reload',
  'dismiss',
] as const;

export type Key = (typeof KEYS)[number];
export type Say = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

/** Words by key. A key without words is shown itself: better than nothing, and seen at once. */
export const sayIn =
  (strings: Readonly<Record<string, string>>): Say =>
  (key, values = {}) =>
    (strings[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : whole,
    );
