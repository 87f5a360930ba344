import { describe, expect, it } from 'vitest';
import { spelled } from '../src/search/query';

// As tests/site/test_search.py has it, in small letters.
describe('what is typed', () => {
  it.each([
    ['Yuance CNC', 'yuance cnc'],
    ['沅峤精密', '沅 峤 精 密'],
    ['数控车床 YNO-VL800', '数 控 车 床 ynovl800'],
    ['机床CNC', '机 床 cnc'],
    ['로봇 산업', '로봇 산업'],
    ['4.1-A005', '41a005'],
    ['4.1 A005', '41 a005'],
    ['  A-5 ', 'a5'],
    ['', ''],
  ])('%s is spelled as the index has it', (typed, expected) => {
    expect(spelled(typed)).toBe(expected);
  });
});
