/**
 * What a page of thousands of parts holds without showing it: parts and records, deflated, in base64; the page's script
 * (script.ts) reads it. Each sentence stands in it once: what differs from part to part (names, where a record was read,
 * the seal of the grounds) is a hole in it, and the holes' texts stand once too.
 */
import type { Sha256 } from '../../base/canonical.ts';
import type { CheckResult } from '../../engine/result.ts';
import { deflated } from '../../formats/table/zip.ts';
import type { Rec } from '../../model/record.ts';
import { plain } from '../../text/plain.ts';
import { fieldsOf, recordId, toldOf } from './records.ts';
import type { ToldPart } from './told.ts';

/** A text in both languages, once where they are equal. */
type Text = string | readonly [en: string, zh: string];
/** The number of a sentence, then of what stands in its holes. */
type Sentence = readonly number[];
interface Packed {
  /** A private character marks a hole, the first U+E000; `plain` lets none through from a file. */
  readonly texts: readonly Text[];
  readonly parts: readonly (readonly [id: string, name: Sentence, verdict: string, lines: readonly (readonly [depth: number, to: number, ...Sentence])[]])[];
  /** Field by field, since what is alike packs well side by side; behind the ids those of what is shown openly. A part's line names one by its place, from 1. */
  readonly records: { readonly id: readonly string[]; readonly told: readonly Sentence[]; readonly fields: readonly string[]; readonly origin: readonly string[] };
}

const HOLE = 0xe000;
const SEAL = /\b[0-9a-f]{16}\b/g;
/** Names end with their id in brackets. */
const IN_BRACKETS = /\(([^()]+)\)/g;

/** `shown`: ids of records and clauses that the page shows openly; a part may point to them too. */
export function pack(parts: readonly ToldPart[], records: readonly Rec[], shown: readonly string[], result: CheckResult, sha256: Sha256): string {
  const numbers = new Map<string, number>();
  const texts: Text[] = [];
  const number = (en: string, zh: string): number => {
    const key = en === zh ? en : `${en}\n${zh}`;
    let at = numbers.get(key);
    if (at === undefined) {
      numbers.set(key, (at = texts.length));
      texts.push(en === zh ? en : [en, zh]);
    }
    return at;
  };
  const names = new Map(Object.entries(result.labels).map(([id, label]) => [plain(id), `${plain(label)} (${plain(id)})`]));
  const sentence = (en: string, zh: string, origin?: string): Sentence => {
    const holes = new Set<string>();
    for (const { 0: whole, 1: id, index } of en.matchAll(IN_BRACKETS)) {
      const name = names.get(id!);
      if (name !== undefined && en.endsWith(name, index + whole.length)) holes.add(name);
    }
    for (const [seal] of en.matchAll(SEAL)) holes.add(seal);
    if (origin !== undefined && origin !== '') holes.add(plain(origin));
    let [left, right] = [en, zh];
    const kept: number[] = [];
    for (const hole of [...holes].sort((a, b) => b.length - a.length)) {
      if (!left.includes(hole) || !right.includes(hole)) continue;
      const mark = String.fromCharCode(HOLE + kept.length);
      [left, right] = [left.replaceAll(hole, mark), right.replaceAll(hole, mark)];
      kept.push(number(hole, hole));
    }
    return [number(left, right), ...kept];
  };
  const ids = [...records.map((rec) => recordId(rec, sha256)), ...shown];
  const places = new Map(ids.map((id, at) => [id, at + 1]));
  const data: Packed = {
    parts: parts.map(({ id, name, verdict, lines }) => [id, sentence(...name), verdict, lines.map(({ depth, en, zh, to, origin }) => [depth, to === undefined ? 0 : places.get(to)!, ...sentence(en, zh, origin)] as const)]),
    records: {
      id: ids,
      told: records.map((rec) => sentence(toldOf(result, rec, 'en'), toldOf(result, rec, 'zh-Hant'))),
      fields: records.map(fieldsOf),
      origin: records.map(({ origin = '' }) => plain(origin)),
    },
    texts,
  };
  const bytes = deflated(new TextEncoder().encode(JSON.stringify(data)));
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x2000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  return btoa(binary);
}
