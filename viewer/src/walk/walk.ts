/** Moves the visitor: from held keys, from steps of the wheel, or along a way to a goal.
 *
 * Speeds are in metres a second, turns in degrees a second. Everything happens in `step`, so
 * that a walk is the same at any frame rate. */
import { direction, headingOf, turn, wrapHeading } from '../geometry';
import type { InputFrame } from '../input/frame';
import type { Pose, Spot } from '../manifest';
import type { Collision } from './collision';
import type { PathFinder } from './path';

/** A brisk walk: halls are long, and a visitor on a screen has no legs to tire. */
const WALK = 2.6;
const RUN = 6;
const TURN = 100;

/** How fast speed and turn follow the keys: the time in seconds to come within 1/e. */
const EASE = 0.1;

/** Below this speed the visitor stands. */
const STILL = 0.02;

/** How far the eyes may go up and down, in degrees. */
const PITCH = 60;

/** How near to a corner of a way counts as there, in metres. */
const ARRIVED = 0.12;

/** The longest time in seconds that one frame may move the visitor. */
const LONGEST = 0.5;

export type Motion = 'smooth' | 'instant';

/** A visitor's pose that is changed in place; `y` is the height of the eyes. */
export type Eyes = { -readonly [K in keyof Pose]: Pose[K] };

export class Walk {
  readonly eyes: Eyes;
  /** How fast the visitor wants to walk, as a share of a brisk walk. */
  pace = 1;
  private ahead = 0;
  private aside = 0;
  private turning = 0;
  /** Metres that the wheel still has to give. */
  private owed = 0;
  private way: Spot[] = [];
  private arrival: number | undefined;
  private arrived: (() => void) | undefined;

  constructor(
    start: Pose,
    private collision: Collision,
    private paths: PathFinder,
    private readonly motion: () => Motion,
  ) {
    this.eyes = { ...start };
    this.jump(start);
  }

  /** Walk among other obstacles from now on. */
  among(collision: Collision, paths: PathFinder): void {
    this.collision = collision;
    this.paths = paths;
  }

  /** Where a walk to a goal ends, while one is under way. */
  get goal(): Spot | undefined {
    return this.way.at(-1);
  }

  /** Stand somewhere at once; the nearest free floor where that is taken. */
  jump(pose: Pose): void {
    this.stop();
    const [x, z] = this.collision.nearestFree(pose.x, pose.z) ?? [pose.x, pose.z];
    this.eyes.x = x;
    this.eyes.y = pose.y;
    this.eyes.z = z;
    this.eyes.heading = wrapHeading(pose.heading);
    this.eyes.pitch = Math.min(PITCH, Math.max(-PITCH, pose.pitch));
  }

  /** Walk to a point of the floor, round what is in the way; `heading` is how to look there.
   * `arrived` is called at the end, not when another move comes first. False where no way
   * leads there. */
  goTo(x: number, z: number, heading?: number, arrived?: () => void): boolean {
    const way = this.paths.find(this.eyes.x, this.eyes.z, x, z);
    if (way === undefined) return false;
    this.along(way, heading, arrived);
    return true;
  }

  /** Whether one can stand at a point. */
  fits(x: number, z: number): boolean {
    return this.collision.free(x, z);
  }

  /** The free floor nearest to a point; undefined where no way leads there. */
  reach(x: number, z: number): Spot | undefined {
    return this.paths.find(this.eyes.x, this.eyes.z, x, z)?.at(-1);
  }

  /** Walk along a way that is known, as `goTo` does. */
  along(way: readonly Spot[], heading?: number, arrived?: () => void): void {
    this.stop();
    if (this.motion() === 'instant') {
      const [x, z] = way.at(-1) ?? [this.eyes.x, this.eyes.z];
      this.jump({ ...this.eyes, x, z, heading: heading ?? this.eyes.heading });
      arrived?.();
      return;
    }
    this.way = [...way];
    this.arrival = heading;
    this.arrived = arrived;
  }

  stop(): void {
    this.way = [];
    this.arrival = undefined;
    this.arrived = undefined;
    this.ahead = this.aside = this.turning = this.owed = 0;
  }

  /** Turn the eyes by degrees, as a drag does. */
  look(heading: number, pitch: number): void {
    this.eyes.heading = wrapHeading(this.eyes.heading + heading);
    this.eyes.pitch = Math.min(PITCH, Math.max(-PITCH, this.eyes.pitch + pitch));
    if (heading !== 0) this.arrival = undefined;
  }

