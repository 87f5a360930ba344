/** The small controls over the view: where one is, help, settings, other languages, the list. */
import type { Comfort } from '../comfort';
import { button, el, icon } from '../dom';
import type { HallShard, PageData } from '../manifest';
import type { Settings } from '../settings';
import type { Saver } from '../stored/saver';
import type { Say } from '../strings';
import type { Outlook } from '../visit/outlook';
import { makeComfort } from './comfort';
import { makeSettings } from './settings';
import { Sheet, type SheetName } from './sheet';

export interface Bar {
  readonly element: HTMLElement;
  /** What opens below it. */
  readonly sheets: readonly HTMLElement[];
  /** Close what is open. */
  close(): void;
}

export interface BarParts {
  /** What can be made as large as the window. */
  readonly root: HTMLElement;
  readonly page: PageData;
  readonly shard: Pick<HallShard, 'name'>;
  readonly settings: Settings;
  readonly comfort: Comfort;
  readonly say: Say;
  /** The address of the page's list and plan, where it has one. */
  readonly target: string | undefined;
  readonly outlook: Pick<Outlook, 'around' | 'refresh'>;
  /** Saves the hall, where the site has a worker that may. */
  readonly saver: Saver;
}

export function makeBar(parts: BarParts): Bar {
  const { root, page, say, target, outlook, saver } = parts;
  const sheets: Sheet[] = [];
  const sheet = (name: SheetName, content: readonly Node[], opened?: () => void): void => {
    const made = new Sheet(
      say,
      name,
      () => {
        for (const other of sheets) if (other !== made) other.close();
        opened?.();
      },
      ...content,
    );
    sheets.push(made);
  };
  sheet('near', outlook.around.content, () => outlook.refresh());
  sheet('help', makeHelp(say));
  sheet('settings', [
    ...makeSettings(parts.settings, say),
    makeComfort(parts.comfort, say),
  ]);
  if (page.worker !== null) sheet('store', [saver.element], () => saver.open());
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
    el('p', { class: 'hallgen-hall', dir: 'auto' }, parts.shard.name),
    el(
      'div',
      { class: 'hallgen-tools' },
      ...sheets.map(({ toggle }) => toggle),
      languages(page, say),
      list,
      makeExpand(root, say),
    ),
  );
  return {
    element,
    sheets: sheets.map((one) => one.element),
    close: () => {
      for (const one of sheets) one.close();
    },
  };
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
  // The page has a landmark for them: two would be told as one and the same.
  const group = { class: 'hallgen-languages', role: 'group', 'aria-label': say('languages') };
  return el('div', group, ...links);
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
  const rows = (['walk', 'look', 'go', 'fast', 'open', 'step', 'where'] as const).flatMap((name) => [
    el('dt', {}, say(`help-${name}-keys`)),
    el('dd', {}, say(`help-${name}`)),
  ]);
  return [
    el('dl', { class: 'hallgen-keys' }, ...rows),
    el('p', { class: 'hallgen-touch' }, say('help-touch')),
  ];
}
