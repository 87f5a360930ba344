/** What lies under a point of the view: a booth, a product, or the floor. */
import { Raycaster, Vector2 } from 'three';
import type { ShardExperience, Spot } from '../manifest';
import type { Experiences } from './experiences';
import { featureAt } from './features';
import { seeMany } from './layers';
import type { Stage } from './stage';
import type { Tilesets } from './tilesets';

export type Pick =
  | { readonly kind: 'product'; readonly product: string; readonly booth: string }
  | { readonly kind: 'booth'; readonly booth: string }
  | { readonly kind: 'experience'; readonly experience: ShardExperience }
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
  ) {
    this.ray.far = 120;
    seeMany(this.ray, true);
  }

  /** Pick at (x, y) of the view, from -1 to 1, y up. */
  at(x: number, y: number): Pick {
    this.ray.setFromCamera(this.point.set(x, y), this.stage.camera);
    const [hit] = this.ray.intersectObjects(this.tiles.groups, true);
    const mark = this.experiences.at(x, y, this.stage.camera);
    if (mark !== undefined && !(hit !== undefined && hit.distance < mark.distance))
      return { kind: 'experience', experience: mark.experience };
    if (hit === undefined) return this.onPlane();
    const feature = featureAt(hit);
    if (feature?.product)
      return { kind: 'product', product: feature.product, booth: feature.booth };
    if (hit.point.y < FLOOR) return { kind: 'floor', spot: [hit.point.x, hit.point.z] };
    return feature?.booth ? { kind: 'booth', booth: feature.booth } : { kind: 'nothing' };
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
