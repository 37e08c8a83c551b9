/** Open items in the words of `Missing`: what to ask, of whom, ordered and each once (docs/semantics.md 9). */
import { canonical } from '../base/canonical.ts';
import type { Network } from '../model/network.ts';
import type { Id, Rec } from '../model/record.ts';
import type { Open } from '../select/open.ts';
import type { Missing } from './grounds.ts';

export function missingOf(opens: readonly Open[], net: Network): Missing[] {
  const found = new Map<string, Missing>();
  for (const open of opens.flatMap((one) => (one.kind === 'above' && one.inner.length > 0 ? one.inner : [one]))) {
    const missing = word(open, net);
    found.set(canonical(missing), missing);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, missing]) => missing);
}

function word(open: Open, net: Network): Missing {
  switch (open.kind) {
    case 'field': return fieldOf(open.of, open.field, net);
    case 'weak': return { kind: 'evidence', of: subjectOf(open.recs[0]), field: open.field };
    case 'conflict': return { kind: 'conflict', of: open.of, field: open.field };
    case 'list': return { kind: 'list', of: open.of, field: open.list, ...makerOf(open.of, net) };
    case 'edition': return { kind: 'edition', of: open.of };
    case 'match': return { kind: 'match', of: open.party, field: open.entry.id };
    case 'stake': return { kind: 'stake', of: open.of, ppm: open.ppm };
    case 'method': return { kind: 'method', of: open.of, field: open.test };
    case 'above': return { kind: 'list', of: open.of, field: 'components', ...makerOf(open.of, net) };
    case 'amount': return { kind: 'field', of: open.of, field: open.field, ...makerOf(open.of, net) };
    case 'paper': return { kind: 'evidence', of: open.of, ...makerOf(open.of, net) };
    case 'question': return { kind: 'field', of: 'question', field: open.field };
  }
}

function fieldOf(of: Id, field: string, net: Network): Missing {
  if (of.startsWith('?') && net.products.get(of) === undefined) return { kind: 'unresolved', of, field };
  return { kind: 'field', of, field, ...makerOf(of, net) };
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
