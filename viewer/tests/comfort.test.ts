import { describe, expect, it } from 'vitest';
import { comfortIn } from '../src/comfort';
import { adapt } from '../src/input/controls';
import { type InputFrame, restingInput } from '../src/input/frame';
import { pushed } from '../src/input/stick';
import { Collision } from '../src/walk/collision';
import { PathFinder } from '../src/walk/path';
import { Walk } from '../src/walk/walk';
import { memory } from './kept';

function walking(): Walk {
  const collision = new Collision([0, 0, 40, 40], []);
  const start = { x: 20, y: 1.65, z: 20, heading: 0, pitch: 0 };
  return new Walk(start, collision, new PathFinder(collision), () => 'smooth');
}

const asked = (frame: Partial<InputFrame>): InputFrame => ({ ...restingInput(), ...frame });

describe('comfort', () => {
  it('is remembered, and unknown values are not', () => {
    const kept = memory({ 'hallgen.speed': 'warp' });
    const comfort = comfortIn(kept);
    expect(comfort.speed.value).toBe('1');
    comfort.turning.set('45');
    comfort.field.set('80');
    const again = comfortIn(kept);
    expect([again.turning.value, again.field.value, again.drag.value]).toEqual(['45', '80', 'hall']);
  });

  it('does without a memory', () => {
    const comfort = comfortIn(undefined);
    comfort.vignette.set('on');
    expect(comfort.vignette.value).toBe('on');
  });

  it('turns at once by as many degrees as keys went down', () => {
    const comfort = comfortIn(undefined);
    comfort.turning.set('30');
    const walk = walking();
    const frame = asked({ turn: 1, turns: 2 });
    adapt(frame, comfort);
    walk.step(1 / 60, frame);
    expect(walk.eyes.heading).toBe(60);
    // The key is still down: it turned already.
    const held = asked({ turn: 1, turns: 0 });
    adapt(held, comfort);
    expect(walk.step(1 / 60, held)).toBe(false);
    expect(walk.eyes.heading).toBe(60);
  });

  it('turns as long as a key is held otherwise', () => {
    const frame = asked({ turn: 1, turns: 1 });
    adapt(frame, comfortIn(undefined));
    expect([frame.turn, frame.look.heading]).toEqual([1, 0]);
  });

  it('drags the eyes the other way, and keys as before', () => {
    const comfort = comfortIn(undefined);
    comfort.drag.set('eyes');
    comfort.turning.set('45');
    const frame = asked({ look: { heading: 10, pitch: -5 }, turns: -1 });
    adapt(frame, comfort);
    expect(frame.look).toEqual({ heading: -10 - 45, pitch: 5 });
  });

  it('walks as fast as one likes', () => {
    const gone = ['0.5', '1', '2'].map((pace) => {
      const walk = walking();
      walk.pace = Number(pace);
      for (let t = 0; t < 2; t += 1 / 60) walk.step(1 / 60, asked({ ahead: 1 }));
      return 20 - walk.eyes.z;
    });
    expect(gone[0]! / gone[1]!).toBeCloseTo(0.5, 3);
    expect(gone[2]! / gone[1]!).toBeCloseTo(2, 3);
  });

  it('walks along a way as fast as well', () => {
    const walk = walking();
    walk.pace = 0.5;
    walk.goTo(20, 30);
    for (let t = 0; t < 2; t += 1 / 60) walk.step(1 / 60, restingInput());
    expect(walk.eyes.z - 20).toBeCloseTo(2.6 * 1.25, 1);
  });
});

describe('the stick', () => {
  it('stands in its middle, walks as far as it is pushed, and runs beyond its rim', () => {
    expect(pushed(4, -5)).toEqual({ ahead: 0, aside: 0, fast: false });
    expect(pushed(0, -26)).toMatchObject({ ahead: 0.5, fast: false });
    expect(pushed(44, 0)).toMatchObject({ aside: 1, fast: false });
    expect(pushed(0, -90)).toMatchObject({ ahead: 1, fast: true });
  });
});
