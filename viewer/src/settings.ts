/** How the visitor wants the hall drawn: remembered in this browser, and never sent anywhere. */
import { type Memory, remember } from './memory';
import { type Observable, observable } from './state';
import { DETAIL, type Detail, type Tier, isTier, lowerTier } from './world/quality';

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

  /** `suited` is the device's tier; `query` the address's, whose `quality` goes before what is
   * remembered, for as long as the page is open. */
  constructor(
    suited: Tier,
    query: string,
    private readonly memory: Memory,
  ) {
    this.suited = observable(suited);
    const asked = [new URLSearchParams(query).get('quality'), memory?.getItem(TIER)].find(isTier);
    this.choice = observable<Choice>(asked ?? 'auto');
    this.tier = observable(asked ?? suited);
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

  /** Frames are too slow: draw less, unless the visitor asked for this tier. */
  relieve(): void {
    this.suited.set(lowerTier(this.tier.value) ?? this.tier.value);
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
