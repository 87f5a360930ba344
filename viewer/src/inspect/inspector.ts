/** A product by itself: a dialog over the hall in which its model is turned, measured and played.
 *
 * It is a modal dialog of the browser's, which keeps the focus in it and gives it back. */
import { Vector3 } from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import { button, drawn, el, icon } from '../dom';
import type { ShardProductModel } from '../manifest';
import type { Say } from '../strings';
import { factsOf } from './facts';
import { BODY, MEASURES, PAUSE, PLAY, RESET, ROOM } from './icons';
import './inspect.css';
import { GAP, type Size, gridOf, spoken, unitOf } from './measures';
import { type Model, loadModel } from './model';
import { layLabel } from './label';
import type { Shown } from './open';
import { partsSlider } from './parts';
import { release } from './release';
import { Measures, PERSON, person, ruledFloor } from './ruler';
import { ContactShadow } from './shadow';
import { AIR, Studio } from './studio';

/** What an arrow key turns in degrees, and what a key's zoom makes of a distance. */
const TURN = 10;
const ZOOM = 0.86;

export interface InspectorParts {
  readonly name: string;
  readonly model: ShardProductModel;
  /** The way from the page to the site's root. */
  readonly root: string;
  /** How it is shown at first. */
  readonly first: Shown;
  readonly language: string;
  readonly say: Say;
  /** A processor draws: fewer pixels. */
  readonly software: boolean;
  /** The visitor asked for less motion: nothing moves until they play it. */
  readonly calm: boolean;
  readonly failed: (error: unknown) => void;
}

/** Show a product's model. Resolves when the visitor closed it. Throws NoWebGLError. */
export async function showInspector(root: HTMLElement, parts: InspectorParts): Promise<void> {
  const inspector = new Inspector(parts);
  root.append(inspector.dialog);
  try {
    await inspector.run();
  } finally {
    inspector.dispose();
  }
}

class Inspector {
  readonly dialog: HTMLDialogElement;
  private readonly size: Size;
  private readonly canvas: HTMLCanvasElement;
  private readonly status: HTMLElement;
  private readonly labels: readonly HTMLElement[];
  private readonly tools = el('div', { class: 'hallgen-inspect-tools' });
  private readonly studio: Studio;
  private readonly controls: OrbitControls;
  private readonly measures: Measures;
  private readonly shadow: ContactShadow;
  private readonly floor;
  private readonly person = person();
  private readonly personAt: number;
  private readonly play: HTMLButtonElement;
  private model: Model | undefined;
  /** How far apart its parts are, 0 to 1. */
  private share = 0;
  private frame: number | undefined;
  private last = 0;

  constructor(private readonly parts: InspectorParts) {
    const { say, name, model, language } = parts;
    this.size = model.size;
    this.canvas = el('canvas', {
      tabindex: '0',
      role: 'application',
      'aria-label': say('inspect-label', { name }),
    });
    this.status = el(
      'p',
      { class: 'hallgen-inspect-status', role: 'status' },
      say('inspect-loading'),
    );
    const unit = unitOf(this.size);
    this.labels = [...this.size, PERSON].map((length) =>
      el('span', { class: 'hallgen-measure' }, spoken(length, length === PERSON ? METRE : unit, language)),
    );
    this.play = this.tool('inspect-play', PLAY, () => this.toggleMotion());
    this.dialog = this.build();
    this.studio = new Studio(this.canvas, parts.software);
    this.studio.light(this.size);
    const [width, height, depth] = this.size;
    const longest = Math.max(...this.size);
    this.measures = new Measures(this.size);
    this.floor = ruledFloor(gridOf(this.size), AIR);
    this.shadow = new ContactShadow(width, depth, Math.min(height, longest * 0.6));
    this.personAt = -(width / 2 + longest * GAP + 0.45);
    this.person.position.x = this.personAt;
    this.person.visible = false;
    // The floor lies a hair below: what stands on it does not flicker.
    this.floor.position.y = this.shadow.object.position.y = -longest * 0.001;
    this.studio.scene.add(this.floor, this.shadow.object, this.measures.object, this.person);
    this.controls = new OrbitControls(this.studio.camera, this.canvas);
    this.controls.enableDamping = !parts.calm;
    this.controls.dampingFactor = 0.12;
    this.controls.maxPolarAngle = Math.PI * 0.495;
    this.controls.minDistance = longest * 0.25;
    this.controls.addEventListener('change', () => this.wake());
    this.controls.addEventListener('start', () => this.canvas.focus({ preventScroll: true }));
  }

