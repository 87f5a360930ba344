/** What a panel says of a sign on the floor: which trails stop there, and which highlights are. */
import { button, el, icon } from '../dom';
import type { ShardMark } from '../manifest';
import type { PanelContext } from './exhibitor';

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
      booth && el('p', { class: 'hallgen-numbers' }, number(booth.number)),
      el('h2', {}, say('worth-seeing')),
    ),
    ...mark.stops.flatMap(([id, stop]) => trailContent(context, id, stop)),
    highlights(context, mark.highlights),
  );
}

const number = (words: string): HTMLElement => el('span', { class: 'hallgen-number' }, words);

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

function highlights(context: WorthContext, ids: readonly string[]): HTMLElement | null {
  const { catalog, say, root } = context;
  const rows = ids.flatMap((id) => {
    const product = catalog.product(id);
    if (product === undefined) return [];
    const picture =
      product.image === null
        ? icon('star')
        : el('img', { class: 'hallgen-logo', src: root + product.image, alt: '', decoding: 'async' });
    const row = button(
      { class: 'hallgen-row' },
      () => context.selectProduct(id),
      picture,
      el('span', { class: 'hallgen-names' }, el('strong', { dir: 'auto' }, product.name)),
    );
    return [el('li', {}, row)];
  });
  if (rows.length === 0) return null;
  return el(
    'section',
    {},
    el('h3', {}, say('highlights')),
    el('ul', { class: 'hallgen-rows' }, ...rows),
  );
}
