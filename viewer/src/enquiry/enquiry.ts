/** What a visitor writes to an exhibitor, as a mail and as what an organiser's endpoint takes. */
import { type CalendarEvent } from '../files/calendar';
import { filled } from '../filled';
import type { Words } from '../pages/part';

export type EnquiryWords = Words<
  | ('products' | 'name' | 'company' | 'email' | 'phone' | 'message' | 'missing' | 'wrong_email')
  | ('subject' | 'about' | 'meet' | 'opened' | 'copy' | 'copied' | 'sending' | 'sent' | 'failed')
  | ('offline' | 'invite')
>;

/** A product by its address and its name. */
export interface Topic {
  readonly slug: string;
  readonly name: string;
}

/** ISO 8601, with an offset where the fair's zone is known. */
export interface Meeting {
  readonly start: string;
  readonly end: string;
}

export interface Enquiry {
  readonly name: string;
  readonly company: string;
  readonly email: string;
  readonly phone: string;
  readonly message: string;
  readonly products: readonly Topic[];
  readonly meeting: Meeting | null;
}

/** To whom it is written, and where. */
export interface Addressee {
  readonly exhibitor: string;
  readonly name: string;
  readonly fair: string;
  readonly fairName: string;
  readonly place: string;
}

/** How the form was filled in: what tells a program from a person, for the endpoint to judge. */
export interface Trace {
  /** Milliseconds since the form was shown. */
  readonly elapsed: number;
  /** What stands in the field that people do not see. */
  readonly trap: string;
}

/** A meeting takes half an hour. */
const MINUTES = 30;

export function meetingAt(day: string, time: string, offset: string): Meeting {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const end = hours * 60 + minutes + MINUTES;
  const two = (n: number): string => String(n).padStart(2, '0');
  const until = `${two(Math.floor(end / 60))}:${two(end % 60)}`;
  return { start: `${day}T${time}${offset}`, end: `${day}T${until}${offset}` };
}

/** The names of what is missing. */
export function missingOf(enquiry: Enquiry): readonly ('name' | 'email' | 'message')[] {
  return (['name', 'email', 'message'] as const).filter((field) => enquiry[field] === '');
}

/** Good enough to be answered to; whether somebody reads it is not ours to know. */
export const isMail = (address: string): boolean => /^[^\s@<>"',;]+@[^\s@<>"',;]+$/.test(address);

export const subjectOf = (to: Addressee, words: EnquiryWords): string =>
  filled(words.subject, { fair: to.fairName });

/** The mail: what was written, what it is about, and who wrote it. */
export function textOf(enquiry: Enquiry, words: EnquiryWords): string {
  const { products, meeting, message, name, company, email, phone } = enquiry;
  const about =
    products.length > 0 &&
    filled(words.about, { products: products.map((one) => one.name).join(', ') });
  const meet =
    meeting !== null && filled(words.meet, { when: meeting.start.slice(0, 16).replace('T', ' ') });
  const facts = [about, meet].filter((one) => one !== false).join('\n');
  const from = [name, company, email, phone].filter(Boolean).join('\n');
  return [message, facts, from].filter(Boolean).join('\n\n');
}

/** RFC 6068: lines of a mail end with both characters. */
export function mailTo(email: string, subject: string, text: string): string {
  const body = encodeURIComponent(text.replaceAll('\n', '\r\n'));
  return `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${body}`;
}

/** What an endpoint gets, as docs/enquiries.md tells it. */
export function letterOf(
  enquiry: Enquiry,
  to: Addressee,
  page: string,
  language: string,
  trace: Trace,
): Record<string, unknown> {
  return {
    format: 1,
    fair: to.fair,
    exhibitor: { id: to.exhibitor, name: to.name },
    ...enquiry,
    page,
    language,
    ...trace,
  };
}

export const meetingEvent = (
  meeting: Meeting,
  enquiry: Enquiry,
  to: Addressee,
  words: EnquiryWords,
): CalendarEvent => ({
  id: `${meeting.start}-${to.exhibitor}-${enquiry.email}`,
  title: `${to.name} – ${enquiry.company || enquiry.name}`,
  start: meeting.start,
  end: meeting.end,
  place: [to.fairName, to.place].filter(Boolean).join(', '),
  description: textOf(enquiry, words),
});
