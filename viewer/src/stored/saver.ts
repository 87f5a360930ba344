/** What a view's sheet saves its hall by; its code comes when the sheet is opened first. */
import { el } from '../dom';
import type { PageData } from '../manifest';
import type { Say } from '../strings';

export class Saver {
  readonly element = el('div');
  private coming: Promise<void> | undefined;

  /** `hall` is the hall's name; `missed` is called where the code does not come. */
  constructor(
    private readonly page: PageData,
    private readonly hall: string,
    private readonly say: Say,
    private readonly signal: AbortSignal,
    private readonly missed: (error: unknown) => void,
  ) {}

  /** The sheet is opened. */
  open(): void {
    this.coming ??= this.fill().catch((error: unknown) => {
      this.coming = undefined;
      this.missed(error);
    });
  }

  private async fill(): Promise<void> {
    const { makeStore } = await import('./panel');
    const look = { button: 'hallgen-action', quiet: 'hallgen-action' };
    this.element.append(makeStore(this.page, this.hall, this.say, look, this.signal));
  }
}
