/** What a panel says of a product. */
import { button, el, icon } from '../dom';
import type { ShardProduct } from '../manifest';
import { photoOf } from '../photo';
import { slugOf } from '../visit/catalog';
import { type PanelContext, entrances, logo, writeLink } from './exhibitor';
import { saveButton } from './save';

export function productContent(context: PanelContext, id: string): HTMLElement {
  const { catalog, say, root } = context;
  const product = catalog.product(id)!;
  const maker = catalog.exhibitorOf(id);
  const exhibitor = maker === undefined ? undefined : catalog.exhibitor(maker);
  return el(
    'div',
    { class: 'hallgen-content' },
    photo(product, root),
    product.model !== null && inspectButton(context, product),
    product.category !== '' &&
      el('p', { class: 'hallgen-category', dir: 'auto' }, product.category),
    el('h2', { dir: 'auto' }, product.name),
    saveButton(context, product.page),
    exhibitor?.writable && writeLink(context, exhibitor.page, `?product=${slugOf(product.page)}`),
    product.description !== '' &&
      el('p', { class: 'hallgen-intro', dir: 'auto' }, product.description),
    maker !== undefined && entrances(context, maker, id),
    exhibitor !== undefined &&
      maker !== undefined &&
      button(
        { class: 'hallgen-row' },
        () => context.selectExhibitor(maker),
        logo(exhibitor, root),
        el('span', { class: 'hallgen-names' }, el('strong', { dir: 'auto' }, exhibitor.name)),
      ),
    el(
      'a',
      { class: 'hallgen-action hallgen-primary', href: root + product.page },
      say('page'),
      icon('page'),
    ),
  );
}

function photo({ image, name }: ShardProduct, root: string): HTMLElement | null {
  if (image === null) return null;
  const { element, picture } = photoOf(root + image, { class: 'hallgen-photo', alt: name });
  picture.addEventListener('error', () => element.remove());
  return element;
}

function inspectButton(context: PanelContext, product: ShardProduct): HTMLButtonElement {
  const made = button(
    { class: 'hallgen-action', 'aria-haspopup': 'dialog' },
    () => context.inspect(product, made),
    icon('solid'),
    context.say('inspect'),
  );
  return made;
}
