/** Lengths: how they are said, and how a floor is ruled for them. Knows no WebGL. */
import { latin } from '../filled';

/** Width, height and depth in metres. */
export type Size = readonly [number, number, number];

interface Unit {
  readonly name: 'm' | 'cm' | 'mm';
  readonly metres: number;
  readonly digits: number;
}

const METRES: Unit = { name: 'm', metres: 1, digits: 2 };
const CENTIMETRES: Unit = { name: 'cm', metres: 0.01, digits: 1 };
const MILLIMETRES: Unit = { name: 'mm', metres: 0.001, digits: 0 };

/** The unit in which a thing of this size is spoken of. */
export function unitOf(size: Size): Unit {
  const longest = Math.max(...size);
  if (longest >= 1) return METRES;
  return longest >= 0.2 ? CENTIMETRES : MILLIMETRES;
}

/** A length in words: "1.24 m". */
export function spoken(metres: number, unit: Unit, language: string): string {
  return `${numeral(metres, unit, language)} ${unit.name}`;
}

/** All three in one unit: "46.0 × 124.3 × 122.4 cm". */
export function spokenSize(size: Size, language: string): string {
  const unit = unitOf(size);
  return `${size.map((length) => numeral(length, unit, language)).join(' × ')} ${unit.name}`;
}

function numeral(metres: number, unit: Unit, language: string): string {
  return new Intl.NumberFormat(latin(language), {
    minimumFractionDigits: unit.digits,
    maximumFractionDigits: unit.digits,
  }).format(metres / unit.metres);
}

/** A ratio as drawings have it, "1 : 4"; sizes that look alike are not told apart. */
export function spokenScale(scale: number, language: string): string | undefined {
  if (!(scale > 0) || Math.abs(scale - 1) < 0.01) return undefined;
  const say = (value: number): string =>
    new Intl.NumberFormat(latin(language), { maximumSignificantDigits: 2 }).format(value);
  return scale < 1 ? `1 : ${say(1 / scale)}` : `${say(scale)} : 1`;
}

/** How a floor is ruled, in metres: fine lines, strong ones, and how far from the middle. */
export interface Grid {
  readonly fine: number;
  readonly strong: number;
  readonly reach: number;
}

/** Lines that a thing of this size can be read off from: 1 and 10 cm, 10 cm and 1 m, 1 and 10 m. */
export function gridOf(size: Size): Grid {
  const [width, , depth] = size;
  const longest = Math.max(...size);
  const fine = longest < 0.4 ? 0.01 : longest < 12 ? 0.1 : 1;
  const strong = fine * 10;
  const wanted = Math.max(width, depth) / 2 + Math.max(longest * 0.45, strong * 0.5);
  return { fine, strong, reach: Math.ceil(wanted / strong) * strong };
}

/** A camera's field of view: its height in degrees, and how much wider than high it is. */
export interface View {
  readonly field: number;
  readonly aspect: number;
}

/** From how far a box around a point fills a view, looked at along `way`: a unit vector from it to
 * the camera, not upright. */
export function distanceTo(size: Size, way: Point, { field, aspect }: View): number {
  const tall = Math.tan((field * Math.PI) / 360);
  const level = Math.hypot(way[0], way[2]);
  const right: Point = [way[2] / level, 0, -way[0] / level];
  const up: Point = [-way[0] * (way[1] / level), level, -way[2] * (way[1] / level)];
  const along = (axis: Point, signs: Point): number =>
    axis.reduce((sum, part, i) => sum + (part * signs[i]! * size[i]!) / 2, 0);
  let distance = 0;
  for (let corner = 0; corner < 8; corner++) {
    const signs: Point = [corner & 1 ? 1 : -1, corner & 2 ? 1 : -1, corner & 4 ? 1 : -1];
    const across = Math.abs(along(right, signs)) / (tall * aspect);
    const high = Math.abs(along(up, signs)) / tall;
    distance = Math.max(distance, Math.max(across, high) + along(way, signs));
  }
  return distance;
}

/** A point, x and y and z. */
export type Point = readonly [number, number, number];

/** How far dimension lines are from what they measure, as a share of its longest side. */
export const GAP = 0.07;

/** A dimension: its two ends, and which way its ticks go. */
export interface Measure {
  readonly axis: 0 | 1 | 2;
  readonly from: Point;
  readonly to: Point;
}

/** Where the three dimension lines of a box on the floor go, so that a viewer at (x, z) sees them
 * before it: width and depth along the nearest edges, height at a corner beside it. */
export function measuresOf(size: Size, x: number, z: number): readonly Measure[] {
  const [width, height, depth] = size;
  const gap = Math.max(...size) * GAP;
  const right = width / 2 + gap;
  const front = depth / 2 + gap;
  const sx = x >= 0 ? 1 : -1;
  const sz = z >= 0 ? 1 : -1;
  // The corner that is seen at the side and not in front of the thing.
  const beside: Point =
    Math.abs(x) / (width + gap) < Math.abs(z) / (depth + gap)
      ? [-sx * right, 0, sz * front]
      : [sx * right, 0, -sz * front];
  return [
    { axis: 0, from: [-width / 2, 0, sz * front], to: [width / 2, 0, sz * front] },
    { axis: 1, from: beside, to: [beside[0], height, beside[2]] },
    { axis: 2, from: [sx * right, 0, -depth / 2], to: [sx * right, 0, depth / 2] },
  ];
}
