/** Tells whether what came is of a build: by the list of its hall, or by the host's word. */
import type { SavedHall } from '../src/manifest';
import { isOneOf, known } from '../src/stored/digest';
import { current, root } from './builds';
import { keep, kept } from './kept';
import { isForever, listOf } from './places';

/** 'other': the host has another build by now; 'unsure': it did not come whole, or nobody knows. */
export type Verdict = 'right' | 'other' | 'unsure';

/** Whether a response is of a build; it can still be read. */
export async function judge(build: string, place: string, came: Response): Promise<Verdict> {
  if (isForever(place)) return 'right';
  const list = listOf(place);
  const hall = list === undefined ? undefined : await hallOf(build, list);
  const files = hall === undefined ? [] : known(hall, place);
  if (files.length > 0) {
    if (await isOneOf(await came.clone().arrayBuffer(), files)) return 'right';
    return hosts(build, 'unsure');
  }
  return hosts(build, 'right');
}

/** Whether the host still has a build, and what follows where it has. */
export async function hosts(build: string, still: Verdict): Promise<Verdict> {
  const now = await current();
  if (now === undefined) return 'unsure';
  return now === build ? still : 'other';
}

const lists = new Map<string, Promise<SavedHall | undefined>>();

/** A hall's list, of exactly this build; undefined where there is none to be had. */
async function hallOf(build: string, list: string): Promise<SavedHall | undefined> {
  const key = `${build} ${list}`;
  const coming = lists.get(key) ?? read(build, list);
  lists.set(key, coming);
  const hall = await coming;
  // It may come next time.
  if (hall === undefined) lists.delete(key);
  return hall;
}

async function read(build: string, list: string): Promise<SavedHall | undefined> {
  const before = await kept(build, list);
  if (before !== undefined) return (await before.json()) as SavedHall;
  const came = await fetch(root + list, { cache: 'no-cache' }).catch(() => undefined);
  if (came?.status !== 200) return undefined;
  const copy = came.clone();
  const hall = (await came.json().catch(() => undefined)) as SavedHall | undefined;
  if (hall?.build !== build) return undefined;
  await keep(build, list, copy);
  return hall;
}
