/** The script of a booth in one file: unpacks the booth from the page itself and lets one go round
 * it. A click on a product leads to what the page says of it. Nothing is fetched. */
import { Box3, Raycaster, Vector2, Vector3, type Object3D } from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { type Stage, createStage } from '../world/stage';

/** Degrees that an arrow key turns, and what a key's zoom makes of a distance. */
const TURN = 8;
const ZOOM = 0.88;

/** How high what is looked at is at most, in metres: what hangs from the roof goes beyond it. How
 * much farther than needed one stands at first. */
const TALL = 5;
const ROOM = 1.18;

/** Pixels that a click may move. */
const STEADY = 5;

const found = (id: string): HTMLElement => document.getElementById(id)!;

async function begin(): Promise<void> {
  const canvas = found('booth') as HTMLCanvasElement;
  const status = found('status');
  chooseLanguage();
  try {
    const stage = createStage(canvas);
    const booth = await unpacked();
    stage.scene.add(booth);
    stage.scene.fog = null;
    stage.light.show(undefined);
    look(stage, booth, canvas);
    status.remove();
    document.body.dataset.state = 'ready';
  } catch (error) {
    document.body.dataset.state = 'failed';
    status.textContent = status.dataset.failed ?? '';
    throw error;
  }
}

/** The booth that the page holds, as text of a packed GLB. */
async function unpacked(): Promise<Object3D> {
  const packed = Uint8Array.from(atob(found('packed').textContent), (char) => char.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const content = await new Response(stream).arrayBuffer();
  const { scene } = await new GLTFLoader().parseAsync(content, '');
  return scene;
}

/** Stand before the booth and go round it as the visitor asks; frames are drawn when needed. */
function look(stage: Stage, booth: Object3D, canvas: HTMLCanvasElement): void {
  const { camera, renderer, scene, software } = stage;
  const controls = new OrbitControls(camera, canvas);
  const size = new Box3().setFromObject(booth).getSize(new Vector3());
  const wide = Math.max(size.x, size.z);
  const tall = Math.min(size.y, TALL);
  controls.target.set(0, tall * 0.42, 0);
  controls.maxPolarAngle = Math.PI / 2 - 0.02;
  controls.minDistance = 0.8;
  controls.maxDistance = wide * 4 + 8;
  const draw = (): void => renderer.render(scene, camera);
  const fit = (): void => {
    const { clientWidth: width, clientHeight: height } = canvas;
    renderer.setPixelRatio(software ? 1 : Math.min(window.devicePixelRatio, 2));
    renderer.setSize(width, height, false);
    camera.aspect = width / height;
    camera.updateProjectionMatrix();
    draw();
  };
  const half = Math.tan((camera.fov * Math.PI) / 360);
  const seen = canvas.clientWidth / canvas.clientHeight;
  const needed = Math.max(size.x / (2 * half * seen), tall / (2 * half));
  const far = needed * ROOM + size.z / 3;
  camera.position.set(far * 0.35, tall * 0.42 + 0.9, far * 0.94);
  controls.update();
  controls.addEventListener('change', draw);
  new ResizeObserver(fit).observe(canvas);
  canvas.addEventListener('keydown', (event) => {
    if (steer(event.key, camera.position, controls)) event.preventDefault();
  });
  leadToProducts(stage, booth, canvas);
  fit();
}

/** Turn or come nearer by a key; false where it is none of these. */
function steer(key: string, position: Vector3, controls: OrbitControls): boolean {
  const turns: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-TURN, 0],
    ArrowRight: [TURN, 0],
    ArrowUp: [0, TURN],
    ArrowDown: [0, -TURN],
  };
  const nearer = key === '+' || key === '=' ? ZOOM : key === '-' ? 1 / ZOOM : 1;
  const turn = turns[key] ?? [0, 0];
  if (nearer === 1 && turns[key] === undefined) return false;
  const way = position.clone().sub(controls.target);
  const radius = way.length() * nearer;
  const across = Math.atan2(way.x, way.z) + (turn[0] * Math.PI) / 180;
  const fall = Math.acos(way.y / way.length()) - (turn[1] * Math.PI) / 180;
  way.setFromSphericalCoords(radius, Math.max(0.05, Math.min(fall, controls.maxPolarAngle)), across);
  position.copy(controls.target).add(way);
  controls.update();
  return true;
}

/** A click on a product shows what is said of it. Vertices know the row of what they belong to. */
function leadToProducts(stage: Stage, booth: Object3D, canvas: HTMLCanvasElement): void {
  const products = JSON.parse(found('products').textContent) as string[];
  const ray = new Raycaster();
  let began: readonly [number, number] = [0, 0];
  canvas.addEventListener('pointerdown', ({ clientX, clientY }) => (began = [clientX, clientY]));
  canvas.addEventListener('click', ({ clientX, clientY, offsetX, offsetY }) => {
    if (Math.hypot(clientX - began[0], clientY - began[1]) > STEADY) return;
    const x = (offsetX / canvas.clientWidth) * 2 - 1;
    const y = 1 - (offsetY / canvas.clientHeight) * 2;
    ray.setFromCamera(new Vector2(x, y), stage.camera);
    const [hit] = ray.intersectObject(booth, true);
    const mesh = hit?.object as { geometry?: { attributes: Record<string, { getX(at: number): number }> } };
    const row = hit?.face ? mesh.geometry?.attributes._feature_id_0?.getX(hit.face.a) : undefined;
    const product = row === undefined ? undefined : products[row];
    if (product) show(product);
  });
}

function show(product: string): void {
  const said = document.querySelectorAll<HTMLElement>(`[data-product="${CSS.escape(product)}"]`);
  const seen = [...said].find((one) => one.offsetParent !== null);
  seen?.scrollIntoView({ block: 'nearest' });
  seen?.focus({ preventScroll: true });
}

/** One language at a time; without a script all of them are there, one below the other. */
function chooseLanguage(): void {
  const parts = [...document.querySelectorAll<HTMLElement>('section[lang]')];
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('button[data-language]')];
  const choose = (language: string | undefined): void => {
    for (const part of parts) part.hidden = part.lang !== language;
    for (const one of buttons) one.setAttribute('aria-pressed', String(one.dataset.language === language));
  };
  for (const one of buttons) {
    one.hidden = false;
    one.addEventListener('click', () => choose(one.dataset.language));
  }
  const near = navigator.languages.flatMap((tag) => [
    parts.find(({ lang }) => written(lang) === written(tag)),
    parts.find(({ lang }) => lang.split('-')[0] === tag.split('-')[0]),
  ]);
  const first = near.find(Boolean);
  choose((first ?? parts[0])?.lang);
}

/** A language as it is written: traditional Chinese is another than simplified. */
function written(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${script}`;
}

void begin();
