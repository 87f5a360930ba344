/** Lines as calendars (RFC 5545) and address cards (RFC 6350) have them. */

const BYTES = 75;

/** A line with a text as its value. */
export const textLine = (name: string, text: string): string => line(name, escaped(text));

/** A line with a value that is written as it is: a date, an address of the web. */
export const line = (name: string, value: string): string => folded(`${name}:${oneLine(value)}`);

/** A text in which nothing ends the value. */
export const escaped = (text: string): string =>
  text.replace(/[\\,;]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

/** The lines of a file. */
export const joined = (lines: readonly string[]): string => `${lines.join('\r\n')}\r\n`;

const oneLine = (value: string): string => value.replace(/[\r\n]+/g, ' ');

/** Lines are at most 75 bytes long; what is longer goes on after a space. */
function folded(whole: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of whole) {
    const length = encoder.encode(character).length;
    if (bytes + length > BYTES) {
      parts.push(part);
      part = ' ';
      bytes = 1;
    }
    part += character;
    bytes += length;
  }
  return [...parts, part].join('\r\n');
}
