/** The form on the page: what is written in it, and that it is not lost. */
import { type Memory, remember } from '../memory';
import { type Enquiry, type Meeting, meetingAt } from './enquiry';

const FIELDS = ['name', 'company', 'email', 'phone', 'message'] as const;
/** Who one is, is the same for every exhibitor. */
const OWN = ['name', 'company', 'email', 'phone'] as const;

export class EnquiryForm {
  constructor(
    private readonly form: HTMLFormElement,
    private readonly draft: Draft,
  ) {
    for (const [field, value] of Object.entries(draft.read())) {
      const input = this.field(field);
      if (input !== null && input.value === '') input.value = value;
    }
    form.addEventListener('input', () => this.keep());
  }

  /** Choose what the address asks for: the product whose page led here. */
  choose(product: string | null): void {
    for (const box of this.boxes) if (box.value === product) box.checked = true;
  }

  get written(): Enquiry {
    const text = (name: (typeof FIELDS)[number]): string => this.field(name)?.value.trim() ?? '';
    return {
      name: text('name'),
      company: text('company'),
      email: text('email'),
      phone: text('phone'),
      message: text('message'),
      products: this.boxes
        .filter((box) => box.checked)
        .map((box) => ({ slug: box.value, name: box.dataset.name ?? box.value })),
      meeting: this.meeting,
    };
  }

  get trap(): string {
    return this.field('homepage')?.value ?? '';
  }

  /** Mark fields as wrong, and go to the first of them. */
  blame(names: readonly string[]): void {
    for (const name of FIELDS) {
      const field = this.field(name);
      if (names.includes(name)) field?.setAttribute('aria-invalid', 'true');
      else field?.removeAttribute('aria-invalid');
    }
    if (names[0] !== undefined) this.field(names[0])?.focus();
  }

  /** What was sent need not be sent again. */
  sent(): void {
    for (const box of this.boxes) box.checked = false;
    const message = this.field('message');
    if (message !== null) message.value = '';
    this.keep();
  }

  private get boxes(): HTMLInputElement[] {
    return [...this.form.querySelectorAll<HTMLInputElement>('input[name=product]')];
  }

  private get meeting(): Meeting | null {
    const day = this.form.querySelector<HTMLSelectElement>('select[name=day]');
    const time = this.form.querySelector<HTMLSelectElement>('select[name=time]');
    if (!day?.value || !time) return null;
    return meetingAt(day.value, time.value, day.selectedOptions[0]?.dataset.offset ?? '');
  }

  private field(name: string): HTMLInputElement | HTMLTextAreaElement | null {
    return this.form.querySelector(`input[name=${name}], textarea[name=${name}]`);
  }

  private keep(): void {
    const written = FIELDS.map((name) => [name, this.field(name)?.value ?? ''] as const);
    this.draft.write(Object.fromEntries(written));
  }
}

/** What is being written, for as long as the browser is open: a page that is left by accident loses
 * nothing. What is one's own is there on every exhibitor's page. */
export class Draft {
  constructor(
    private readonly memory: Memory,
    private readonly exhibitor: string,
  ) {}

  read(): Readonly<Record<string, string>> {
    return { ...this.at('own'), ...this.at(this.exhibitor) };
  }

  write(fields: Readonly<Record<string, string>>): void {
    const own = Object.fromEntries(OWN.map((name) => [name, fields[name] ?? '']));
    this.put('own', own);
    this.put(this.exhibitor, { message: fields.message ?? '' });
  }

  private at(name: string): Record<string, string> {
    const kept = this.memory?.getItem(`hallgen.enquiry ${name}`);
    return kept ? (JSON.parse(kept) as Record<string, string>) : {};
  }

  private put(name: string, fields: Readonly<Record<string, string>>): void {
    remember(this.memory, `hallgen.enquiry ${name}`, JSON.stringify(fields));
  }
}
