/** What a panel says of a booth and of an exhibitor. */
import { button, el, icon } from '../dom';
import type { ShardBooth, ShardExhibitor, ShardExperience, ShardProduct } from '../manifest';
import type { Events } from '../events';
import { initial } from '../initial';
import { photoOf } from '../photo';
import type { Shortlist } from '../shortlist/shortlist';
import type { Say } from '../strings';
import type { Catalog } from '../visit/catalog';
import { saveButton } from './save';

export interface PanelContext {
  readonly catalog: Catalog;
  readonly list: Shortlist;
  readonly say: Say;
  /** The way from the page to the site's root. */
  readonly root: string;
  readonly selectExhibitor: (exhibitor: string) => void;
  readonly selectProduct: (product: string) => void;
  readonly contact: (detail: Events['contact']) => void;
  /** Look at a product's model from all sides. */
  readonly inspect: (product: ShardProduct, from: HTMLButtonElement) => void;
  /** Step into a panorama. */
  readonly enter: (experience: ShardExperience) => void;
}

/** Texts longer than this many characters start folded. */
const LONG = 260;

/** One exhibitor: logo, names, intro, products, ways to reach it. */
export function exhibitorContent(
  context: PanelContext,
  id: string,
  booth: ShardBooth | undefined,
): HTMLElement {
  const { catalog, say, root } = context;
  const exhibitor = catalog.exhibitor(id)!;
  return el(
    'div',
    { class: 'hallgen-content' },
    el(
      'header',
      { class: 'hallgen-head' },
      logo(exhibitor, root),
      el(
        'div',
        { class: 'hallgen-names' },
        numbers(booth === undefined ? catalog.boothsOf(id) : [booth]),
        el('h2', { dir: 'auto' }, exhibitor.name),
        exhibitor.name2 !== '' &&
          exhibitor.name2 !== exhibitor.name &&
          el('p', { class: 'hallgen-name2', dir: 'auto' }, exhibitor.name2),
        exhibitor.country !== '' &&
          el('p', { class: 'hallgen-country', dir: 'auto' }, exhibitor.country),
      ),
    ),
    exhibitor.intro === '' ? null : intro(exhibitor.intro, say),
    saveButton(context, exhibitor.page),
    exhibitor.writable && writeLink(context, exhibitor.page, ''),
    contacts(context, id, exhibitor),
    entrances(context, id, null),
    products(context, exhibitor),
    el(
      'a',
      { class: 'hallgen-action hallgen-primary', href: root + exhibitor.page },
      say('page'),
      icon('page'),
    ),
  );
}

/** The way to the form on the exhibitor's page. `query` names what one writes about. */
export function writeLink({ say, root }: PanelContext, page: string, query: string): HTMLElement {
  const href = `${root}${page}${query}#enquiry`;
  return el('a', { class: 'hallgen-action', href }, icon('mail'), say('write'));
}

/** A booth that several share, or that nobody has taken. */
export function boothContent(context: PanelContext, booth: ShardBooth): HTMLElement {
  const { catalog, say } = context;
  const rows = booth.exhibitors.flatMap((id) => {
    const exhibitor = catalog.exhibitor(id);
    if (exhibitor === undefined) return [];
    return [
      el(
        'li',
        {},
        button(
          { class: 'hallgen-row' },
          () => context.selectExhibitor(id),
          logo(exhibitor, context.root),
          el(
            'span',
            { class: 'hallgen-names' },
            el('strong', { dir: 'auto' }, exhibitor.name),
            exhibitor.name2 !== '' &&
              el('span', { class: 'hallgen-name2', dir: 'auto' }, exhibitor.name2),
          ),
        ),
      ),
    ];
  });
  const empty = rows.length === 0;
  return el(
    'div',
    { class: 'hallgen-content' },
    el(
      'header',
      { class: 'hallgen-names' },
      numbers([booth]),
      el('h2', {}, empty ? say('no-exhibitor') : say('shared-by', { n: rows.length })),
    ),
    empty ? null : el('ul', { class: 'hallgen-rows' }, ...rows),
  );
}

