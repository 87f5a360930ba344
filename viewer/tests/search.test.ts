import { describe, expect, it } from 'vitest';
import { unpacked } from '../src/search/catalog';
import { slipsBetween } from '../src/search/matching';
import { singular, wordsOf } from '../src/search/spelling';

const ways = (typed: string): string[][] =>
  wordsOf(typed).map((word) => word.ways.map((way) => way.map((term) => term.text).join(' ')));

// As tests/site/test_spelling.py has it.
describe('what is typed', () => {
  it.each([
    ['Yuance CNC', [['yuance'], ['cnc']]],
    ['沅峤精密', [['沅峤 峤精 精密']]],
    ['床', [['床']]],
    ['数控车床 YNO-VL800', [['数控 控车 车床'], ['ynovl800', 'yno vl800']]],
    ['机床CNC', [['机床 cnc']]],
    ['로봇 산업', [['로봇'], ['산업']]],
    ['4.1-A005', [['41a005', '4 1 a005']]],
    ['Königsrode Lathes', [['konigsrode'], ['lathe']]],
    ['ＣＮＣ', [['cnc']]],
    ['  & ', []],
    ['', []],
  ])('%s is spelled as the index has it', (typed, expected) => {
    expect(ways(typed)).toEqual(expected);
  });

  it.each([
    ['lathes', 'lathe'],
    ['batteries', 'battery'],
    ['presses', 'press'],
    ['boxes', 'box'],
    ['glass', 'glass'],
    ['status', 'status'],
    ['axis', 'axis'],
    ['gas', 'gas'],
    ['A5s', 'A5s'],
  ])('%s is found as %s', (word, expected) => {
    expect(singular(word)).toBe(expected);
  });
});

describe('numbers of things', () => {
  it('come back from their text', () => {
    expect([...unpacked('')]).toEqual([]);
    expect([...unpacked('AABgBAf')]).toEqual([0, 1, 3, 36, 37, 69]);
  });
});

describe('slips of the finger', () => {
  it.each([
    ['precison', 'precision', 1],
    ['lazer', 'laser', 1],
    ['lsaer', 'laser', 1],
    ['robt', 'robotics', 1],
    ['machne', 'machining', 2],
    ['laser', 'laser', 0],
  ])('%s is near %s', (typed, term, slips) => {
    expect(slipsBetween(typed, term, 2)).toBe(slips);
  });

  it('many are not forgiven', () => {
    expect(slipsBetween('welding', 'wedge', 1)).toBe(2);
    expect(slipsBetween('xaser', 'laser', 1)).toBe(2);
  });
});
