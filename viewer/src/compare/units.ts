/** Figures with units as data sheets write them. What is not understood without doubt is not
 * understood: nobody is to read a figure that no exhibitor wrote. */
import { latin } from '../filled';

/** A figure, or the two ends of a range, in the base unit of its quantity. `sign` stands before
 * ("≤", "±"), or is ''. `unit` is as our table has it. */
export interface Measure {
  readonly sign: string;
  readonly values: readonly number[];
  readonly quantity: string;
  readonly unit: string;
}

/** Units by quantity: how many of the quantity's first unit one is, and how else it is written. */
const QUANTITIES: Readonly<Record<string, readonly (readonly [string, number, ...string[]])[]>> = {
  length: [
    ['mm', 1, 'MM', '毫米', '㎜'],
    ['nm', 1e-6, '纳米'],
    ['μm', 1e-3, 'um', '微米', '㎛'],
    ['cm', 10, 'CM', '厘米', '㎝'],
    ['dm', 100],
    ['m', 1000, '米'],
    ['km', 1e6, '公里', '千米', '㎞'],
  ],
  mass: [
    ['kg', 1, 'KG', 'Kg', '公斤', '千克', '㎏'],
    ['mg', 1e-6, '毫克'],
    ['g', 1e-3, '克'],
    ['t', 1000, '吨'],
  ],
  power: [
    ['W', 1, '瓦'],
    ['mW', 1e-3],
    ['kW', 1000, 'KW', 'Kw', '千瓦'],
    ['MW', 1e6, '兆瓦'],
  ],
  force: [
    ['N', 1, '牛'],
    ['kN', 1000, 'KN', '千牛'],
    ['MN', 1e6],
  ],
  torque: [
    ['N·m', 1, 'Nm', 'N m', 'N.m', 'N⋅m', 'N•m'],
    ['mN·m', 1e-3, 'mNm'],
    ['kN·m', 1000, 'kNm', 'kN.m'],
  ],
  pressure: [
    ['Pa', 1],
    ['hPa', 100],
    ['kPa', 1000, 'KPa'],
    ['MPa', 1e6, 'Mpa'],
    ['mbar', 100],
    ['bar', 1e5],
  ],
  voltage: [
    ['V', 1, '伏'],
    ['mV', 1e-3],
    ['kV', 1000, 'KV', '千伏'],
  ],
  current: [
    ['A', 1, '安'],
    ['mA', 1e-3, '毫安'],
    ['kA', 1000],
  ],
  frequency: [
    ['Hz', 1, '赫兹'],
    ['kHz', 1000, 'KHz'],
    ['MHz', 1e6],
    ['GHz', 1e9],
  ],
  energy: [
    ['Wh', 1],
    ['kWh', 1000, 'kW·h', 'KWh'],
    ['MWh', 1e6],
  ],
  time: [
    ['s', 1, 'sec', '秒'],
    ['ms', 1e-3, '毫秒'],
    ['μs', 1e-6, 'us', '微秒'],
    ['min', 60, '分钟'],
    ['h', 3600, '小时'],
  ],
  speed: [
    ['m/min', 1, '米/分'],
    ['m/s', 60, '米/秒'],
    ['mm/s', 0.06, '毫米/秒'],
    ['mm/min', 1e-3],
  ],
  turns: [['r/min', 1, 'rpm', 'RPM', 'min-1', 'min⁻¹', '1/min', 'U/min', '转/分', '转/分钟']],
  volume: [
    ['L', 1, 'l', '升'],
    ['mL', 1e-3, 'ml', '毫升', 'cm³', 'cm3'],
    ['m³', 1000, 'm3', '立方米'],
  ],
  flow: [
    ['L/min', 1, 'l/min', '升/分'],
    ['L/h', 1 / 60, 'l/h'],
    ['m³/h', 1000 / 60, 'm3/h'],
  ],
  area: [
    ['m²', 1, 'm2', '平方米', '㎡'],
    ['cm²', 1e-4, 'cm2'],
    ['mm²', 1e-6, 'mm2'],
  ],
};

interface Unit {
  readonly quantity: string;
  readonly name: string;
  readonly factor: number;
}

