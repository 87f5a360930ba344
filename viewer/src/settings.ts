/** How the visitor wants the hall drawn: remembered in this browser, and never sent anywhere. */
import { type Memory, remember } from './memory';
import { type Observable, observable } from './state';
import type { Advice } from './world/governor';
import { DETAIL, type Detail, type Tier, higherTier, isTier, lowerTier } from './world/quality';

/** A tier, or what suits the device. */
export type Choice = Tier | 'auto';

const TIER = 'hallgen.quality';
const PEOPLE = 'hallgen.people';

export class Settings {
  readonly choice: Observable<Choice>;
  /** The tier that suits the device, as far as is known. */
  readonly suited: Observable<Tier>;
  /** The tier in force. */
  readonly tier: Observable<Tier>;
  readonly people: Observable<boolean>;
  private said: string | null;

  /** `device` is the tier that suits it; `query` the address's, whose `quality` goes before what is
   * remembered, for as long as the page is open. */
  constructor(
    private readonly device: Tier,
    query: string,
    private readonly memory: Memory,
  ) {
    this.suited = observable(device);
    const asked = [new URLSearchParams(query).get('quality'), memory?.getItem(TIER)].find(isTier);
    this.choice = observable<Choice>(asked ?? 'auto');
    this.tier = observable(asked ?? device);
    this.said = memory?.getItem(PEOPLE) ?? null;
    this.people = observable(this.wantsPeople());
  }

  get detail(): Detail {
    return DETAIL[this.tier.value];
  }

  choose(choice: Choice): void {
    remember(this.memory, TIER, choice);
    this.choice.set(choice);
    this.apply();
  }

  showPeople(shown: boolean): void {
    this.said = shown ? 'on' : 'off';
    remember(this.memory, PEOPLE, this.said);
    this.people.set(shown);
  }

  /** Draw less where frames are too slow, and more again where there is time for it: never more than
   * suits the device, whose memory no frame tells of. What the visitor asked for stays. */
  adapt(advice: Advice): void {
    if (advice === 'as-is' || this.choice.value !== 'auto') return;
    const { value } = this.suited;
    const next = advice === 'less' ? lowerTier(value) : higherTier(value, this.device);
    if (next === undefined) return;
    this.suited.set(next);
    this.apply();
  }

  private apply(): void {
    const { value } = this.choice;
    this.tier.set(value === 'auto' ? this.suited.value : value);
    this.people.set(this.wantsPeople());
  }

  private wantsPeople(): boolean {
    return this.said === null ? this.detail.people : this.said === 'on';
  }
}
