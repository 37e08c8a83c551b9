/** Odd shapes of a network, found in its records as they are written: what a run of laws must have met. Nothing of an implementation is asked. */
import type { Id, Line, Rec, Recipe } from '../../src/model/record.ts';
import type { Question } from '../../src/select/predicate.ts';

export function shapesOf(records: readonly Rec[], question: Question): string[] {
  const live = records.filter(({ validFrom, validTo }) => (validFrom ?? '') <= question.asOf && (validTo === undefined || question.asOf < validTo));
  const of = <K extends Rec['kind']>(kind: K): Extract<Rec, { kind: K }>[] => live.filter((rec): rec is Extract<Rec, { kind: K }> => rec.kind === kind);
  const [recipes, lines, products] = [of('recipe'), of('line'), of('product')];
  const recipesOf = (id: Id): Recipe[] => recipes.filter(({ output }) => output === id);
  const linesOf = ({ id }: Recipe): Line[] => lines.filter((one) => one.recipe === id);
  const held = ({ id }: Recipe): boolean => of('completeness').some((one) => one.list === 'components' && one.of === id && one.status === 'complete');
  const reached = new Set([question.product]);
  for (const id of reached) for (const one of recipesOf(id).flatMap(linesOf)) for (const option of one.options) if (option.product !== null) reached.add(option.product);

  const founded = new Set<Id>();
  for (let before = -1; before !== founded.size; ) {
    before = founded.size;
    for (const id of reached) {
      const ways = recipesOf(id);
      if (ways.length === 0 || ways.some((way) => linesOf(way).every(({ options }) => options.some((option) => option.product === null || founded.has(option.product))))) founded.add(id);
    }
  }
  const makers = (id: Id): (Id | undefined)[] => products.filter((one) => one.id === id).map(({ maker }) => maker);
  const inner = [...reached].filter((id) => id !== question.product);
  return [
    [...reached].some((id) => !founded.has(id)) && 'a loop that nothing starts',
    [...reached].some((id) => recipesOf(id).length > 0 && recipesOf(id).every(({ use }) => use === 'known')) && 'a node with no way but the merely known',
    [...reached].some((id) => recipesOf(id).some((way) => linesOf(way).some(({ options }) => options.every(({ use }) => use === 'known')))) && 'a line with no option but the merely known',
    inner.some((id) => recipesOf(id).length > 0 && recipesOf(id).every((way) => linesOf(way).length === 0 && !held(way))) && 'a node that only unwritten lines could found',
    inner.some((id) => makers(id).some((maker) => maker !== undefined && makers(question.product).includes(maker)) && products.some((one) => one.id === id && one.roles?.length === 0) && recipesOf(id).some((way) => linesOf(way).length > 0)) && 'an in-house assembly with roles []',
  ].filter((shape) => shape !== false);
}