const UNITS = new Map<string, Unit>(
  Object.entries(QUANTITIES).flatMap(([quantity, units]) =>
    units.flatMap(([name, factor, ...others]) =>
      [name, ...others].map((word) => [word, { quantity, name, factor }] as const),
    ),
  ),
);

const NUMBER = String.raw`[+\-−]?\d[\d.,'’\u00a0\u2009\u202f ]*`;
const MEASURE = new RegExp(
  String.raw`^(≤|≥|<=|>=|<|>|±|~|≈)?\s*(${NUMBER}?)` +
    String.raw`(?:\s*(?:–|—|~|…|\.\.\.| - )\s*(${NUMBER}?))?\s*([^\d\s.,'’+\-−].*)$`,
);

/** What a text measures; undefined where that is not clear. */
export function measured(text: string): Measure | undefined {
  const found = MEASURE.exec(text.trim());
  if (found === null) return undefined;
  const [, sign = '', first = '', second, word = ''] = found;
  const unit = UNITS.get(word.trim().replace('µ', 'μ'));
  const values = [first, ...(second === undefined ? [] : [second])].map(numberOf);
  if (unit === undefined || values.includes(undefined)) return undefined;
  const { quantity, name, factor } = unit;
  return { sign, values: values.map((value) => value! * factor), quantity, unit: name };
}

/** Ways to write a number of which nobody doubts what parts thousands and what decimals. */
const CLEAR: readonly (readonly [RegExp, thousands: RegExp])[] = [
  [/^[+-]?\d+$/, /$^/g],
  [/^[+-]?\d{1,3}(?:['’\u00a0\u2009\u202f ]\d{3})+(?:[.,]\d{1,2})?$/, /['’\u00a0\u2009\u202f ]/g],
  [/^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/, /,/g],
  [/^[+-]?\d{1,3}(?:,\d{3}){2,}$/, /,/g],
  [/^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/, /\./g],
  [/^[+-]?\d{1,3}(?:\.\d{3}){2,}$/, /\./g],
  // One sign before three figures may part thousands: 0 has none, and 1234 was not parted.
  [/^[+-]?(?:\d+[.,](?:\d{1,2}|\d{4,})|(?:0\d*|\d{4,})[.,]\d{3})$/, /$^/g],
];

/** A number as people write it; undefined where it may be another. */
export function numberOf(text: string): number | undefined {
  const plain = text.trim().replace('−', '-');
  const found = CLEAR.find(([written]) => written.test(plain));
  return found && Number(plain.replace(found[1], '').replace(',', '.'));
}

/** A measure in a unit of its quantity, its figures as a language writes them. */
export function saidIn({ sign, values, quantity }: Measure, unit: string, language: string): string {
  const factor = QUANTITIES[quantity]?.find(([name]) => name === unit)?.[1] ?? 1;
  const figures = new Intl.NumberFormat(latin(language), { maximumSignificantDigits: 9 });
  const said = values.map((value) => figures.format(value / factor));
  return `${sign}${sign === '' || sign === '±' ? '' : ' '}${said.join('–')} ${unit}`;
}

/** The unit in which figures are read side by side: what most have, the first of equals; undefined
 * where they do not measure one thing in different units. */
export function commonUnit(measures: readonly (Measure | undefined)[]): string | undefined {
  const clear = measures.filter((one) => one !== undefined);
  if (new Set(clear.map(({ quantity }) => quantity)).size !== 1) return undefined;
  const counts = new Map<string, number>();
  for (const { unit } of clear) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return counts.size < 2 ? undefined : [...counts].find(([, count]) => count === most)?.[0];
}

/** Whether two texts say the same, whatever their units. */
export function sameFact(one: string, other: string): boolean {
  const [a, b] = [measured(one), measured(other)];
  if (a === undefined || b === undefined) return plain(one) === plain(other);
  const near = (x: number, y: number): boolean => Math.abs(x - y) <= 1e-9 * Math.abs(x);
  return (
    a.quantity === b.quantity &&
    a.sign === b.sign &&
    a.values.length === b.values.length &&
    a.values.every((value, i) => near(value, b.values[i]!))
  );
}

/** A text without what nobody means by it: width and case of letters, spaces. */
export const plain = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim().replace(/ ?:$/, '');
