/** How long a stop is stood at by a tour that plays, where no voice says so. */

/** Seconds to look round, and at least; words and characters of Chinese, Japanese or Korean that
 * are read in one. */
const LOOK = 4;
const LEAST = 7;
const WORDS = 3;
const CHARACTERS = 5.5;

const SINGLE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/g;

/** Seconds to read a text and to look at what it is about. */
export function readingSeconds(text: string): number {
  const characters = text.match(SINGLE)?.length ?? 0;
  const words = text.replace(SINGLE, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return Math.max(LEAST, LOOK + words / WORDS + characters / CHARACTERS);
}
