import { describe, expect, it, vi } from 'vitest';
import { restingInput } from '../src/input/frame';
import { Collision } from '../src/walk/collision';
import { PathFinder } from '../src/walk/path';
import { type Motion, Walk } from '../src/walk/walk';

const START = { x: 10, y: 1.65, z: 10, heading: 0, pitch: 0 };

function walkIn(motion: Motion = 'smooth'): Walk {
  const collision = new Collision([0, 0, 40, 40], []);
  return new Walk(START, collision, new PathFinder(collision), () => motion);
}

function run(walk: Walk, seconds: number, frame: number, input = restingInput()): void {
  for (let t = 0; t < seconds - 1e-9; t += frame) walk.step(frame, input);
}

describe('walking', () => {
  it.each([
    ['ahead', 0, -1],
    ['aside', 1, 0],
  ] as const)('%s leads the way the eyes say', (axis, dx, dz) => {
    const walk = walkIn();
    run(walk, 1, 1 / 60, { ...restingInput(), [axis]: 1 });
    expect(Math.sign(Math.round((walk.eyes.x - 10) * 10))).toBe(dx);
    expect(Math.sign(Math.round((walk.eyes.z - 10) * 10))).toBe(dz);
  });

  it('goes as far at 10 frames a second as at 60', () => {
    const input = { ...restingInput(), ahead: 1 };
    const [quick, slow] = [walkIn(), walkIn()];
    run(quick, 2, 1 / 60, input);
    run(slow, 2, 1 / 10, input);
    // The start-up is eased over 0.1 s, which a frame of 0.1 s cannot follow: 0.2 m.
    expect(Math.abs(quick.eyes.z - slow.eyes.z)).toBeLessThan(0.2);
  });

  it('comes to rest after the keys are let go, and says so', () => {
    const walk = walkIn();
    run(walk, 1, 1 / 60, { ...restingInput(), ahead: 1 });
    run(walk, 1, 1 / 60);
    const { z } = walk.eyes;
    expect(walk.step(1 / 60, restingInput())).toBe(false);
    expect(walk.eyes.z).toBe(z);
  });

  it('gives all the metres that the wheel asked for', () => {
    const walk = walkIn();
    walk.step(1 / 60, { ...restingInput(), step: 0.9 });
    run(walk, 2, 1 / 60);
    expect(walk.eyes.z).toBeCloseTo(10 - 0.9, 5);
  });

  it('keeps the eyes between up and down', () => {
    const walk = walkIn();
    walk.look(-30, 500);
    expect(walk.eyes).toMatchObject({ heading: 330, pitch: 60 });
  });
});

describe('a walk to a goal', () => {
  it('arrives, turns, and calls back once', () => {
    const walk = walkIn();
    const arrived = vi.fn();
    expect(walk.goTo(20, 20, 90, arrived)).toBe(true);
    expect(walk.goal).toEqual([20, 20]);
    run(walk, 12, 1 / 30);
    expect(Math.hypot(walk.eyes.x - 20, walk.eyes.z - 20)).toBeLessThan(0.15);
    expect(walk.eyes.heading).toBeCloseTo(90);
    expect(arrived).toHaveBeenCalledOnce();
    expect(walk.moving).toBe(false);
  });

  it('is given up when the visitor takes a step', () => {
    const walk = walkIn();
    const arrived = vi.fn();
    walk.goTo(20, 20, 90, arrived);
    walk.step(0.1, { ...restingInput(), ahead: 1 });
    run(walk, 5, 1 / 30);
    expect(arrived).not.toHaveBeenCalled();
    expect(walk.goal).toBeUndefined();
  });

  it('is a jump for those who asked for less motion', () => {
    const walk = walkIn('instant');
    const arrived = vi.fn();
    walk.goTo(20, 20, 90, arrived);
    expect(walk.eyes).toMatchObject({ x: 20, z: 20, heading: 90 });
    expect(arrived).toHaveBeenCalledOnce();
  });
});
