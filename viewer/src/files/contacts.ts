/** Address cards of exhibitors, in the version that all phones read: https://www.rfc-editor.org/rfc/rfc2426 */
import { joined, line, textLine } from './lines';

export interface Contact {
  readonly name: string;
  readonly website: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly note: string;
}

export const contactsFile = (contacts: readonly Contact[]): string =>
  joined(contacts.flatMap(cardLines));

const cardLines = ({ name, website, email, phone, note }: Contact): readonly string[] => [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'N:;;;;',
  textLine('FN', name),
  textLine('ORG', name),
  ...(email === null ? [] : [textLine('EMAIL;TYPE=INTERNET,WORK', email)]),
  ...(phone === null ? [] : [textLine('TEL;TYPE=WORK,VOICE', phone)]),
  ...(website === null ? [] : [line('URL', website)]),
  ...(note === '' ? [] : [textLine('NOTE', note)]),
  'END:VCARD',
];
