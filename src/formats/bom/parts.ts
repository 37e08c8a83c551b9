/**
 * The sources of a line: the part that a row names, those of further columns, those that stand together in one cell, and those
 * that a text speaks of without naming them. What may be built in is an option; of what is not told, one of which nothing is known.
 */
import { type Issue, issue } from '../../base/issue.ts';
import { pointerOf } from '../../base/pointer.ts';
import type { Row } from '../table/sheet.ts';
import type { Bill, Column } from './columns.ts';
import { originsInText, originsOf, saysNothing } from './origin.ts';
import { saysRemarks } from './headers.ts';
import { isSeller } from './sellers.ts';

/** A cell that says where a part is made. */
export interface StatedOrigin { readonly text: string; readonly header: string }
/** One source of a line. */
export interface Part {
  readonly maker?: string | undefined;
  readonly partNumber?: string | undefined;
  readonly origins?: readonly StatedOrigin[];
  /** What a text besides says of its place: one of several, never the only one. */
  readonly alsoFrom?: readonly string[];
  /** Another maker that a further column gives the same part: a contradiction. */
  readonly otherMakers?: readonly string[];
  /** Of an alternate that is named in words alone. */
  readonly called?: string;
}
/** Something else may be built in, and nobody says what. */
export const ANY: Part = { called: '' };

const OR_EQUIVALENT = String.raw`\bor[ -](?:an? )?(?:approved )?(?:equivalent|equiv|equal|eq|eqv|similar|alternative|alternate|compatible|substitute)\b\.?|\boder (?:gleichwertig|ähnlich|vergleichbar)\p{L}*|(?:或|、|，|,)?(?:同等品|同級品|同等級品|同規格品|等效品|相容品|代用品|替代品)|或(?:同等|等效|相當|相容|類似|替代)`;
/** Another part, in a text that names it or not. */
const NAMES_OTHER = String.raw`(?<![\p{L}\p{N}])(?:alt(?:ernat(?:e|es|ive|ives))?|2nd source|second source|substitutes?|substituted?|replacements?|equivalents?)(?: (?:parts?|sources?|mpns?|numbers?|makers?|manufacturers?|by|with))?\s?[:：=]\s?\S{1,40}|(?:may|can|could|to) be (?:replaced|substituted) (?:by|with) \S{1,40}|(?<![\p{L}\p{N}])or use \S{1,40}|^or (?=\S*\d)\S{4,40}|(?:替代料?|代用料?|備用料?|第二來源)\s?[:：=]\s?\S{1,40}|可(?:用|由|以)?[^，。；\n]{0,20}(?:替代|代替|取代)`;
const SAYS_EQUIVALENT = new RegExp(`${OR_EQUIVALENT}|${NAMES_OTHER}`, 'iu');
const MAY_SAY = /or|alt|2nd|sub|repl|equiv|品|或|代|備|第二/i;
/** In a column of remarks and alternates both: the remarks that speak of another part. */
const SPEAKS_OF_OTHERS = /替代|代用|可替|可代|備選|备选|備用|备用|或|alt|equiv|subst|replac|second|2nd|interchang|(?<!\p{L})or(?!\p{L})/iu;
const ENDS_EQUIVALENT = new RegExp(`[\\s,;([（/]{0,9}(?:${OR_EQUIVALENT})[^\\p{L}\\p{N}]{0,9}$`, 'iu');
const SEPARATED = /\r\n?|\n|\s*;\s*|\s+\|\s+|\s+\/\s+|\s+or\s+|\s*或\s*/i;
/** Most cells have nothing of it. */
const TOGETHER = /[\r\n;|/或]|\sor\s/i;
const NO = /^(?:n|no|false|0|primary|main|preferred|first|1st|original|主料|主選|主选|否|nein|無|不可|不適用)$/i;
/** What stands for a maker or a part number and names none: parts that share it are not one part, and those who made them not one firm. */
const NAMES_NOTHING = /^(?:custom(?:[ -]?(?:made|built?|cut|wound|part|design(?:ed)?|fabricated|printed))?|any|null|nil|undefined|tb[acd][ -:].*|self[ -]?(?:made|printed|built)|3d[ -]?print(?:ed|s)?|home[ -]?(?:made|print(?:ed)?)|in[ -]?house|(?:un|no[ -]?)brand(?:ed)?|no[ -]?name|local|local ?\/ ?generic|standard|see (?:notes?|link|description|drawing|remarks?|datasheet)|(?:stl|step|cad) files?|as (?:specified|per .*)|to be .{1,30}|自製|自制|自造|訂製|定製|定制|客製|客製化|無品牌|无品牌|待選|待选|待定.{0,12}|不限|通用|標準|标准|汎用|自作|特注)$/i;
/** What a spreadsheet program makes of a number or a name: digits that are lost, and a day. */
const CHANGED = /^(?:\d(?:[.,]\d+E[+-]?|E\+)\d{1,3}|\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?)$/i;

