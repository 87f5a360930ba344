/** Tells the visitor what the network does to a visit: answers are late, or the fair was rebuilt. */
import { button } from '../dom';
import { watchSuperseded } from '../offline';
import type { Say } from '../strings';
import { watchLateness } from '../network/tries';
import type { Notices } from './notice';

/** `leaving` is called before the page is loaded again, which the visitor does. */
export function tellOfNetwork(
  notices: Notices,
  say: Say,
  signal: AbortSignal,
  leaving: () => void,
): void {
  const again = (): void => {
    leaving();
    location.reload();
  };
  watchSuperseded(
    () => notices.show('rebuilt', button({ class: 'hallgen-action' }, again, say('reload'))),
    signal,
  );
  watchLateness((state) => notices.toggle('late', state === 'late'), signal);
}
