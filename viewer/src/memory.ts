/** What a browser keeps for its visitor, and sends nowhere. */

/** What of a `Storage` is used. Undefined where the browser remembers nothing. */
export type Memory = Pick<Storage, 'getItem' | 'setItem'> | undefined;

/** What is there when the browser is opened again, or undefined where the visitor forbids it. */
export const browserMemory = (): Memory => allowed(() => window.localStorage);

/** What is there as long as the tab is, or undefined where the visitor forbids it. */
export const tabMemory = (): Memory => allowed(() => window.sessionStorage);

/** Keep something. A full memory is no reason not to do what is asked: what is kept holds for this
 * page then. */
export function remember(memory: Memory, key: string, value: string): void {
  try {
    memory?.setItem(key, value);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

function allowed(memory: () => Storage): Memory {
  try {
    return memory();
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
