/** Events for calendars: https://www.rfc-editor.org/rfc/rfc5545 */
import { joined, line, textLine } from './lines';

/** `start` and `end` are moments (ISO 8601): without an offset they are the place's own, and days
 * alone ("2026-09-22", the end the last of them) are whole days. */
export interface CalendarEvent {
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly end: string | null;
  readonly place: string;
  readonly description: string;
}

/** Somebody who asks, and somebody who is asked: mail addresses. */
export interface Invitation {
  readonly from: string;
  readonly to: string;
}

/** A file of events. With an invitation it is a request for a meeting. */
export function calendarFile(
  events: readonly CalendarEvent[],
  written: Date,
  invitation?: Invitation,
): string {
  return joined([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//hallgen//',
    ...(invitation === undefined ? [] : ['METHOD:REQUEST']),
    ...events.flatMap((event) => lines(event, written, invitation)),
    'END:VCALENDAR',
  ]);
}

function lines(
  event: CalendarEvent,
  written: Date,
  invitation: Invitation | undefined,
): readonly string[] {
  const people =
    invitation === undefined
      ? []
      : [
          line('ORGANIZER', `mailto:${invitation.from}`),
          line('ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=TRUE', `mailto:${invitation.to}`),
        ];
  return [
    'BEGIN:VEVENT',
    textLine('UID', event.id),
    `DTSTAMP:${universal(written)}`,
    textLine('SUMMARY', event.title),
    moment('DTSTART', event.start, 0),
    ...(event.end === null ? [] : [moment('DTEND', event.end, 1)]),
    ...(event.place === '' ? [] : [textLine('LOCATION', event.place)]),
    ...(event.description === '' ? [] : [textLine('DESCRIPTION', event.description)]),
    ...people,
    'END:VEVENT',
  ];
}

/** `later` are days to add to a day alone: the end of whole days is the morning after. */
function moment(name: string, when: string, later: number): string {
  if (/^\d{4}-\d\d-\d\d$/.test(when)) {
    const day = new Date(`${when}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + later);
    return `${name};VALUE=DATE:${universal(day).slice(0, 8)}`;
  }
  if (/([+-]\d\d:\d\d|Z)$/.test(when)) return `${name}:${universal(new Date(when))}`;
  return `${name}:${`${when}:00`.slice(0, 19).replace(/[-:]/g, '')}`;
}

const universal = (when: Date): string =>
  `${when.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
