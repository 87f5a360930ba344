/** The whole fair from above: all halls without their roofs, on a page that needs no viewer. */
import { type Boxes, boxesOf } from './boxes';
import { type Eyes, drawing, tangent, turned } from './draw';
import { moves } from './moves';
import { type Corner, type Plan, readPlan } from './plan';
import { PER_PIXEL, PER_PIXEL_TOUCH, STEADY } from './stroll';

/** Metres between halls. */
const GAP = 40;
/** How much is seen, of what eyes in a hall see: from far off, things are nearly parallel. */
const LENS = 0.4;
/** How much of the view halls may fill. */
const EDGE = 0.92;
/** Degrees down that one may look, at least and at most, and at first; metres a second of keys. */
const [FLAT, STEEP, FIRST, SPEED] = [-12, -80, -38, 80];
const WAYS: Readonly<Record<string, Corner>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

interface Hall {
  readonly plan: Plan;
  readonly at: Corner;
  readonly link: HTMLAnchorElement;
}

/** Show the halls of `root`, whose links name them in the order of the plans. */
export function showFair(root: HTMLElement, text: string): void {
  const plans = text.split(' ').map(readPlan);
  const links = [...root.querySelectorAll('a')];
  const [places, reach] = arranged(plans);
  const halls = plans.map((plan, k): Hall => ({ plan, at: places[k]!, link: links[k]! }));
  const boxes = halls.map(({ plan, at }) => boxesOf(plan, at, 'open'));
  const corners = halls.flatMap(({ plan: { bounds }, at: [x, z] }): Corner[] => {
    const [w, d] = [(bounds[2] - bounds[0]) / 2, (bounds[3] - bounds[1]) / 2];
    return [[x - w, z - d], [x + w, z - d], [x - w, z + d], [x + w, z + d]];
  });
  const canvas = document.createElement('canvas');
  canvas.className = 'boot-canvas';
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', root.title);
  root.removeAttribute('title');
  root.prepend(canvas);
  const drawn = drawing(canvas, joined(boxes), {
    far: reach * 8,
    thick: 0,
    clear: true,
    lens: LENS,
  });
  if (drawn === undefined) return canvas.remove();
  root.dataset.drawn = '';
  const eyes: Eyes = { x: 0, y: 0, z: 0, heading: 24, pitch: FIRST };
  const middle = { x: 0, z: 0 };
  const held = new Set<string>();
  let [handle, last] = [0, 0];

  const aspect = (): number => canvas.clientWidth / canvas.clientHeight;
  /** Where a point is in the view: to the right and up, -1 to 1 within it. */
  const seen = (x: number, y: number, z: number): readonly [number, number] => {
    const [[s, c], [u, v]] = [turned(eyes.heading), turned(eyes.pitch)];
    const [dx, dy, dz] = [x - eyes.x, y - eyes.y, z - eyes.z];
    const half = LENS * tangent(aspect()) * (dx * s * v + dy * u - dz * c * v);
    return [(dx * c + dz * s) / (half * aspect()), (dz * c * u - dx * s * u + dy * v) / half];
  };
  /** Stand so far off that all halls are in view, in the middle of it: what is near is large. */
  const stand = (): void => {
    const [[s, c], [u, v]] = [turned(eyes.heading), turned(eyes.pitch)];
    for (let far = reach; far < reach * 5; far *= 1.04) {
      eyes.x = middle.x - s * v * far;
      eyes.y = -u * far;
      eyes.z = middle.z + c * v * far;
      const half = LENS * tangent(aspect()) * far;
      for (let turn = 0; turn < 2; turn++) {
        const places = corners.map(([x, z]) => seen(x + middle.x, 0, z + middle.z));
        const [right, wide] = spanOf(places.map(([aside]) => aside));
        const [up, tall] = spanOf(places.map(([, above]) => above));
        const [aside, above] = [right * half * aspect(), up * half];
        eyes.x += aside * c - above * s * u;
        eyes.y += above * v;
        eyes.z += aside * s + above * c * u;
        if (turn > 0 && wide < EDGE && tall < EDGE) return;
      }
    }
  };
  const frame = (now: number): void => {
    handle = 0;
    const step = Math.min(now - last, 100) * (SPEED / 1000);
    last = now;
    const [s, c] = turned(eyes.heading);
    for (const code of held) {
      const [aside, ahead] = WAYS[code]!;
      middle.x += (s * ahead + c * aside) * step;
      middle.z += (s * aside - c * ahead) * step;
    }
    stand();
    drawn.draw(eyes);
    for (const { at, link } of halls) label(link, at);
    if (held.size > 0) wake();
  };
  const wake = (): void => {
    if (handle === 0) handle = requestAnimationFrame(frame);
  };
  /** Put a hall's name where the middle of its floor is seen. */
  const label = ({ style }: HTMLElement, [x, z]: Corner): void => {
    const [right, up] = seen(x, 8, z);
    style.translate = `calc(${(right + 1) * 50}cqw - 50%) calc(${(1 - up) * 50}cqh - 50%)`;
  };

  // A drag may begin on a name; it takes the pointer only once it is one, so that clicks arrive.
  let dragged = -1;
  let turning = false;
  const moved = moves();
  root.addEventListener('pointerdown', (event) => {
    dragged = 0;
    turning = false;
    moved(event);
  });
  root.addEventListener('dragstart', (event) => event.preventDefault());
  root.addEventListener('pointermove', (event) => {
    if (dragged < 0 || event.buttons === 0) return;
    const [dx, dy] = moved(event);
    dragged += Math.abs(dx) + Math.abs(dy);
    if (dragged < STEADY) return;
    turning = true;
    root.setPointerCapture(event.pointerId);
    const share = event.pointerType === 'touch' ? PER_PIXEL_TOUCH : PER_PIXEL;
    eyes.heading += dx * share;
    eyes.pitch = Math.max(STEEP, Math.min(FLAT, eyes.pitch - dy * share));
    wake();
  });
  for (const end of ['pointerup', 'pointercancel']) {
    root.addEventListener(end, () => (dragged = -1));
  }
  // Safari sends the click of a drag's end to what is below, whoever has the pointer.
  const ended = (event: MouseEvent): void => {
    if (!turning || event.detail === 0) return; // a key's
    event.preventDefault();
    event.stopPropagation();
  };
  root.addEventListener('click', ended, true);
  canvas.addEventListener('click', (event) => hallAt(event)?.link.click());
  canvas.addEventListener('keydown', (event) => {
    if (!(event.code in WAYS)) return;
    event.preventDefault();
    if (held.size === 0) last = performance.now();
    held.add(event.code);
    wake();
  });
  canvas.addEventListener('keyup', ({ code }) => held.delete(code));
  canvas.addEventListener('blur', () => held.clear());
  const hallAt = (event: MouseEvent): Hall | undefined => {
    const spot = drawn.floorAt(eyes, event.offsetX, event.offsetY);
    return halls.find(({ plan: { bounds }, at: [x, z] }) => {
      const half = [(bounds[2] - bounds[0]) / 2, (bounds[3] - bounds[1]) / 2] as const;
      return spot && Math.abs(spot[0] - x) < half[0] && Math.abs(spot[1] - z) < half[1];
    });
  };
  new ResizeObserver(wake).observe(canvas);
}

