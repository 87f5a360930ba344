import { describe, expect, it } from 'vitest';
import { rowsOf } from '../src/compare/rows';
import { commonUnit, measured, numberOf, sameFact, saidIn } from '../src/compare/units';
import type { PageCard } from '../src/manifest';

describe('numbers', () => {
  it.each([
    ['12000', 12000],
    ['-5', -5],
    ['0.10', 0.1],
    ['0,5', 0.5],
    ['12.5', 12.5],
    ['12,50', 12.5],
    ['0.001', 0.001],
    ['1 500', 1500],
    ["12'000", 12000],
    ['1,234,567', 1234567],
    ['1.234.567', 1234567],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1234.567', 1234.567],
  ])('%s is %d', (text, value) => {
    expect(numberOf(text)).toBe(value);
  });

  it.each(['12,000', '12.000', '1.5.2', '', '1,2,3', '12 00'])('%s may be anything', (text) => {
    expect(numberOf(text)).toBeUndefined();
  });
});

describe('measures', () => {
  it.each([
    ['1.5 m', '', [1500], 'length', 'm'],
    ['2500mm', '', [2500], 'length', 'mm'],
    ['±3 µm', '±', [0.003], 'length', 'μm'],
    ['≤ 200 μm', '≤', [0.2], 'length', 'μm'],
    ['20–60 μm', '', [0.02, 0.06], 'length', 'μm'],
    ['12 t', '', [12000], 'mass', 't'],
    ['6 kW', '', [6000], 'power', 'kW'],
    ['5 MW', '', [5e6], 'power', 'MW'],
    ['5 mW', '', [0.005], 'power', 'mW'],
    ['12 000 r/min', '', [12000], 'turns', 'r/min'],
    ['8 min', '', [480], 'time', 'min'],
    ['500 公斤', '', [500], 'mass', 'kg'],
    ['60 m/min', '', [60], 'speed', 'm/min'],
  ])('%s is understood', (text, sign, values, quantity, unit) => {
    const found = measured(text)!;
    expect({ ...found, values: undefined }).toEqual({ sign, quantity, unit, values: undefined });
    found.values.forEach((value, i) => expect(value).toBeCloseTo(values[i]!, 9));
    expect(found.values).toHaveLength(values.length);
  });

  it.each([
    '280 × 280 × 350 mm',
    '2 × 500 W',
    '24,000 rpm',
    '−120°…+120°',
    'PL d / SIL 2',
    'EnDat, BiSS-C',
    'Ra 0.1 μm',
    '40',
    '> 42 %',
    '1.3 mm·mrad',
    '3 m / 5 m',
    '100 mm (with cover)',
    '',
  ])('%s is left as it is', (text) => {
    expect(measured(text)).toBeUndefined();
  });

  it('are said in another unit, without noise in the figures', () => {
    expect(saidIn(measured('1.1 m')!, 'mm', 'en')).toBe('1,100 mm');
    expect(saidIn(measured('0.1–0.3 mm')!, 'μm', 'en')).toBe('100–300 μm');
    expect(saidIn(measured('≤ 250 g')!, 'kg', 'de')).toBe('≤ 0,25 kg');
    expect(saidIn(measured('1 m³/h')!, 'm³/h', 'en')).toBe('1 m³/h');
  });

  it('have a common unit only where they measure one thing in several', () => {
    const unit = (...texts: string[]): string | undefined => commonUnit(texts.map(measured));
    expect(unit('1 m', '500 mm', '20 mm')).toBe('mm');
    expect(unit('1 m', '500 mm')).toBe('m');
    expect(unit('1 m', '2 m')).toBeUndefined();
    expect(unit('1 m', '2 kg')).toBeUndefined();
    expect(unit('1 m', 'long')).toBeUndefined();
  });

  it('are the same whatever their units', () => {
    expect(sameFact('1.5 m', '1500 mm')).toBe(true);
    expect(sameFact('1.5 m', '≤ 1500 mm')).toBe(false);
    expect(sameFact('1–2 m', '1 m')).toBe(false);
    expect(sameFact('Pulsed ', 'pulsed')).toBe(true);
    expect(sameFact('', 'pulsed')).toBe(false);
  });
});

const card = (...specifications: [string, string][]): PageCard =>
  ({ specifications }) as unknown as PageCard;

describe('rows', () => {
  it('stand side by side by their names, figures in one unit', () => {
    const rows = rowsOf(
      [
        card(['Travel', '650 mm'], ['Load', '12 t']),
        card(['load:', '900 kg'], ['TRAVEL', '0.65 m'], ['Source', 'pulsed']),
        card(['Load', '500 kg'], ['', 'Made in Ulm']),
      ],
      'en',
    );
    expect(rows.map(({ name }) => name)).toEqual(['Load', 'Travel', 'Source', '']);
    expect(rows[0]!.cells.map(({ shown }) => shown)).toEqual(['12,000 kg', '900 kg', '500 kg']);
    expect(rows[1]!.cells.map(({ shown }) => shown)).toEqual(['650 mm', '650 mm', '']);
    expect(rows[1]!.cells[1]!.written).toBe('0.65 m');
    expect(rows[2]!.cells.map(({ shown }) => shown)).toEqual(['', 'pulsed', '']);
  });

  it('differ unless all say the same', () => {
    const [same, other] = rowsOf(
      [card(['A', '1 m'], ['B', 'x']), card(['A', '1000 mm'], ['B', 'y'])],
      'en',
    );
    expect([same!.differs, other!.differs]).toEqual([false, true]);
  });

  it('take all that a product says under one name', () => {
    const [row] = rowsOf([card(['Axis', 'X 1 m'], ['Axis', 'Y 2 m'])], 'en');
    expect(row!.cells[0]!.shown).toBe('X 1 m\nY 2 m');
  });
});
