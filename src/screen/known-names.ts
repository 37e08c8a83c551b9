/**
 * Names that cannot be read from one another, because a table has them for one firm: 瑞昱 is Realtek, 阳光电源 is Sungrow. A name whose core
 * (names/analyse `coreWords`: folded, without its legal form) equals that of one of a firm's names stands for the firm, and the firm's other
 * names are asked too. Where no firm has the core, it is tried without places (CATL Germany, 深圳大疆), and then the own words alone, from 4 letters or 2
 * characters (大疆创新科技 is a firm of 大疆): subsidiaries are called so. No likeness. One or two common words, one character, less than three letters
 * stand for nobody; a core of several firms stands for all of them. What is found so is a proposal whatever its score (candidates.ts).
 */
import type { Checked, FirmNames } from '../formats/reference/firm-names.ts';
import type { Maker } from '../formats/reference/makers.ts';
import { coreOf, coreWords, isAscii, type TokenClass } from '../names/analyse.ts';
import { withoutHanForm } from '../names/legal-forms.ts';
import { COMMON_ENOUGH } from '../names/compare.ts';
import { foldHan } from '../names/han-fold.ts';
import { normalizeName } from '../names/normalize.ts';
import { isCommonName } from './common-words.ts';

/** A firm of a table, and where it stands there. `checked`: which of its names a public list was seen to have; absent where the table does not say. */
export interface Firm { readonly names: readonly string[]; readonly table: string; readonly row: number; readonly listed?: string; readonly checked?: Checked }
/** Another name of the firm, which was asked, and the firm. `by`: what of the name the firm goes by, where that is not all of it. */
export interface Known { readonly as: string; readonly by?: string; readonly table: string; readonly row: number; readonly listed?: string; readonly checked?: Checked }

/** The tables as one, in their order. */
export function firmsOf(firmNames: readonly FirmNames[], makers: readonly Maker[]): Firm[] {
  return [
    ...firmNames.map(({ names, row, listed, checked }): Firm => ({ names, table: 'firm-names.csv', row, listed, checked })),
    ...makers.map(({ names, row }): Firm => ({ names, table: 'makers.csv', row })),
  ];
}

export class KnownNames {
  readonly #firms: readonly Firm[];
  /** By core, of names in characters and of names in letters: each made when the first such name is asked. */
  #eastern: ByCore | undefined;
  #western: ByCore | undefined;

  constructor(firms: readonly Firm[]) {
    this.#firms = firms;
  }

  /** The firms that go by this name, in the order of the tables. */
  firmsNamed(name: string): readonly Firm[] {
    const words = coreWords(name);
    return telling(words, name) ? (this.#namesLike(name).all.get(words.join('')) ?? []) : [];
  }

  /** What else the firms of this name are called, each core once; of a name that is more than a firm's, what the firm is called. */
  othersOf(name: string): Known[] {
    const core = coreOf(name);
    const asked = new Set([core.map(({ word }) => word).join('')]);
    const { firms, by } = this.#firmsIn(core, name);
    return firms.flatMap(({ names, ...firm }) => names.flatMap((as): Known[] => {
      const other = coreWords(as).join('');
      if (other === '' || asked.has(other)) return [];
      asked.add(other);
      return [{ as, ...(by !== undefined && { by }), ...firm }];
    }));
  }

  #firmsIn(core: Core, name: string): { readonly firms: readonly Firm[]; readonly by?: string } {
    const whole = this.firmsNamed(name);
    if (whole.length > 0) return { firms: whole };
    const characters = inCharacters(name);
    const { all, placeless, own } = this.#namesLike(name);
    for (const [part, short] of partsOf(core)) {
      const words = part.map(({ word }) => word);
      const key = words.join('');
      if ((!characters && key.length <= short) || !telling(words, words.join(' '))) continue;
      const firms = (part.length === core.length ? undefined : all.get(key)) ?? placeless.get(key) ?? own.get(key) ?? [];
      if (firms.length > 0 && firms.length <= FEW_FIRMS) return { firms, by: characters ? asWritten(key, name) : words.join(' ') };
    }
    return { firms: [] };
  }

  #namesLike(name: string): ByCore {
    return inCharacters(name) ? (this.#eastern ??= this.#byCore(true)) : (this.#western ??= this.#byCore(false));
  }

  #byCore(eastern: boolean): ByCore {
    const [all, placeless, own] = [new Map<string, Firm[]>(), new Map<string, Firm[]>(), new Map<string, Firm[]>()];
    const put = (byCore: Map<string, Firm[]>, core: Core, firm: Firm): void => {
      const key = core.map(({ word }) => word).join('');
      const firms = byCore.get(key);
      if (firms === undefined) byCore.set(key, [firm]);
      else if (!firms.includes(firm)) firms.push(firm);
    };
    for (const firm of this.#firms)
      for (const name of firm.names) {
        if (inCharacters(name) !== eastern) continue;
        const core = coreOf(name);
        const rest = placelessOf(core);
        put(all, core, firm);
        if (rest.length < core.length) put(placeless, rest, firm);
        const named = core.filter(({ cls }) => cls === 'own');
        if (named.length > 0 && named.length < core.length) put(own, named, firm);
      }
    return { all, placeless, own };
  }
}

type Core = readonly { readonly word: string; readonly cls: TokenClass }[];
/** By all words of a name, by those that are no places, and by its own. */
type ByCore = Readonly<Record<'all' | 'placeless' | 'own', ReadonlyMap<string, readonly Firm[]>>>;
/** What is left of a name is no name where more firms than these share it. */
const FEW_FIRMS = 4;

/** Folded characters as they stand in the name; 大疆創新 and not 大疆创新. */
function asWritten(folded: string, name: string): string {
  const at = foldHan(name).indexOf(folded);
  return at >= 0 && foldHan(name.slice(at, at + folded.length)) === folded ? name.slice(at, at + folded.length) : folded;
}

/** What a firm may go by, with the letters that are too few: without places (CATL Germany, 合肥京东方), without trades behind, the own words with numbers (Qihoo 360), and alone. */
function partsOf(core: Core): (readonly [part: Core, short: number])[] {
  const front = core.slice(core.findIndex(({ cls }) => cls !== 'place'));
  const only = (...classes: readonly TokenClass[]): Core => core.filter(({ cls }) => classes.includes(cls));
  return [[placelessOf(core), 2], [front, 2], [front.slice(0, front.findLastIndex(({ cls }) => cls !== 'trade') + 1), 3], [only('own', 'number'), 3], [only('own'), 3]];
}

function placelessOf(core: Core): Core {
  return core.filter(({ cls }) => cls !== 'place');
}

/** `firm-names.csv, row 1234, TWSE 2379`. */
export function placeOf({ table, row, listed }: Pick<Known, 'table' | 'row' | 'listed'>): string {
  return [table, `row ${row}`, ...(listed === undefined ? [] : [listed])].join(', ');
}

const EAST = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Chinese characters, kana, Hangul, be it beside a legal form: DJI JAPAN株式会社 is in letters. */
export function inCharacters(name: string): boolean {
  return !isAscii(name) && EAST.test(name) && EAST.test(withoutHanForm(name.normalize('NFKC')).name);
}

/** A name of these words tells a firm from another. Three common words in a firm's order do: Semiconductor Manufacturing International. */
function telling(words: readonly string[], name: string): boolean {
  const core = words.join('');
  const characters = inCharacters(core);
  if (core.length < (characters ? 2 : 3)) return false;
  return words.length >= COMMON_ENOUGH || !(isCommonName(characters ? core : words.join(' ')) || isCommonName(normalizeName(name.replaceAll('.', ''))));
}
