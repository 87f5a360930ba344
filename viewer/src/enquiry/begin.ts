/** The form by which a visitor writes to an exhibitor: by mail, or to the organiser's endpoint. */
import { button } from '../dom';
import { calendarFile } from '../files/calendar';
import { download } from '../files/download';
import { filled } from '../filled';
import { tabMemory } from '../memory';
import { wordsOf } from '../pages/part';
import {
  type Addressee,
  type Enquiry,
  type EnquiryWords,
  isMail,
  letterOf,
  mailTo,
  meetingEvent,
  missingOf,
  subjectOf,
  textOf,
} from './enquiry';
import { Draft, EnquiryForm } from './form';
import { SendError, send } from './send';

export function begin(element: HTMLElement, signal: AbortSignal): void {
  const form = element.querySelector('form');
  if (form === null) return;
  const { exhibitor = '', name = '', fair = '', fairName = '', place = '' } = element.dataset;
  const to = { exhibitor, name, fair, fairName, place };
  const fields = new EnquiryForm(form, new Draft(tabMemory(), exhibitor));
  fields.choose(new URLSearchParams(location.search).get('product'));
  const desk = new Desk(element, to, fields, performance.now());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void desk.submit();
  }, { signal });
  element.hidden = false;
  // The form was not there when the browser looked for it.
  if (location.hash === '#enquiry') element.scrollIntoView();
}

class Desk {
  private readonly words: EnquiryWords;
  private readonly status: HTMLElement | null;

  constructor(
    private readonly element: HTMLElement,
    private readonly to: Addressee,
    private readonly fields: EnquiryForm,
    private readonly shown: number,
  ) {
    this.words = wordsOf(element);
    this.status = element.querySelector('.enquiry-status');
  }

  async submit(): Promise<void> {
    const enquiry = this.fields.written;
    if (!this.complete(enquiry)) return;
    const { endpoint, email } = this.element.dataset;
    if (endpoint !== undefined) await this.post(endpoint, enquiry);
    else if (email !== undefined) this.mail(email, enquiry);
  }

  private complete(enquiry: Enquiry): boolean {
    const missing = missingOf(enquiry);
    const wrong = missing.length === 0 && !isMail(enquiry.email);
    this.fields.blame(wrong ? ['email'] : missing);
    if (wrong) this.say(this.words.wrong_email);
    else if (missing.length > 0) {
      const fields = missing.map((field) => this.words[field]).join(', ');
      this.say(filled(this.words.missing, { fields }));
    }
    return missing.length === 0 && !wrong;
  }

  private mail(email: string, enquiry: Enquiry): void {
    const { words, to } = this;
    const text = textOf(enquiry, words);
    const link = document.createElement('a');
    link.href = mailTo(email, subjectOf(to, words), text);
    link.click();
    const copy = button(
      { class: 'button small quiet' },
      () => void navigator.clipboard.writeText(text).then(() => this.say(words.copied)),
      words.copy,
    );
    this.say(words.opened, copy, ...this.invitation(enquiry, email));
  }

  private async post(endpoint: string, enquiry: Enquiry): Promise<void> {
    const { words, to, fields } = this;
    const trace = { elapsed: Math.round(performance.now() - this.shown), trap: fields.trap };
    const { lang } = document.documentElement;
    this.say(words.sending);
    try {
      await send(endpoint, letterOf(enquiry, to, location.href, lang, trace));
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
      this.say(filled(words.failed, { reason: error.status ?? words.offline }));
      return;
    }
    fields.sent();
    this.say(filled(words.sent, { email: enquiry.email }), ...this.invitation(enquiry, undefined));
  }

  /** The meeting for a calendar: as an invitation where the exhibitor's address is known. */
  private invitation(enquiry: Enquiry, email: string | undefined): HTMLElement[] {
    const { meeting } = enquiry;
    if (meeting === null) return [];
    const save = (): void => {
      const event = meetingEvent(meeting, enquiry, this.to, this.words);
      const people = email === undefined ? undefined : { from: enquiry.email, to: email };
      const file = calendarFile([event], new Date(), people);
      download(`${this.to.name}.ics`, 'text/calendar', file);
    };
    return [button({ class: 'button small quiet' }, save, this.words.invite)];
  }

  private say(words: string, ...more: HTMLElement[]): void {
    this.status?.replaceChildren(words, ...more);
  }
}
