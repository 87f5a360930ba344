/** Opens the view of a product's model, whose code comes when it is first wanted. */
import type { ShardProduct } from '../manifest';
import type { ViewParts } from '../view';

/** Resolves when the visitor closed it, and at once for a product without a model. Throws NoWebGLError,
 * or where the code does not come. */
export async function inspectProduct(
  { root, page, say, stage: { software } }: ViewParts,
  { name, model }: ShardProduct,
  calm: boolean,
  failed: (error: unknown) => void,
): Promise<void> {
  if (model === null) return;
  const { showInspector } = await import('./inspector');
  const address = page.root + model.inspect;
  const { language } = page;
  await showInspector(root, { name, model, address, language, say, software, calm, failed });
}
