/** How much is drawn: three tiers, what each means, and which suits a device. */

import type { Mirror } from './reflection';

/** From what draws least to what draws most. */
export const TIERS = ['low', 'medium', 'high'] as const;

export type Tier = (typeof TIERS)[number];

/** Pixels of the canvas a CSS pixel, along an edge. More than `most` cost much and show little;
 * with `least`, however few the screen has, a view at rest is drawn: edges of thin bars and lines of
 * light are smooth then. */
export interface Pixels {
  readonly least: number;
  readonly most: number;
}

/** What a tier asks of the tiles and of the stage. */
export interface Detail {
  /** Bytes of tiles that are kept, and that are never passed: what a tier promises (128 MB in
   * medium, 80 MB in low) less what is drawn into. Phones reload a page that takes too much. */
  readonly keep: number;
  readonly most: number;
  readonly pixels: Pixels;
  /** Of the size of pictures along an edge, how much is kept on the GPU; and the edge in pixels of
   * those that repeat. */
  readonly pictures: number;
  readonly pattern: number;
  /** The longest side in pixels of the sheet that holds a tile's pictures. */
  readonly sheet: number;
  /** Error in pixels of the screen up to which a coarser tile will do, where no more than `dense`
   * pixels a point are counted: what a dense screen could show besides, costs memory. */
  readonly error: number;
  readonly dense: number;
  /** Samples along the slant of floors and fascias. */
  readonly anisotropy: number;
  /** What the floor mirrors, and how large. */
  readonly reflection: Mirror;
  /** Screens that play at once. */
  readonly screens: number;
  /** Whether people stand about, where the visitor has not said. */
  readonly people: boolean;
}

const POCKET = { keep: 40e6, most: 60e6, pixels: { least: 1, most: 1 }, pictures: 0.5, pattern: 256 } as const;
const HAND = { keep: 60e6, most: 90e6, pixels: { least: 1, most: 1.5 }, pictures: 0.68, pattern: 256 } as const;
const DESK = { keep: 256e6, most: 512e6, pixels: { least: 2, most: 2 }, pictures: 1, pattern: 512 } as const;

export const DETAIL: Readonly<Record<Tier, Detail>> = {
  low: { ...POCKET, sheet: 2048, error: 20, dense: 1, anisotropy: 1, reflection: { share: 0, mirrored: 'large' }, screens: 1, people: false },
  medium: { ...HAND, sheet: 4096, error: 16, dense: 1, anisotropy: 4, reflection: { share: 0.25, mirrored: 'large' }, screens: 2, people: true },
  high: { ...DESK, sheet: 4096, error: 12, dense: 2, anisotropy: 8, reflection: { share: 0.5, mirrored: 'all' }, screens: 2, people: true },
};

/** What a browser tells of its device. */
export interface Device {
  /** Whether a processor draws, not a graphics chip. */
  readonly software: boolean;
  /** The graphics chip's name, or '' where the browser keeps it to itself. */
  readonly gpu: string;
  /** Memory in GB, which browsers round and cap at 8; undefined where they do not tell. */
  readonly memory: number | undefined;
  /** The screen's shorter side in CSS pixels. */
  readonly screen: number;
}

/** Chips of before 2018, and the smallest of later ones. */
const WEAK =
  /mali-(4|t|g31|g5[12])|adreno[^\d]*([1-4]|50|51)\d|powervr|videocore|intel.*(\bhd graphics|gma)|apple a[789]\b/i;

/** Cards, and chips that are as good. */
const STRONG = /geforce|nvidia|rtx|quadro|radeon (rx|pro)|arc\b.*a[57]\d\d|apple m\d/i;

/** Screens with a shorter side than this are phones'. */
export const PHONE = 600;

/** The tier to begin with. What frames cost decides from there on. */
export function suitedTier({ software, gpu, memory = 8, screen }: Device): Tier {
  if (software || memory <= 2 || WEAK.test(gpu)) return 'low';
  if (screen < PHONE || memory <= 4) return 'medium';
  return STRONG.test(gpu) ? 'high' : 'medium';
}

/** How many screens play at once: on phones, whose decoders are few, one. */
export const playingAtOnce = (detail: Detail, screen: number): number =>
  screen < PHONE ? 1 : detail.screens;

/** The tier that draws less, or undefined. */
export const lowerTier = (tier: Tier): Tier | undefined => TIERS[TIERS.indexOf(tier) - 1];

/** The tier that draws more, up to one; undefined beyond it. */
export const higherTier = (tier: Tier, most: Tier): Tier | undefined =>
  TIERS.slice(0, TIERS.indexOf(most) + 1)[TIERS.indexOf(tier) + 1];

export const isTier = (value: unknown): value is Tier => TIERS.includes(value as Tier);
