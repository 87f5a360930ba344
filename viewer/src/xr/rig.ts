/** Where the room that a headset knows lies in the hall. Knows no WebGL.
 *
 * A headset tells poses in its room: metres, the floor at height 0, y up. The room is turned and
 * moved over the hall's floor, never tilted or scaled: a metre stays a metre. */
import { RADIANS, headingOf, wrapHeading } from '../geometry';

/** A place on a floor in metres, and a heading in degrees clockwise from -z. */
export interface Stand {
  readonly x: number;
  readonly z: number;
  readonly heading: number;
}

/** The part of an XRRigidTransform that is needed. */
export interface Rigid {
  readonly position: { readonly x: number; readonly y: number; readonly z: number };
  readonly orientation: {
    readonly x: number;
    readonly y: number;
    readonly z: number;
    readonly w: number;
  };
}

/** How one stands whose head is at a pose. */
export function standOf({ position, orientation }: Rigid): Stand {
  const [fx, , fz] = forward(orientation);
  return { x: position.x, z: position.z, heading: headingOf(fx, fz) };
}

/** How far a head looks up, in degrees. */
export const pitchOf = ({ orientation }: Rigid): number =>
  Math.asin(Math.min(1, Math.max(-1, forward(orientation)[1]))) / RADIANS;

/** Where a room has to lie for somebody in it to stand in the hall as wanted. */
export function roomFor(inRoom: Stand, wanted: Stand): Stand {
  const heading = wrapHeading(wanted.heading - inRoom.heading);
  const [dx, dz] = turned(inRoom.x, inRoom.z, heading);
  return { x: wanted.x - dx, z: wanted.z - dz, heading };
}

/** How somebody in a room stands in the hall. */
export function inHall(room: Stand, { x, z, heading }: Stand): Stand {
  const [dx, dz] = turned(x, z, room.heading);
  return { x: room.x + dx, z: room.z + dz, heading: wrapHeading(room.heading + heading) };
}

/** The hall's origin as the room sees it: what shifts a reference space of the room to the hall's. */
export function originOf(room: Stand): Rigid {
  const [x, z] = turned(-room.x, -room.z, -room.heading);
  const half = (room.heading * RADIANS) / 2;
  return {
    position: { x, y: 0, z },
    orientation: { x: 0, y: Math.sin(half), z: 0, w: Math.cos(half) },
  };
}

/** (x, z) turned clockwise, as a map shows it, by degrees. */
function turned(x: number, z: number, degrees: number): readonly [number, number] {
  const sine = Math.sin(degrees * RADIANS);
  const cosine = Math.cos(degrees * RADIANS);
  return [x * cosine - z * sine, x * sine + z * cosine];
}

/** Where -z points after a turn. */
function forward({ x, y, z, w }: Rigid['orientation']): readonly [number, number, number] {
  return [-2 * (x * z + w * y), -2 * (y * z - w * x), 2 * (x * x + y * y) - 1];
}