  /** Move for `seconds`. True while there is more to come. */
  step(seconds: number, input: InputFrame): boolean {
    const time = Math.min(seconds, LONGEST);
    if (input.look.heading !== 0 || input.look.pitch !== 0) {
      this.look(input.look.heading, input.look.pitch);
    }
    const steered = input.ahead !== 0 || input.aside !== 0 || input.step !== 0;
    if (steered) this.leaveWay();
    this.steer(time, input);
    if (this.way.length > 0) this.follow(time, input.looking);
    else if (this.arrived !== undefined || this.arrival !== undefined) this.arrive(time);
    return this.moving;
  }

  get moving(): boolean {
    return (
      this.way.length > 0 ||
      this.arrival !== undefined ||
      this.arrived !== undefined ||
      this.owed !== 0 ||
      Math.hypot(this.ahead, this.aside) > 0 ||
      this.turning !== 0
    );
  }

  private leaveWay(): void {
    this.way = [];
    this.arrival = undefined;
    this.arrived = undefined;
  }

  /** Keys and wheel. */
  private steer(time: number, input: InputFrame): void {
    const speed = (input.fast ? RUN : WALK) * this.pace;
    const both = Math.hypot(input.ahead, input.aside);
    const share = both > 1 ? speed / both : speed;
    const ease = 1 - Math.exp(-time / EASE);
    this.ahead = settle(this.ahead + (input.ahead * share - this.ahead) * ease, input.ahead);
    this.aside = settle(this.aside + (input.aside * share - this.aside) * ease, input.aside);
    this.turning = settle(this.turning + (input.turn * TURN - this.turning) * ease, input.turn);
    if (this.turning !== 0) this.look(this.turning * time, 0);
    this.owed += input.step;
    const given = Math.abs(this.owed) < 0.01 ? this.owed : this.owed * ease;
    this.owed -= given;
    const forward = this.ahead * time + given;
    const sideways = this.aside * time;
    if (forward === 0 && sideways === 0) return;
    const [dx, dz] = direction(this.eyes.heading);
    this.collision.move(this.eyes, dx * forward - dz * sideways, dz * forward + dx * sideways);
  }

  /** The way to a goal: a walk, with eyes that turn to where it leads. */
  private follow(time: number, looking: boolean): void {
    let left = WALK * 1.25 * this.pace * time;
    while (left > 0 && this.way.length > 0) {
      const [gx, gz] = this.way[0]!;
      const dx = gx - this.eyes.x;
      const dz = gz - this.eyes.z;
      const distance = Math.hypot(dx, dz);
      if (distance <= ARRIVED) {
        this.way.shift();
        continue;
      }
      const stride = Math.min(left, distance);
      const { x, z } = this.eyes;
      this.collision.move(this.eyes, (dx / distance) * stride, (dz / distance) * stride);
      left -= stride;
      // Something holds the visitor: end the walk here rather than push against it.
      if (Math.hypot(this.eyes.x - x, this.eyes.z - z) < stride * 0.05) this.way = [];
    }
    if (!looking && distanceTo(this.way[0], this.eyes) > 0.6) {
      const [gx, gz] = this.way[0]!;
      this.turnTowards(headingOf(gx - this.eyes.x, gz - this.eyes.z), time);
    }
  }

  /** At the goal: turn to what is to be seen there, then say so. */
  private arrive(time: number): void {
    if (this.arrival !== undefined) {
      this.turnTowards(this.arrival, time);
      if (Math.abs(turn(this.eyes.heading, this.arrival)) > 0.5) return;
      this.eyes.heading = wrapHeading(this.arrival);
    }
    const { arrived } = this;
    this.leaveWay();
    arrived?.();
  }

  private turnTowards(heading: number, time: number): void {
    const left = turn(this.eyes.heading, heading);
    this.eyes.heading = wrapHeading(this.eyes.heading + left * (1 - Math.exp(-time * 5)));
  }
}

const settle = (speed: number, wanted: number): number =>
  wanted === 0 && Math.abs(speed) < STILL ? 0 : speed;

const distanceTo = (spot: Spot | undefined, eyes: Eyes): number =>
  spot === undefined ? 0 : Math.hypot(spot[0] - eyes.x, spot[1] - eyes.z);
