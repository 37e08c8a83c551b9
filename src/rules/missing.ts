/** Open items in the words of `Missing`: what to ask, of whom, ordered and each once (docs/semantics.md 9). */
import type { Network } from '../model/network.ts';
import type { Id, Rec } from '../model/record.ts';
import type { Open } from '../select/open.ts';
import type { Missing } from './grounds.ts';

export function missingOf(opens: readonly Open[], net: Network): Missing[] {
  const found = new Map<string, Missing>();
  const add = (open: Open): void => {
    const missing = word(open, net);
    found.set(textOf(missing), missing);
  };
  for (const open of opens) {
    if (open.kind === 'above' && open.inner.length > 0) open.inner.forEach(add);
    else add(open);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, missing]) => missing);
}

/** RFC 8785 JSON: its order is that of the members here, for there are many. */
function textOf({ askFrom, field, kind, of, ppm }: Missing): string {
  const member = (name: string, value: unknown): string => (value === undefined ? '' : `"${name}":${JSON.stringify(value)},`);
  return `{${member('askFrom', askFrom)}${member('field', field)}"kind":"${kind}",${member('of', of)}${member('ppm', ppm)}`;
}

function word(open: Open, net: Network): Missing {
  switch (open.kind) {
    case 'field': return fieldOf(open.of, open.field, net);
    case 'weak': return { field: open.field, kind: 'evidence', of: subjectOf(open.recs[0]) };
    case 'conflict': return { field: open.field, kind: 'conflict', of: open.of };
    case 'list': return { ...makerOf(open.of, net), field: open.list, kind: 'list', of: open.of };
    case 'edition': return { kind: 'edition', of: open.of };
    case 'match': return { field: open.entry.id, kind: 'match', of: open.party };
    case 'stake': return { kind: 'stake', of: open.of, ppm: open.ppm };
    case 'method': return { field: open.test, kind: 'method', of: open.of };
    case 'above': return { ...makerOf(open.of, net), field: 'components', kind: 'list', of: open.of };
    case 'amount': return { ...makerOf(open.of, net), field: open.field, kind: 'field', of: open.of };
    case 'paper': return { ...makerOf(open.of, net), kind: 'evidence', of: open.of };
    case 'question': return { field: open.field, kind: 'field', of: 'question' };
  }
}

function fieldOf(of: Id, field: string, net: Network): Missing {
  if (of.startsWith('?') && net.products.get(of) === undefined) return { field, kind: 'unresolved', of };
  return { ...makerOf(of, net), field, kind: 'field', of };
}

/** The maker knows best what its product is made of and where. */
function makerOf(of: Id, net: Network): { askFrom?: Id } {
  const product = net.products.get(of) ?? net.products.get(net.recipes.get(of)?.[0]?.output ?? '');
  const maker = product?.find((rec) => rec.maker !== undefined)?.maker;
  return maker === undefined ? {} : { askFrom: maker };
}

/** What a record speaks of. */
function subjectOf(rec: Rec | undefined): Id {
  if (rec === undefined) return '';
  switch (rec.kind) {
    case 'recipe': return rec.id;
    case 'line': return rec.recipe;
    case 'ownership': return rec.asset;
    case 'material': return rec.product;
    case 'supply': return rec.product;
    default: return rec.id;
  }
}
