/** Tells whether bytes are those of a file, as the list of its hall has it. */
import type { SavedHall } from '../manifest';

/** The bytes of a file, and the first digits of its SHA-256 (hallgen/site/saved_halls.py). */
export type Known = SavedHall['files'][string];

/** What a list says of an address in any language; undefined where the hall does not need it. */
export function known({ files, languages, unpacked }: SavedHall, address: string): Known[] {
  const found = [files, unpacked, ...Object.values(languages)].map((some) => some[address]);
  // A host that knows the ending has a packed model unpacked.
  if (address.endsWith('.gz')) found.push(unpacked[address.slice(0, -3)]);
  return found.filter((one) => one !== undefined);
}

/** Whether the bytes are one of these files. */
export async function isOneOf(bytes: ArrayBuffer, files: readonly Known[]): Promise<boolean> {
  const right = files.filter(([size]) => size === bytes.byteLength);
  if (right.length === 0) return false;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const digits = Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0'));
  const hex = digits.join('');
  return right.some(([, wanted]) => wanted === hex);
}
