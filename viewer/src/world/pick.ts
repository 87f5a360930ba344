/** What lies under a point of the view: a booth, a product, or the floor. */
import { Raycaster, Vector2, type Vector3 } from 'three';
import type { ShardExperience, ShardMark, Spot } from '../manifest';
import type { Experiences } from './experiences';
import { featureAt } from './features';
import { seeMany } from './layers';
import type { Signs } from './signs';
import type { Stage } from './stage';
import type { Tilesets } from './tilesets';

export type Pick =
  | { readonly kind: 'product'; readonly product: string; readonly booth: string }
  | { readonly kind: 'booth'; readonly booth: string }
  | { readonly kind: 'experience'; readonly experience: ShardExperience }
  | { readonly kind: 'mark'; readonly mark: ShardMark }
  | { readonly kind: 'floor'; readonly spot: Spot }
  | { readonly kind: 'nothing' };

/** Up to this height, in metres, a surface that looks up is floor: a platform is 0.1 high. */
const FLOOR = 0.18;

export class Picker {
  /** The tiles renderer stops at the first hit where the ray asks for no more. */
  private readonly ray = Object.assign(new Raycaster(), { firstHitOnly: true });
  private readonly point = new Vector2();

  constructor(
    private readonly stage: Stage,
    private readonly tiles: Tilesets,
    private readonly experiences: Experiences,
    private readonly signs: Signs,
  ) {
    this.ray.far = 120;
    seeMany(this.ray, true);
  }

  /** Pick at (x, y) of the view, from -1 to 1, y up. */
  at(x: number, y: number): Pick {
    this.ray.setFromCamera(this.point.set(x, y), this.stage.camera);
    return this.hit();
  }

  /** Pick what is pointed at from a place in a direction, a unit vector. */
  along(origin: Vector3, direction: Vector3): Pick {
    this.ray.set(origin, direction);
    this.ray.camera = this.stage.camera;
    return this.hit();
  }

  private hit(): Pick {
    const [hit] = this.ray.intersectObjects(this.tiles.groups, true);
    const marked = this.marked(hit?.distance ?? Infinity);
    if (marked !== undefined) return marked;
    if (hit === undefined) return this.onPlane();
    const feature = featureAt(hit);
    if (feature?.product)
      return { kind: 'product', product: feature.product, booth: feature.booth };
    if (hit.point.y < FLOOR) return { kind: 'floor', spot: [hit.point.x, hit.point.z] };
    return feature?.booth ? { kind: 'booth', booth: feature.booth } : { kind: 'nothing' };
  }

  /** A mark or a sign that nothing nearer than `behind` metres hides. */
  private marked(behind: number): Pick | undefined {
    const mark = this.experiences.along(this.ray);
    if (mark !== undefined && mark.distance <= behind)
      return { kind: 'experience', experience: mark.experience };
    const sign = this.signs.along(this.ray);
    return sign !== undefined && sign.distance <= behind
      ? { kind: 'mark', mark: sign.mark }
      : undefined;
  }

  /** Where no tile has come yet, there is floor all the same. */
  private onPlane(): Pick {
    const { origin, direction } = this.ray.ray;
    const distance = -origin.y / direction.y;
    if (!(distance > 0 && distance < this.ray.far)) return { kind: 'nothing' };
    const spot: Spot = [origin.x + direction.x * distance, origin.z + direction.z * distance];
    return { kind: 'floor', spot };
  }
}
