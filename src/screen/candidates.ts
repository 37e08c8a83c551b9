/**
 * Parties against the names of list entries. Ids decide before names, a person's judgement before names; what is left is a
 * candidate from the score `propose` on, and stays open until somebody judges it: no score ever decides. docs/semantics.md 6.1.
 * A name that is written in two scripts is asked, and listed, as each of them too (names/scripts); a cell that holds more than a name is asked piece
 * by piece (names/cell).
 * Where tables know other names of a firm (known-names.ts), those are asked too: what only they find is a proposal, were it equal letter by letter.
 */
import type { Sha256 } from '../base/canonical.ts';
import { push } from '../base/multimap.ts';
import { tellsApart } from '../base/registered.ts';
import { digestOf } from '../model/digest.ts';
import { standingJudgements } from '../model/judgements.ts';
import type { Digest, Judgement, Listing, Party, Rec, RegisteredId } from '../model/record.ts';
import type { NameKind } from '../names/analyse.ts';
import { namesWithin } from '../names/cell.ts';
import { PROPOSE, type Reason } from '../names/compare.ts';
import { type Found, type Listed, NameIndex } from '../names/find.ts';
import { hasHan } from '../names/han-fold.ts';
import { normalizeName } from '../names/normalize.ts';
import { namesApart } from '../names/scripts.ts';
import { inCharacters, type Known, type KnownNames, placeOf } from './known-names.ts';

/** Named in every screening: another version may find others. */
export const MATCHER = 'nonred-names/5';

/** What is screened: a party, or a name that somebody typed. */
export interface Asked { readonly names: readonly string[]; readonly ids?: readonly RegisteredId[]; readonly kind?: NameKind | undefined; readonly born?: string | undefined }
/** How sure: by an id; ids, or years of birth, that differ under one name; a name equal letter by letter; a likeness. */
export type Because = 'id' | 'id-differs' | 'born-differs' | 'exact-name' | 'name';
/** `names`: name asked, name listed. `known`: the first was not asked as it stands, but as another name of a firm that goes by it. */
export interface Candidate { readonly entry: Listing; readonly because: Because; readonly score: number; readonly names: readonly [string, string]; readonly reasons: readonly Reason[]; readonly known?: Known }

/** Pieces of cells whose answers are kept. */
const PIECES = 4096;

export class EntryNames {
  readonly #index: NameIndex;
  readonly #owner: readonly Listing[];
  /** By position: the name as it is listed, and what of it stands there: all of it, or its part in one script. */
  readonly #names: readonly string[];
  readonly #texts: readonly string[];
  readonly #byId = new Map<string, Listing[]>();
  readonly #known: (() => KnownNames) | undefined;
  readonly #pieces = new Map<string, readonly Found[]>();

