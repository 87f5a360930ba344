import { afterEach, expect, test, vi } from 'vitest';
import { timeHere } from '../src/programme/here';

/** Run with the clock of a place. */
function at<T>(zone: string, action: () => T): T {
  vi.stubEnv('TZ', zone);
  return action();
}

afterEach(() => vi.unstubAllEnvs());

test('a moment is told by the clock of where the visitor is', () => {
  expect(at('Europe/Berlin', () => timeHere('2026-09-22T09:30+08:00', 'en'))).toBe('Tue 03:30');
  expect(at('America/New_York', () => timeHere('2026-09-22T09:30+08:00', 'en'))).toBe('Mon 21:30');
  expect(at('UTC', () => timeHere('2026-09-22T09:30-03:30', 'en'))).toBe('Tue 13:00');
});

test('where the clock is the same, and where the zone is not known, nothing is told', () => {
  expect(at('Asia/Singapore', () => timeHere('2026-09-22T09:30+08:00', 'en'))).toBeUndefined();
  expect(at('UTC', () => timeHere('2026-09-22T09:30Z', 'en'))).toBeUndefined();
  expect(timeHere('2026-09-22T09:30', 'en')).toBeUndefined();
  expect(timeHere('soon+08:00', 'en')).toBeUndefined();
});
