/** Whether a visit may be counted. Nothing personal is, but who asks not to be is left alone. */
import { type Memory, remember } from '../memory';

const KEY = 'hallgen.counts';

export class Consent {
  /** `asked` is whether the browser asks not to be tracked. */
  constructor(
    private readonly memory: Memory,
    private readonly asked: boolean,
  ) {}

  /** What the visitor chose; else what the browser asks for. */
  get given(): boolean {
    const chosen = this.memory?.getItem(KEY) ?? null;
    return chosen === null ? !this.asked : chosen === 'on';
  }

  choose(given: boolean): void {
    remember(this.memory, KEY, given ? 'on' : 'off');
  }
}

/** Do Not Track, or the Global Privacy Control that came after it. */
export function asksNotToBeTracked(browser: Navigator): boolean {
  const { globalPrivacyControl } = browser as { globalPrivacyControl?: boolean };
  return browser.doNotTrack === '1' || globalPrivacyControl === true;
}
