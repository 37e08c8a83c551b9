/**
 * How parts of a Japanese name are read, in Hepburn letters with short vowels: Chinese characters by words first, longest first, then
 * character by character, as surnames read them and as compounds do; katakana also as the foreign words and letters that it spells.
 * A part may have a few readings; each is cut into the name's own part and the common words behind it.
 */
import { foldHan } from './han-fold.ts';
import { KUN, ON } from './japanese-characters.ts';
import { OWN_WORDS, TRADE_WORDS } from './japanese-words.ts';
import { romanizeKana } from './kana.ts';
import { LETTERS, OWN_KANA, TRADE_KANA } from './katakana-words.ts';
import { commonWords } from './words.ts';

/** `text`: what it is compared as; `written`: its letters; `kana`: of katakana whose word is not known, in Hepburn letters. */
export interface Piece { readonly text: string; readonly written: string; readonly cls: 'own' | 'trade' | 'place' | 'filler'; readonly kana?: string }

/** Readings of one name or part of it; more say nothing more. */
export const MOST_READINGS = 4;

interface Entry { readonly readings: readonly string[]; readonly trade: boolean }
let tables: { readonly on: ReadonlyMap<string, string>; readonly kun: ReadonlyMap<string, string>; readonly words: ReadonlyMap<string, Entry>; readonly longest: number } | undefined;

function read(): NonNullable<typeof tables> {
  const [on, kun, words] = [charactersOf(ON), charactersOf(KUN), new Map<string, Entry>()];
  for (const [text, trade] of [[OWN_WORDS, false], [TRADE_WORDS, true]] as const)
    for (const pair of text.split(/[|\n]/)) {
      const [word = '', readings] = pair.split(' ');
      const han = foldHan(withoutRepeats(word));
      const entry = { readings: readings?.split('/') ?? [compound([...han].map((char) => on.get(char) ?? ''))], trade };
      if (!words.has(han)) words.set(han, entry);
    }
  return { on, kun, words, longest: Math.max(...[...words.keys()].map((word) => word.length)) };
}

/** `san 三山` a line or between bars; the first reading of a character stands. */
function charactersOf(text: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const group of text.split(/[|\n]/)) {
    const [reading = '', all = ''] = group.split(' ');
    for (const char of foldHan(all)) if (!map.has(char)) map.set(char, reading);
  }
  return map;
}

/** 佐々木 is 佐佐木. */
function withoutRepeats(text: string): string {
  return text.replace(/(.)々/gu, '$1$1');
}

/** Readings in compounds, two by two: 日 and 創 are nisso, 鉄 and 工 tekko. */
function compound(readings: readonly string[]): string {
  let out = '';
  for (let i = 0; i < readings.length; i += 2) {
    const [first, second] = [readings[i]!, readings[i + 1] ?? ''];
    const before = /^(?:[kst]|ch|h|f)/.test(second) && /[aeiou](?:chi|tsu)$/.test(first) ? first.replace(/(?:chi|tsu)$/, '') : /^k/.test(second) && /[aeiou]ku$/.test(first) ? first.slice(0, -2) : undefined;
    if (before === undefined) out += first + second;
    else out += /^[hf]/.test(second) ? `${before}pp${second.slice(1)}` : before + (second.startsWith('ch') ? 't' : second[0]!) + second;
  }
  return out;
}

/**
 * A run of Han, folded; the most usual reading first. Where only its beginning can be read, two characters and four letters at least,
 * what follows is a word that nothing meets; empty where not even that. `known`: only where it begins with a word of the tables.
 */
export function japaneseReadings(run: string, known = false): readonly (readonly Piece[])[] {
  tables ??= read();
  const { words, longest } = tables;
  const text = withoutRepeats(run);
  const parts: { readonly readings: readonly string[]; readonly trade: boolean }[] = [];
  let span = 0; // characters that stand in no word, up to here
  let at = 0;
  const endSpan = (): boolean => {
    const readings = span === 0 ? undefined : spanReadings(text.slice(at - span, at));
    if (readings !== undefined) parts.push({ readings, trade: false });
    span = 0;
    return readings === undefined || readings.length > 0;
  };
  for (; at < text.length;) {
    let length = Math.min(longest, text.length - at);
    while (length > 0 && !words.has(text.slice(at, at + length))) length--;
    if (length === 0 && !isReadable(text[at]!)) break;
    if (length === 0) {
      if (known && at === 0) return [];
      span++;
      at++;
      continue;
    }
    endSpan();
    parts.push(words.get(text.slice(at, at + length))!);
    at += length;
  }
  endSpan();
  const rest = text.slice(at);
  let end = parts.length;
  while (end > 0 && parts[end - 1]!.trade) end--;
  if (end === 0) end = parts.length; // nothing but common words: they are the name
  if (rest !== '') end = parts.length;
  const own = combined(parts.slice(0, end).map(({ readings }) => readings)).map((all) => all.join(''));
  const behind = parts.slice(end).map(({ readings }) => piece(readings[0]!, 'trade'));
  if (rest === '') return own.map((one) => [piece(one, 'own'), ...behind]);
  return at < 2 ? [] : own.filter((one) => one.length >= 4).map((one) => [piece(one, 'own'), piece(rest, 'trade')]);
}