  /** Open, load, and stay until closed. */
  async run(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.dialog.addEventListener('close', () => resolve());
    });
    this.dialog.showModal();
    this.canvas.focus({ preventScroll: true });
    const resized = new ResizeObserver(() => this.fit());
    resized.observe(this.canvas);
    this.fit();
    this.reset();
    void this.load();
    await closed;
    resized.disconnect();
  }

  dispose(): void {
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    this.controls.dispose();
    this.shadow.dispose();
    this.studio.dispose();
    this.dialog.remove();
  }

  private async load(): Promise<void> {
    try {
      this.model = await loadModel(this.parts.root + this.parts.model.inspect);
    } catch (error) {
      this.lack(error);
      return;
    }
    if (!this.dialog.open) return;
    this.studio.scene.add(this.model.object);
    if (this.model.motion !== undefined) {
      this.tools.prepend(this.play);
      if (!this.parts.calm) this.toggleMotion();
    }
    this.cast();
    this.status.hidden = true;
    this.dialog.dataset.state = 'ready';
    this.wake();
    this.offerParts();
    this.offerRoom();
  }

  /** It did not come. */
  private lack(error: unknown): void {
    this.status.textContent = this.parts.say('inspect-failed');
    this.status.hidden = false;
    this.dialog.dataset.state = 'failed';
    this.parts.failed(error);
  }

  /** Let it be taken apart, where its parts are known. */
  private offerParts(): void {
    const { root, model, say, first } = this.parts;
    if (model.apart === null) return;
    const slider = partsSlider(root + model.apart, say, first === 'apart' ? 'apart' : 'whole', {
      came: ({ object }) => {
        this.model?.object.removeFromParent();
        this.model?.object.traverse(release);
        this.model = { object, motion: undefined };
        this.studio.scene.add(object);
      },
      moved: (share) => this.spread(share),
      failed: (error) => this.lack(error),
    });
    this.tools.append(slider);
  }

  /** Let it be put into the visitor's own room. */
  private offerRoom(): void {
    const { name, say, first, failed } = this.parts;
    const show = async (): Promise<void> => {
      const { showRoom } = await import('./room');
      const sheet = await showRoom({ name, object: this.model!.object, say, failed });
      this.dialog.querySelector('.hallgen-inspect-room')?.remove();
      this.status.after(sheet);
    };
    const tool = this.tool('ar', ROOM, () => void show().catch((error: unknown) => this.lack(error)));
    this.tools.append(tool);
    if (first === 'room') tool.click();
  }

  /** Its parts are so far apart now: step back as it grows. What is measured is the whole. */
  private spread(share: number): void {
    this.orbit(0, 0, (1 + share) / (1 + this.share));
    this.share = share;
    this.showMeasures();
    this.cast();
  }

  private showMeasures(): void {
    this.measures.object.visible = this.floor.visible && this.share === 0;
  }

  private build(): HTMLDialogElement {
    const { say, name, model, language } = this.parts;
    const facts = factsOf(this.size, model.scale, language, say);
    const close = button(
      { class: 'hallgen-button', 'aria-label': say('close') },
      () => this.dialog.close(),
      icon('close'),
    );
    const measures = this.tool('inspect-measures', MEASURES, () => {
      const shown = this.toggled(measures);
      this.floor.visible = shown;
      this.showMeasures();
      this.wake();
    });
    measures.setAttribute('aria-pressed', 'true');
    const someone = this.tool('inspect-person', BODY, () => {
      this.person.visible = this.toggled(someone);
      this.reset();
    });
    someone.setAttribute('aria-pressed', 'false');
    this.tools.append(
      measures,
      someone,
      this.tool('inspect-reset', RESET, () => this.reset()),
    );
    const dialog = el(
      'dialog',
      { class: 'hallgen-inspect', 'aria-label': name, 'data-state': 'loading' },
      el('header', {}, el('div', {}, el('h2', { dir: 'auto' }, name), facts), close),
      el(
        'div',
        { class: 'hallgen-inspect-view' },
        this.canvas,
        el('div', { class: 'hallgen-inspect-labels', 'aria-hidden': 'true' }, ...this.labels),
        this.status,
      ),
      this.tools,
    );
    dialog.addEventListener('keydown', this.pressed);
    return dialog;
  }

  private tool(key: Parameters<Say>[0], lines: string, action: () => void): HTMLButtonElement {
    const words = this.parts.say(key);
    return button(
      { class: 'hallgen-tool', title: words },
      action,
      drawn(lines),
      el('span', {}, words),
    );
  }

  /** Press a toggle: whether it is on now. */
  private toggled(toggle: HTMLButtonElement): boolean {
    const on = toggle.getAttribute('aria-pressed') !== 'true';
    toggle.setAttribute('aria-pressed', String(on));
    return on;
  }

  private toggleMotion(): void {
    const motion = this.model?.motion;
    if (motion === undefined) return;
    motion.playing = !motion.playing;
    const words = this.parts.say(motion.playing ? 'inspect-pause' : 'inspect-play');
    this.play.title = words;
    this.play.replaceChildren(drawn(motion.playing ? PAUSE : PLAY), el('span', {}, words));
    this.wake();
  }

  /** Show all of it from the front: the product, and the person where there is one. */
  private reset(): void {
    const [width, height, depth] = this.size;
    // The lines lie around the product.
    const room = this.floor.visible ? 2 * GAP * Math.max(...this.size) : 0;
    let shown: Size = [width + room, height, depth + room];
    let middle = 0;
    if (this.person.visible) {
      const left = Math.min(-shown[0] / 2, this.personAt - 0.35);
      middle = (shown[0] / 2 + left) / 2;
      shown = [shown[0] / 2 - left, Math.max(height, PERSON), Math.max(shown[2], 0.3)];
    }
    this.studio.stand(shown, middle);
    this.controls.target.set(middle, shown[1] / 2, 0);
    this.controls.maxDistance = this.controls.getDistance() * 8;
    this.orbit(0, 0, 1 + this.share);
    this.controls.update();
    this.wake();
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    // The hall hears nothing of it.
    event.stopPropagation();
    if (event.target instanceof HTMLInputElement) return; // the slider has keys of its own
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === ' ' && event.target === this.canvas) this.toggleMotion();
    else if (!this.steer(event.key)) return;
    event.preventDefault();
  };

  /** False where a key steers nothing. */
  private steer(key: string): boolean {
    const turns: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    };
    const turn = turns[key];
    if (turn !== undefined) this.orbit(turn[0] * TURN, turn[1] * TURN, 1);
    else if (key === '+' || key === '=' || key === 'PageUp') this.orbit(0, 0, ZOOM);
    else if (key === '-' || key === 'PageDown') this.orbit(0, 0, 1 / ZOOM);
    else if (key === 'Home' || key === '0') this.reset();
    else return false;
    return true;
  }

  /** Go around by degrees and come nearer by a factor; the controls hold the limits. */
  private orbit(across: number, up: number, nearer: number): void {
    const { camera } = this.studio;
    const { target, minPolarAngle, maxPolarAngle } = this.controls;
    const way = camera.position.clone().sub(target);
    const distance = way.length() * nearer;
    const turn = Math.atan2(way.x, way.z) + (across * Math.PI) / 180;
    const fall = Math.acos(way.y / way.length()) - (up * Math.PI) / 180;
    const polar = Math.min(Math.max(fall, minPolarAngle + 0.01), maxPolarAngle);
    way.set(
      Math.sin(polar) * Math.sin(turn),
      Math.cos(polar),
      Math.sin(polar) * Math.cos(turn),
    );
    camera.position.copy(target).addScaledVector(way, distance);
    this.controls.update();
    this.wake();
  }

  private fit(): void {
    if (this.studio.resize()) this.wake();
  }

  /** Draw in the next frame. */
  private wake(): void {
    if (this.frame !== undefined) return;
    this.frame = requestAnimationFrame(this.tick);
  }

  private readonly tick = (now: number): void => {
    this.frame = undefined;
    const seconds = Math.min((now - this.last) / 1000, 0.1);
    this.last = now;
    const motion = this.model?.motion;
    if (motion?.playing === true) {
      motion.step(seconds);
      this.cast();
      this.wake();
    }
    this.controls.update();
    this.draw();
  };

  private draw(): void {
    const { camera } = this.studio;
    const { x, z } = camera.position;
    this.measures.face(x, z);
    this.person.rotation.y = Math.atan2(x - this.personAt, z);
    const ends = this.measures.object.visible
      ? this.measures.measures.map((measure) => Measures.middle(measure, new Vector3()))
      : [];
    const head = new Vector3(this.personAt, PERSON * 1.04, 0);
    camera.updateMatrixWorld();
    this.labels.forEach((label, i) => {
      const at = i < this.size.length ? ends[i] : this.person.visible ? head : undefined;
      layLabel(label, at?.project(camera), this.canvas);
    });
    this.studio.draw();
  }

  /** The shadows, of the key light and on the floor: they change only with what moves. */
  private cast(): void {
    const { scene, renderer } = this.studio;
    const apart = [this.floor, this.shadow.object, this.measures.object, this.person];
    const seen = apart.map((object) => object.visible);
    for (const object of apart) object.visible = false;
    this.shadow.update(renderer, scene);
    apart.forEach((object, i) => (object.visible = seen[i]!));
    renderer.shadowMap.needsUpdate = true;
  }
}

/** The person's height is always in metres. */
const METRE = unitOf([PERSON, 0, 0]);
