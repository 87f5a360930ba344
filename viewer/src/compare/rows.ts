/** The rows of a comparison: what products are said to have, side by side. */
import type { PageCard } from '../manifest';
import { commonUnit, measured, plain, sameFact, saidIn } from './units';

/** What stands in a cell, and as it was written where that is something else. */
export interface Cell {
  readonly shown: string;
  readonly written: string | undefined;
}

/** A row under its name, '' for facts without one: a cell for each product, empty where it says
 * nothing. */
export interface Row {
  readonly name: string;
  readonly cells: readonly Cell[];
  readonly differs: boolean;
}

/** A row for each name of a specification: first those that most products have, of equals in the
 * order in which products first have them, and last what has no name. */
export function rowsOf(cards: readonly PageCard[], language: string): Row[] {
  const names = new Map<string, string>();
  for (const { specifications } of cards) {
    for (const [name] of specifications) if (!names.has(plain(name))) names.set(plain(name), name);
  }
  const rows = [...names].map(([key, name]) => {
    const facts = cards.map(({ specifications }) =>
      specifications.filter(([one]) => plain(one) === key).map(([, value]) => value),
    );
    return rowOf(name, facts.map((some) => some.join('\n')), language);
  });
  return rows.sort((a, b) => weight(b) - weight(a));
}

/** How many products a row says something of; without a name it is last. */
const weight = ({ name, cells }: Row): number =>
  name === '' ? 0 : cells.filter(({ shown }) => shown !== '').length;

function rowOf(name: string, facts: readonly string[], language: string): Row {
  const measures = facts.map(measured);
  const unit = commonUnit(measures);
  const cells = facts.map((written, i) => {
    const measure = measures[i];
    if (unit === undefined || measure === undefined || measure.unit === unit) {
      return { shown: written, written: undefined };
    }
    return { shown: saidIn(measure, unit, language), written };
  });
  return { name, cells, differs: facts.some((fact) => !sameFact(fact, facts[0]!)) };
}