/** The first reading of a run, all of it; empty where it has none. */
export function japaneseReading(run: string): string {
  const first = japaneseReadings(run)[0];
  return first === undefined || first.some(({ text }) => /[^a-z0-9]/.test(text)) ? '' : first.map(({ written }) => written).join('');
}

/** Is what a run ends in a common word that begins before a place? 鋼機 of 岡谷鋼機, where 機 alone is a trade too. */
export function endsInTrade(run: string, before: number): boolean {
  tables ??= read();
  for (let from = Math.max(1, run.length - 5); from < before; from++) if (tables.words.get(run.slice(from))?.trade === true) return true;
  return false;
}

function isReadable(char: string): boolean {
  return tables!.on.has(char) || tables!.kun.has(char);
}

/** As in a surname, where it is short; as in a compound. */
function spanReadings(span: string): string[] {
  const { on, kun } = tables!;
  const chars = [...span];
  const inCompound = compound(chars.map((char) => on.get(char) ?? kun.get(char)!));
  const asName = chars.map((char) => kun.get(char) ?? on.get(char)!).join('');
  return chars.length > 3 || !chars.some((char) => kun.has(char)) ? [inCompound] : [...new Set([asName, inCompound])];
}

/** One of each, in every way; no more than MOST_READINGS. */
function combined(parts: readonly (readonly string[])[]): string[][] {
  let all: string[][] = [[]];
  for (const readings of parts) all = all.flatMap((before) => readings.map((one) => [...before, one])).slice(0, MOST_READINGS);
  return all;
}

const piece = (text: string, cls: Piece['cls'], written: string = text): Piece => ({ text, written, cls });

interface KanaWord { readonly word: string; readonly kind: 'own' | 'trade' | 'letter' }
let kanaWords: ReadonlyMap<string, KanaWord> | undefined;
const LONGEST_KANA = 13;

/**
 * A run of kana: as it sounds, and where it is made of words and letters of the tables throughout, as these are written (ナイス
 * nice); or else without a common word at its end. Letters alone come first.
 */
export function katakanaReadings(run: string): readonly (readonly Piece[])[] {
  const sound = romanizeKana(run);
  const plain: Piece[] = [{ text: sound, written: sound, cls: 'own', kana: sound }];
  kanaWords ??= new Map([['own', OWN_KANA] as const, ['trade', TRADE_KANA] as const, ['letter', LETTERS] as const]
    .flatMap(([kind, text]) => text.split(/[|\n]/).map((pair): [string, KanaWord] => [pair.split(' ')[0]!, { word: pair.split(' ')[1]!, kind }])));
  const words = wordsIn(run, kanaWords);
  if (words !== undefined) return words.length === 1 && words[0]!.written.length > 1 && LETTERS_ONLY.test(run) ? [words, plain] : [plain, words];
  for (let from = 2; from < run.length - 1; from++) {
    const found = kanaWords.get(run.slice(from));
    if (found?.kind !== 'trade') continue;
    const before = romanizeKana(run.slice(0, from));
    return [plain, [{ text: before, written: before, cls: 'own', kana: before }, tradePiece(found.word)]];
  }
  return [plain];
}

/** All of a run as words of the table, the fewest; letters that follow each other are one word. */
function wordsIn(run: string, table: ReadonlyMap<string, KanaWord>): Piece[] | undefined {
  if (run.length > 40) return undefined;
  const best: (readonly KanaWord[] | undefined)[] = [[]];
  for (let to = 1; to <= run.length; to++)
    for (let from = Math.max(0, to - LONGEST_KANA); from < to; from++) {
      const before = best[from];
      const found = before === undefined ? undefined : table.get(run.slice(from, to));
      if (before !== undefined && found !== undefined && before.length + 1 < (best[to]?.length ?? Infinity)) best[to] = [...before, found];
    }
  const words = best[run.length];
  if (words === undefined) return undefined;
  const pieces: Piece[] = [];
  words.forEach(({ word, kind }, i) => {
    if (kind === 'letter' && words[i - 1]?.kind === 'letter') pieces.push(piece(pieces.pop()!.text + word, 'own'));
    else pieces.push(kind === 'trade' ? tradePiece(word) : piece(word, 'own'));
  });
  return pieces;
}

function tradePiece(word: string): Piece {
  const common = commonWords.get(word);
  return piece(common?.as ?? word, common?.cls ?? 'trade', word);
}

const LETTER = `(?:${LETTERS.split('|').map((pair) => pair.split(' ')[0]!).sort((a, b) => b.length - a.length).join('|')})`;
const LETTERS_ONLY = new RegExp(`^${LETTER}+$`);
/** Two and more letters spelled out, with or without points between: a part of a regular expression. */
export const SPELLED_LETTERS: string = `(?<![\\u30a1-\\u30fa\\u30fc])${LETTER}(?:[・ ]?${LETTER})+(?![\\u30a1-\\u30fa\\u30fc])`;
