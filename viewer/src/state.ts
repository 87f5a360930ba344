/** What changes during a visit, and who wants to know. What never changes is in `PageData` and
 * `HallShard`. */

/** A value that tells its listeners when it changes. */
export interface Observable<T> {
  readonly value: T;
  set(value: T): void;
  /** Call now and at each change; the returned function stops it. */
  watch(listener: (value: T) => void): () => void;
}

export function observable<T>(initial: T): Observable<T> {
  const listeners = new Set<(value: T) => void>();
  let value = initial;
  return {
    get value() {
      return value;
    },
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener(value);
    },
    watch(listener) {
      listeners.add(listener);
      listener(value);
      return () => void listeners.delete(listener);
    },
  };
}

/** How far the first view is. `total` grows while tiles tell of further ones. */
export interface Progress {
  readonly loaded: number;
  readonly total: number;
  readonly bytes: number;
}

/** What is shown at the side. */
export type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'booth'; readonly booth: string; readonly exhibitor?: string }
  | { readonly kind: 'exhibitor'; readonly exhibitor: string }
  | { readonly kind: 'mark'; readonly booth: string | null }
  | { readonly kind: 'product'; readonly product: string; readonly booth?: string };

export const NOTHING: Shown = { kind: 'nothing' };
