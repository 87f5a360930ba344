/** The events that a page may listen to, and what each tells. */
export interface Events {
  /** The visitor stands before a booth and looks at it, walked into it, or clicked it. */
  'enter-booth': { booth: string; number: string; exhibitors: readonly string[] };
  'select-product': { product: string; exhibitor: string | undefined };
  /** A search was made. */
  search: { query: string; results: number };
  /** A way to reach an exhibitor was used. */
  contact: { exhibitor: string; by: 'website' | 'email' | 'phone' };
  'tour-step': { tour: string; step: number };
  /** Something could not be shown. `fatal` is true when the view gave up. */
  error: { message: string; fatal: boolean };
}

export type EventName = keyof Events;

type Listener<K extends EventName> = (detail: Events[K]) => void;

/** Hands each event to those who asked for it; a listener that fails stops nobody else. */
export class Emitter {
  private readonly listeners = new Map<EventName, Set<Listener<EventName>>>();

  /** Listen; the returned function stops it. */
  on<K extends EventName>(name: K, listener: Listener<K>): () => void {
    const listeners = this.listeners.get(name) ?? new Set();
    listeners.add(listener as Listener<EventName>);
    this.listeners.set(name, listeners);
    return () => void listeners.delete(listener as Listener<EventName>);
  }

  emit<K extends EventName>(name: K, detail: Events[K]): void {
    for (const listener of this.listeners.get(name) ?? []) {
      try {
        listener(detail);
      } catch (error) {
        reportError(error);
      }
    }
  }
}