/** The numbers of booths, as signs have them. */
export const numbers = (booths: readonly ShardBooth[]): HTMLElement =>
  el(
    'p',
    { class: 'hallgen-numbers' },
    ...booths.map(({ number }) => el('span', { class: 'hallgen-number' }, number)),
  );

/** Ways into the panoramas of a product, or of an exhibitor itself. */
export function entrances(
  { catalog, enter, say }: PanelContext,
  exhibitor: string,
  product: string | null,
): HTMLElement | null {
  const doors = catalog
    .experiencesOf(exhibitor, product)
    .map((one) =>
      button({ class: 'hallgen-action' }, () => enter(one), icon('around'), say('panorama')),
    );
  return doors.length === 0 ? null : el('div', { class: 'hallgen-actions' }, ...doors);
}

/** The logo, or the name's first character where there is none. */
export function logo(exhibitor: ShardExhibitor, root: string): HTMLElement {
  if (exhibitor.logo === null) {
    return el('span', { class: 'hallgen-logo', 'aria-hidden': 'true' }, initial(exhibitor.name));
  }
  const { element, picture } = photoOf(root + exhibitor.logo, { class: 'hallgen-logo', alt: '' });
  picture.addEventListener('error', () => element.remove());
  return element;
}

function intro(words: string, say: Say): HTMLElement {
  const text = el('p', { class: 'hallgen-intro', dir: 'auto' }, words);
  if (words.length <= LONG) return text;
  text.dataset.folded = '';
  const more = button(
    { class: 'hallgen-more', 'aria-expanded': 'false' },
    () => {
      const folded = text.toggleAttribute('data-folded');
      more.setAttribute('aria-expanded', String(!folded));
      more.textContent = say(folded ? 'more' : 'less');
    },
    say('more'),
  );
  return el('div', {}, text, more);
}

function contacts(
  { contact, say }: PanelContext,
  id: string,
  exhibitor: ShardExhibitor,
): HTMLElement | null {
  const ways = [
    ['website', exhibitor.website, exhibitor.website, 'globe'],
    ['email', exhibitor.email, `mailto:${exhibitor.email ?? ''}`, 'mail'],
    ['phone', exhibitor.phone, `tel:${(exhibitor.phone ?? '').replace(/[^\d+]/g, '')}`, 'phone'],
  ] as const;
  const links = ways.flatMap(([by, value, href, name]) => {
    if (value === null || value === '' || href === null) return [];
    const away = by === 'website' ? { target: '_blank', rel: 'noopener noreferrer' } : {};
    const link = el(
      'a',
      { class: 'hallgen-contact', href, title: value, ...away },
      icon(name),
      el('span', {}, say(by)),
    );
    link.addEventListener('click', () => contact({ exhibitor: id, by }));
    return [link];
  });
  return links.length === 0 ? null : el('div', { class: 'hallgen-contacts' }, ...links);
}

function products(context: PanelContext, exhibitor: ShardExhibitor): HTMLElement | null {
  const { catalog, say, root } = context;
  const cards = exhibitor.products.flatMap((id) => {
    const product = catalog.product(id);
    if (product === undefined) return [];
    const picture =
      product.image === null
        ? null
        : photoOf(root + product.image, { alt: '', loading: 'lazy' });
    picture?.picture.addEventListener('error', () => picture.element.parentElement?.remove());
    const card = button(
      { class: 'hallgen-card' },
      () => context.selectProduct(id),
      picture && el('span', { class: 'hallgen-picture' }, picture.element),
      el('span', { class: 'hallgen-card-name', dir: 'auto' }, product.name),
      product.category !== '' &&
        el('span', { class: 'hallgen-category', dir: 'auto' }, product.category),
    );
    return [el('li', {}, card)];
  });
  if (cards.length === 0) return null;
  return el(
    'section',
    {},
    el('h3', {}, say('products')),
    el('ul', { class: 'hallgen-cards' }, ...cards),
  );
}
