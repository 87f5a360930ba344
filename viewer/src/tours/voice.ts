/** The guide's voice at a stop, and what it says as captions. */
import { el } from '../dom';
import type { ShardNarration } from '../manifest';

export interface VoiceEvents {
  /** What is being said, '' between two sentences. */
  said(words: string): void;
  ended(): void;
}

export class Voice {
  /** Where the sound is put: captions are read only in a page. */
  readonly element = el('div', { hidden: '' });
  private narration: ShardNarration | undefined;
  private audio: HTMLAudioElement | undefined;

  /** `root` leads from the page to the site's root. */
  constructor(
    private readonly root: string,
    private readonly language: string,
    private readonly events: VoiceEvents,
  ) {}

  /** Say it, or go on with it. Rejects where the browser does not let it be heard. */
  async play(narration: ShardNarration): Promise<void> {
    if (this.narration !== narration) this.load(narration);
    await this.audio?.play();
  }

  pause(): void {
    this.audio?.pause();
  }

  stop(): void {
    this.pause();
    this.element.replaceChildren();
    this.audio = this.narration = undefined;
    this.events.said('');
  }

  private load(narration: ShardNarration): void {
    this.stop();
    const { root, language, events } = this;
    const audio = el('audio', { src: root + narration.sound, preload: 'auto' });
    audio.addEventListener('ended', () => events.ended());
    if (narration.captions !== null) {
      const src = root + narration.captions;
      const track = el('track', { kind: 'captions', srclang: language, src });
      audio.append(track);
      track.track.mode = 'hidden';
      track.track.addEventListener('cuechange', () => events.said(saidNow(track.track)));
    }
    this.element.append(audio);
    this.narration = narration;
    this.audio = audio;
  }
}

function saidNow({ activeCues }: TextTrack): string {
  const cues = [...(activeCues ?? [])].filter((cue) => cue instanceof VTTCue);
  return cues.map((cue) => cue.getCueAsHTML().textContent).join(' ');
}
