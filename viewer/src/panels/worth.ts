/** What a panel says of a sign on the floor: which trails stop there, and what is to be seen. */
import { button, el, icon } from '../dom';
import type { ShardMark } from '../manifest';
import { numbers, type PanelContext } from './exhibitor';
import { photoOf } from '../photo';

export interface WorthContext extends PanelContext {
  /** Begin a trail at a stop of it. */
  readonly start: (trail: string, stop: number) => void;
}

export function worthContent(context: WorthContext, mark: ShardMark): HTMLElement {
  const { catalog, say } = context;
  const booth = mark.booth === null ? undefined : catalog.booth(mark.booth);
  return el(
    'div',
    { class: 'hallgen-content' },
    el(
      'header',
      { class: 'hallgen-names' },
      booth && numbers([booth]),
      el('h2', {}, say('worth-seeing')),
    ),
    ...mark.stops.flatMap(([id, stop]) => trailContent(context, id, stop)),
    things(say('highlights'), mark.highlights.map((id) => productRow(context, id))),
    things(
      say('experiences'),
      mark.experiences.map(([kind, id]) =>
        kind === 'product' ? productRow(context, id) : exhibitorRow(context, id),
      ),
    ),
  );
}

function trailContent(
  { catalog, say, root, start }: WorthContext,
  id: string,
  stop: number,
): HTMLElement[] {
  const trail = catalog.trail(id);
  if (trail === undefined) return [];
  const total = trail.stops.length;
  const words = trail.stops[stop - 1]?.text ?? '';
  const begin = button(
    { class: 'hallgen-action hallgen-primary' },
    () => start(id, stop),
    icon('play'),
    say('trail-start'),
  );
  return [
    el(
      'section',
      { class: 'hallgen-trail' },
      el('p', { class: 'hallgen-category' }, say('trail-stop', { n: stop, total })),
      el('h3', { dir: 'auto' }, el('a', { href: root + trail.page }, trail.name)),
      words !== '' && el('p', { dir: 'auto' }, words),
      begin,
    ),
  ];
}

/** Rows that open what they name, under a heading. */
function things(heading: string, rows: readonly (HTMLElement | undefined)[]): HTMLElement | null {
  const shown = rows.filter((row) => row !== undefined).map((row) => el('li', {}, row));
  if (shown.length === 0) return null;
  return el(
    'section',
    {},
    el('h3', {}, heading),
    el('ul', { class: 'hallgen-rows' }, ...shown),
  );
}

function productRow({ catalog, root, selectProduct }: WorthContext, id: string): HTMLElement | undefined {
  const product = catalog.product(id);
  return product && row(product.name, product.image && root + product.image, () => selectProduct(id));
}

function exhibitorRow(
  { catalog, root, selectExhibitor }: WorthContext,
  id: string,
): HTMLElement | undefined {
  const exhibitor = catalog.exhibitor(id);
  const logo = exhibitor?.logo;
  return exhibitor && row(exhibitor.name, logo ? root + logo : null, () => selectExhibitor(id));
}

function row(name: string, picture: string | null, open: () => void): HTMLElement {
  const shown =
    picture === null
      ? el('span', { class: 'hallgen-logo', 'aria-hidden': 'true' }, icon('star'))
      : photoOf(picture, { class: 'hallgen-logo', alt: '' }).element;
  const names = el('span', { class: 'hallgen-names' }, el('strong', { dir: 'auto' }, name));
  return button({ class: 'hallgen-row' }, open, shown, names);
}