  /** Vessels and aircraft are not party names, and are left out unless `all`. `known`: called at the first name of a firm. */
  constructor(entries: readonly Listing[], all: boolean = false, known?: () => KnownNames) {
    const listed: Listed[] = [];
    const owner: Listing[] = [];
    const names: string[] = [];
    for (const entry of entries) {
      for (const { scheme, value } of entry.ids ?? []) push(this.#byId, `${scheme}|${value}`, entry);
      const kind = entry.notes?.kind;
      if (!all && (kind === 'vessel' || kind === 'aircraft')) continue;
      const as: NameKind = kind === 'person' ? 'person' : 'company';
      for (const name of entry.names ?? [])
        for (const text of new Set([name, ...namesApart(name, as), ...(as === 'company' && hasHan(name) ? namesWithin(name) : [])])) {
          listed.push({ text, kind: as });
          owner.push(entry);
          names.push(name);
        }
    }
    this.#index = new NameIndex(listed);
    this.#owner = owner;
    this.#names = names;
    this.#texts = listed.map(({ text }) => text);
    this.#known = known;
  }

  /** The best candidate of each entry, the surest first. */
  search({ names, ids = [], kind, born }: Asked, threshold: number = PROPOSE): Candidate[] {
    const best = new Map<Listing, Candidate>();
    const keep = (one: Candidate): void => {
      const was = best.get(one.entry);
      if (was === undefined || RANK[one.because] < RANK[was.because] || (one.because === was.because && one.score > was.score)) best.set(one.entry, one);
    };
    for (const { scheme, value } of ids) for (const entry of this.#byId.get(`${scheme}|${value}`) ?? []) keep({ entry, because: 'id', score: 1, names: [`${scheme} ${value}`, `${scheme} ${value}`], reasons: [] });
    const meet = (name: string, text: string, asKind: NameKind, keepIt: (one: Candidate) => void, known?: Known): void => {
      for (const found of text === name ? this.#index.search(text, asKind, threshold) : this.#searchPiece(text, asKind, threshold)) {
        const entry = this.#owner[found.at]!;
        const listed = this.#names[found.at]!;
        // What a name sounds like that nobody gave is likeness of likeness: it is asked in its own script.
        if (known !== undefined && inCharacters(text) !== inCharacters(this.#texts[found.at]!)) continue;
        const because = differing(ids, entry.ids ?? []) ? 'id-differs' : bornOtherwise(born, entry.notes?.born) ? 'born-differs' : known === undefined && normalizeName(name) === normalizeName(listed) ? 'exact-name' : 'name';
        keepIt({ entry, because, score: found.score, names: [name, listed], reasons: found.reasons, ...(known !== undefined && { known }) });
      }
    };
    const firms = kind === 'person' ? [] : names.map((name) => ({ name, texts: new Set([name, ...namesApart(name), ...namesWithin(name)]) }));
    for (const { name, texts } of firms) for (const text of texts) meet(name, text, 'company', keep);
    if (kind !== 'company') for (const name of names) for (const text of [name, ...namesApart(name, 'person')]) meet(name, text, 'person', keep);
    // An entry that the names themselves find stays as it was found.
    const direct = new Set(best.keys());
    if (this.#known !== undefined && this.#texts.length > 0)
      for (const { name, texts } of firms)
        for (const text of texts)
          for (const known of this.#known().othersOf(text)) meet(name, known.as, 'company', (one) => void (direct.has(one.entry) || keep(one)), known);
    return [...best.values()].sort((a, b) => RANK[a.because] - RANK[b.because] || b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
  }

  /** Many cells hold the same remark or place. */
  #searchPiece(text: string, kind: NameKind, threshold: number): readonly Found[] {
    const key = `${kind} ${threshold} ${text}`;
    let found = this.#pieces.get(key);
    if (found === undefined) {
      if (this.#pieces.size >= PIECES) this.#pieces.clear();
      this.#pieces.set(key, (found = this.#index.search(text, kind, threshold)));
    }
    return found;
  }
}
const RANK: Readonly<Record<Because, number>> = { id: 0, 'exact-name': 1, name: 2, 'id-differs': 3, 'born-differs': 3 };
/** What speaks against a likeness: it is shown, and opens nothing. */
export const APART: ReadonlySet<Because> = new Set(['id-differs', 'born-differs']);

/** Parties that may stand on a list by name alone, as judgements `unsure`: open until a person judges. Records; no party is edited. */
export function proposeMatches(records: readonly Rec[], sha256: Sha256, known?: () => KnownNames): Judgement[] {
  const entries = records.filter((rec): rec is Listing => rec.kind === 'listing' && rec.names !== undefined);
  const parties = records.filter((rec): rec is Party => rec.kind === 'party' && rec.names !== undefined);
  if (entries.length === 0 || parties.length === 0) return [];
  // A judgement about any record of the party stands for the party. One of limited days does not end the proposal: beside it `unsure` says nothing, after it the match is open.
  const idOf = new Map([...parties, ...entries].map((rec): [Digest, string] => [digestOf(rec, sha256), rec.id]));
  const judged = new Set<string>();
  for (const { left, right, validFrom, validTo } of standingJudgements(records, sha256)) {
    if (validFrom !== undefined || validTo !== undefined) continue;
    const [one, other] = [idOf.get(left ?? ''), idOf.get(right ?? '')];
    if (one !== undefined && other !== undefined) judged.add(pairOf(one, other)).add(pairOf(other, one));
  }
  const ids = idsOf(parties);
  const index = new EntryNames(entries, false, known);
  const found: Judgement[] = [];
  for (const party of parties) {
    const left = digestOf(party, sha256);
    const asked = { names: party.names!, ids: ids.get(party.id) ?? [], kind: party.partyKind === 'person' ? ('person' as const) : party.partyKind === undefined ? undefined : ('company' as const) };
    for (const { entry, because, score, names, known: as } of index.search(asked)) {
      if (because !== 'name') continue;
      const right = digestOf(entry, sha256);
      if (judged.has(pairOf(party.id, entry.id))) continue;
      found.push({
        kind: 'judgement', id: `match ${party.id}~${entry.id}~${left.slice(0, 8)}~${right.slice(0, 8)}`, level: 'inferred', left, right, says: 'unsure', by: `${MATCHER}, ${score.toFixed(3)}`, why: `${names[0]}${as === undefined ? '' : ` = ${as.by === undefined ? '' : `${as.by} = `}${as.as} (${placeOf(as)})`} = ${names[1]}?`, origin: MATCHER,
      });
    }
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function idsOf(parties: readonly Party[]): Map<string, RegisteredId[]> {
  const ids = new Map<string, RegisteredId[]>();
  for (const { id, ids: own } of parties) if (own !== undefined) ids.set(id, [...(ids.get(id) ?? []), ...own]);
  return ids;
}

/** No year that the list has is within one of the year asked; within five, where the list says `circa`. What is no year says nothing. */
function bornOtherwise(asked: string | undefined, listed: string | undefined): boolean {
  const year = Number(/\b(?:18|19|20)\d\d\b/.exec(asked ?? '')?.[0] ?? Number.NaN);
  const spans = (listed ?? '').split(',').flatMap((part): [number, number][] => {
    const years = [...part.matchAll(/\b(?:18|19|20)\d\d\b/g)].map(Number);
    const slack = part.includes('circa') ? 5 : 1;
    return years.length === 0 ? [] : [[Math.min(...years) - slack, Math.max(...years) + slack]];
  });
  return !Number.isNaN(year) && spans.length > 0 && spans.every(([from, to]) => year < from || year > to);
}

function differing(own: readonly RegisteredId[], listed: readonly RegisteredId[]): boolean {
  return own.some(({ scheme }) => tellsApart(scheme) && listed.some((one) => one.scheme === scheme) && !own.some((mine) => mine.scheme === scheme && listed.some((one) => one.scheme === scheme && one.value === mine.value)));
}

const pairOf = (left: string, right: string): string => `${left}|${right}`;
