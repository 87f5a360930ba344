/** Leads on where pages are opened as files, by double click: a folder's address shows no page then,
 * but its files. Browsers run no modules there, so this script is none. */
export {};

if (location.protocol === 'file:') {
  const lead = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link?.protocol === 'file:' && link.pathname.endsWith('/')) link.pathname += 'index.html';
  };
  for (const name of ['click', 'auxclick']) document.addEventListener(name, lead, { capture: true });
}
