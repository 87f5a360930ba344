/** The best order to see several places in, from where one stands to the last of them.
 *
 * Nearest insertion (Rosenkrantz, Stearns and Lewis 1977), then better by turning stretches of
 * the order round (2-opt, Croes 1958) and by moving places elsewhere in it (Or 1976), for as long
 * as that shortens the walk. */

/** Less than this is no gain, in metres. */
const GAIN = 1e-6;

/** The order of the stops, by their numbers. `metres` tells how far two places are apart, the
 * same both ways. Where no way leads from one to another it should be very far, not Infinity. */
export function tour<Place>(
  start: Place,
  stops: readonly Place[],
  metres: (a: Place, b: Place) => number,
): number[] {
  const places = [start, ...stops];
  const far = places.map((a, i) => places.map((b, j) => (i === j ? 0 : metres(a, b))));
  const order = inserted(far);
  while (turned(order, far) || moved(order, far));
  return order.slice(1).map((place) => place - 1);
}

/** The length of a walk in an order, in metres. */
export function tourLength(order: readonly number[], far: readonly (readonly number[])[]): number {
  let sum = 0;
  for (let i = 1; i < order.length; i++) sum += far[order[i - 1]!]![order[i]!]!;
  return sum;
}

/** Every place in turn, the nearest to the walk so far first, where it lengthens that least. */
function inserted(far: readonly (readonly number[])[]): number[] {
  const order = [0];
  const left = new Set(far.keys());
  left.delete(0);
  while (left.size > 0) {
    let next = 0;
    let nearest = Infinity;
    for (const place of left) {
      const distance = Math.min(...order.map((other) => far[place]![other]!));
      if (distance < nearest) [next, nearest] = [place, distance];
    }
    left.delete(next);
    order.splice(cheapest(order, next, far), 0, next);
  }
  return order;
}

/** Where in the walk a place lengthens it least; never before the start. */
function cheapest(
  order: readonly number[],
  place: number,
  far: readonly (readonly number[])[],
): number {
  let best = order.length;
  let least = far[order.at(-1)!]![place]!;
  for (let i = 1; i < order.length; i++) {
    const [a, b] = [order[i - 1]!, order[i]!];
    const more = far[a]![place]! + far[place]![b]! - far[a]![b]!;
    if (more < least) [best, least] = [i, more];
  }
  return best;
}

/** Turn a stretch round where that is shorter; false where none is. */
function turned(order: number[], far: readonly (readonly number[])[]): boolean {
  const step = (a: number | undefined, b: number | undefined): number =>
    a === undefined || b === undefined ? 0 : far[a]![b]!;
  for (let i = 1; i < order.length; i++) {
    for (let j = i + 1; j < order.length; j++) {
      const [before, first, last, after] = [order[i - 1], order[i], order[j], order[j + 1]];
      const now = step(before, first) + step(last, after);
      if (step(before, last) + step(first, after) >= now - GAIN) continue;
      order.splice(i, j - i + 1, ...order.slice(i, j + 1).reverse());
      return true;
    }
  }
  return false;
}

/** Move one to three places that follow each other to where they lengthen the walk less. */
function moved(order: number[], far: readonly (readonly number[])[]): boolean {
  const now = tourLength(order, far);
  for (let size = 1; size <= 3; size++) {
    for (let i = 1; i + size <= order.length; i++) {
      const rest = [...order.slice(0, i), ...order.slice(i + size)];
      const part = order.slice(i, i + size);
      for (let j = 1; j <= rest.length; j++) {
        for (const piece of [part, [...part].reverse()]) {
          const other = [...rest.slice(0, j), ...piece, ...rest.slice(j)];
          if (tourLength(other, far) >= now - GAIN) continue;
          order.splice(0, order.length, ...other);
          return true;
        }
      }
    }
  }
  return false;
}
