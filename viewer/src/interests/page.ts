/** The page of a visitor's interests: what they choose, and who fits, with the reason. */
import { button, el } from '../dom';
import { filled } from '../filled';
import { type FindWord, Results } from '../find/results';
import type { SearchThing } from '../manifest';
import { type Words, wordsOf } from '../pages/part';
import { SearchIndex } from '../search/index';
import { shortlist } from '../shortlist/shortlist';
import { type Interests, KeptInterests, NONE, wordsIn } from './interests';
import { type Match, matches } from './ranking';

/** Things of each kind that are shown. */
const MOST = 12;
/** Milliseconds of rest after which is searched. */
const REST = 150;

type Word =
  | FindWord
  | ('exhibitors' | 'products' | 'empty' | 'nothing' | 'because' | 'save' | 'saved' | 'clear')
  | 'failed';

export function begin(element: HTMLElement): void {
  new InterestsPage(element, element.dataset.root ?? '', wordsOf<Word>(element));
}

class InterestsPage {
  private readonly form: HTMLFormElement;
  private readonly input: HTMLInputElement;
  private readonly place = el('div', { class: 'interests-found' });
  private readonly status = el('p', { class: 'find-status', role: 'status' });
  private readonly index: SearchIndex;
  private readonly kept: KeptInterests;
  private timer = 0;
  /** Answers that come after a later question count for nothing. */
  private asked = 0;

  constructor(
    element: HTMLElement,
    private readonly root: string,
    private readonly words: Words<Word>,
  ) {
    this.index = new SearchIndex(root, document.documentElement.lang);
    this.kept = new KeptInterests(root);
    this.form = element.querySelector('form')!;
    this.input = this.form.querySelector<HTMLInputElement>('[name=words]')!;
    element.querySelector('.interests-lists')?.remove();
    element.append(el('div', {}, this.status, this.place));
    this.form.hidden = false;
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.form.addEventListener('input', () => this.change());
    const clear = this.form.querySelector<HTMLButtonElement>('.interests-clear');
    clear?.addEventListener('click', () => {
      this.fill(NONE);
      this.change();
    });
    this.fill(this.kept.value);
    void this.show(this.kept.value);
  }

  private get boxes(): HTMLInputElement[] {
    return [...this.form.querySelectorAll<HTMLInputElement>('input[name=category]')];
  }

  private fill({ categories, words }: Interests): void {
    for (const box of this.boxes) box.checked = categories.includes(box.value);
    this.input.value = words.join(', ');
  }

  private change(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      const categories = this.boxes.filter((box) => box.checked).map((box) => box.value);
      this.kept.keep({ categories, words: wordsIn(this.input.value) });
      void this.show(this.kept.value);
    }, REST);
  }

  private async show(interests: Interests): Promise<void> {
    const asked = ++this.asked;
    if (interests.categories.length + interests.words.length === 0) {
      this.status.textContent = this.words.empty;
      return this.place.replaceChildren();
    }
    try {
      const sections = await this.sections(interests);
      if (asked !== this.asked) return;
      this.status.textContent = sections.length === 0 ? this.words.nothing : '';
      this.place.replaceChildren(...sections);
    } catch (error) {
      console.error(error);
      if (asked === this.asked) this.status.textContent = this.words.failed;
    }
  }

  private async sections(interests: Interests): Promise<HTMLElement[]> {
    const { index } = this;
    const [{ count }, facets] = await Promise.all([index.warm(), index.facets()]);
    const scores = await Promise.all(interests.words.map((word) => index.scores(word)));
    const found = new Map(interests.words.map((word, at) => [word, scores[at]!]));
    const made: HTMLElement[] = [];
    for (const kind of ['exhibitor', 'product'] as const) {
      const best = matches(interests, kind, facets, found, count).slice(0, MOST);
      const things = await index.things(best.map(({ thing }) => thing));
      if (things.length > 0) made.push(this.section(kind, best, things));
    }
    return made;
  }

  private section(
    kind: 'exhibitor' | 'product',
    best: readonly Match[],
    things: readonly SearchThing[],
  ): HTMLElement {
    const { words } = this;
    const results = new Results(this.root, words);
    results.show(things, best.map((match) => filled(words.because, { reasons: this.reasons(match) })));
    const title = el('h2', {}, kind === 'exhibitor' ? words.exhibitors : words.products);
    return el('section', {}, title, results.element, kind === 'exhibitor' && this.saving(things));
  }

  private reasons({ categories, words }: Match): string {
    const names = categories.map((slug) => {
      const box = this.boxes.find(({ value }) => value === slug);
      return box?.closest('.choice')?.querySelector('.choice-name')?.textContent ?? slug;
    });
    return [...names, ...words.map((word) => `“${word}”`)].join(' · ');
  }

  private saving(things: readonly SearchThing[]): HTMLElement {
    const addresses = things.map(({ page }) => page.slice(page.indexOf('/') + 1));
    const save = button(
      { class: 'button quiet small' },
      () => {
        shortlist(this.root).add(addresses);
        save.textContent = this.words.saved;
        save.disabled = true;
      },
      this.words.save,
    );
    return el('p', {}, save);
  }
}
