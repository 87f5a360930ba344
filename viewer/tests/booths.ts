/** Booths and eyes for tests. */
import type { Pose, ShardBooth } from '../src/manifest';

/** A booth of 3 x 3 m with its corner at (x, z), looked at from 2 m before its lower side. */
export function booth(id: string, x: number, z: number): ShardBooth {
  const outline = [
    [x, z],
    [x + 3, z],
    [x + 3, z + 3],
    [x, z + 3],
  ] as const;
  const view = { x: x + 1.5, y: 1.65, z: z + 5, heading: 0, pitch: 0 };
  return { id, number: id, outline, view, zone: null, exhibitors: [] };
}

export const at = (x: number, z: number, heading = 0, pitch = 0): Pose => ({
  x,
  y: 1.65,
  z,
  heading,
  pitch,
});
