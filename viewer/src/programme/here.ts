/** Times of the fair's place told as the visitor's clock shows them. */
import { latin } from '../filled';

/** A moment (ISO 8601) as it is called where the visitor is; undefined where that is the same, or
 * the moment has no offset and so is the fair's own wherever one is. */
export function timeHere(moment: string, language: string): string | undefined {
  const offset = /([+-]\d\d:\d\d|Z)$/.exec(moment)?.[1];
  const when = new Date(moment);
  if (offset === undefined || Number.isNaN(when.getTime())) return undefined;
  if (-when.getTimezoneOffset() === minutes(offset)) return undefined;
  return new Intl.DateTimeFormat(latin(language), {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(when);
}

/** A moment as the fair's place has it, with its day. */
export function when(moment: string, language: string): string {
  const there = new Date(`${moment.slice(0, 16)}Z`);
  return new Intl.DateTimeFormat(latin(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  }).format(there);
}

/** What the visitor's time zone is called. */
export function zoneName(language: string): string {
  const parts = new Intl.DateTimeFormat(language, { timeZoneName: 'long' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** An offset such as +08:00 in minutes. */
function minutes(offset: string): number {
  if (offset === 'Z') return 0;
  const [hours = 0, rest = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + rest);
}
