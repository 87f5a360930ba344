/** The page's data block and the hall's shard, checked against what `manifest.ts` promises. */
import type {
  HallShard,
  Manifest,
  ManifestDoor,
  ManifestHall,
  PageData,
  Pose,
  ShardBooth,
  ShardExhibitor,
  ShardExperience,
  ShardGate,
  ShardMark,
  ShardNarration,
  ShardWay,
  ShardPanorama,
  ShardProbe,
  ShardProduct,
  ShardProductModel,
  ShardScreen,
  ShardStop,
  ShardTrail,
  Spot,
} from './manifest';
import {
  dictionary,
  flag,
  list,
  literal,
  number,
  numbers,
  object,
  oneOf,
  optional,
  orNull,
  pair,
  parse,
  text,
} from './parse';

const spot = numbers<Spot>(2);

const pose = object<Pose>({ x: number, y: number, z: number, heading: number, pitch: number });

const productModel = object<ShardProductModel>({
  near: orNull(text),
  inspect: text,
  size: numbers<ShardProductModel['size']>(3),
  scale: number,
  animated: flag,
  apart: optional(orNull(text), null),
});

const product = object<ShardProduct>({
  name: text,
  description: text,
  category: text,
  image: orNull(text),
  page: text,
  model: optional(orNull(productModel), null),
});

const exhibitor = object<ShardExhibitor>({
  name: text,
  name2: text,
  intro: text,
  country: text,
  logo: orNull(text),
  website: orNull(text),
  email: orNull(text),
  phone: orNull(text),
  page: text,
  products: list(text),
  writable: optional(flag, false),
});

const booth = object<ShardBooth>({
  id: text,
  number: text,
  outline: list(spot),
  view: pose,
  zone: orNull(text),
  exhibitors: list(text),
});

const way = object<ShardWay>({
  hall: text,
  name: text,
  page: text,
  at: numbers<ShardWay['at']>(3),
  out: number,
});

const gate = object<ShardGate>({
  id: text,
  name: text,
  position: spot,
  leads: optional(orNull(way), null),
});

const vector = numbers<readonly [number, number, number]>(3);

const probe = object<ShardProbe>({ picture: text, range: number, low: vector, high: vector });

const screen = object<ShardScreen>({
  booth: text,
  video: text,
  corner: vector,
  along: vector,
  up: vector,
});

const experience = object<ShardExperience>({
  booth: text,
  exhibitor: text,
  product: orNull(text),
  name: text,
  position: vector,
  panorama: object<ShardPanorama>({ folder: text, sizes: list(number), heading: number }),
});

const stop = object<ShardStop>({
  name: text,
  text,
  hall: text,
  hall_name: text,
  page: text,
  view: pose,
  where: text,
  booth: orNull(text),
  exhibitor: orNull(text),
  product: orNull(text),
  show: orNull(oneOf('panorama', 'video', 'model', 'exploded', 'ar')),
  narration: orNull(object<ShardNarration>({ sound: text, captions: orNull(text) })),
});

const trail = object<ShardTrail>({
  id: text,
  kind: oneOf('hot_spot', 'tour'),
  name: text,
  text,
  page: text,
  stops: list(stop),
});

const mark = object<ShardMark>({
  spot,
  booth: orNull(text),
  stops: list(pair(text, number)),
  highlights: list(text),
  experiences: list(pair(oneOf('exhibitor', 'product'), text)),
});

const shard = object<HallShard>({
  format: literal(1),
  hall: text,
  name: text,
  height: number,
  bounds: numbers<readonly [number, number, number, number]>(4),
  start: pose,
  tileset: text,
  booths: list(booth),
  exhibitors: dictionary(exhibitor),
  products: dictionary(product),
  gates: list(gate),
  obstacles: list(list(spot)),
  probe: optional(orNull(probe), null),
  screens: optional(list(screen), []),
  experiences: optional(list(experience), []),
  plan: optional(orNull(text), null),
  small_plan: optional(orNull(text), null),
  trails: optional(list(trail), []),
  marks: optional(list(mark), []),
  own: optional(orNull(text), null),
  zones: optional(dictionary(text), {}),
});

const page = object<PageData>({
  format: literal(1),
  root: text,
  language: text,
  hall: text,
  shard: text,
  languages: dictionary(text),
  strings: dictionary(text),
  worker: optional(orNull(text), null),
  twins: optional(flag, true),
});

const door = object<ManifestDoor>({
  gate: text,
  position: spot,
  leads: text,
  at: spot,
  onward: dictionary(number),
});

const manifestHall = object<ManifestHall>({
  id: text,
  name: dictionary(text),
  tileset: text,
  shards: dictionary(text),
  pages: dictionary(text),
  doors: optional(list(door), []),
});

const manifest = object<Manifest>({
  format: literal(1),
  generator: text,
  id: text,
  name: dictionary(text),
  languages: list(text),
  halls: list(manifestHall),
  exhibitors: dictionary(text),
  booths: dictionary(text),
  models: dictionary(text),
});

/** The page's data block. Throws ParseError. */
export const parsePage = (value: unknown): PageData => parse("the page's data", page, value);

/** The hall's shard. Throws ParseError. */
export const parseShard = (value: unknown): HallShard => parse("the hall's data", shard, value);

/** `fair.json`. Throws ParseError. */
export const parseManifest = (value: unknown): Manifest => parse('fair.json', manifest, value);

/** The data block of this page. Throws ParseError or SyntaxError where it is missing or broken. */
export function readPage(from: Document): PageData {
  const block = from.getElementById('hallgen-page');
  return parsePage(block === null ? undefined : JSON.parse(block.textContent));
}
