/**
 * Roles and steps of the records, and the buyer and purpose of the question, that no rulebook knows: `Camera`, `radoi`, `?`. A clause
 * would pass over such a part as over one that surely is no camera, and be clear; so they are a fault (decision 0087). O(records).
 */
import { type Issue, issue } from '../base/issue.ts';
import { placeOf } from '../formats/workspace/draft.ts';
import type { Rec } from '../model/record.ts';
import type { Question } from '../select/predicate.ts';
import type { Rulebook, Words } from './rulebook.ts';
import { BUYERS, PURPOSES, ROLES, STEPS } from './vocabulary.ts';

/** A buyer or purpose that is none of those that rulebooks name. */
const OTHER = 'other';

/** One issue a word and record. `rulebooks`: whose own words are known beside the vocabulary. */
export function strangeWords(records: readonly Rec[], rulebooks: Iterable<Rulebook>): Issue[] {
  const all = [...rulebooks];
  const known = { roles: knownWords(ROLES, all, 'roles'), steps: knownWords(STEPS, all, 'steps') };
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

/** `source`: the file in which the question is asked. */
export function strangeQuestion({ buyer, purpose }: Pick<Question, 'buyer' | 'purpose'>, rulebooks: Iterable<Rulebook>, source: string): Issue[] {
  const all = [...rulebooks];
  const look = (given: string | undefined, field: string, pointer: string, known: ReadonlySet<string>): Issue[] =>
    given === undefined || given === OTHER || known.has(given) ? [] : [issue('input/strange-word', source, pointer, { given, field, options: [...known, OTHER].join(', ') })];
  return [...look(buyer, 'buyer', '/buyer/kind', knownWords(BUYERS, all, 'buyers')), ...look(purpose, 'purpose', '/purpose', knownWords(PURPOSES, all, 'purposes'))];
}

function knownWords(vocabulary: ReadonlySet<string>, rulebooks: readonly Rulebook[], family: keyof Words): ReadonlySet<string> {
  return new Set([...vocabulary, ...rulebooks.flatMap(({ words }) => words?.[family] ?? [])]);
}
