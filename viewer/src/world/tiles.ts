/** A hall's tileset: streamed by 3d-tiles-renderer as the view needs it. */
import { TilesRenderer } from '3d-tiles-renderer/three';
import { GLTFExtensionsPlugin } from '3d-tiles-renderer/three/plugins';
import { Mesh, type Object3D, type Texture } from 'three';
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';
import type { Progress } from '../state';
import { InstanceFeatures } from './features';
import { fetchBytes, fetchJson } from './fetching';
import { IMAGES, SharedImages } from './images';
import type { Detail } from './quality';
import type { Stage } from './stage';

/** What 3d-tiles-renderer keeps but its types do not name. */
interface Inner {
  readonly isLoading: boolean;
  readonly stats: Readonly<
    Record<'inCacheSinceLoad' | 'queued' | 'downloading' | 'parsing' | 'loaded' | 'failed', number>
  >;
}

/** What of a hall may be left out. Their meshes' names begin with this word. */
export type Extra = 'people';

export interface TilesEvents {
  /** Something else is to be drawn. */
  readonly changed: () => void;
  /** A tile came that brings its own light. */
  readonly baked: () => void;
  /** A tile or an image did not come; the rest goes on. */
  readonly failed: (error: unknown) => void;
}

export class HallTiles {
  readonly group: Object3D;
  /** Resolves when all that the first view needs is there; rejects where nothing came. */
  readonly firstView: Promise<void>;
  private readonly tiles: TilesRenderer;
  private readonly hidden = new Set<Extra>();
  private bytes = 0;
  private furthest: Progress = { loaded: 0, total: 1, bytes: 0 };

  constructor(
    url: string,
    private readonly stage: Stage,
    private detail: Detail,
    private readonly events: TilesEvents,
  ) {
    const tiles = new TilesRenderer(url);
    this.tiles = tiles;
    this.group = tiles.group;
    // A tileset's Z is up: its (x, y, h) is our (x, h, -y).
    tiles.group.rotation.x = -Math.PI / 2;
    tiles.autoDisableRendererCulling = false;
    this.tune(detail);
    tiles.registerPlugin({ name: 'HALLGEN_FETCH', fetchData: this.fetch });
    tiles.registerPlugin(
      new GLTFExtensionsPlugin({
        rtc: false,
        meshoptDecoder: MeshoptDecoder,
        plugins: [(parser) => new InstanceFeatures(parser)],
      }),
    );
    tiles.manager.addHandler(
      IMAGES,
      new SharedImages(tiles.manager, detail.image, {
        arrived: (bytes) => (this.bytes += bytes),
        failed: events.failed,
      }),
    );
    tiles.setCamera(stage.camera);
    tiles.addEventListener('needs-update', () => events.changed());
    tiles.addEventListener('tile-visibility-change', () => events.changed());
    tiles.addEventListener('load-model', ({ scene }) => this.finish(scene));
    this.firstView = this.watchFirstView();
    stage.scene.add(tiles.group);
  }

  /** Ask for what the view needs. True while tiles are under way. */
  update(): boolean {
    this.tiles.update();
    return this.busy;
  }

  /** Draw more or less from now on. Pictures that are there stay as they are. */
  tune(detail: Detail): void {
    this.detail = detail;
    this.tiles.errorTarget = detail.error;
    this.tiles.lruCache.minBytesSize = detail.keep;
    this.tiles.lruCache.maxBytesSize = detail.most;
  }

  /** Show or hide what may be left out. */
  show(extra: Extra, shown: boolean): void {
    if (shown) this.hidden.delete(extra);
    else this.hidden.add(extra);
    this.forEachModel((scene) => this.leaveOut(scene));
  }

  resize(width: number, height: number): void {
    this.tiles.setResolution(this.stage.camera, width, height);
  }

  get busy(): boolean {
    return this.inner.isLoading || this.tiles.root === null;
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

  private get inner(): Inner {
    return this.tiles as unknown as Inner;
  }

  private readonly fetch = async (url: string, options: RequestInit): Promise<unknown> => {
    if (new URL(url, location.href).pathname.endsWith('.json')) {
      return understood(await fetchJson(url, options));
    }
    const content = await fetchBytes(url, options);
    this.bytes += content.byteLength;
    return content;
  };

  private watchFirstView(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.tiles.addEventListener('load-error', ({ tile, error }) => {
        if (tile === null) reject(error);
        else this.events.failed(error);
        this.events.changed();
      });
      this.tiles.addEventListener('tiles-load-end', () => {
        const { loaded, failed } = this.inner.stats;
        if (loaded === 0 && failed > 0) reject(new Error('no tile of the hall loaded'));
        else resolve();
        this.events.changed();
      });
    });
  }

  /** A model came: sharpen its textures for floors and fascias seen at a slant. */
  private finish(scene: Object3D): void {
    const most = this.stage.software ? 1 : this.stage.renderer.capabilities.getMaxAnisotropy();
    for (const texture of texturesOf(scene)) {
      texture.anisotropy = Math.min(this.detail.anisotropy, most);
    }
    if (isBaked(scene)) this.events.baked();
    this.leaveOut(scene);
    this.events.changed();
  }

  private leaveOut(scene: Object3D): void {
    scene.traverse((object) => {
      if (object.name.startsWith('people')) object.visible = !this.hidden.has('people');
    });
  }
}

function isBaked(scene: Object3D): boolean {
  let baked = false;
  scene.traverse(({ userData }) => {
    const extensions = userData.gltfExtensions as Record<string, unknown> | undefined;
    baked ||= extensions?.HALLGEN_light !== undefined;
  });
  return baked;
}

/** A tileset that the renderer takes without a remark. It warns of every version after 1.0,
 * whatever is in it; of 1.1 ours use glTF contents, which it draws. */
function understood(json: unknown): unknown {
  const { asset } = json as { asset?: { version?: string } };
  if (asset?.version === '1.1') asset.version = '1.0';
  return json;
}

/** All textures of an object's materials, each once. */
export function texturesOf(scene: Object3D): Set<Texture> {
  const textures = new Set<Texture>();
  scene.traverse((object) => {
    if (!(object instanceof Mesh)) return;
    for (const material of [object.material].flat() as object[]) {
      for (const value of Object.values(material) as unknown[]) {
        if ((value as Texture | null)?.isTexture) textures.add(value as Texture);
      }
    }
  });
  return textures;
}
