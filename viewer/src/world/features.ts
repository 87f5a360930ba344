/** What a place on a mesh belongs to: a booth, or a product in it.
 *
 * Reads EXT_mesh_features, EXT_instance_features and EXT_structural_metadata, whose property
 * table has the text columns `booth`, `product` and `exhibitor`, empty where none. */
import { InstancedMesh, type Intersection, type Mesh, type Object3D } from 'three';
import type { GLTF, GLTFLoaderPlugin, GLTFParser } from 'three/addons/loaders/GLTFLoader.js';

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

/** The feature at a hit of a ray, or undefined where it belongs to none. */
export function featureAt(hit: Intersection): Feature | undefined {
  const { object } = hit;
  if (!isMesh(object)) return undefined;
  const found = instanceRow(object, hit.instanceId) ?? vertexRow(object, hit.face?.a);
  if (found === undefined) return undefined;
  const row = metadataOf(object)?.getPropertyTableData(found.table, found.row);
  return (
    row && { booth: word(row.booth), product: word(row.product), exhibitor: word(row.exhibitor) }
  );
}

interface Row {
  readonly table: number;
  readonly row: number;
}

function instanceRow(object: Mesh, instance: number | undefined): Row | undefined {
  const ids = object.userData.instanceFeatures as FeatureIds | undefined;
  if (ids === undefined || instance === undefined) return undefined;
  if (ids.attribute === undefined) return rowOf(ids, instance);
  return attributeRow(object, `_FEATURE_ID_${ids.attribute}`, instance, ids);
}

function vertexRow(object: Mesh, vertex: number | undefined): Row | undefined {
  const features = object.userData.meshFeatures as { featureIds: FeatureIds[] } | undefined;
  const ids = features?.featureIds.find(({ attribute }) => attribute !== undefined);
  if (ids?.attribute === undefined || vertex === undefined) return undefined;
  return attributeRow(object, `_feature_id_${ids.attribute}`, vertex, ids);
}

function attributeRow(object: Mesh, name: string, index: number, ids: FeatureIds): Row | undefined {
  const geometry = object.geometry;
  if (!geometry.hasAttribute(name)) return undefined;
  return rowOf(ids, geometry.getAttribute(name).getX(index));
}

const rowOf = (ids: FeatureIds, row: number): Row | undefined =>
  row === (ids.nullFeatureId ?? -1) ? undefined : { table: ids.propertyTable ?? 0, row };

function metadataOf(object: Object3D): Metadata | undefined {
  for (let at: Object3D | null = object; at !== null; at = at.parent) {
    if (at.userData.structuralMetadata !== undefined)
      return at.userData.structuralMetadata as Metadata;
  }
  return undefined;
}

const isMesh = (object: Object3D): object is Mesh => 'isMesh' in object;

const word = (value: unknown): string => (typeof value === 'string' ? value : '');
