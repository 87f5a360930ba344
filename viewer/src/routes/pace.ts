/** How long a way takes on foot. */

/** Metres a second: what people walk where one stands on every two square metres, as on a fair's
 * aisles (U. Weidmann, Transporttechnik der Fussgänger, ETH Zürich 1993: 1.34 m/s alone, 1.30 at
 * that density). */
export const PACE = 1.3;

/** Whole minutes, at least one. */
export const minutesOf = (metres: number): number => Math.max(1, Math.round(metres / PACE / 60));

/** Metres as one tells them: by fives from fifty on, by tens from two hundred. */
export function toldMetres(metres: number): number {
  const step = metres < 50 ? 1 : metres < 200 ? 5 : 10;
  return Math.round(metres / step) * step;
}
