/**
 * Roles and steps of the records that no rulebook knows: `Camera`, `radoi`, `?`. A clause would pass over such a part as over
 * one that surely is no camera, and be clear; so they are a fault (decision 0087). O(records).
 */
import { type Issue, issue } from '../base/issue.ts';
import { placeOf } from '../formats/workspace/draft.ts';
import type { Rec } from '../model/record.ts';
import type { Rulebook } from './rulebook.ts';
import { ROLES, STEPS } from './vocabulary.ts';

/** One issue a word and record. `rulebooks`: whose own words are known beside the vocabulary. */
export function strangeWords(records: readonly Rec[], rulebooks: Iterable<Rulebook>): Issue[] {
  const declared = [...rulebooks].map(({ words }) => words);
  const known = {
    roles: new Set([...ROLES, ...declared.flatMap((words) => words?.roles ?? [])]),
    steps: new Set([...STEPS, ...declared.flatMap((words) => words?.steps ?? [])]),
  };
  const found: Issue[] = [];
  const look = (rec: Rec, field: 'roles' | 'steps', words: readonly string[] = []): void => {
    for (const given of words) {
      if (known[field].has(given)) continue;
      const { source, pointer } = placeOf(rec);
      const table = /^\/rows\/\d+$/.test(pointer);
      found.push(issue('input/strange-word', source, table ? `${pointer}/${field}` : pointer, { given, field, options: [...known[field]].join(', ') }));
    }
  };
  for (const rec of records) {
    if (rec.kind === 'product') look(rec, 'roles', rec.roles);
    else if (rec.kind === 'recipe') look(rec, 'steps', rec.steps);
  }
  return found;
}
