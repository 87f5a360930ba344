/** The one inline script of pages that show halls. */
import { showFair } from './fair';
import { showHall } from './hall';

const found = (id: string): HTMLElement | null => document.getElementById(id);
const view = found('hallgen-view');
const plan = found('hallgen-plan')!.textContent;
if (view === null) showFair(found('hallgen-fair')!, plan);
else showHall(view, plan, found('hallgen-boot')!.textContent);
