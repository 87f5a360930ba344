/** The code by which another site shows this hall, to copy. */
import { button, el } from '../dom';
import { type Words, wordsOf } from '../pages/part';

export function begin(element: HTMLElement): void {
  const words: Words<'copy' | 'copied' | 'code'> = wordsOf(element);
  const { place = '', title = '' } = element.dataset;
  const address = new URL(place, document.baseURI);
  address.searchParams.set('embed', '');
  const frame = el('iframe', {
    src: address.href.replace('embed=', 'embed'),
    title,
    width: '960',
    height: '540',
    loading: 'lazy',
    allow: 'fullscreen; xr-spatial-tracking',
  });
  const code = el('textarea', { readonly: '', rows: '4', 'aria-label': words.code });
  code.value = frame.outerHTML;
  code.addEventListener('focus', () => code.select());
  const status = el('span', { role: 'status' });
  const copy = button(
    { class: 'button small quiet' },
    () =>
      void navigator.clipboard.writeText(code.value).then(() => {
        status.textContent = words.copied;
      }),
    words.copy,
  );
  element.append(code, el('p', { class: 'booth-actions' }, copy, status));
  element.hidden = false;
}
