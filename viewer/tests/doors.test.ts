import { describe, expect, it } from 'vitest';
import type { Pose, ShardGate, ShardWay } from '../src/manifest';
import { Doors } from '../src/passage/doors';

const OUT: Readonly<Record<string, number>> = { '2': 90, '3': 0 };
const way = (hall: string): ShardWay => ({
  hall,
  name: `Hall ${hall}`,
  page: `en/halls/${hall}/`,
  at: [3, -10, 90],
  out: OUT[hall]!,
});
const gate = (id: string, x: number, z: number, leads: ShardWay | null): ShardGate => ({
  id,
  name: id,
  position: [x, z],
  leads,
});
// A hall of 40 by 20 m: a door to the east, one to the north, and one that leads nowhere.
const doors = new Doors([
  gate('east', 40, -10, way('2')),
  gate('north', 10, -20, way('3')),
  gate('south', 20, 0, null),
]);
const eyes = (x: number, z: number, heading: number): Pose => ({ x, y: 1.65, z, heading, pitch: 0 });

describe('doors', () => {
  it('are told while one looks out of them, from near', () => {
    expect(doors.near(eyes(30, -10, 90))).toEqual({ way: way('2'), ahead: 10, through: false });
    expect(doors.near(eyes(30, -10, 60))?.way.hall).toBe('2');
    expect(doors.near(eyes(30, -10, 270))).toBeUndefined();
    expect(doors.near(eyes(20, -10, 90))).toBeUndefined();
    expect(doors.near(eyes(30, -19.5, 90))).toBeUndefined();
  });
  it('are passed at the wall, between their leaves', () => {
    expect(doors.near(eyes(39.4, -11.5, 90))?.through).toBe(true);
    expect(doors.near(eyes(10.5, -19.5, 10))).toEqual({ way: way('3'), ahead: 0.5, through: true });
    expect(doors.near(eyes(39.4, -13, 90))?.through).toBe(false);
    // Whoever comes in looks the other way.
    expect(doors.near(eyes(39.4, -10, 270))).toBeUndefined();
  });
  it('that lead nowhere are none', () => {
    expect(doors.near(eyes(20, -0.5, 180))).toBeUndefined();
  });
});
