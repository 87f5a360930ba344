/** One of a few values, which this browser remembers and sends nowhere. */
import { type Memory, remember } from './memory';
import { type Observable, observable } from './state';

export interface Kept<T extends string> extends Observable<T> {
  /** What may be chosen, in the order in which it is offered. */
  readonly options: readonly T[];
}

/** `initial` holds until the visitor chooses, and where what is remembered is no option. */
export function kept<T extends string>(
  memory: Memory,
  key: string,
  options: readonly T[],
  initial: T,
): Kept<T> {
  const known = memory?.getItem(key);
  const value = observable(options.find((option) => option === known) ?? initial);
  return {
    options,
    get value() {
      return value.value;
    },
    set(next) {
      remember(memory, key, next);
      value.set(next);
    },
    watch: (listener) => value.watch(listener),
  };
}
