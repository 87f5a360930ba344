/** What boards say of booths, exhibitors and products. Knows no WebGL. */
import type { ShardBooth } from '../manifest';
import type { Say } from '../strings';
import type { Catalog } from '../visit/catalog';
import type { Action, Telling } from './writing';

/** What a board is about. */
export type Subject =
  | { readonly kind: 'booth'; readonly booth: string }
  | { readonly kind: 'exhibitor'; readonly exhibitor: string }
  | { readonly kind: 'product'; readonly product: string };

export interface TellingParts {
  readonly catalog: Catalog;
  readonly say: Say;
  readonly open: (subject: Subject) => void;
  /** Stand before a booth. */
  readonly go: (booth: ShardBooth) => void;
  /** Take a product into one's hands. */
  readonly take: (product: string) => void;
  readonly close: () => void;
}

/** Products, or exhibitors of a booth, that a board offers: more would be higher than one is. */
const MOST = 8;

/** What there is to say; undefined where the hall knows nothing of it. */
export function tell(subject: Subject, parts: TellingParts): Telling | undefined {
  if (subject.kind === 'product') return ofProduct(subject.product, parts);
  if (subject.kind === 'exhibitor') return ofExhibitor(subject.exhibitor, parts);
  const booth = parts.catalog.booth(subject.booth);
  if (booth === undefined) return undefined;
  const [only] = booth.exhibitors;
  if (booth.exhibitors.length === 1) return ofExhibitor(only!, parts, booth);
  return ofBooth(booth, parts);
}

function ofBooth(booth: ShardBooth, { catalog, say, open, go, close }: TellingParts): Telling {
  const known = booth.exhibitors.flatMap((id) => {
    const exhibitor = catalog.exhibitor(id);
    if (exhibitor === undefined) return [];
    return [{ label: exhibitor.name, act: () => open({ kind: 'exhibitor', exhibitor: id }) }];
  });
  return {
    title: known.length === 0 ? say('no-exhibitor') : say('shared-by', { n: known.length }),
    facts: booth.number,
    text: '',
    actions: [
      ...known.slice(0, MOST),
      { label: say('go-there'), act: () => go(booth) },
      { label: say('close'), act: close },
    ],
  };
}

function ofExhibitor(
  id: string,
  { catalog, say, open, go, close }: TellingParts,
  at?: ShardBooth,
): Telling | undefined {
  const exhibitor = catalog.exhibitor(id);
  if (exhibitor === undefined) return undefined;
  const booth = at ?? catalog.boothsOf(id)[0];
  const products = exhibitor.products.flatMap((product): Action[] => {
    const known = catalog.product(product);
    return known ? [{ label: known.name, act: () => open({ kind: 'product', product }) }] : [];
  });
  return {
    title: exhibitor.name,
    facts: joined(booth?.number, exhibitor.name2, exhibitor.country),
    text: exhibitor.intro,
    actions: [
      ...products.slice(0, MOST),
      ...(booth === undefined ? [] : [{ label: say('go-there'), act: () => go(booth) }]),
      { label: say('close'), act: close },
    ],
  };
}

function ofProduct(
  id: string,
  { catalog, say, open, take, close }: TellingParts,
): Telling | undefined {
  const product = catalog.product(id);
  if (product === undefined) return undefined;
  const maker = catalog.exhibitorOf(id);
  const exhibitor = maker === undefined ? undefined : catalog.exhibitor(maker);
  const others = (exhibitor?.products ?? []).filter((one) => catalog.product(one) !== undefined);
  const next = others[(others.indexOf(id) + 1) % Math.max(1, others.length)];
  const actions: Action[] = [];
  if (product.model !== null) actions.push({ label: say('vr-take'), act: () => take(id) });
  if (next !== undefined && next !== id)
    actions.push({ label: say('vr-next'), act: () => open({ kind: 'product', product: next }) });
  if (maker !== undefined && exhibitor !== undefined)
    actions.push({ label: say('back'), act: () => open({ kind: 'exhibitor', exhibitor: maker }) });
  return {
    title: product.name,
    facts: joined(product.category, exhibitor?.name),
    text: product.description,
    actions: [...actions, { label: say('close'), act: close }],
  };
}

const joined = (...words: readonly (string | undefined)[]): string =>
  words.filter((word) => word !== undefined && word !== '').join(' · ');
