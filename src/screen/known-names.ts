/**
 * Names that cannot be read from one another, because a table has them for one firm: 瑞昱 is Realtek, 阳光电源 is Sungrow. A name whose core
 * (names/analyse `coreWords`: folded, without its legal form) equals that of one of a firm's names stands for the firm, and the firm's other
 * names are asked too. Equal cores and nothing weaker: no likeness, no part. One or two common words, one character, less than three letters
 * stand for nobody; a core of several firms stands for all of them. What is found so is a proposal whatever its score (candidates.ts).
 */
import type { Checked, FirmNames } from '../formats/reference/firm-names.ts';
import type { Maker } from '../formats/reference/makers.ts';
import { coreWords, isAscii } from '../names/analyse.ts';
import { normalizeName } from '../names/normalize.ts';
import { isCommonName } from './common-words.ts';

/** A firm of a table, and where it stands there. `checked`: which of its names a public list was seen to have; absent where the table does not say. */
export interface Firm { readonly names: readonly string[]; readonly table: string; readonly row: number; readonly listed?: string; readonly checked?: Checked }
/** Another name of the firm, which was asked, and the firm. */
export interface Known { readonly as: string; readonly table: string; readonly row: number; readonly listed?: string; readonly checked?: Checked }

/** The tables as one, in their order. */
export function firmsOf(firmNames: readonly FirmNames[], makers: readonly Maker[]): Firm[] {
  return [
    ...firmNames.map(({ names, row, listed, checked }): Firm => ({ names, table: 'firm-names.csv', row, listed, checked })),
    ...makers.map(({ names, row }): Firm => ({ names, table: 'makers.csv', row })),
  ];
}

/** So many common words together are a name. */
const COMMON_ENOUGH = 3;

export class KnownNames {
  readonly #firms: readonly Firm[];
  /** By core, of names in characters and of names in letters: each made when the first such name is asked. */
  #eastern: ReadonlyMap<string, readonly Firm[]> | undefined;
  #western: ReadonlyMap<string, readonly Firm[]> | undefined;

  constructor(firms: readonly Firm[]) {
    this.#firms = firms;
  }

  /** The firms that go by this name, in the order of the tables. */
  firmsNamed(name: string): readonly Firm[] {
    const words = coreWords(name);
    if (!telling(words, name)) return [];
    const byCore = inCharacters(name) ? (this.#eastern ??= this.#byCore(true)) : (this.#western ??= this.#byCore(false));
    return byCore.get(words.join('')) ?? [];
  }

  /** What else the firms of this name are called, each core once. */
  othersOf(name: string): Known[] {
    const asked = new Set([coreWords(name).join('')]);
    return this.firmsNamed(name).flatMap(({ names, ...firm }) => names.flatMap((as): Known[] => {
      const core = coreWords(as).join('');
      if (core === '' || asked.has(core)) return [];
      asked.add(core);
      return [{ as, ...firm }];
    }));
  }

  #byCore(eastern: boolean): Map<string, Firm[]> {
    const byCore = new Map<string, Firm[]>();
    for (const firm of this.#firms)
      for (const core of new Set(firm.names.filter((name) => inCharacters(name) === eastern).map((name) => coreWords(name).join('')))) {
        const firms = byCore.get(core);
        if (firms === undefined) byCore.set(core, [firm]);
        else firms.push(firm);
      }
    return byCore;
  }
}

/** `firm-names.csv, row 1234, TWSE 2379`. */
export function placeOf({ table, row, listed }: Pick<Known, 'table' | 'row' | 'listed'>): string {
  return [table, `row ${row}`, ...(listed === undefined ? [] : [listed])].join(', ');
}

/** Chinese characters, kana, Hangul. */
export function inCharacters(name: string): boolean {
  return !isAscii(name) && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(name);
}

/** A name of these words tells a firm from another. Three common words in a firm's order do: Semiconductor Manufacturing International. */
function telling(words: readonly string[], name: string): boolean {
  const core = words.join('');
  const characters = inCharacters(core);
  if (core.length < (characters ? 2 : 3)) return false;
  return words.length >= COMMON_ENOUGH || !(isCommonName(characters ? core : words.join(' ')) || isCommonName(normalizeName(name)));
}
