/** What a browser keeps between visits, for tests. */
import type { Memory } from '../src/memory';

export function memory(kept: Record<string, string> = {}): NonNullable<Memory> {
  return {
    getItem: (key) => kept[key] ?? null,
    setItem: (key, value) => {
      kept[key] = value;
    },
  };
}
