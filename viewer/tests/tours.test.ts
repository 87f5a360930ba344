import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Emitter } from '../src/events';
import type { HallShard, ShardStop } from '../src/manifest';
import { type PlayerParts, TourPlayer } from '../src/tours/player';
import { readingSeconds } from '../src/tours/telling';
import { formatPlace, isEmpty, parsePlace } from '../src/visit/links';

describe('the time to read a text', () => {
  it('is long enough to look up where there is little to read', () => {
    expect(readingSeconds('')).toBe(7);
    expect(readingSeconds('Look here.')).toBe(7);
  });

  it('grows with words, and with characters of scripts without spaces', () => {
    expect(readingSeconds('one two three '.repeat(10))).toBeCloseTo(14);
    expect(readingSeconds('看'.repeat(55))).toBeCloseTo(14);
  });
});

describe('a link to a stop', () => {
  it('is read and written', () => {
    const place = parsePlace('?tour=first-hour&stop=3&quality=low');
    expect(place).toEqual({ tour: 'first-hour', stop: 3 });
    expect(isEmpty(place)).toBe(false);
    expect(formatPlace(place)).toBe('?tour=first-hour&stop=3');
    expect(formatPlace({}, '?tour=a&stop=2&quality=low')).toBe('?quality=low');
  });

  it.each(['0', '-1', 'x', '1.5', ''])('passes over a stop of %j', (stop) => {
    expect(parsePlace(`?tour=a&stop=${stop}`)).toEqual({ tour: 'a' });
  });
});

const stop = (hall: string, text = 'Look.', sound?: string): ShardStop => ({
  name: 'Arm',
  text,
  hall,
  hall_name: `Hall ${hall}`,
  page: `en/halls/${hall}/`,
  view: { x: 1, y: 1.65, z: -2, heading: 90, pitch: 0 },
  where: '',
  booth: null,
  exhibitor: null,
  product: null,
  show: null,
  narration: sound === undefined ? null : { sound, captions: null },
});

const SHARD = {
  hall: '1',
  trails: [
    { id: 't', kind: 'tour', name: 'T', text: '', page: '', stops: [stop('1'), stop('1'), stop('2')] },
    { id: 'v', kind: 'tour', name: 'V', text: '', page: '', stops: [stop('1', '', 'a.m4a'), stop('1')] },
  ],
} as unknown as HallShard;

/** A player in hall 1, and all that it asked for. */
function begin(on = false) {
  const steps: number[] = [];
  const travelled: unknown[] = [];
  const shown: number[] = [];
  const voice = { play: vi.fn(() => Promise.resolve()), pause: vi.fn(), stop: vi.fn() };
  const walk = { moving: false, arrive: (): void => undefined, stop: vi.fn() };
  const events = new Emitter();
  events.on('tour-step', ({ step }) => steps.push(step));
  const playing = { on };
  const goTo = (_x: number, _z: number, _heading: number, arrived: () => void): boolean => {
    walk.moving = true;
    walk.arrive = () => {
      walk.moving = false;
      arrived();
    };
    return true;
  };
  const jump = vi.fn();
  const parts = {
    shard: SHARD,
    walk: Object.assign(walk, { goTo }),
    card: { show: (_: unknown, __: unknown, n: number) => shown.push(n), plays: vi.fn(), hide: vi.fn() },
    voice,
    events,
    playing,
    more: () => [],
    jump,
    travel: (to: ShardStop, place: unknown) => travelled.push([to.page, place]),
    changed: vi.fn(),
    wake: vi.fn(),
  } as unknown as PlayerParts;
  return { player: new TourPlayer(parts), steps, travelled, shown, voice, walk, playing, jump };
}

describe('a tour', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('shows a stop and waits, where it is not played', () => {
    const { player, steps, shown, jump } = begin();
    player.begin();
    expect(player.go('t', 2, 'jump')).toBe(true);
    expect([steps, shown]).toEqual([[2], [2]]);
    expect(jump).toHaveBeenCalledOnce();
    expect(player.place).toEqual({ tour: 't', stop: 2 });
    vi.advanceTimersByTime(60_000);
    expect(steps).toEqual([2]);
  });

  it.each<[string, number]>([['t', 4], ['t', 0], ['none', 1]])('has no stop %s %d', (tour, at) => {
    const { player, steps } = begin();
    expect(player.go(tour, at, 'jump')).toBe(false);
    expect([player.place, steps]).toEqual([{}, []]);
  });

  it('goes on by itself once there is time to read, and on to the next hall', () => {
    const { player, steps, travelled, walk } = begin(true);
    player.begin();
    player.go('t', 1, 'walk');
    vi.advanceTimersByTime(60_000);
    expect(steps).toEqual([1]); // still on the way
    walk.arrive();
    vi.advanceTimersByTime(6_900);
    expect(steps).toEqual([1]);
    vi.advanceTimersByTime(200);
    expect(steps).toEqual([1, 2]);
    walk.arrive();
    vi.advanceTimersByTime(7_100);
    expect(travelled).toEqual([['en/halls/2/', { tour: 't', stop: 3 }]]);
    expect(player.place).toEqual({ tour: 't', stop: 2 });
  });

  it('tells nothing before the hall is seen', () => {
    const { player, steps } = begin(true);
    player.go('t', 1, 'jump');
    vi.advanceTimersByTime(60_000);
    expect(steps).toEqual([1]);
    player.begin();
    vi.advanceTimersByTime(7_100);
    expect(steps).toEqual([1, 2]);
  });

  it('waits for the voice where there is one, and stops at the end', async () => {
    const { player, steps, voice, walk, playing } = begin(true);
    player.begin();
    player.go('v', 1, 'jump');
    expect(voice.play).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(steps).toEqual([1]);
    player.told();
    walk.arrive();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([steps, playing.on]).toEqual([[1, 2], false]);
  });

  it('pauses where a voice may not be heard yet', async () => {
    const { player, voice, playing } = begin(true);
    voice.play.mockRejectedValue(new DOMException('', 'NotAllowedError'));
    player.begin();
    player.go('v', 1, 'jump');
    await vi.advanceTimersByTimeAsync(0);
    expect(playing.on).toBe(false);
  });

  it('goes on by reading where a voice does not come', async () => {
    const { player, voice, steps } = begin(true);
    voice.play.mockRejectedValue(new DOMException('', 'NotSupportedError'));
    player.begin();
    player.go('v', 1, 'jump');
    await vi.advanceTimersByTimeAsync(7_100);
    expect(steps).toEqual([1, 2]);
  });

  it('pauses when the visitor goes another way, and leads back when it is played again', () => {
    const { player, walk, playing, steps } = begin(true);
    player.begin();
    player.go('t', 1, 'walk');
    player.follow();
    expect(playing.on).toBe(true);
    walk.moving = false;
    player.follow();
    expect(playing.on).toBe(false);
    player.toggle();
    expect([walk.moving, playing.on]).toEqual([true, true]);
    walk.arrive();
    vi.advanceTimersByTime(7_100);
    expect(steps).toEqual([1, 2]);
  });

  it('is left where the visitor stands', () => {
    const { player, walk, voice, playing } = begin(true);
    player.begin();
    player.go('t', 1, 'walk');
    player.leave();
    expect([player.place, playing.on]).toEqual([{}, false]);
    expect(walk.stop).toHaveBeenCalled();
    expect(voice.stop).toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(player.place).toEqual({});
  });
});
