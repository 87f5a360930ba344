/** Links that hold a place: `?booth=A012`, `?product=…`, `?exhibitor=…`, `?at=x,z,heading`; a way to
 * a booth: `?to=A012`, and on to others: `&route=A014,B02`; and a stop of a tour: `?tour=…&stop=3`. */
import { wrapHeading } from '../geometry';

/** A place on the floor and the way to look: metres and degrees. */
export interface At {
  readonly x: number;
  readonly z: number;
  readonly heading: number;
}

/** A stop of a tour, counted from 1. */
export interface OnTour {
  readonly tour?: string;
  readonly stop?: number;
}

/** What a link asks for. `at` says where to stand, `to` which booth to be led to from there and
 * `route` to which ones after it, the others what to show. */
export interface Place extends OnTour {
  readonly booth?: string;
  readonly product?: string;
  readonly exhibitor?: string;
  readonly to?: string;
  readonly route?: readonly string[];
  readonly at?: At;
}

const NAMES = ['booth', 'product', 'exhibitor', 'to'] as const;
const KEYS = [...NAMES, 'route', 'at', 'tour', 'stop'] as const;

/** Read a place from an address's query. What is not understood is left out. */
export function parsePlace(query: string): Place {
  const asked = new URLSearchParams(query);
  const place: { -readonly [K in keyof Place]: Place[K] } = {};
  for (const key of NAMES) {
    const value = asked.get(key)?.trim();
    if (value) place[key] = value;
  }
  const route = place.to === undefined ? [] : namesIn(asked.get('route'));
  if (route.length > 0) place.route = route;
  const tour = asked.get('tour')?.trim();
  if (tour) place.tour = tour;
  const stop = Number(asked.get('stop'));
  if (tour && Number.isInteger(stop) && stop > 0) place.stop = stop;
  const at = parseAt(asked.get('at'));
  if (at !== undefined) place.at = at;
  return place;
}

const namesIn = (value: string | null): readonly string[] =>
  (value ?? '').split(',').filter((one) => one.trim() !== '');

function parseAt(value: string | null): At | undefined {
  const parts = (value ?? '').split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const [x, z, heading = 0] = parts;
  if (x === undefined || z === undefined || parts.length > 3) return undefined;
  if (![x, z, heading].every(Number.isFinite)) return undefined;
  return { x, z, heading: wrapHeading(heading) };
}

/** A query with this place in it; what else the old query asked for stays. */
export function formatPlace(place: Place, query = ''): string {
  const asked = new URLSearchParams(query);
  for (const key of KEYS) asked.delete(key);
  for (const key of NAMES) {
    const value = place[key];
    if (value !== undefined) asked.set(key, value);
  }
  if (place.route !== undefined && place.route.length > 0) {
    asked.set('route', place.route.join(','));
  }
  if (place.tour !== undefined) asked.set('tour', place.tour);
  if (place.stop !== undefined) asked.set('stop', String(place.stop));
  if (place.at !== undefined) {
    const { x, z, heading } = place.at;
    asked.set('at', `${short(x)},${short(z)},${Math.round(heading) % 360}`);
  }
  // Commas and colons are allowed in a query, and a link is meant to be read.
  const written = asked.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return written === '' ? '' : `?${written}`;
}

export const isEmpty = (place: Place): boolean => KEYS.every((key) => place[key] === undefined);

/** Centimetres would only make links long. */
const short = (metres: number): string => String(Math.round(metres * 10) / 10 || 0);
