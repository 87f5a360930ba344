/** The small controls over the view: where one is, help, settings, other languages, the list. */
import { button, el, icon } from '../dom';
import type { PageData } from '../manifest';
import type { Settings } from '../settings';
import type { Saver } from '../stored/saver';
import type { Say } from '../strings';
import { makeSettings } from './settings';
import { Sheet } from './sheet';

export interface Bar {
  readonly element: HTMLElement;
  /** What opens below it. */
  readonly sheets: readonly HTMLElement[];
}

/** `view` is what can be made as large as the window; `target` is the address of the page's list
 * and plan, where it has one; `saver` saves the hall. */
export function makeBar(
  view: HTMLElement,
  page: PageData,
  hall: string,
  settings: Settings,
  say: Say,
  target: string | undefined,
  saver: Saver,
): Bar {
  const sheets: Sheet[] = [];
  const alone = (): void => sheets.forEach((sheet) => sheet.close());
  const help = new Sheet(say, 'help', alone, ...makeHelp(say));
  const choices = new Sheet(say, 'settings', alone, ...makeSettings(settings, say));
  const store = new Sheet(
    say,
    'store',
    () => {
      alone();
      saver.open();
    },
    saver.element,
  );
  sheets.push(help, choices, ...(page.worker === null ? [] : [store]));
  const list =
    target === undefined
      ? null
      : el(
          'a',
          {
            class: 'hallgen-button',
            href: target,
            'aria-label': say('to-list'),
            title: say('to-list'),
          },
          icon('list'),
        );
  const element = el(
    'div',
    { class: 'hallgen-bar' },
    el('p', { class: 'hallgen-hall', dir: 'auto' }, hall),
    el(
      'div',
      { class: 'hallgen-tools' },
      ...sheets.map(({ toggle }) => toggle),
      languages(page, say),
      list,
      makeExpand(view, say),
    ),
  );
  return { element, sheets: sheets.map((sheet) => sheet.element) };
}

/** Makes the view as large as the window and small again; works where full screen does not. */
function makeExpand(view: HTMLElement, say: Say): HTMLButtonElement {
  const element = button({ class: 'hallgen-button' }, () => set(!('expanded' in view.dataset)));
  const set = (expanded: boolean): void => {
    view.toggleAttribute('data-expanded', expanded);
    element.replaceChildren(icon(expanded ? 'shrink' : 'expand'));
    const words = say(expanded ? 'shrink' : 'expand');
    element.setAttribute('aria-label', words);
    element.title = words;
  };
  view.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') set(false);
  });
  // The way to the list leads out of an expanded view.
  view.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a[href^="#"]') !== null)
      set(false);
  });
  set(false);
  return element;
}

function languages(page: PageData, say: Say): HTMLElement | null {
  const links = Object.entries(page.languages).map(([language, address]) =>
    el(
      'a',
      {
        href: page.root + address,
        hreflang: language,
        lang: language,
        'aria-current': language === page.language ? 'true' : undefined,
      },
      autonym(language),
    ),
  );
  if (links.length < 2) return null;
  return el('nav', { class: 'hallgen-languages', 'aria-label': say('languages') }, ...links);
}

/** A language's name in itself, short where there is a short way. */
function autonym(language: string): string {
  const short: Readonly<Record<string, string>> = {
    en: 'EN',
    zh: '中文',
    ja: '日本語',
    ko: '한국어',
  };
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  // Some write it small in a sentence; a link is none.
  return short[language] ?? name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

function makeHelp(say: Say): HTMLElement[] {
  const rows = (['walk', 'look', 'go', 'fast', 'open'] as const).flatMap((name) => [
    el('dt', {}, say(`help-${name}-keys`)),
    el('dd', {}, say(`help-${name}`)),
  ]);
  return [
    el('dl', { class: 'hallgen-keys' }, ...rows),
    el('p', { class: 'hallgen-touch' }, say('help-touch')),
  ];
}
