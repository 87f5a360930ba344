import { PerspectiveCamera, ShaderLib } from 'three';
import { describe, expect, it } from 'vitest';
import { stillScale } from '../src/hud/poster';
import type { ShardScreen } from '../src/manifest';
import { PROBE_HEIGHT, boxProjected, environmentBox, setBox } from '../src/world/box';
import { filling, placed, screenSight } from '../src/world/screens';

describe('the environment', () => {
  it('is boxed in the standard material of this release of three.js', () => {
    const shader = { uniforms: {}, fragmentShader: ShaderLib.physical.fragmentShader };
    boxProjected(shader);
    expect(shader.fragmentShader).toContain('envMapRotation * boxedDirection( reflectVec )');
    expect(shader.uniforms).toHaveProperty('uBoxLow');
  });

  it('is not boxed where three.js looks it up otherwise', () => {
    expect(() => boxProjected({ uniforms: {}, fragmentShader: 'void main() {}' })).toThrow();
  });

  it("is seen from the middle of the hall at a grown-up's height", () => {
    setBox({ low: [0, 0, -60], high: [80, 12, 0] });
    expect(environmentBox.uBoxProbe.value.toArray()).toEqual([40, PROBE_HEIGHT, -30]);
    setBox(undefined);
    expect(environmentBox.uBoxHigh.value.toArray()).toEqual([0, 0, 0]);
  });
});

describe("the still's scale", () => {
  it('is one where the picture fits the view', () => {
    expect(stillScale(1600, 900, 60)).toBeCloseTo(1);
    expect(stillScale(800, 600, 60)).toBeCloseTo(1);
  });

  it('is less in a wide view, which cuts the picture above and below', () => {
    expect(stillScale(3200, 900, 60)).toBeCloseTo(0.5);
  });

  it('is less where the view has a wider field', () => {
    expect(stillScale(390, 844, 72)).toBeCloseTo(0.795, 2);
  });
});

describe('screens that play', () => {
  const camera = new PerspectiveCamera(60, 16 / 9, 0.1, 600);

  /** A screen that faces the eyes, which look along -z. */
  const screen = (booth: string, x: number, z: number, width = 2): ShardScreen => ({
    booth,
    video: 'film.webm',
    corner: [x - width / 2, -0.5, z],
    along: [width, 0, 0],
    up: [0, 1, 0],
  });
  const names = (screens: readonly ShardScreen[], most: number): string[] =>
    screenSight().look(screens.map(placed), camera, most).map((found) => found.screen.booth);

  it('are the nearest, as many as may play', () => {
    const screens = [screen('c', 1, -9), screen('a', 0, -4), screen('b', -1, -6)];
    expect(names(screens, 2)).toEqual(['a', 'b']);
    expect(names(screens, 1)).toEqual(['a']);
    expect(names(screens, 0)).toEqual([]);
  });

  it('are near, in view, and seen from the front', () => {
    const screens = [
      screen('far', 0, -14),
      screen('behind', 0, 4),
      screen('aside', 30, -4),
      screen('turned', 0, -4, -2),
    ];
    expect(names(screens, 2)).toEqual([]);
  });

  it('are filled by the middle of a video of another shape', () => {
    expect(filling(2, 1)).toEqual([0.5, 1, 0.25, 0]);
    expect(filling(1, 2)).toEqual([1, 0.5, 0, 0.25]);
    expect(filling(1.5, 1.5)).toEqual([1, 1, 0, 0]);
  });
});
