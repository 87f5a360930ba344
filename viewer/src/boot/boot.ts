/** The one inline script of pages that show halls. */
import { showFair } from './fair';
import { showHall } from './hall';

const found = (id: string): HTMLElement | null => document.getElementById(id);
const view = found('hallgen-view');
const plan = found('hallgen-plan')!.textContent;
if (view === null) whenSeen(found('hallgen-fair')!, (root) => showFair(root, plan));
else showHall(view, plan, found('hallgen-boot')!.textContent);

/** A phone shows the fair below its first screen: what nobody sees yet is not drawn, and the page
 * is there before its drawing. Until then its picture shows the same. */
function whenSeen(root: HTMLElement, show: (root: HTMLElement) => void): void {
  const watch = new IntersectionObserver(
    ([entry]) => {
      if (!entry!.isIntersecting) return;
      watch.disconnect();
      show(root);
    },
    { threshold: 0.3 },
  );
  watch.observe(root);
}