/** The middle of some numbers, and how far they reach from it. */
function spanOf(numbers: readonly number[]): Corner {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return [(low + high) / 2, (high - low) / 2];
}

/** Where the middles of halls are, in rows about the origin, and how far they reach from there. */
function arranged(plans: readonly Plan[]): [Corner[], number] {
  const sizes = plans.map(({ bounds: [x0, z0, x1, z1] }): Corner => [x1 - x0, z1 - z0]);
  const [wide, deep] = [0, 1].map((k) => Math.max(...sizes.map((size) => size[k]!)));
  const columns = Math.max(1, Math.round(Math.sqrt((plans.length * deep!) / wide!)));
  const rows: Corner[][] = [];
  for (let k = 0; k < sizes.length; k += columns) rows.push(sizes.slice(k, k + columns));
  const depths = rows.map((row) => Math.max(...row.map(([, depth]) => depth)));
  const tops = spread(depths);
  const places = rows.flatMap((row, k) =>
    spread(row.map(([width]) => width)).map((x): Corner => [x, tops[k]!]),
  );
  const reach = places.map(([x, z], k) =>
    Math.hypot(Math.abs(x) + sizes[k]![0] / 2, Math.abs(z) + sizes[k]![1] / 2),
  );
  return [places, Math.max(...reach)];
}

/** Middles of what stands side by side about the origin. */
function spread(lengths: readonly number[]): number[] {
  let at = -lengths.reduce((sum, length) => sum + length + GAP, -GAP) / 2;
  return lengths.map((length) => (at += length + GAP) - GAP - length / 2);
}

function joined(boxes: readonly Boxes[]): Boxes {
  const numbers = new Float32Array(boxes.reduce((sum, { numbers: { length } }) => sum + length, 0));
  let at = 0;
  for (const { numbers: own } of boxes) {
    numbers.set(own, at);
    at += own.length;
  }
  return { numbers, walls: [] };
}
