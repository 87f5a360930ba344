/** Opens the view of a product's model, whose code comes when it is first wanted. */
import type { ShardProduct } from '../manifest';
import type { ViewParts } from '../view';

/** How a model is shown at first: as it is, its parts away from each other, or in one's own room. */
export type Shown = 'whole' | 'apart' | 'room';

/** Resolves when the visitor closed it, and at once for a product without a model. Throws NoWebGLError,
 * or where the code does not come. */
export async function inspectProduct(
  { root, page, say, stage: { software } }: ViewParts,
  { name, model }: ShardProduct,
  calm: boolean,
  first: Shown,
  failed: (error: unknown) => void,
): Promise<void> {
  if (model === null) return;
  const { showInspector } = await import('./inspector');
  const { language, root: site } = page;
  await showInspector(root, { name, model, root: site, first, language, say, software, calm, failed });
}
