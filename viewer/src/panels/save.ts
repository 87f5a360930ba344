/** The button that puts what a panel shows on the visitor's list. */
import { button, icon } from '../dom';
import type { PanelContext } from './exhibitor';

/** `page` is the address of its page, with the language. */
export function saveButton({ list, say }: PanelContext, page: string): HTMLButtonElement {
  const address = page.slice(page.indexOf('/') + 1);
  const made = button({ class: 'hallgen-action hallgen-save' }, () => {
    list.toggle(address);
    show();
  });
  const show = (): void => {
    const saved = list.has(address);
    made.toggleAttribute('data-saved', saved);
    made.replaceChildren(icon('star'), say(saved ? 'saved' : 'save'));
  };
  show();
  return made;
}
