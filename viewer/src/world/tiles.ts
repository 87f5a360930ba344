/** A hall's tileset: streamed by 3d-tiles-renderer as the view needs it. */
import { TilesRenderer } from '3d-tiles-renderer/three';
import { GLTFExtensionsPlugin, TilesFadePlugin } from '3d-tiles-renderer/three/plugins';
import type { Object3D } from 'three';
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';
import { Again } from '../network/again';
import { fetchJson, fetchPacked } from '../network/fetching';
import type { Progress } from '../state';
import { dress, notesOf } from '../tile/exhibit';
import { Lightmaps, type SharedLight, lightOf } from '../tile/lightmaps';
import { type PackerLimits, TilePacker } from '../tile/packer';
import { Animations, type Exhibits } from './exhibits';
import { InstanceFeatures } from './features';
import { IMAGES, SharedImages } from './images';
import { countAsMany } from './layers';
import type { Detail } from './quality';
import type { Stage } from './stage';

/** What 3d-tiles-renderer keeps but its types do not name. */
interface Inner {
  readonly isLoading: boolean;
  readonly stats: Readonly<
    Record<'inCacheSinceLoad' | 'queued' | 'downloading' | 'parsing' | 'loaded' | 'failed', number>
  >;
}

/** What the tiles renderer keeps of a tile. Only what was visited has a traversal. */
interface Node {
  readonly internal?: { readonly hasContent: boolean; readonly loadingState: number };
  readonly traversal?: { readonly inFrustum: boolean };
  readonly children: readonly Node[];
}

/** Its states of a tile that came and of one that did not, which its types do not name. */
const LOADED = 4;
const FAILED = -1;

/** Whether a tile was loaded, or will not come. */
const isThere = (internal: Node['internal']): boolean =>
  internal !== undefined &&
  (!internal.hasContent || internal.loadingState === LOADED || internal.loadingState === FAILED);

/** Levels of tiles that are asked for at first: the hall, and its booths as from far away. On a slow
 * line nothing finer may come before those. */
const FIRST_LEVELS = 2;

/** Milliseconds in which a tile gives way to a nearer or farther one. */
const FADE = 300;

/** What the plugin that fades tiles keeps but its types do not name. */
interface Fading {
  readonly fadingTiles: number;
}

/** What of a hall may be left out: a tile of its own. */
export type Extra = 'people';

/** How the address of people's tile ends. */
const PEOPLE = 'people.glb';

export interface TilesEvents {
  /** Something else is to be drawn. */
  readonly changed: () => void;
  /** A tile came that brings its own light. */
  readonly baked: () => void;
  /** A tile or an image did not come; the rest goes on. */
  readonly failed: (error: unknown) => void;
  /** What did not come at first has come, or is not needed any more. */
  readonly came: () => void;
}

export class HallTiles {
  readonly group: Object3D;
  /** Resolves when the hall stands as it is seen from afar; rejects where nothing came. */
  readonly firstView: Promise<void>;
  private readonly tiles: TilesRenderer;
  private readonly packer: TilePacker;
  private readonly images: SharedImages;
  /** Between two tiles it leaves out pixels of each; the shader of a tile at rest, none. */
  private readonly fade = new TilesFadePlugin({ fadeDuration: FADE });
  private readonly hidden = new Set<Extra>();
  private readonly lights: SharedLight = new Map();
  private readonly leaving = new AbortController();
  private readonly again = new Again(() => this.askAgain(), this.leaving.signal);
  private missing = false;
  /** Those that did not come, until they are asked for again. */
  private readonly failed = new Set<object>();
  private bytes = 0;
  private size: readonly [number, number] = [1, 1];
  private dense = 1;
  private stood: () => void = () => undefined;
  private furthest: Progress = { loaded: 0, total: 1, bytes: 0 };

