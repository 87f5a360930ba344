/** The form beside a booth's preview: what is changed in it is sent at once and written into the
 * exhibitor's files, and what would be wrong is told where it was said. */
import { el } from '../dom';
import { filled } from '../filled';
import { wordsOf } from '../pages/part';

type Key = 'saving' | 'saved' | 'refused' | 'failed' | 'not_named';

interface Fault {
  severity: string;
  code: string;
  message: string;
  advice: string;
}

interface Answer {
  faults?: readonly Fault[];
  file?: string;
  named?: boolean;
  undo: boolean;
  redo: boolean;
}

/** How long after the last stroke of a key what was written is sent, in milliseconds. */
const REST = 350;

export function beginForm(form: HTMLFormElement, signal: AbortSignal): void {
  const words = wordsOf<Key>(form);
  const address = new URL(form.dataset.form!, document.baseURI).href;
  const state = form.querySelector('[data-form-state]')!;
  const late = new Map<string, number>();
  let sent = Promise.resolve();

  const post = (way: string, kind: string, body: BodyInit, key: string): void => {
    // One after the other, so that what was changed last is written last.
    sent = sent.then(async () => {
      state.textContent = words.saving;
      try {
        const headers = { 'Content-Type': kind };
        const response = await fetch(address + way, { method: 'POST', headers, body });
        if (!response.ok) throw new Error(await response.text());
        show((await response.json()) as Answer, key);
      } catch (error) {
        state.textContent = filled(words.failed, { reason: reasonOf(error) });
      }
    });
  };
  const show = (answer: Answer, key: string): void => {
    const faults = answer.faults ?? [];
    const told = form.querySelector(`[data-faults="${key}"]`);
    told?.replaceChildren(...faults.map(faultItem));
    for (const control of form.querySelectorAll(`[name="${key}"]`)) {
      control.setAttribute('aria-invalid', String(faults.length > 0));
    }
    for (const act of ['undo', 'redo'] as const) {
      form.querySelector(`[data-act="${act}"]`)?.toggleAttribute('disabled', !answer[act]);
    }
    state.textContent = faults.length > 0 ? words.refused : words.saved;
    if (answer.named === false) {
      state.textContent = filled(words.not_named, { file: answer.file ?? '' });
    }
  };
  const send = (change: { key: string }): void => {
    post('', 'application/json', JSON.stringify(change), change.key);
  };
  const sendField = (key: string): void => {
    clearTimeout(late.get(key));
    late.delete(key);
    send({ key, ...valueOf(form, key) });
  };
  const drop = (box: HTMLElement, file: File): void => {
    const said = new URLSearchParams({ kind: box.dataset.drop!, name: file.name });
    if (box.dataset.of) said.set('product', box.dataset.of);
    post(`/file?${said}`, 'application/octet-stream', file, 'video');
  };

  form.addEventListener('submit', (event) => event.preventDefault(), { signal });
  form.addEventListener(
    'input',
    ({ target }) => {
      const control = target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
      if (control.matches('[data-picker]')) {
        form.querySelector<HTMLInputElement>('[name=color]')!.value = control.value;
      }
      const key = control.matches('[data-picker]') ? 'color' : control.name;
      if (!key) return;
      clearTimeout(late.get(key));
      late.set(key, setTimeout(() => sendField(key), REST));
    },
    { signal },
  );
  form.addEventListener(
    'change',
    ({ target }) => {
      const control = target as HTMLInputElement;
      const file = control.files?.[0];
      const box = control.closest<HTMLElement>('[data-drop]');
      if (file && box) drop(box, file);
      else if (late.has(control.name)) sendField(control.name);
    },
    { signal },
  );
  form.addEventListener(
    'click',
    ({ target }) => {
      const pressed = (target as Element).closest<HTMLElement>('button');
      const act = pressed?.dataset.act;
      if (pressed?.dataset.move) {
        move(pressed, Number(pressed.dataset.move));
        sendField('products');
      } else if (act === 'no-video') send({ key: 'video' });
      else if (act !== undefined) post(`/${act}`, 'application/json', '{}', '');
    },
    { signal },
  );
  for (const kind of ['dragover', 'drop'] as const) {
    form.addEventListener(
      kind,
      (event) => {
        const box = (event.target as Element).closest<HTMLElement>('[data-drop]');
        event.preventDefault(); // a file that misses is not to take the page's place
        const file = event.dataTransfer?.files[0];
        if (kind === 'drop' && box && file) drop(box, file);
      },
      { signal },
    );
  }
}

/** Take over what a page says that was made since: each field but the one that is being written in.
 * Where a file was chosen, the focus stays on what chooses it. */
export function renewForm(form: HTMLFormElement, made: ParentNode): void {
  for (const field of form.querySelectorAll<HTMLElement>('[data-field]')) {
    const said = made.querySelector(`[data-field="${field.dataset.field!}"]`);
    if (said === null) continue;
    const active = document.activeElement;
    if (!field.contains(active) || active?.matches('[type=file]')) {
      const at = [...field.querySelectorAll('[type=file]')].indexOf(active!);
      field.replaceWith(document.adoptNode(said));
      if (at >= 0) said.querySelectorAll<HTMLElement>('[type=file]')[at]?.focus();
      continue;
    }
    const told = field.querySelector('[data-faults]');
    const found = said.querySelector('[data-faults]');
    if (told !== null && found !== null) told.replaceWith(document.adoptNode(found));
  }
}

/** What the controls of a key say, as the form's change of it. */
export function valueOf(form: ParentNode, key: string): Readonly<Record<string, unknown>> {
  if (key === 'products') {
    const items = [...form.querySelectorAll<HTMLElement>('.form-products > li')];
    return { ids: items.map((item) => item.dataset.id!) };
  }
  const controls = [...form.querySelectorAll<HTMLInputElement>(`[name="${key}"]`)];
  if (key === 'claim' || key === 'intro') {
    return { texts: Object.fromEntries(controls.map((one) => [one.dataset.language!, one.value])) };
  }
  return { text: controls[0]?.value ?? '' };
}

/** Move the product of a pressed button by so many places; the button keeps the focus. */
function move(pressed: HTMLElement, by: number): void {
  const item = pressed.closest('li')!;
  const list = item.parentElement!;
  const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
  if (other === null) return;
  if (by < 0) other.before(item);
  else other.after(item);
  const items = [...list.children];
  for (const [at, one] of items.entries()) {
    one.querySelector('[data-move="-1"]')!.toggleAttribute('disabled', at === 0);
    one.querySelector('[data-move="1"]')!.toggleAttribute('disabled', at === items.length - 1);
  }
  if (pressed.hasAttribute('disabled')) item.querySelector<HTMLElement>('[data-move]:enabled')?.focus();
  else pressed.focus();
}

function faultItem(fault: Fault): HTMLLIElement {
  const text = `${fault.message} ${fault.advice}`.trim();
  return el(
    'li',
    { class: `fault-${fault.severity}` },
    el('strong', {}, fault.code),
    ' ',
    el('span', { lang: 'en' }, text),
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
