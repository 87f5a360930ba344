/** The slider that takes a model apart. Its parts come when it is first moved. */
import { el } from '../dom';
import type { Say } from '../strings';
import { Apart } from './apart';
import { type Model, loadModel } from './model';

/** How far apart parts are at first where that is asked for. */
const OPEN = 0.6;

export interface PartsEvents {
  /** The model came whose parts are apart: it stands where the whole one did. */
  came(model: Model): void;
  /** They are so far apart now, 0 to 1. */
  moved(share: number): void;
  failed(error: unknown): void;
}

/** `address` is that of a GLB with parts as nodes. */
export function partsSlider(
  address: string,
  say: Say,
  first: 'whole' | 'apart',
  events: PartsEvents,
): HTMLElement {
  const slider = el('input', { type: 'range', min: '0', max: '1', step: '0.01', value: '0' });
  let apart: Promise<Apart> | undefined;
  const load = async (): Promise<Apart> => {
    const model = await loadModel(address);
    events.came(model);
    return new Apart(model.object);
  };
  const move = async (): Promise<void> => {
    const parts = await (apart ??= load());
    const share = slider.valueAsNumber;
    parts.spread(share);
    events.moved(share);
  };
  const moved = (): void => {
    move().catch((error: unknown) => {
      slider.disabled = true;
      events.failed(error);
    });
  };
  slider.addEventListener('input', moved);
  if (first === 'apart') {
    slider.value = String(OPEN);
    moved();
  }
  return el(
    'label',
    { class: 'hallgen-inspect-apart' },
    el('span', {}, say('inspect-apart')),
    slider,
  );
}
