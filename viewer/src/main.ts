/** The entry: a page with a `#hallgen-view` and a `#hallgen-page` block imports this. */
import './style/view.css';
import type { Hallgen } from './api';
import { API } from './embed/ready';
import { Emitter } from './events';
import './boot/handover';
import { el } from './dom';
import { showFailure } from './hud/notice';
import { Poster } from './hud/poster';
import type { PageData, Pose } from './manifest';
import { keepForLater, noteBuild } from './offline';
import { parseShard, readPage } from './page';
import type { DoorEvents } from './passage/doors';
import { Passage } from './passage/passage';
import type { Pace } from './routes/usher';
import { type Key, type Say, sayIn } from './strings';
import type { Playing } from './tours/player';
import { isEmpty, parsePlace } from './visit/links';
import { View } from './view';
import { expectTwins, fetchJson } from './network/fetching';
import { type Stage, createStage } from './world/stage';

export type { Hallgen, Stats } from './api';
export type { Events } from './events';
export type { Target } from './visit/goto';

/** The page's plan and list, below the view. */
const PLAN = 'plan';

/** A failure that was said in words on the page. */
class ViewError extends Error {
  override readonly name = 'ViewError';

  constructor(
    readonly key: Key,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

let started: Promise<void> | undefined;
/** Who listens goes on listening in the next hall. */
const events = new Emitter();
/** Who is walked along a way goes on in the next hall. */
const pace: Pace = { walking: false };
/** The hall that is shown. */
let view: View | undefined;
let passage: Passage | undefined;
/** Who is on a tour that plays goes on with it in the next hall. */
const playing: Playing = { on: false };

/** Start the page's view. Resolves when the visitor can walk; rejects where it cannot be shown,
 * after saying so on the page. Starting twice is starting once. */
export function start(): Promise<void> {
  started ??= run();
  return started;
}

function run(): Promise<void> {
  const root = document.getElementById('hallgen-view');
  if (root === null) return Promise.reject(new Error('This page has no #hallgen-view'));
  let say: Say = sayIn({});
  const fail = (error: ViewError): never => {
    view?.stop();
    const target = document.getElementById(PLAN) === null ? undefined : `#${PLAN}`;
    showFailure(root, say, error.key, target);
    events.emit('error', { message: error.message, fatal: true });
    throw error;
  };
  const ready = (async () => {
    const page = attempt('no-data', () => readPage(document));
    say = sayIn(page.strings);
    noteBuild(page);
    expectTwins(page.twins);
    const failed = (error: ViewError): void => {
      try {
        fail(error);
      } catch (reported) {
        reportError(reported);
      }
    };
    const stay = (error: unknown): void => {
      events.emit('error', { message: String(error), fatal: false });
      view?.stay();
    };
    const through = (passage ??= passageOf(root));
    view = await makeView(root, page, say, failed, {
      neared: (way) => through.prepare(page, way),
      passed: (way) => void through.pass(page, way).catch(stay),
      travel: (address) => void through.go(address).catch(stay),
    });
    await enter(view);
    root.dataset.state = 'ready';
    void keepForLater(page);
  })().catch((error: unknown) =>
    fail(error instanceof ViewError ? error : new ViewError('no-tileset', error)),
  );
  window.hallgen = makeApi(ready);
  document.dispatchEvent(new Event(API));
  return ready;
}

/** The ways out of a hall. */
interface Ways extends DoorEvents {
  /** Go on at another hall's page. */
  travel(address: string): void;
}

function passageOf(root: HTMLElement): Passage {
  return new Passage(root, {
    leave: () => {
      view?.dispose();
      view = started = undefined;
    },
    begin: () => {
      start().catch((error: unknown) => console.error(error));
    },
  });
}

async function makeView(
  root: HTMLElement,
  page: PageData,
  say: Say,
  fail: (error: ViewError) => void,
  ways: Ways,
): Promise<View> {
  root.dataset.state = 'loading';
  const lead = window.hallgenBoot;
  const still = root.querySelector<HTMLImageElement>('.hallgen-still');
  for (const child of root.children) {
    if (lead === undefined || (child !== lead.canvas && child !== still)) {
      (child as HTMLElement).hidden = true;
    }
  }
  const canvas = el('canvas', {
    class: 'hallgen-canvas',
    tabindex: '0',
    role: 'application',
    'aria-label': say('label'),
  });
  const poster = new Poster(say, still, lead === undefined ? 'covering' : 'beside');
  // Below what the visitor sees so far.
  root.prepend(canvas);
  root.append(poster.element);
  const stage: Stage = attempt('no-webgl', () => createStage(canvas));
  const json = await fetchJson(page.root + page.shard).catch((error: unknown) => {
    throw new ViewError('no-data', error);
  });
  const shard = attempt('no-data', () => parseShard(json));
  poster.showHall(shard);
  const target = document.getElementById(PLAN) === null ? undefined : `#${PLAN}`;
  return new View({
    root,
    canvas,
    page,
    shard,
    stage,
    say,
    events,
    poster,
    lead,
    target,
    doors: ways,
    travel: (address) => ways.travel(address),
    pace,
    playing,
    fail: (key, error) => fail(new ViewError(key, error)),
  });
}

/** Land where the address leads, wait for the first view, and show it. */
async function enter(view: View): Promise<void> {
  const place = parsePlace(location.search);
  if (!isEmpty(place)) await view.land(place);
  await view.firstView;
  view.reveal();
}

function makeApi(ready: Promise<void>): Hallgen {
  // Whoever does not wait for it must not find an unhandled rejection in the console.
  ready.catch(() => undefined);
  const now = (): View => {
    if (view === undefined) throw new Error('The view is not ready: wait for hallgen.ready');
    return view;
  };
  return {
    ready,
    get pose(): Pose {
      return { ...now().walk.eyes };
    },
    goTo: async (target) => {
      await ready;
      return now().guidance.guide.goTo(target);
    },
    renew: async () => {
      await ready;
      return now().renew();
    },
    stats: () => now().stats(),
    on: (event, listener) => events.on(event, listener),
  };
}

function attempt<T>(key: Key, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new ViewError(key, error);
  }
}

// What failed was said on the page in words; this is for whoever looks into why.
start().catch((error: unknown) => console.error(error));
