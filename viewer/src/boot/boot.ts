/** The one inline script of a hall's page: draws the hall from the page's own plan and lets the
 * visitor walk, fetches the viewer with real progress, and starts it. */
import type { BootData, Pose } from '../manifest';
import { boxesOf } from './boxes';
import { drawing, tangent } from './draw';
import type { Boot } from './handover';
import { readPlan } from './plan';
import { stroll } from './stroll';

const view = document.getElementById('hallgen-view')!;
const screen = view.querySelector<HTMLElement>('.boot')!;
const message = screen.querySelector('p')!;
const bar = screen.querySelector('progress')!;
const read = (id: string): string => document.getElementById(id)!.textContent;
const boot = JSON.parse(read('hallgen-boot')) as BootData;

/** Say what failed. Boxes that stand are walked on. */
function fail(words: string | undefined, cause?: unknown): void {
  view.dataset.state = 'failed';
  bar.remove();
  message.textContent = words ?? '';
  message.classList.add('hallgen-notice');
  if (cause === undefined) view.replaceChildren(screen);
  else console.error(cause);
}

/** The hall in boxes; undefined where the browser cannot draw it. */
function stand(): Boot | undefined {
  const plan = readPlan(read('hallgen-plan'));
  const boxes = boxesOf(plan);
  const canvas = document.createElement('canvas');
  canvas.className = 'boot-canvas';
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'application');
  canvas.setAttribute('aria-label', boot.strings.label ?? '');
  view.prepend(canvas);
  const drawn = drawing(canvas, boxes);
  if (drawn === undefined) return undefined;
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
  const aspect = (): number => canvas.clientWidth / canvas.clientHeight;
  const walking = stroll(canvas, eyes, plan.bounds, boxes.walls, () => tangent(aspect()), () => {
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

async function load(): Promise<void> {
  bar.max = boot.modules.reduce((sum, { bytes }) => sum + bytes, 0);
  bar.value = 0;
  await Promise.all(
    boot.modules.map(async ({ address }) => {
      const response = await fetch(new URL(boot.root + address, document.baseURI));
      if (!response.ok) throw new Error(`${response.status} ${address}`);
      const reader = response.body?.getReader();
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
        bar.value = Math.min(bar.max, bar.value + part.value.length);
      }
    }),
  );
  bar.removeAttribute('value');
  message.textContent = boot.strings.starting ?? '';
  await import(/* @vite-ignore */ new URL(boot.root + boot.module, document.baseURI).href);
}

view.hidden = screen.hidden = false;
view.dataset.state = 'loading';
message.textContent = boot.strings.loading ?? '';
const standing = stand();
if (standing === undefined) fail(boot.strings.no_webgl);
else {
  window.hallgenBoot = standing;
  load().then(
    () => screen.remove(),
    (cause: unknown) => fail(boot.strings.failed, cause),
  );
}
