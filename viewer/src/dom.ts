/** Elements, made in code: no HTML is ever parsed from data, and no style attribute is set. */

type Child = Node | string | null | undefined | false;
type Attributes = Readonly<Record<string, string | undefined>>;

/** An element with attributes and children. Texts become text nodes. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(
    ...children.filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/** A button that does something. */
export function button(
  attributes: Attributes,
  action: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const element = el('button', { type: 'button', ...attributes }, ...children);
  element.addEventListener('click', action);
  return element;
}

/** Line drawings on a 24 by 24 grid. */
const ICONS = {
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  help: 'M9.2 9.2a2.9 2.9 0 1 1 4.3 2.5c-1 .6-1.5 1.2-1.5 2.3M12 17.2v.1',
  settings: 'M4 7h8M16 7h4M4 12h2M10 12h10M4 17h9M17 17h3M14 5v4M8 10v4M15 15v4',
  store: 'M12 4v9.5M8 10l4 4 4-4M5 15v4.5h14V15',
  near: 'M12 21c-4-4.6-6.5-8-6.5-11a6.5 6.5 0 0 1 13 0c0 3-2.5 6.4-6.5 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  list: 'M12 4v15M6 13l6 6 6-6',
  globe:
    'M3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 0 0-17 0',
  mail: 'M4 6.5h16v11H4zM4.5 7l7.5 6 7.5-6',
  phone:
    'M7 4h3l1.5 4-2 1.5a10 10 0 0 0 5 5l1.5-2 4 1.5v3c0 1-1 2-2 2A15 15 0 0 1 5 6c0-1 1-2 2-2z',
  expand: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  shrink: 'M9 4v5H4M15 4v5h5M9 20v-5H4M15 20v-5h5',
  around:
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17M3.6 10.5c3.5 2.6 13.3 2.6 16.8 0',
  page: 'M5 12h13M13 6.5l5.5 5.5-5.5 5.5',
  star: 'M12 3.8l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z',
  map: 'M9 4L3.5 6v14L9 18l6 2 5.5-2V4L15 6zM9 4v14M15 6v14',
  way: 'M6 20.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 18.5h8a3.2 3.2 0 0 0 0-6.5H9a3.2 3.2 0 0 1 0-6.5h9M15 2.5l3 3-3 3',
  play: 'M8 5.5l10.5 6.5L8 18.5z',
  pause: 'M8.5 6v12M15.5 6v12',
  previous: 'M17.5 6.5l-8 5.5 8 5.5zM6.5 6.5v11',
  next: 'M6.5 6.5l8 5.5-8 5.5zM17.5 6.5v11',
  solid: 'M12 3.5l7.5 4.2v8.6L12 20.5l-7.5-4.2V7.7zM4.5 7.7L12 12l7.5-4.3M12 12v8.5',
} as const;

export type Icon = keyof typeof ICONS;

/** Those that point where reading goes on, or back: mirrored where that is to the left. */
const POINTING: ReadonlySet<Icon> = new Set(['back', 'page']);

export function icon(name: Icon): SVGSVGElement {
  const made = drawn(ICONS[name]);
  if (POINTING.has(name)) made.classList.add('pointing');
  return made;
}

/** An icon from the path of its lines. */
export function drawn(lines: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'hallgen-icon');
  path.setAttribute('d', lines);
  svg.append(path);
  return svg;
}
