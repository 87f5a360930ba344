/** Doors to other halls: a sign while one comes near, and the way through. */
import { button } from '../dom';
import { direction } from '../geometry';
import type { Pose, ShardGate, ShardWay, Spot } from '../manifest';
import type { Say } from '../strings';

/** Metres to a door's wall at which its sign is shown, and at which one is through. */
const NEAR = 14;
const THROUGH = 1.2;
/** Metres beside the middle of a door, at its sign and in it: doors have two leaves of 1.5 m. */
const BESIDE = 8;
const HALF = 2;
/** The least cosine between where one looks and the way out. */
const FACING = 0.5;
/** The least step towards a door in metres: who turns round in it does not go through. */
const STEP = 0.01;

export interface DoorEvents {
  /** A door is near: what is behind it may be wanted soon. */
  neared(way: ShardWay): void;
  passed(way: ShardWay): void;
}

interface Door {
  readonly at: Spot;
  /** The unit direction straight out. */
  readonly out: Spot;
  readonly way: ShardWay;
}

/** A door that eyes are led to by where they look, the metres to it, and whether they are in it. */
export interface Near {
  readonly way: ShardWay;
  readonly ahead: number;
  readonly through: boolean;
}

/** Finds them. */
export class Doors {
  private readonly doors: readonly Door[];

  constructor(gates: readonly ShardGate[]) {
    this.doors = gates.flatMap(({ position, leads: way }) =>
      way === null ? [] : [{ at: position, out: direction(way.out), way }],
    );
  }

  near({ x, z, heading }: Pose): Near | undefined {
    const [dx, dz] = direction(heading);
    for (const { at, out, way } of this.doors) {
      const [ax, az] = [at[0] - x, at[1] - z];
      const ahead = ax * out[0] + az * out[1];
      const beside = Math.abs(ax * out[1] - az * out[0]);
      if (dx * out[0] + dz * out[1] < FACING || ahead > NEAR || beside > BESIDE) continue;
      return { way, ahead, through: ahead < THROUGH && beside < HALF };
    }
    return undefined;
  }
}

/** The sign of the door that one comes near to, as a button that leads through as well. */
export class DoorSign {
  readonly element: HTMLButtonElement;
  private readonly doors: Doors;
  private last: Near | undefined;
  private left = false;

  constructor(
    gates: readonly ShardGate[],
    private readonly say: Say,
    private readonly events: DoorEvents,
  ) {
    this.doors = new Doors(gates);
    this.element = button({ class: 'hallgen-door' }, () => this.pass(this.last));
    this.element.hidden = true;
  }

  /** Where the visitor's eyes are now. */
  follow(eyes: Pose): void {
    const { last } = this;
    const found = this.doors.near(eyes);
    this.last = found;
    if (found?.way === last?.way) {
      if (found?.through && found.ahead < last!.ahead - STEP) this.pass(found);
      return;
    }
    this.element.hidden = found === undefined;
    if (found === undefined) return;
    this.element.textContent = this.say('to-hall', { hall: found.way.name });
    this.events.neared(found.way);
  }

  /** Go through a door; nobody does so twice. */
  go(way: ShardWay): void {
    if (this.left) return;
    this.left = true;
    this.events.passed(way);
  }

  private pass(door: Near | undefined): void {
    if (door !== undefined) this.go(door.way);
  }

  /** What is behind the door did not come: the visitor stays, and may try again. */
  stay(): void {
    this.left = false;
  }
}
