/**
 * Spellings that may be one party: `ST`, `STMicro` and `STMicroelectronics`. Proposed, with the reason, and never joined: that
 * is a person's judgement. Names are compared without their legal form and without words of which many names are made
 * (`Electronics North America`); one that begins as another does (from four letters), or that is its initials, is said so, and so are two that the
 * table of makers has for one, or in two scripts one of the tables of firms' names (known-names.ts): `Yageo` and 國巨.
 * Names that a rule has joined already (joins.ts) or a person has judged are left out. O(parties) but for groups that share a beginning.
 */
import { type Issue, issue } from '../base/issue.ts';
import { push } from '../base/multimap.ts';
import type { Id, Judgement, Party, Rec } from '../model/record.ts';
import { normalizeName } from '../names/normalize.ts';
import { isCommonName } from './common-words.ts';
import { type Firm, inCharacters, type KnownNames } from './known-names.ts';

export interface Spelling { readonly left: Id; readonly right: Id; readonly a: string; readonly b: string; readonly why: 'same' | 'begins' | 'initials' | 'listed' }

/** `makers`: the maker of the program's table that a party is called as (makers.ts). `known`: called where some parties have names in characters and others have not. */
export interface Called { readonly makers?: ReadonlyMap<Id, Id>; readonly known?: () => KnownNames }

/** Beyond so many of one beginning there is nothing to propose. */
const MANY = 12;
/** A word with which more names than this begin is a family of firms, or just a word. */
const FAMILY = 3;
/** Names of one short word mean too much. */
const BEGINS = 4;

/** By left, then right. `judged`: judgements that are in force, made by rule or by a person, with the party each digest means. */
export function spellings(records: readonly Rec[], judged: readonly Judgement[], partyOf: (digest: string) => Id | undefined, { makers = new Map(), known }: Called = {}): Spelling[] {
  const names = new Map<Id, string>();
  for (const rec of records) if (rec.kind === 'party' && rec.names?.[0] !== undefined && !names.has(rec.id)) names.set(rec.id, (rec as Party).names![0]!);
  const spoken = new Set(judged.flatMap(({ left, right }) => {
    const [a, b] = [partyOf(left ?? ''), partyOf(right ?? '')];
    return a !== undefined && b !== undefined ? [pairOf(a, b)] : [];
  }));
  const found = new Map<string, Spelling>();
  const propose = (a: Id, b: Id, why: Spelling['why']): void => {
    if (a === b || spoken.has(pairOf(a, b)) || found.has(pairOf(a, b))) return;
    const [left, right] = a < b ? [a, b] : [b, a];
    found.set(pairOf(a, b), { left, right, a: names.get(left)!, b: names.get(right)!, why });
  };
  const cores = new Map<string, Id[]>();
  for (const [id, name] of names) {
    const core = coreOf(name);
    if (core !== '') push(cores, core, id);
  }
  for (const group of cores.values()) {
    if (group.length > MANY) continue;
    group.forEach((a, i) => {
      for (const b of group.slice(i + 1)) if (sameTrade(names.get(a)!, names.get(b)!)) propose(a, b, 'same');
    });
  }
  const sorted = [...cores.keys()].sort();
  sorted.forEach((core, i) => {
    const bare = core.replaceAll(' ', '');
    if (bare.length < BEGINS && !/\p{Script=Han}{2}/u.test(bare)) return;
    const longer: string[] = [];
    for (let next = i + 1; next < sorted.length && longer.length <= FAMILY && sorted[next]!.startsWith(core); next++) longer.push(sorted[next]!);
    if (longer.length <= FAMILY) for (const other of longer) propose(cores.get(core)![0]!, cores.get(other)![0]!, 'begins');
  });
  const initials = new Map<string, Id[]>();
  for (const [core, [id]] of cores) {
    const letters = initialsOf(names.get(id!)!, core);
    for (const one of letters) push(initials, one, id!);
  }
  for (const [core, [id]] of cores) if (/^[a-z]{2,4}$/.test(core)) for (const other of (initials.get(core) ?? []).slice(0, MANY)) propose(id!, other, 'initials');
  const called = new Map<Id, Id[]>();
  for (const [party, maker] of makers) if (names.has(party)) push(called, maker, party);
  for (const group of called.values()) group.slice(0, MANY).forEach((a, i) => { for (const b of group.slice(i + 1, MANY)) propose(a, b, 'listed'); });
  const [eastern, western] = [true, false].map((wanted) => [...names].filter(([, name]) => inCharacters(name) === wanted)) as [[Id, string][], [Id, string][]];
  if (known !== undefined && eastern.length > 0 && western.length > 0) {
    const byFirm = new Map<Firm, Id[]>();
    for (const [id, name] of eastern) for (const firm of known().firmsNamed(name)) push(byFirm, firm, id);
    for (const [id, name] of western) for (const firm of byFirm.size === 0 ? [] : known().firmsNamed(name)) for (const other of (byFirm.get(firm) ?? []).slice(0, MANY)) propose(id, other, 'listed');
  }
  return [...found.values()].sort((x, y) => (x.left < y.left || (x.left === y.left && x.right < y.right) ? -1 : 1));
}

/** The proposals as warnings, each with the row that would accept it. */
export function spellingIssues(found: readonly Spelling[]): Issue[] {
  return found.map(({ left, right, a, b, why }) => issue('input/maybe-one-maker', '', '', { left, right, a, b, why }));
}

/** Words that say in which form or where a firm does business, and not in what. */
const FORMS = new Set('a and of the co company corp corporation inc incorporated ltd limited llc llp lp plc gmbh ag sa sas srl bv nv oy ab as kk pte pty sdn bhd group holding holdings international global america american usa us north south asia pacific europe european japan taiwan korea sales div'.split(' '));

/** `Acme Power` and `Acme Semiconductor` are two firms as a rule; `Acme` and `Acme Power` may be one. */
function sameTrade(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) => new Set(normalizeName(bare(name)).split(' ').filter((word) => isCommonName(word) && !FORMS.has(word)))) as [Set<string>, Set<string>];
  return [...one].every((word) => other.has(word)) || [...other].every((word) => one.has(word));
}

/** What stands in brackets is no part of a name. */
function bare(name: string): string {
  return name.replace(/[(（][^()（）]*[)）]/g, ' ');
}

/** A normalised name without words that many firms' names are made of; the whole name where nothing else would be left. */
function coreOf(name: string): string {
  const whole = normalizeName(bare(name));
  const words = whole.split(' ');
  const kept = words.filter((word) => !isCommonName(word));
  return (kept.length > 0 ? kept : words).join(' ').replace(/(?:股份)?有限公司$|股份公司$/u, '');
}

/** `texas instruments` is ti; `STMicroelectronics` is st: its capitals before the first small letter, but the last. */
function initialsOf(name: string, core: string): string[] {
  const words = core.split(' ');
  const capitals = /^(\p{Lu}{2,4})(?=\p{Lu}\p{Ll})/u.exec(name)?.[1]?.toLowerCase();
  return [...(words.length > 1 ? [words.map((word) => word[0]!).join('')] : []), ...(capitals === undefined ? [] : [capitals])];
}

const pairOf = (a: Id, b: Id): string => (a < b ? `${a}|${b}` : `${b}|${a}`);