export class PartReader {
  readonly #bill: Bill;
  readonly #source: string;
  readonly #texts: readonly number[];
  #warnings: Issue[] = [];
  readonly #sells = new Map<string, boolean>();

  /** `texts`: columns in whose words a place or another part may be spoken of. */
  constructor(bill: Bill, source: string, texts: readonly number[]) {
    this.#bill = bill;
    this.#source = source;
    this.#texts = texts;
  }

  /** At least one: the row's own. The warnings are for the caller to say, once it is known that the row is a line. */
  read(row: Row): { readonly parts: Part[]; readonly warnings: readonly Issue[] } {
    this.#warnings = [];
    const { columns, claims, sources } = this.#bill;
    const origins = [columns.get('country'), ...claims.country].flatMap((column) => this.#origin(row, column));
    const own: Part = { maker: this.#name(row, columns.get('maker')), partNumber: this.#name(row, columns.get('partNumber')), origins, otherMakers: claims.maker.flatMap((column) => this.#name(row, column) ?? []) };
    const parts = this.#together(row, own);
    for (const { maker, partNumber, country } of sources) {
      const part: Part = { maker: this.#name(row, maker), partNumber: this.#name(row, partNumber), origins: this.#origin(row, country) };
      if (part.maker === undefined && part.partNumber === undefined) continue;
      for (const one of this.#together(row, part)) {
        // The same number again, whose maker is not said, is no other source; what is said of its place is.
        const same = parts.findIndex((known) => known.partNumber === one.partNumber && (one.maker === undefined || known.maker === one.maker));
        if (same < 0) parts.push(one);
        else if (one.origins!.length > 0) parts[same] = { ...parts[same], origins: [...(parts[same]!.origins ?? []), ...one.origins!] };
      }
    }
    // A line whose first source is empty is the second's, and so is what the row says of its place.
    const first = parts.length > 1 && parts[0]!.maker === undefined && parts[0]!.partNumber === undefined ? parts.shift()! : undefined;
    if (first !== undefined && first.origins!.length > 0) parts[0] = { ...parts[0], origins: [...first.origins!, ...(parts[0]!.origins ?? [])] };
    parts[0] = this.#fromTexts(row, parts[0]!);
    return { parts: [...parts.map((part) => this.#sure(row, part)), ...this.#others(row)], warnings: this.#warnings };
  }

  #cell(row: Row, column: Column | undefined): string | undefined {
    const text = column === undefined ? '' : (row.cells[column.at] ?? '').trim();
    return saysNothing(text) ? undefined : text;
  }

  /** A maker or a number, without `or equivalent` behind it. */
  #name(row: Row, column: Column | undefined): string | undefined {
    const text = this.#cell(row, column);
    return text === undefined || (text.length <= 40 && NAMES_NOTHING.test(text)) ? undefined : text.replace(ENDS_EQUIVALENT, '').trim() || text;
  }

  #origin(row: Row, column: Column | undefined): StatedOrigin[] {
    const text = this.#cell(row, column);
    return text === undefined ? [] : [{ text, header: column!.header }];
  }

  #warn(code: Issue['code'], row: Row, header: string | undefined, params: Issue['params']): void {
    this.#warnings.push(issue(code, this.#source, pointerOf('rows', row.row, ...(header === undefined ? [] : [header])), params));
  }

  /** Makers and numbers that stand together in one cell, below each other or with a mark between. */
  #together(row: Row, own: Part): Part[] {
    if (!TOGETHER.test(own.maker ?? '') && !TOGETHER.test(own.partNumber ?? '')) return [own];
    const split = (text: string | undefined, by: RegExp): string[] => (text ?? '').split(by).map((one) => one.trim()).filter((one) => one !== '');
    const header = this.#bill.columns.get('maker')?.header;
    let [makers, numbers] = [split(own.maker, SEPARATED), split(own.partNumber, SEPARATED)];
    if (makers.length !== numbers.length || makers.length < 2) {
      // A firm may be called `TE / AMP`, and a number has no blank before its stroke: one maker of several numbers, or lines of a cell.
      [makers, numbers] = [split(own.maker, /\r\n?|\n/), split(own.partNumber, makers.length <= 1 ? SEPARATED : /\r\n?|\n/)];
    }
    const places = own.origins!.map(({ text, header: at }) => ({ header: at, each: split(text, /\r\n?|\n/) }));
    const placed = (i: number, of: number): StatedOrigin[] => places.flatMap(({ header: at, each }) => (each.length === of && of > 1 ? [{ text: each[i]!, header: at }] : i === 0 ? [{ text: each.join(' / '), header: at }] : []));
    if (numbers.length > 1 && (makers.length === numbers.length || makers.length <= 1))
      return numbers.map((partNumber, i): Part => ({ ...(i === 0 && own), maker: makers.length > 1 ? makers[i] : makers[0], partNumber, origins: placed(i, numbers.length) }));
    if (makers.length < 2) return [{ ...own, maker: oneLine(own.maker), partNumber: oneLine(own.partNumber) }];
    this.#warn('input/uneven-alternates', row, header, { makers: makers.length, parts: numbers.length });
    // Which maker makes which is not said: each may, and each number may be of any of them.
    const pairs = makers.flatMap((maker) => (numbers.length > 0 ? numbers : [undefined]).map((partNumber): Part => ({ maker, partNumber })));
    return pairs.map((part, i) => ({ ...(i === 0 && own), ...part, origins: i === 0 ? placed(0, 0) : [] }));
  }

  /** What the words of a row say of its own part's place. */
  #fromTexts(row: Row, part: Part): Part {
    const stated = new Set((part.origins ?? []).flatMap(({ text }) => originsOf(text)?.codes ?? []));
    const found = this.#texts.flatMap((at) => originsInText(row.cells[at] ?? '')).filter(({ code }) => !stated.has(code));
    for (const { code, words } of found) this.#warn('input/origin-in-text', row, undefined, { row: row.row, words: words.slice(0, 80), code });
    return found.length === 0 ? part : { ...part, alsoFrom: [...new Set(found.map(({ code }) => code))] };
  }

