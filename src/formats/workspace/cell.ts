/** Cells to values: one row of a declared table, read by column name. Every fault names the row and the column. */
import { countryCode } from '../../base/countries.ts';
import { regionCode } from '../../base/regions.ts';
import { isDay } from '../../base/day.ts';
import { compareDecimals, readDecimal } from '../../base/decimal.ts';
import { type ErrorCode, type Issue, issue } from '../../base/issue.ts';
import { parseJson } from '../../base/json.ts';
import { readShare } from '../../base/percent.ts';
import { token } from '../../base/pointer.ts';
import { unitCode } from '../../base/units.ts';
import type { Money, RangeDecimal, RangePpm } from '../../model/record.ts';
import { safePath } from './path.ts';
import type { CellType, Column } from './tables.ts';

/** Control, format (bidirectional, zero-width) and private characters: never in an id. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/u;

export function isId(text: string): boolean {
  return text.length <= 200 && text === text.trim() && text !== '' && !text.includes('|') && !/^[?#]/.test(text) && !UNSEEN.test(text);
}

/** What people write where they know nothing. As text it would be a fact: a role that no law names, a number that no list has; `NA` is Namibia. */
const NOT_KNOWN = /^(?:#?n\/a|n\.\s?a\.?|unknown|not known|unnamed|unidentified|unspecified|undisclosed|not (?:stated|specified|available|disclosed)|tb[acd]|null|未知|不明|不詳|待查|待確認|未具名)$/i;
/** An unknown somebody has no name; as one it would be on no list. */
const NOBODY = /^(?:(?:an? )?(?:unknown|unnamed|unidentified) (?:supplier|maker|manufacturer|vendor|seller|owner|party|company|firm)|(?:未知|不明|不詳)的?(?:供應商|製造商|廠商|公司|股東|來源))$/i;
/** A word in brackets, or with a mark behind it. */
const AROUND = /^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu;

/** `text` in NFKC. What has no letter and no digit says nothing either. */
export function saysNotKnown(text: string, type: CellType): boolean {
  if (type !== 'text' && type !== 'texts' && type !== 'roles' && type !== 'country') return false;
  if (text.length > 40) return false;
  const word = text.replace(AROUND, '');
  return word === '' || [text, word].some((one) => NOT_KNOWN.test(one) || NOBODY.test(one) || one === 'NA' || (type === 'country' && /^na$/i.test(one))); // `Na` is a substance
}

/** One row. The readers return `undefined` for an empty cell, and for a faulty one after noting the fault. */
export class Cells {
  readonly source: string;
  readonly row: number;
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #text: (column: string) => string;
  readonly #issues: Issue[];
  /** No fault in this row so far. */
  good = true;

  constructor(source: string, row: number, columns: ReadonlyMap<string, Column>, text: (column: string) => string, issues: Issue[]) {
    this.source = source;
    this.row = row;
    this.#columns = columns;
    this.#text = text;
    this.#issues = issues;
  }

  /** As it stands, whatever its column is. */
  written(column: string): string {
    return this.#text(column).trim();
  }

  place(column: string): string {
    return `/rows/${this.row}${token(column)}`;
  }

  fault(code: ErrorCode, column: string, params: Issue['params'] = {}): undefined {
    this.good = false;
    this.#issues.push(issue(code, this.source, this.place(column), params));
    return undefined;
  }

  /** Every cell with something in it, as it stands, each checked as its column is declared. */
  all(): Record<string, string> {
    const found: [string, string][] = [];
    for (const { name, type } of this.#columns.values()) {
      this.#check(name, type);
      const text = this.#text(name).trim();
      if (text !== '') found.push([name, text]);
    }
    return Object.fromEntries(found);
  }

  #check(column: string, type: CellType): unknown {
    switch (type) {
      case 'id': return this.id(column);
      case 'texts': return this.texts(column);
      case 'day': return this.day(column);
      case 'decimal': return this.decimal(column);
      case 'money': return this.money(column);
      default: return this.#cell(column, type);
    }
  }

  /** The trimmed text of a cell; one that says `not known` is an empty one, and a missing required one a fault. */
  #cell(column: string, ...types: CellType[]): string | undefined {
    const declared = this.#columns.get(column);
    if (!declared || !types.includes(declared.type)) throw new RangeError(`column ${column} is not declared as ${types.join(' or ')}`);
    const text = this.#text(column).trim();
    if (text !== '' && (declared.limits || !saysNotKnown(text.normalize('NFKC'), declared.type))) return text;
    return declared.required ? this.fault('input/missing', column, { field: column }) : undefined;
  }

  /** No number is longer than 100 characters; what is matched against patterns stays short. */
  #short(column: string, type: CellType): string | undefined {
    const text = this.#cell(column, type);
    return text === undefined || text.length <= 100 ? text : this.fault('input/not-a-number', column, { given: `${text.slice(0, 40)}...` });
  }

  text(column: string): string | undefined {
    return this.#cell(column, 'text');
  }

  texts(column: string): string[] | undefined {
    return split(this.#cell(column, 'texts', 'references'));
  }

  id(column: string): string | undefined {
    const text = this.#cell(column, 'id');
    return text === undefined || isId(text) ? text : this.fault('input/bad-id', column, { given: text });
  }

  /** `none` and `[]` are the empty list. */
  roles(column: string): string[] | undefined {
    const text = this.#cell(column, 'roles');
    return text === 'none' || text === '[]' ? [] : split(text);
  }

  day(column: string): string | undefined {
    const text = this.#cell(column, 'day');
    return text === undefined || isDay(text) ? text : this.fault('input/bad-day', column, { given: text });
  }

  country(column: string): string | undefined {
    const text = this.#cell(column, 'country');
    return text && (countryCode(text) ?? this.fault('input/unknown-country', column, { given: text }));
  }

  /** A part of that country, as ISO 3166-2 has it. */
  region(column: string, country: string | undefined): string | undefined {
    const text = this.#cell(column, 'text');
    return text && (regionCode(text, country) ?? this.fault('input/unknown-region', column, { given: text, country: country ?? '' }));
  }

  unit(column: string): string | undefined {
    const text = this.#cell(column, 'unit');
    return text && (unitCode(text) ?? this.fault('input/unknown-unit', column, { given: text }));
  }

  digest(column: string): string | undefined {
    const text = this.#cell(column, 'digest')?.toLowerCase();
    return text === undefined || /^[0-9a-f]{64}$/.test(text) ? text : this.fault('input/bad-digest', column, { given: text });
  }

  path(column: string): string | undefined {
    const text = this.#cell(column, 'path');
    return text && (safePath(text) ?? this.fault('input/outside-workspace', column, { given: text }));
  }

  flag(column: string): true | undefined {
    const text = this.#cell(column, 'flag');
    if (text === undefined || /^(no|false|0)$/i.test(text)) return undefined;
    return /^(yes|true|1|x)$/i.test(text) || this.fault('input/not-one-of', column, { given: text, options: 'yes, no' });
  }

  /** One of the column's words; spaces and underscores stand for hyphens. */
  word<W extends string>(column: string): W | undefined {
    const text = this.#cell(column, 'word');
    if (text === undefined) return undefined;
    const words = this.#columns.get(column)!.words!;
    const word = words.find((one) => one === text.toLowerCase().replace(/[\s_]+/g, '-'));
    return (word as W | undefined) ?? this.fault('input/not-one-of', column, { given: text, options: words.join(', ') });
  }

  decimal(column: string): string | undefined {
    const text = this.#cell(column, 'decimal');
    return text && this.#decimal(column, text);
  }

  /** A decimal that may have a minus sign. */
  signed(column: string): string | undefined {
    const text = this.#cell(column, 'signed');
    if (!text?.startsWith('-')) return text && this.#decimal(column, text);
    const value = this.#decimal(column, text.slice(1));
    return value && (value === '0' ? value : `-${value}`);
  }

  /** `0.2` or `0.2..0.3`. */
  amount(column: string): RangeDecimal | undefined {
    const text = this.#short(column, 'amount');
    return text === undefined ? undefined : this.#range(column, text);
  }

  /** `12.50 USD`, `USD 12.50`, `12..13 USD`, or an amount with the currency in its own column. */
  money(column: string, currencyColumn?: string): Money | undefined {
    const text = this.#short(column, 'money');
    const currency = currencyColumn === undefined ? undefined : this.#currency(currencyColumn);
    if (text === undefined) return undefined;
    const found = /^(?:([A-Z]{3})\s+)?(.*?)(?:\s*([A-Z]{3}))?$/s.exec(text)!;
    const stated = found[3] ?? found[1] ?? currency;
    const range = this.#range(column, found[2]!);
    if (range === undefined) return undefined;
    return stated === undefined ? this.fault('input/no-currency', column, { given: text }) : { ...range, currency: stated };
  }

  #currency(column: string): string | undefined {
    const text = this.#cell(column, 'currency');
    return text === undefined || /^[A-Z]{3}$/.test(text) ? text : this.fault('input/not-one-of', column, { given: text, options: 'USD, TWD, EUR' });
  }

  share(column: string): RangePpm | undefined {
    const text = this.#short(column, 'share');
    if (text === undefined) return undefined;
    const read = readShare(text);
    if (!('fault' in read)) return read;
    if (read.fault === 'ambiguous') return this.fault(/,/.test(text) ? 'input/ambiguous-number' : 'input/ambiguous-share', column, { given: text });
    if (read.fault === 'above-all') return this.fault('input/share-above-all', column, { given: text });
    if (read.fault === 'upside-down') return this.fault('input/upside-down', column, { lo: text.split(/\.\.|[-–—~]/)[0]!, hi: text.split(/\.\.|[-–—~]/).at(-1)! });
    return this.fault('input/not-a-number', column, { given: text });
  }

  /** Two columns, an empty one being the end of all that is possible; `undefined` where both are empty. */
  shares(loColumn: string, hiColumn: string): RangePpm | undefined {
    const [lo, hi] = [this.share(loColumn), this.share(hiColumn)];
    if (lo === undefined && hi === undefined) return undefined;
    const range = { hi: hi?.hi ?? 1_000_000, lo: lo?.lo ?? 0 }; // in the order of canonical JSON, as `closed` has it
    if (range.lo > range.hi) return this.fault('input/upside-down', loColumn, { lo: this.#text(loColumn).trim(), hi: this.#text(hiColumn).trim() });
    return range;
  }

  json(column: string): unknown {
    const text = this.#cell(column, 'json');
    if (text === undefined) return undefined;
    const read = parseJson(text, { source: this.source });
    for (const { code, params } of read.issues) this.fault(code, column, params);
    return read.value;
  }

  #range(column: string, text: string): RangeDecimal | undefined {
    const ends = text.split(/\s*(?:\.\.|[-–—~])\s*/).map((end) => this.#decimal(column, end));
    const [lo, hi] = [ends[0], ends.at(-1)];
    if (lo === undefined || hi === undefined) return undefined;
    if (ends.length > 2) return this.fault('input/not-a-number', column, { given: text });
    return compareDecimals(lo, hi) > 0 ? this.fault('input/upside-down', column, { lo, hi }) : { hi, lo };
  }

  #decimal(column: string, text: string): string | undefined {
    const read = readDecimal(text.trim());
    if ('value' in read) return read.value;
    return this.fault(read.fault === 'ambiguous' ? 'input/ambiguous-number' : 'input/not-a-number', column, { given: text });
  }
}

function split(text: string | undefined): string[] | undefined {
  const parts = text?.split('|').map((part) => part.trim()).filter((part) => part !== '');
  return parts?.length === 0 ? undefined : parts; // a lone `|` states no empty list
}
