/** The cards of exhibitors' and products' pages: what a visitor's own lists say of them. */
import type { CardBooth, PageCard } from '../manifest';
import { list, literal, object, oneOf, orNull, pair, parse, text } from '../parse';

const card = object<PageCard>({
  format: literal(1),
  kind: oneOf('exhibitor', 'product', 'session'),
  address: text,
  name: text,
  note: text,
  picture: orNull(text),
  maker: text,
  maker_address: text,
  booths: list(object<CardBooth>({ id: text, number: text, hall: text, plan: text, walk: text })),
  website: orNull(text),
  email: orNull(text),
  phone: orNull(text),
  specifications: list(pair(text, text)),
  start: orNull(text),
  end: orNull(text),
});

/** The card of a page, or of a part of it; undefined where it has none. Throws ParseError or
 * SyntaxError. */
export function cardOf(page: Document, part?: string): PageCard | undefined {
  const block = page.getElementById(part === undefined ? 'hallgen-card' : `hallgen-card-${part}`);
  return block === null ? undefined : parse("the page's card", card, JSON.parse(block.textContent));
}
