/** A hall's page: draws the hall from the page's own plan and lets the visitor walk, fetches the
 * viewer with real progress, and starts it. */
import type { BootData, Pose } from '../manifest';
import { arrived } from '../network/body';
import { tried } from '../network/tries';
import { boxesOf } from './boxes';
import { drawing } from './draw';
import type { Boot } from './handover';
import { type Plan, readPlan } from './plan';
import { stroll } from './stroll';

/** What serves the folder one is in; one of them is on most computers. */
const COMMANDS = ['python3 -m http.server', 'py -m http.server', 'hallgen serve .'];

/** Stand the hall up from its plan, and start what the page's boot data names. */
export function showHall(view: HTMLElement, plan: string, data: string): void {
  const screen = view.querySelector<HTMLElement>('.boot')!;
  const message = screen.querySelector('p')!;
  const bar = screen.querySelector('progress')!;
  const boot = JSON.parse(data) as BootData;
  const say = (words: string | undefined): void => {
    message.textContent = words ?? '';
  };
  const fail = (words: string | undefined): void => {
    view.dataset.state = 'failed';
    bar.remove();
    message.classList.add('hallgen-notice');
    say(words);
  };
  view.hidden = screen.hidden = false;
  view.dataset.state = 'loading';
  say(boot.strings.loading);
  const standing = stand(view, readPlan(plan), boot.strings.label ?? '');
  if (standing === undefined) {
    // The still stays, where there is one.
    fail(boot.strings.no_webgl);
    return;
  }
  window.hallgenBoot = standing;
  // The boxes stay, to be walked.
  if (location.protocol === 'file:') {
    view.dataset.state = 'outline';
    bar.remove();
    say(boot.strings.file);
    return message.append(...COMMANDS.map(commandLine));
  }
  load(boot, bar, () => say(boot.strings.starting)).then(
    () => screen.remove(),
    (cause: unknown) => {
      fail(boot.strings.failed);
      console.error(cause);
    },
  );
}

function commandLine(command: string): HTMLElement {
  const line = document.createElement('code');
  line.textContent = command;
  return line;
}

/** The hall in boxes; undefined where the browser cannot draw it. */
function stand(view: HTMLElement, plan: Plan, label: string): Boot | undefined {
  const boxes = boxesOf(plan);
  const canvas = document.createElement('canvas');
  canvas.className = 'boot-canvas';
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'application');
  canvas.setAttribute('aria-label', label);
  view.prepend(canvas);
  const drawn = drawing(canvas, boxes);
  if (drawn === undefined) {
    canvas.remove();
    return undefined;
  }
  const eyes = { y: 1.65, pitch: 0, ...begin(plan.start) };
  let [steered, handle, last] = [false, 0, 0];
  const frame = (now: number): void => {
    handle = 0;
    const more = walking.step((now - last) / 1000);
    last = now;
    drawn.draw(eyes);
    if (more) wake();
  };
  const wake = (): void => {
    if (handle === 0) handle = requestAnimationFrame(frame);
  };
  const floorAt = (left: number, top: number): ReturnType<typeof drawn.floorAt> =>
    drawn.floorAt(eyes, left, top);
  const walking = stroll(canvas, eyes, plan.bounds, boxes.walls, floorAt, () => {
    steered = true;
    view.dataset.steered = '';
    if (handle === 0) last = performance.now();
    wake();
  });
  const resized = new ResizeObserver(wake);
  resized.observe(canvas);
  return {
    eyes,
    canvas,
    get steered() {
      return steered;
    },
    place: (pose: Pose) => {
      Object.assign(eyes, pose);
      wake();
    },
    leave: (duration: number) => {
      walking.stop();
      resized.disconnect();
      canvas.style.pointerEvents = 'none';
      canvas.animate({ opacity: 0 }, { duration, fill: 'forwards' }).onfinish = () => {
        cancelAnimationFrame(handle);
        drawn.stop();
        canvas.remove();
      };
    },
  };
}

/** Where the address leads, as far as the page itself knows, or where the hall begins. */
function begin([x, z, heading]: readonly number[]): { x: number; z: number; heading: number } {
  const asked = new URLSearchParams(location.search);
  const row = document.querySelector<HTMLElement>(
    `[data-booth="${CSS.escape(asked.get('booth') ?? '')}"][data-at]`,
  );
  const place = (asked.get('at') ?? row?.dataset.at ?? '').split(',').map(Number);
  const found = place.length > 1 && place.every(Number.isFinite) ? place : [x, z, heading];
  return { x: found[0]!, z: found[1]!, heading: found[2] ?? 0 };
}

/** Fetch the viewer's modules with real progress, say that they are there, and start them. */
async function load(boot: BootData, bar: HTMLProgressElement, there: () => void): Promise<void> {
  const address = (path: string): string => new URL(boot.root + path, document.baseURI).href;
  bar.max = boot.modules.reduce((sum, { bytes }) => sum + bytes, 0);
  const came = new Map<string, number>();
  const show = (name: string, bytes: number): void => {
    came.set(name, bytes);
    bar.value = Math.min(bar.max, [...came.values()].reduce((sum, more) => sum + more, 0));
  };
  await Promise.all(
    boot.modules.map(({ address: name }) =>
      tried(() => {
        let bytes = 0;
        return arrived(address(name), {}, (more) => show(name, (bytes += more)));
      }),
    ),
  );
  bar.removeAttribute('value');
  there();
  await tried(() => import(/* @vite-ignore */ address(boot.module)));
}
