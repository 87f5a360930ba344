import { expect, test } from 'vitest';
import { moves } from '../src/boot/moves';

/** What browsers tell of a pointer; their own measure of how far it came is not to be used. */
const at = (pointerId: number, clientX: number, clientY: number): PointerEvent =>
  ({ pointerId, clientX, clientY, movementX: NaN, movementY: -38 }) as PointerEvent;

test('a pointer has come as far as its places in the window are apart', () => {
  const come = moves();
  expect(come(at(1, 400, 200))).toEqual([0, 0]);
  expect(come(at(1, 425, 190))).toEqual([25, -10]);
  expect(come(at(1, 425, 190))).toEqual([0, 0]);
});

test('another finger begins anew, so that two do not tear at the view', () => {
  const come = moves();
  come(at(1, 100, 100));
  expect(come(at(2, 300, 100))).toEqual([0, 0]);
  expect(come(at(1, 110, 100))).toEqual([0, 0]);
  expect(come(at(1, 120, 100))).toEqual([10, 0]);
});
