/** Pictures by their addresses in the site's data: a cell of a sheet is shown by itself
 * (hallgen/media/pictures/photo_sheets.py). */
import { el } from './dom';

const CELL = /#cell=(\d+)$/;

/** The element that shows a picture; `picture` is the image in it. */
export interface Photo {
  readonly element: HTMLElement;
  readonly picture: HTMLImageElement;
}

export function photoOf(source: string, attributes: Readonly<Record<string, string>>): Photo {
  const cell = CELL.exec(source)?.[1];
  const { class: kind, ...rest } = attributes;
  if (cell === undefined) {
    const picture = el('img', { src: source, decoding: 'async', ...attributes });
    return { element: picture, picture };
  }
  const picture = el('img', { class: `cell cell-${cell}`, src: source, decoding: 'async', ...rest });
  return { element: el('span', { class: `in-sheet ${kind ?? ''}`.trim() }, picture), picture };
}