  constructor(
    url: string,
    private readonly stage: Stage,
    detail: Detail,
    private readonly exhibits: Exhibits,
    private readonly events: TilesEvents,
  ) {
    const tiles = new TilesRenderer(url);
    this.tiles = tiles;
    this.group = tiles.group;
    // A tileset's Z is up: its (x, y, h) is our (x, h, -y).
    tiles.group.rotation.x = -Math.PI / 2;
    tiles.autoDisableRendererCulling = false;
    tiles.maxDepth = FIRST_LEVELS;
    this.packer = new TilePacker(this.limits(detail));
    this.images = new SharedImages(tiles.manager, detail.pictures, {
      arrived: (bytes) => (this.bytes += bytes),
      failed: events.failed,
    });
    this.tune(detail);
    tiles.registerPlugin({ name: 'HALLGEN_FETCH', fetchData: this.fetch });
    tiles.registerPlugin(
      new GLTFExtensionsPlugin({
        rtc: false,
        meshoptDecoder: MeshoptDecoder,
        plugins: [
          (parser) => new InstanceFeatures(parser),
          (parser) => new Lightmaps(parser, this.lights, (address) => this.images.keepWhole(address)),
          () => new Animations(),
        ],
      }),
    );
    tiles.registerPlugin({ name: 'HALLGEN_PACK', processTileModel: this.finish });
    tiles.registerPlugin({ name: 'HALLGEN_EXTRAS', calculateTileViewError: this.leaveOut });
    tiles.registerPlugin(this.fade);
    tiles.manager.addHandler(IMAGES, this.images);
    tiles.setCamera(stage.camera);
    tiles.addEventListener('needs-update', () => events.changed());
    tiles.addEventListener('needs-render', () => events.changed());
    tiles.addEventListener('tile-visibility-change', () => events.changed());
    tiles.addEventListener('load-model', () => events.changed());
    tiles.addEventListener('dispose-model', ({ scene }) => exhibits.remove(scene));
    this.firstView = this.watchFirstView();
    stage.scene.add(tiles.group);
    // Tiles are chosen before the first picture is drawn, which would turn it.
    tiles.group.updateMatrixWorld(true);
  }

  /** Ask for what the view needs. True while tiles are under way. */
  update(): boolean {
    this.tiles.update();
    if (this.tiles.maxDepth === FIRST_LEVELS && this.standing) this.refine();
    this.lookForMissing();
    return this.busy || this.fading > 0;
  }

  /** Draw more or less from now on. Pictures that are there stay as they are. */
  tune(detail: Detail): void {
    this.packer.limits = this.limits(detail);
    this.images.share = detail.pictures;
    this.tiles.errorTarget = detail.error;
    this.dense = detail.dense;
    this.resize(...this.size);
    this.tiles.lruCache.minBytesSize = detail.keep;
    this.tiles.lruCache.maxBytesSize = detail.most;
  }

  /** Let go of all tiles. */
  dispose(): void {
    this.leaving.abort();
    this.tiles.dispose();
    this.group.removeFromParent();
  }

  /** Show or hide what may be left out. */
  show(extra: Extra, shown: boolean): void {
    if (shown) this.hidden.delete(extra);
    else this.hidden.add(extra);
  }

  /** The view's size in points. */
  resize(width: number, height: number): void {
    this.size = [width, height];
    // Drawn by software, a point is a pixel.
    const pixels = this.stage.software ? 1 : Math.max(1, window.devicePixelRatio || 1);
    const scale = Math.min(pixels, this.dense);
    this.tiles.setResolution(this.stage.camera, width * scale, height * scale);
  }

  /** Whether all that the view needs is there, as fine as it needs it. */
  get fine(): boolean {
    return !this.busy && this.tiles.maxDepth > FIRST_LEVELS;
  }

  get busy(): boolean {
    // It forgets that it loads where all that is asked for waits for a picture.
    return this.inner.isLoading || this.loading > 0 || this.tiles.root === null;
  }

  /** Bytes on the GPU that no tile has for itself. */
  get sharedBytes(): number {
    return this.packer.bytes;
  }

  get visible(): number {
    return this.tiles.visibleTiles.size;
  }

  get loading(): number {
    const { queued, downloading, parsing } = this.inner.stats;
    return queued + downloading + parsing;
  }

  /** How far the first view is: tiles there of tiles known to be needed, never going back. */
  get progress(): Progress {
    const total = Math.max(1, this.inner.stats.inCacheSinceLoad);
    const loaded = this.tiles.root === null ? 0 : total - this.loading;
    const { furthest } = this;
    if (loaded / total < furthest.loaded / furthest.total) {
      this.furthest = { ...furthest, bytes: this.bytes };
    } else {
      this.furthest = { loaded, total, bytes: this.bytes };
    }
    return this.furthest;
  }

  forEachModel(visit: (scene: Object3D) => void): void {
    this.tiles.forEachLoadedModel(visit);
  }

