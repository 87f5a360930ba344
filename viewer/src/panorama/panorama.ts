/** A panorama that fills the window until it is left: a modal dialog with a view of its own.
 *
 * Loaded when somebody steps into one. Drag, swipe, pinch, wheel and keys look around; Esc, the
 * cross or a step back in the browser's own way close it, and the focus returns. */
import { PerspectiveCamera, WebGLRenderer } from 'three';
import { button, el, icon } from '../dom';
import type { ShardExperience } from '../manifest';
import type { Say } from '../strings';
import { Cube } from './cube';
import { Look, suitedSize } from './look';

/** Degrees of one press of an arrow key, and what a press of plus or a notch of the wheel shows. */
const STEP = 6;
const CLOSER = 0.9;

const RADIANS = Math.PI / 180;
const MOST_PIXELS = 2;

export interface PanoramaParts {
  /** Where the dialog is put: the view, which may fill the screen. */
  readonly parent: HTMLElement;
  readonly root: string;
  readonly experience: ShardExperience;
  readonly say: Say;
  /** The largest size of faces that this device should hold. */
  readonly most: number;
}

/** Show it. Resolves when it is left; rejects, closed again, where it cannot be shown. */
export async function openPanorama(parts: PanoramaParts): Promise<void> {
  const view = new PanoramaView(parts);
  try {
    await view.shown();
  } finally {
    view.dispose();
  }
}

class PanoramaView {
  private readonly canvas: HTMLCanvasElement;
  private readonly dialog: HTMLDialogElement;
  private readonly renderer: WebGLRenderer;
  private readonly camera = new PerspectiveCamera(75, 1, 0.1, 10);
  private readonly cube: Cube;
  private readonly look: Look;
  private readonly fingers = new Map<number, readonly [number, number]>();
  private readonly watcher = new ResizeObserver(() => this.wake());
  private frame: number | undefined;

  constructor(private readonly parts: PanoramaParts) {
    const { parent, root, experience, say } = parts;
    this.look = new Look(experience.panorama.heading, window.innerWidth / window.innerHeight);
    this.canvas = el('canvas', {
      class: 'hallgen-panorama-canvas',
      tabindex: '0',
      role: 'application',
      autofocus: '',
      'aria-label': `${say('panorama')}: ${experience.name}. ${say('panorama-help')}`,
    });
    const close = button(
      { class: 'hallgen-button', 'aria-label': say('close') },
      () => this.dialog.close(),
      icon('close'),
    );
    this.dialog = el(
      'dialog',
      { class: 'hallgen-panorama', 'aria-label': experience.name },
      this.canvas,
      el(
        'div',
        { class: 'hallgen-panorama-head' },
        el('strong', { dir: 'auto' }, experience.name),
        close,
      ),
      el('p', { class: 'hallgen-panorama-help' }, say('panorama-help')),
    );
    this.renderer = new WebGLRenderer({ canvas: this.canvas, antialias: false });
    this.camera.rotation.order = 'YXZ';
    this.cube = new Cube(root, experience.panorama, () => this.wake());
    parent.append(this.dialog);
  }

  /** Until it is left. */
  async shown(): Promise<void> {
    const { canvas, dialog, parts } = this;
    const { sizes } = parts.experience.panorama;
    const left = new Promise<void>((resolve) =>
      dialog.addEventListener('close', () => resolve(), { once: true }),
    );
    this.listen();
    dialog.showModal();
    canvas.focus();
    this.watcher.observe(canvas);
    await Promise.race([left, this.cube.sharpen(sizes[0]!)]);
    if (!dialog.open) return;
    dialog.dataset.ready = '';
    const affordable = sizes.filter((size) => size <= parts.most);
    const size = suitedSize(affordable.length > 0 ? affordable : sizes.slice(0, 1), canvas.height, this.look.field);
    // What is there already stays where the sharper pictures do not come.
    this.cube.sharpen(size).then(
      () => (dialog.dataset.size = String(size)),
      () => undefined,
    );
    await left;
  }

  dispose(): void {
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    this.watcher.disconnect();
    if (this.dialog.open) this.dialog.close();
    this.dialog.remove();
    this.cube.dispose();
    this.renderer.dispose();
    this.renderer.forceContextLoss(); // browsers keep few contexts
  }

  private wake(): void {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.draw();
    });
  }

  private draw(): void {
    const { camera, canvas, look, renderer } = this;
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === 0 || height === 0) return;
    renderer.setPixelRatio(Math.min(window.devicePixelRatio || 1, MOST_PIXELS));
    renderer.setSize(width, height, false);
    camera.aspect = width / height;
    camera.fov = look.field;
    camera.rotation.set(look.pitch * RADIANS, -look.heading * RADIANS, 0);
    camera.updateProjectionMatrix();
    renderer.render(this.cube.scene, camera);
  }

  private listen(): void {
    const { canvas, dialog } = this;
    dialog.addEventListener('keydown', this.key);
    canvas.addEventListener('wheel', this.wheel, { passive: false });
    canvas.addEventListener('pointerdown', (event) => {
      this.fingers.set(event.pointerId, [event.clientX, event.clientY]);
      canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener('pointermove', this.move);
    for (const name of ['pointerup', 'pointercancel'] as const) {
      canvas.addEventListener(name, (event) => this.fingers.delete(event.pointerId));
    }
  }

  /** One finger drags; two spread to look closer. */
  private readonly move = (event: PointerEvent): void => {
    const last = this.fingers.get(event.pointerId);
    if (last === undefined) return;
    const before = this.spread();
    this.fingers.set(event.pointerId, [event.clientX, event.clientY]);
    if (this.fingers.size === 1) {
      const height = this.canvas.clientHeight;
      this.look.drag(event.clientX - last[0], event.clientY - last[1], height);
    } else if (before > 0) {
      this.look.zoom(before / Math.max(1, this.spread()));
    }
    this.wake();
  };

  private spread(): number {
    const [one, other] = this.fingers.values();
    return one && other ? Math.hypot(one[0] - other[0], one[1] - other[1]) : 0;
  }

  private readonly wheel = (event: WheelEvent): void => {
    event.preventDefault();
    this.look.zoom(event.deltaY < 0 ? CLOSER : 1 / CLOSER);
    this.wake();
  };

  private readonly key = (event: KeyboardEvent): void => {
    event.stopPropagation(); // the hall behind must not walk
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { look } = this;
    const actions: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => look.turn(-STEP, 0),
      ArrowRight: () => look.turn(STEP, 0),
      ArrowUp: () => look.turn(0, STEP),
      ArrowDown: () => look.turn(0, -STEP),
      '+': () => look.zoom(CLOSER),
      '=': () => look.zoom(CLOSER),
      '-': () => look.zoom(1 / CLOSER),
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
    this.wake();
  };
}
