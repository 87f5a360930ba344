/** What a place on a mesh belongs to: a booth, or a product in it.
 *
 * Reads EXT_mesh_features, EXT_instance_features and EXT_structural_metadata, whose property
 * table has the text columns `booth`, `product` and `exhibitor`, empty where none. */
import { InstancedMesh, type Intersection, type Mesh, type Object3D } from 'three';
import type { GLTF, GLTFLoaderPlugin, GLTFParser } from 'three/addons/loaders/GLTFLoader.js';
import type { Features } from '../tile/parts';

/** A row of the feature table: ids, or '' where none. */
export interface Feature {
  readonly booth: string;
  readonly product: string;
  readonly exhibitor: string;
}

/** One set of feature ids: where they are, and which table they are rows of. */
interface FeatureIds {
  readonly attribute?: number;
  readonly nullFeatureId?: number | null;
  readonly propertyTable?: number | null;
}

interface Metadata {
  getPropertyTableData(table: number, row: number): Partial<Record<keyof Feature, unknown>>;
}

const INSTANCES = 'EXT_instance_features';

/** GLTFLoader plugin: notes at each instanced mesh which attribute holds its features. */
export class InstanceFeatures implements GLTFLoaderPlugin {
  readonly name = INSTANCES;

  constructor(private readonly parser: GLTFParser) {}

  afterRoot({ scene }: GLTF): null {
    const nodes = (this.parser.json as { nodes?: { extensions?: Record<string, unknown> }[] })
      .nodes;
    scene.traverse((object) => {
      const node = this.parser.associations.get(object)?.nodes;
      const extension = node === undefined ? undefined : nodes?.[node]?.extensions?.[INSTANCES];
      if (extension === undefined) return;
      const [ids] = (extension as { featureIds: FeatureIds[] }).featureIds;
      object.traverse((child) => {
        if (child instanceof InstancedMesh) child.userData.instanceFeatures = ids;
      });
    });
    return null;
  }
}

/** The features of meshes, as they were when their tile came. */
const known = new WeakMap<Object3D, Features>();

/** Note what a mesh shows; `featureAt` knows from then on. */
export const keepFeatures = (mesh: Object3D, features: Features): unknown =>
  known.set(mesh, features);

/** The feature at a hit of a ray, or undefined where it belongs to none. */
export function featureAt(hit: Intersection): Feature | undefined {
  const features = known.get(hit.object);
  const at = features?.of === 'places' ? hit.instanceId : hit.face?.a;
  return at === undefined ? undefined : features?.table[features.rows[at] ?? 0];
}

/** Reads the features of a tile's meshes. */
export class FeatureReader {
  private readonly features = new Map<string, Feature>();
  private readonly metadata: Metadata | undefined;

  constructor(scene: Object3D) {
    this.metadata = scene.userData.structuralMetadata as Metadata | undefined;
  }

  /** The features of a mesh's vertices or places; undefined where it has none. */
  read(mesh: Mesh): Features | undefined {
    const placed = mesh.userData.instanceFeatures as FeatureIds | undefined;
    if (placed !== undefined && mesh instanceof InstancedMesh) {
      return this.rows(mesh, placed, 'places', mesh.count);
    }
    const own = mesh.userData.meshFeatures as { featureIds: FeatureIds[] } | undefined;
    const ids = own?.featureIds.find(({ attribute }) => attribute !== undefined);
    const count = mesh.geometry.getAttribute('position').count;
    return ids && this.rows(mesh, ids, 'vertices', count);
  }

  private rows(
    mesh: Mesh,
    ids: FeatureIds,
    of: Features['of'],
    count: number,
  ): Features | undefined {
    const prefix = of === 'places' ? '_FEATURE_ID_' : '_feature_id_';
    const name = `${prefix}${ids.attribute ?? ''}`;
    const attribute = mesh.geometry.hasAttribute(name) ? mesh.geometry.getAttribute(name) : null;
    if (attribute === null && ids.attribute !== undefined) return undefined;
    const table: (Feature | undefined)[] = [undefined];
    const numbers = new Map<number, number>([[ids.nullFeatureId ?? -1, 0]]);
    const rows = new Uint16Array(count);
    for (let at = 0; at < count; at++) {
      const row = attribute === null ? at : attribute.getX(at);
      let number = numbers.get(row);
      if (number === undefined) {
        number = table.push(this.feature(ids.propertyTable ?? 0, row)) - 1;
        numbers.set(row, number);
      }
      rows[at] = number;
    }
    return { table, rows, of };
  }

  /** A row of a table: the same object each time. */
  private feature(table: number, row: number): Feature | undefined {
    const key = `${table}/${row}`;
    const found = this.features.get(key);
    if (found !== undefined || this.metadata === undefined) return found;
    const data = this.metadata.getPropertyTableData(table, row);
    const feature = {
      booth: word(data.booth),
      product: word(data.product),
      exhibitor: word(data.exhibitor),
    };
    this.features.set(key, feature);
    return feature;
  }
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '');
