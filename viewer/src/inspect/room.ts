/** A product in the visitor's own room, at its real size: by model-viewer, whose code comes when
 * somebody asks for it on a device that can.
 *
 * The model stays in the page: WebXR draws it there, and for Quick Look it is made into a USDZ
 * there. Nothing is opened by an address that would leave for somebody else's app. */
import type { Object3D } from 'three';
import { GLTFExporter } from 'three/addons/exporters/GLTFExporter.js';
import { supportsXr } from '../device';
import { el } from '../dom';
import type { Say } from '../strings';

export interface RoomParts {
  readonly name: string;
  /** The model as it is shown. */
  readonly object: Object3D;
  readonly say: Say;
  readonly failed: (error: unknown) => void;
}

/** Whether this device shows things in a room: by WebXR, or by Quick Look, which links tell of. */
export async function hasRoom(): Promise<boolean> {
  if (document.createElement('a').relList.supports('ar')) return true;
  return supportsXr('immersive-ar');
}

/** The product with a button that puts it into the room; or words that this device cannot. */
export async function showRoom(parts: RoomParts): Promise<HTMLElement> {
  const { say } = parts;
  const sheet = el('div', { class: 'hallgen-inspect-room' });
  if (!(await hasRoom())) {
    sheet.append(el('p', { role: 'status' }, say('ar-none')));
    return sheet;
  }
  const viewer = await makeViewer(parts);
  sheet.append(viewer, el('p', {}, say('ar-help')));
  return sheet;
}

/** A plain GLB of a model. What the site has is packed, and model-viewer takes the unpacking of that
 * from a script of somebody else's. */
async function plain(object: Object3D): Promise<string> {
  const glb = await new GLTFExporter().parseAsync(object, { binary: true });
  return URL.createObjectURL(new Blob([glb as ArrayBuffer], { type: 'model/gltf-binary' }));
}

async function makeViewer({ name, object, say, failed }: RoomParts): Promise<HTMLElement> {
  const address = await plain(object);
  // It brings a three.js of its own, on purpose; three.js would warn of a second one.
  delete (window as { __THREE__?: string }).__THREE__;
  const { style: css } = await import('@google/model-viewer/dist/model-viewer.min.js');
  const start = el('button', { type: 'button', slot: 'ar-button', class: 'hallgen-action hallgen-primary' }, say('ar'));
  const viewer = document.createElement('model-viewer');
  const attributes = {
    src: address,
    alt: name,
    ar: '',
    // Scene Viewer is not among them: it would need another file, which no packing makes small.
    'ar-modes': 'webxr quick-look',
    'ar-scale': 'fixed',
    'ar-placement': 'floor',
    'interaction-prompt': 'none',
    'camera-controls': '',
    'disable-zoom': '',
    loading: 'eager',
  };
  for (const [key, value] of Object.entries(attributes)) viewer.setAttribute(key, value);
  viewer.append(start);
  const style = new CSSStyleSheet();
  style.replaceSync(css);
  viewer.shadowRoot!.adoptedStyleSheets = [style];
  viewer.addEventListener('load', () => URL.revokeObjectURL(address));
  viewer.addEventListener('error', (event) => failed((event as unknown as CustomEvent).detail));
  viewer.addEventListener('ar-status', (event) => {
    const { status } = (event as CustomEvent<{ status: string }>).detail;
    viewer.dataset.status = status;
    if (status === 'failed') failed(new Error('the room could not be entered'));
  });
  return viewer;
}
