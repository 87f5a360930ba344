/** Screens that play: the nearest ones that the visitor sees, silent, and no more than needed.
 *
 * A screen's still picture is in its tile. When somebody comes near, its video is fetched and
 * laid over it; away from it, it stops and lets go of what it held. */
import {
  Mesh,
  MeshBasicMaterial,
  type PerspectiveCamera,
  PlaneGeometry,
  type Scene,
  SRGBColorSpace,
  Sphere,
  Vector3,
  VideoTexture,
} from 'three';
import type { ShardScreen } from '../manifest';
import { Sight } from './nearest';

/** Metres within which a screen plays. */
const NEAR = 12;

/** Seconds between two pictures: a slide show on a stand needs no more, and batteries last. */
const PAUSE = 1 / 12;

/** Radiance of a white picture, and metres by which the video lies before the tile's. */
const BRIGHT = 2.2;
const BEFORE = 0.004;

export interface ScreenEvents {
  /** Another picture is to be drawn. */
  readonly changed: () => void;
  readonly failed: (error: unknown) => void;
}

export class Screens {
  private readonly playing = new Map<ShardScreen, PlayingScreen>();
  private readonly broken = new Set<ShardScreen>();
  private readonly sight = screenSight();
  private screens!: readonly Placed[];

  /** `root` leads to the site's root; `calm` tells whether the visitor asked for less motion,
   * `most` how many may play at once. */
  constructor(
    private readonly scene: Scene,
    private readonly root: string,
    screens: readonly ShardScreen[],
    private readonly calm: () => boolean,
    private readonly most: () => number,
    private readonly events: ScreenEvents,
  ) {
    this.take(screens);
  }

  /** Play on other screens instead. */
  take(screens: readonly ShardScreen[]): void {
    this.stop();
    this.broken.clear();
    this.screens = screens.map(placed);
  }

  /** Play what this camera sees from near, and nothing else. */
  follow(camera: PerspectiveCamera): void {
    if (this.screens.length === 0) return;
    const wanted = this.sight.look(this.screens, camera, this.calm() ? 0 : this.most());
    for (const [screen, player] of this.playing) {
      if (wanted.some((placed) => placed.screen === screen)) continue;
      player.stop();
      this.playing.delete(screen);
      this.events.changed();
    }
    for (const placed of wanted) {
      const { screen } = placed;
      if (!this.playing.has(screen) && !this.broken.has(screen)) this.play(placed);
    }
  }

  /** Stop all of them. */
  stop(): void {
    for (const player of this.playing.values()) player.stop();
    this.playing.clear();
  }

  private play(place: Placed): void {
    const { screen } = place;
    const player = new PlayingScreen(this.scene, this.root + screen.video, place, {
      changed: this.events.changed,
      failed: (error) => {
        player.stop();
        this.playing.delete(screen);
        this.broken.add(screen);
        this.events.failed(error);
      },
    });
    this.playing.set(screen, player);
  }
}

/** A screen, a ball around it, and where its front looks. */
export interface Placed {
  readonly screen: ShardScreen;
  readonly sphere: Sphere;
  readonly front: Vector3;
}

/** Where a screen is. */
export function placed(screen: ShardScreen): Placed {
  const right = new Vector3(...screen.along);
  const above = new Vector3(...screen.up);
  const middle = new Vector3(...screen.corner).addScaledVector(right, 0.5).addScaledVector(above, 0.5);
  return {
    screen,
    sphere: new Sphere(middle, right.clone().add(above).length() / 2),
    front: right.clone().cross(above).normalize(),
  };
}

/** Looks for screens that are near and face the eyes. */
export const screenSight = (): Sight<Placed> =>
  new Sight(NEAR, ({ sphere, front }, eyes) => away.copy(eyes).sub(sphere.center).dot(front) > 0);

const away = new Vector3();

/** The part of a video that fills a screen of another shape, cut evenly: share and offset of its
 * width and its height. */
export function filling(video: number, screen: number): [number, number, number, number] {
  const wide = Math.min(1, screen / video);
  const tall = Math.min(1, video / screen);
  return [wide, tall, (1 - wide) / 2, (1 - tall) / 2];
}

/** One screen while it plays. */
class PlayingScreen {
  private readonly screen: ShardScreen;
  private readonly video = document.createElement('video');
  private readonly texture = new VideoTexture(this.video);
  private readonly mesh: Mesh<PlaneGeometry, MeshBasicMaterial>;
  private timer: number | undefined;

  constructor(
    private readonly scene: Scene,
    url: string,
    { screen, sphere, front }: Placed,
    private readonly events: ScreenEvents,
  ) {
    this.screen = screen;
    this.texture.colorSpace = SRGBColorSpace;
    const material = new MeshBasicMaterial({ map: this.texture });
    material.color.setScalar(BRIGHT);
    this.mesh = new Mesh(new PlaneGeometry(1, 1), material);
    this.mesh.matrix
      .makeBasis(new Vector3(...screen.along), new Vector3(...screen.up), front)
      .setPosition(sphere.center.clone().addScaledVector(front, BEFORE));
    this.mesh.matrixAutoUpdate = false;
    const { video } = this;
    video.muted = video.loop = video.playsInline = true;
    video.src = url;
    video.addEventListener('playing', this.begin, { once: true });
    video.play().catch((error: unknown) => {
      // A screen that was left before it began is no failure.
      if (!(error instanceof DOMException && error.name === 'AbortError')) events.failed(error);
    });
  }

  stop(): void {
    window.clearInterval(this.timer);
    this.video.removeEventListener('playing', this.begin);
    this.video.pause();
    this.video.removeAttribute('src');
    this.video.load();
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
    this.texture.dispose();
  }

  private readonly begin = (): void => {
    const { along, up } = this.screen;
    const [wide, tall, left, below] = filling(
      this.video.videoWidth / this.video.videoHeight,
      Math.hypot(...along) / Math.hypot(...up),
    );
    this.texture.repeat.set(wide, tall);
    this.texture.offset.set(left, below);
    this.scene.add(this.mesh);
    this.timer = window.setInterval(() => {
      // A page in the background draws nothing.
      if (!document.hidden) this.events.changed();
    }, PAUSE * 1000);
    this.events.changed();
  };
}
