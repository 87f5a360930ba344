/** Small parsers for JSON that others wrote: each returns a typed value or records, with the
 * path of the field, why it cannot. All faults of a document are found in one pass. */

/** The faults of one document. */
export class ParseError extends Error {
  override readonly name = 'ParseError';

  constructor(
    readonly what: string,
    readonly faults: readonly string[],
  ) {
    super(`${what}: ${faults.slice(0, 5).join('; ')}${faults.length > 5 ? ' …' : ''}`);
  }
}

/** Reads one value at a path; pushes a fault and returns undefined where it is not one. */
export type Parser<T> = (value: unknown, path: string, faults: string[]) => T | undefined;

const kind = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value;

const expected = (faults: string[], path: string, wanted: string, value: unknown): undefined =>
  void faults.push(`${path || 'the document'} should be ${wanted}, but is ${kind(value)}`);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text: Parser<string> = (value, path, faults) =>
  typeof value === 'string' ? value : expected(faults, path, 'a text', value);

export const number: Parser<number> = (value, path, faults) =>
  typeof value === 'number' && Number.isFinite(value)
    ? value
    : expected(faults, path, 'a number', value);

export const flag: Parser<boolean> = (value, path, faults) =>
  typeof value === 'boolean' ? value : expected(faults, path, 'true or false', value);

export const literal =
  <T extends string | number>(wanted: T): Parser<T> =>
  (value, path, faults) =>
    value === wanted
      ? wanted
      : expected(faults, `${path} (${String(value)})`, String(wanted), value);

export const oneOf =
  <T extends string>(...wanted: readonly T[]): Parser<T> =>
  (value, path, faults) =>
    wanted.find((one) => one === value) ?? expected(faults, path, wanted.join(' or '), value);

export const orNull =
  <T>(parser: Parser<T>): Parser<T | null> =>
  (value, path, faults) =>
    value === null ? null : parser(value, path, faults);

/** A field that sites of before do not have; `missing` stands in for it. */
export const optional =
  <T>(parser: Parser<T>, missing: T): Parser<T> =>
  (value, path, faults) =>
    value === undefined ? missing : parser(value, path, faults);

export const list =
  <T>(parser: Parser<T>): Parser<T[]> =>
  (value, path, faults) => {
    if (!Array.isArray(value)) return expected(faults, path, 'a list', value);
    const before = faults.length;
    const items = value.map((item: unknown, i) => parser(item, `${path}[${i}]`, faults));
    return faults.length === before ? (items as T[]) : undefined;
  };

/** A list of exactly as many numbers. */
export const numbers =
  <T extends readonly number[]>(count: T['length']): Parser<T> =>
  (value, path, faults) => {
    const items = list(number)(value, path, faults) as T | undefined;
    return items === undefined || items.length === count
      ? items
      : expected(faults, path, `${count} numbers`, value);
  };

/** A list of two. */
export const pair =
  <A, B>(first: Parser<A>, second: Parser<B>): Parser<readonly [A, B]> =>
  (value, path, faults) => {
    if (!Array.isArray(value) || value.length !== 2) return expected(faults, path, 'a pair', value);
    const a = first(value[0], `${path}[0]`, faults);
    const b = second(value[1], `${path}[1]`, faults);
    return a === undefined || b === undefined ? undefined : [a, b];
  };

export const dictionary =
  <T>(parser: Parser<T>): Parser<Record<string, T>> =>
  (value, path, faults) => {
    if (!isRecord(value)) return expected(faults, path, 'an object', value);
    const before = faults.length;
    const parsed = Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, parser(item, `${path}.${key}`, faults)]),
    );
    return faults.length === before ? (parsed as Record<string, T>) : undefined;
  };

/** An object with these fields; others are ignored, so that a newer site stays readable. */
export const object =
  <T>(fields: { readonly [K in keyof T]: Parser<T[K]> }): Parser<T> =>
  (value, path, faults) => {
    if (!isRecord(value)) return expected(faults, path, 'an object', value);
    const before = faults.length;
    const parsed: Partial<T> = {};
    for (const key of Object.keys(fields) as (keyof T & string)[]) {
      const field = fields[key](value[key], path ? `${path}.${key}` : key, faults);
      if (field !== undefined) parsed[key] = field;
    }
    return faults.length === before ? (parsed as T) : undefined;
  };

/** Parse a whole document. Throws ParseError with all its faults. */
export function parse<T>(what: string, parser: Parser<T>, value: unknown): T {
  const faults: string[] = [];
  const parsed = parser(value, '', faults);
  if (parsed === undefined || faults.length > 0) throw new ParseError(what, faults);
  return parsed;
}
