/** `window.hallgen`: what pages, tests and counters may do with a view. */
import type { EventName, Events } from './events';
import type { Pose } from './manifest';
import type { Target } from './visit/goto';
import type { Tier } from './world/quality';

/** What a view costs right now. Times in milliseconds, sizes in bytes. */
export interface Stats {
  /** Of the last frame drawn, with the floor's reflection where that was drawn too. */
  readonly drawCalls: number;
  readonly triangles: number;
  /** Resident on the GPU; what is shared counts once. */
  readonly textureBytes: number;
  readonly geometryBytes: number;
  /** The processor's time for the last frame drawn, and of that for moving and tiles. */
  readonly frameMs: number;
  readonly updateMs: number;
  readonly tilesVisible: number;
  readonly tilesLoading: number;
  /** How much is drawn, and how often the floor's reflection has been. */
  readonly quality: Tier;
  readonly reflections: number;
  /** Over the network for this page; what came from the cache counts nothing. */
  readonly bytesTransferred: number;
}

export interface Hallgen {
  /** Resolves when the visitor can walk; rejects where the view cannot be shown. */
  readonly ready: Promise<void>;
  /** Where the visitor's eyes are: metres, degrees clockwise from the plan's north. */
  readonly pose: Pose;
  /** Go somewhere at once. False where nothing has that name. */
  goTo(target: Target): Promise<boolean>;
  /** Show the hall as its files are by now, from where the visitor is. Resolves when it is seen. */
  renew(): Promise<void>;
  stats(): Stats;
  /** Listen to an event; the returned function stops it. */
  on<K extends EventName>(event: K, listener: (detail: Events[K]) => void): () => void;
}

declare global {
  interface Window {
    hallgen?: Hallgen;
  }
}