  /** Whether the hall stands, and something of all booths in view, if only as from far away. The
   * hall itself is waited for wherever one looks: visitors are in it. */
  private get standing(): boolean {
    const root = this.tiles.root as unknown as Node | null;
    return (
      root !== null &&
      isThere(root.internal) &&
      root.children.every(
        ({ internal, traversal }) => traversal?.inFrustum === false || isThere(internal),
      )
    );
  }

  /** The hall stands: from now on tiles are as fine as the view needs. */
  private refine(): void {
    this.tiles.maxDepth = Infinity;
    this.stood();
    this.tiles.update();
  }

  /** Tiles that failed are to be fetched once more, where they are still needed. Their places in the
   * cache are given up: what has one is not asked for, and the library keeps those of failures. */
  private askAgain(): void {
    for (const tile of this.failed) this.tiles.lruCache.remove(tile);
    this.failed.clear();
    this.tiles.resetFailedTiles();
    this.events.changed();
  }

  private lookForMissing(): void {
    if (!this.missing || this.again.due || this.busy || this.inner.stats.failed > 0) return;
    this.missing = false;
    this.again.came();
    this.events.came();
  }

  private get fading(): number {
    return (this.fade as unknown as Fading).fadingTiles;
  }

  private get inner(): Inner {
    return this.tiles as unknown as Inner;
  }

  private readonly fetch = async (url: string, options: RequestInit): Promise<unknown> => {
    if (new URL(url, location.href).pathname.endsWith('.json')) {
      return understood(await fetchJson(url, options));
    }
    const packed = await fetchPacked(url, options);
    this.bytes += packed.arrived;
    return packed.content;
  };

  private watchFirstView(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.stood = resolve;
      this.tiles.addEventListener('load-error', ({ tile, error }) => {
        if (tile === null) reject(error);
        else {
          this.missing = true;
          this.failed.add(tile);
          this.again.missed();
          this.events.failed(error);
        }
        this.events.changed();
      });
      this.tiles.addEventListener('tiles-load-end', () => {
        const { loaded, failed } = this.inner.stats;
        if (loaded === 0 && failed > 0) reject(new Error('no tile of the hall loaded'));
        else if (this.tiles.maxDepth === FIRST_LEVELS) this.refine();
        this.events.changed();
      });
    });
  }

  private limits(detail: Detail): PackerLimits {
    const { software, renderer } = this.stage;
    return {
      pattern: detail.pattern,
      sheet: Math.min(detail.sheet, renderer.capabilities.maxTextureSize),
      anisotropy: software
        ? 1
        : Math.min(detail.anisotropy, renderer.capabilities.getMaxAnisotropy()),
    };
  }

  /** A tile came: pack it, and hide it if it may be left out and is. Models stay as they are. */
  private readonly finish = async (scene: Object3D, tile: object): Promise<void> => {
    const notes = notesOf(tile);
    if (notes !== undefined) {
      dress(scene, notes);
      this.exhibits.add(scene);
      return;
    }
    const baked = isBaked(scene);
    await this.packer.pack(scene);
    if (baked) this.events.baked();
    if (isPeople(tile)) {
      scene.traverse((object) => {
        // One points at what is behind a visitor.
        object.raycast = () => undefined;
        countAsMany(object);
      });
    }
  };

  /** What is left out is as if it were not in view: nobody waits for it, and it is not fetched.
   * So are people until the hall stands. */
  private readonly leaveOut = (tile: object, view: { inView: boolean }): boolean => {
    const shown = !this.hidden.has('people') && this.tiles.maxDepth > FIRST_LEVELS;
    if (shown || !isPeople(tile)) return false;
    view.inView = false;
    return true;
  };
}

const isPeople = (tile: object): boolean =>
  (tile as { readonly content?: { readonly uri: string } }).content?.uri.endsWith(PEOPLE) === true;

function isBaked(scene: Object3D): boolean {
  let baked = false;
  scene.traverse((object) => (baked ||= lightOf(object) !== undefined));
  return baked;
}

/** A tileset that the renderer takes without a remark. It warns of every version after 1.0,
 * whatever is in it; of 1.1 ours use glTF contents, which it draws. */
function understood(json: unknown): unknown {
  const { asset } = json as { asset?: { version?: string } };
  if (asset?.version === '1.1') asset.version = '1.0';
  return json;
}
