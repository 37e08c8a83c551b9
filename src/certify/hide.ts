/**
 * Names hidden in the grounds, and the grounds still checkable: every name, registered number and local id becomes a salted digest, equal
 * ones stay equal, so that ownership, lists and pins come out as before. What a verdict reads (places, roles, steps, stakes, dates, kinds of
 * papers) stays. A name is opened alone: its salt is its own and says nothing of another's (docs/semantics.md; semantics of digests).
 */
import { canonical, type Sha256 } from '../base/canonical.ts';
import type { Digest, Id, Rec } from '../model/record.ts';
import { list, object, pattern, type Shape, text } from './shape.ts';

/** Shows that `name` is what stands behind `hidden`: SHA-256 of the RFC 8785 JSON of [salt, the name normalised]. */
export interface Opening { readonly hidden: string; readonly salt: string; readonly name: string }
export interface Hidden {
  readonly records: readonly Rec[];
  readonly openings: readonly Opening[];
  /** An id of the workspace as it is in the hidden records. */
  readonly idOf: (id: Id) => Id;
}
/** HMAC-SHA-256 under the workspace's secret, hex. */
export type Keyed = (text: string) => string;

export const openingsShape: Shape = list(object({ hidden: pattern(/^hidden-[0-9a-f]{64}$/), salt: pattern(/^[0-9a-f]{64}$/), name: text }));

/** The same letters to the checker are the same name here. */
const normal = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();

export const opens = ({ hidden, salt, name }: Opening, sha256: Sha256): boolean => hidden === `hidden-${sha256(canonical([salt, normal(name)]))}`;

/** `shown`: ids of products and parties whose names stay: the product in question and its maker. */
export function hideNames(records: readonly Rec[], shown: ReadonlySet<Id>, keyed: Keyed, sha256: Sha256): Hidden {
  const openings = new Map<string, Opening>();
  const name = (given: string): string => {
    const salt = keyed(`name ${normal(given)}`);
    const hidden = `hidden-${sha256(canonical([salt, normal(given)]))}`;
    if (!openings.has(hidden)) openings.set(hidden, { hidden, salt, name: given });
    return hidden;
  };
  const idOf = (id: Id): Id => `x${keyed(`id ${id}`).slice(0, 20)}`;
  const before = new Map(records.map((rec) => [sha256(canonical(rec)), rec]));
  const after = new Map<Digest, Digest>();
  const done = new Map<Rec, Rec>();
  const hide = (rec: Rec): Rec => {
    const known = done.get(rec);
    if (known) return known;
    const made = hidden(rec, { name, idOf, keyed, digestOf, shown });
    done.set(rec, made);
    return made;
  };
  /** Records point at others by digest, a few steps deep at most: papers at statements, statements at members. */
  function digestOf(digest: Digest): Digest {
    const rec = before.get(digest);
    if (rec === undefined) return digest;
    let found = after.get(digest);
    if (found === undefined) after.set(digest, (found = sha256(canonical(hide(rec)))));
    return found;
  }
  return { records: records.map(hide), openings: [...openings.values()].sort((a, b) => (a.hidden < b.hidden ? -1 : 1)), idOf };
}

interface Ways { readonly name: (given: string) => string; readonly idOf: (id: Id) => Id; readonly keyed: Keyed; readonly digestOf: (digest: Digest) => Digest; readonly shown: ReadonlySet<Id> }

/** Members that name a thing of the workspace. */
const REFERENCES = ['id', 'owner', 'asset', 'operator', 'maker', 'output', 'facility', 'recipe', 'product', 'supplier', 'buyer', 'customer', 'place'];
/** What no verdict reads and could name somebody. */
const DROPPED = ['origin', 'notes', 'recordedAt', 'file', 'lat', 'lon', 'why'];

function hidden(rec: Rec, { name, idOf, keyed, digestOf, shown }: Ways): Rec {
  const copy: Record<string, unknown> = Object.fromEntries(Object.entries(rec).filter(([member]) => !DROPPED.includes(member)));
  for (const member of REFERENCES) if (typeof copy[member] === 'string') copy[member] = idOf(copy[member]);
  copy.salt = keyed(`record ${rec.kind} ${rec.id}`);
  if (rec.supersedes !== undefined) copy.supersedes = digestOf(rec.supersedes);
  const keep = shown.has(rec.id);
  switch (rec.kind) {
    case 'party':
    case 'listing':
      if (rec.names && !keep) copy.names = rec.names.map(name);
      if (rec.ids) copy.ids = rec.ids.map(({ scheme, value }) => ({ scheme, value: keyed(`number ${scheme} ${value}`) }));
      break;
    case 'product':
    case 'facility':
      if (rec.name !== undefined && !keep) copy.name = name(rec.name);
      if (rec.kind === 'product' && rec.partNumbers && !keep) copy.partNumbers = rec.partNumbers.map(name);
      break;
    case 'line':
      if (!/^[0-9]+$/.test(rec.line)) copy.line = keyed(`line ${rec.line}`); // it may be called as the part is
      copy.options = rec.options.map((option) => ({ ...option, product: option.product === null ? null : idOf(option.product) }));
      break;
    case 'evidence':
      if (rec.issuer !== undefined) copy.issuer = name(rec.issuer);
      if (rec.digest !== undefined) copy.digest = keyed(`paper ${rec.digest}`); // whoever has the paper as well would know whose it is
      copy.supports = rec.supports.map(digestOf).sort();
      break;
    case 'completeness':
      if (rec.list !== 'entries') copy.of = idOf(rec.of);
      copy.members = rec.members.map(digestOf).sort();
      break;
    case 'judgement':
      for (const member of ['left', 'right', 'withdraws'] as const) if (rec[member] !== undefined) copy[member] = digestOf(rec[member]);
      if (!rec.by.startsWith('rule ')) copy.by = 'a person';
      break;
    default:
  }
  return copy as unknown as Rec;
}