  /** Without what is no maker's name and no part number. */
  #sure(row: Row, part: Part): Part {
    const { maker, partNumber, otherMakers = [] } = part;
    const sells = maker !== undefined && this.#isSeller(maker);
    if (sells) this.#warn('input/seller-as-maker', row, this.#bill.columns.get('maker')?.header, { row: row.row, given: maker });
    const changed = partNumber !== undefined && CHANGED.test(partNumber);
    if (changed) this.#warn('input/number-changed', row, this.#bill.columns.get('partNumber')?.header, { given: partNumber });
    const known = sells ? undefined : maker;
    const others = otherMakers.filter((one) => !this.#isSeller(one) && (known === undefined || folded(one) !== folded(known)));
    return { ...part, maker: known ?? others[0], partNumber: changed ? undefined : partNumber, otherMakers: known === undefined ? others.slice(1) : others };
  }

  #isSeller(maker: string): boolean {
    const known = this.#sells.get(maker);
    if (known !== undefined) return known;
    const sells = isSeller(maker);
    this.#sells.set(maker, sells);
    return sells;
  }

  /** Alternates in words: a column of them that is not read as makers or numbers, and `or equivalent`. */
  #others(row: Row): Part[] {
    const named = this.#bill.alternates.flatMap(({ at, header }): Part[] => {
      const text = (row.cells[at] ?? '').trim();
      if (saysNothing(text) || NO.test(text) || (saysRemarks(header) && !SPEAKS_OF_OTHERS.test(text))) return [];
      const numbers = text.split(/\s*[;,\r\n|]\s*|\s\/\s/).filter((one) => one !== '');
      if (numbers.every((one) => /^(?=.*\d)(?=.*[A-Za-z])[!-9;-~]{5,40}$/.test(one))) return numbers.map((partNumber) => ({ partNumber }));
      this.#warn('input/alternates-in-words', row, header, { given: header, example: text.slice(0, 80) });
      return [{ called: oneLine(text)! }];
    });
    const { columns, sources } = this.#bill;
    const own = [columns.get('maker'), columns.get('partNumber'), ...sources.flatMap(({ maker, partNumber }) => [maker, partNumber])].flatMap((column) => column?.at ?? []);
    const words = [...own, ...this.#texts].map((at) => (MAY_SAY.test(row.cells[at] ?? '') ? SAYS_EQUIVALENT.exec(row.cells[at]!.slice(0, 4000))?.[0] : undefined)).find((one) => one !== undefined);
    if (words === undefined) return named;
    this.#warn('input/or-equivalent', row, undefined, { row: row.row, words });
    return [...named, ANY];
  }
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

export function oneLine(text: string | undefined): string | undefined {
  return text?.replace(/\s*[\r\n]+\s*/g, ' ');
}
