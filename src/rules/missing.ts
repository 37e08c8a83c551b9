/** Open items in the words of `Missing`: what to ask, of whom, ordered and each once (docs/semantics.md 9). */
import type { Network } from '../model/network.ts';
import type { Id, Rec } from '../model/record.ts';
import { type Open, type Single, singly } from '../select/open.ts';
import type { Missing } from './grounds.ts';

export function missingOf(opens: readonly Open[], net: Network): Missing[] {
  const items = itemsIn(net);
  const found = new Set<Item>();
  for (const open of singly(opens)) {
    if (open.kind === 'above' && open.inner.length > 0) for (const inner of singly(open.inner)) found.add(itemOf(inner, net, items));
    else found.add(itemOf(open, net, items));
  }
  const once: Missing[] = [];
  let before = '';
  for (const { missing, text } of [...found].sort((a, b) => (a.text < b.text ? -1 : 1))) {
    if (text !== before) once.push(missing);
    before = text;
  }
  return once;
}

/** `text`: what the order goes by. */
interface Item { readonly missing: Missing; readonly text: string }
/** By what is asked, and then by what is spoken of: many clauses and subjects ask the same, and each is worded once. */
type Items = Map<string, Map<Id, Item>>;
const ITEMS = new WeakMap<Network, Items>();

function itemsIn(net: Network): Items {
  let items = ITEMS.get(net);
  if (items === undefined) ITEMS.set(net, (items = new Map()));
  return items;
}

function itemOf(open: Single, net: Network, items: Items): Item {
  const asked = askedBy(open);
  let about = items.get(asked);
  if (about === undefined) items.set(asked, (about = new Map()));
  const of = spokenOf(open);
  let item = about.get(of);
  if (item === undefined) {
    const missing = word(open, net);
    about.set(of, (item = { missing, text: textOf(missing) }));
  }
  return item;
}

/** With `spokenOf` all that `word` reads of an open item. */
function askedBy(open: Single): string {
  switch (open.kind) {
    case 'field': return open.field; // no kind: by far the most
    case 'list': return `list ${open.list}`;
    case 'match': return `match ${open.entry.id}`;
    case 'stake': return `stake ${open.ppm}`;
    case 'method': return `method ${open.test}`;
    case 'weak': case 'conflict': case 'amount': case 'question': return `${open.kind} ${open.field}`;
    default: return open.kind;
  }
}

function spokenOf(open: Single): Id {
  switch (open.kind) {
    case 'weak': return subjectOf(open.recs[0]);
    case 'match': return open.party;
    case 'question': return 'question';
    default: return open.of;
  }
}

/** RFC 8785 JSON: its order is that of the members here. */
function textOf({ askFrom, field, kind, of, ppm }: Missing): string {
  return JSON.stringify({ askFrom, field, kind, of, ppm });
}

function word(open: Single, net: Network): Missing {
  switch (open.kind) {
    case 'field': return fieldOf(open.of, open.field, net);
    case 'weak': return { field: open.field, kind: 'evidence', of: spokenOf(open) };
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
