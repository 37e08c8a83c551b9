/**
 * A name taken apart for comparing: its words with what each weighs, once for every way in which it may be written (as it
 * stands, folded Han, pinyin, Wade-Giles, Tongyong, Cantonese, Japanese reading). Legal form and titles are set apart.
 */
import { foldHan, hasHan } from './han-fold.ts';
import { hasHangul, romanizeHangul } from './hangul.ts';
import { jyutpingOf } from './jyutping.ts';
import { endsInTrade, japaneseReading, japaneseReadings, katakanaReadings, MOST_READINGS, type Piece, SPELLED_LETTERS } from './japanese.ts';
import { hasKana, romanizeKana, withoutIteration } from './kana.ts';
import { toAscii } from './latin.ts';
import { type FormClass, formAt, withoutHanForm } from './legal-forms.ts';
import { loanKeyOfKana } from './loan.ts';
import { mixedScript, unlookalike } from './look-alikes.ts';
import { isPatronymic, PARTICLES, TITLES } from './people.ts';
import { pinyinOf } from './pinyin.ts';
import { houseKey, soundKey } from './sound.ts';
import { hongKongOf, pinyinSyllables, tongyongOf, wadeGilesOf } from './syllables.ts';
import { commonHanChar, commonWords, cutKana, hanWordAt, numbersIn } from './words.ts';

export type NameKind = 'person' | 'company';
/** `own`: the name's own word. Everything else is shared by many names; `unread`: characters behind an own word that no table has: a trade, as a rule. */
export type TokenClass = 'own' | 'unread' | 'trade' | 'place' | 'filler' | 'number' | 'initial' | 'particle' | 'patronymic';
/** `text`: what it is compared as; `written`: as it stands, where a common word stands for its translations; `loan`: of katakana, its key (loan.ts). */
export interface Token { readonly text: string; readonly cls: TokenClass; readonly weight: number; readonly written: string; readonly loan?: string }
export type Spelling = 'written' | 'han' | 'pinyin' | 'wade-giles' | 'tongyong' | 'cantonese' | 'japanese' | 'korean';

export class NameForm {
  readonly spelling: Spelling;
  readonly tokens: readonly Token[];
  /** All words but legal form, title and fillers, without spaces. */
  readonly compact: string;
  /** All words but legal form and title, as they are written. */
  readonly bare: string;
  /** With legal form and all; of a Japanese name, how all of it is read. */
  readonly whole: string;
  /** The own words alone, without spaces; all words where there are none. */
  readonly own: string;
  /** The key of own words that are katakana, all of them together (loan.ts). */
  readonly loan: string;
  #sound: string | undefined;
  #house: string | undefined;

  constructor(spelling: Spelling, tokens: readonly Token[], whole: string, loan: string = '') {
    let [compact, own, bare] = ['', '', ''];
    for (const { text, cls, written } of tokens) {
      bare += written;
      if (cls !== 'filler') compact += text;
      if (cls === 'own' || cls === 'patronymic') own += text;
    }
    this.spelling = spelling;
    this.tokens = tokens;
    this.compact = compact;
    this.bare = bare === compact ? compact : bare;
    this.whole = whole;
    this.own = own || compact;
    this.loan = loan;
  }

  /** How all words sound; made when it is asked for. */
  get sound(): string {
    return (this.#sound ??= soundKey(this.compact));
  }

  /** How the own words sound as firms spell Chinese. */
  get house(): string {
    return (this.#house ??= houseKey(this.tokens.reduce((all, { cls, text }) => (cls === 'own' ? all + text : all), '')));
  }
}
export interface Name {
  readonly raw: string;
  readonly kind: NameKind;
  readonly forms: readonly NameForm[];
  readonly legal: FormClass | undefined;
  /** Letters of two scripts inside one word, or invisible characters: `Huаwei` with a Cyrillic а. */
  readonly mixed: boolean;
  /** Written in a script without vowels (Arabic, Hebrew). */
  readonly abjad: boolean;
}

/** What a word weighs beside the name's own words, which weigh 1. */
export const WEIGHTS: Readonly<Record<TokenClass, number>> = { own: 1, unread: 0.3, trade: 0.3, place: 0.3, filler: 0, number: 0.5, initial: 0.4, particle: 0.1, patronymic: 0.5 };

/** What is longer is no name; it counts by its first characters. */
const LONGEST = 400;

export function analyse(given: string, kind: NameKind = 'company'): Name {
  const raw = given.length > LONGEST ? given.slice(0, LONGEST) : given;
  if (isAscii(raw)) return westernName(raw, raw, kind, false, false);
  const hidden = /\p{Cf}/u.test(raw);
  const text = plainText(raw);
  const mixed = hidden || mixedScript(text);
  if (!isEastern(text)) return westernName(raw, text, kind, mixed, /[\u0590-\u07bf\ufb1d-\ufefc]/.test(text));
  if (kind === 'company' && !isEastern(withoutHanForm(text).name)) return westernName(raw, withoutHanForm(text).name, kind, mixed, false); // DJI JAPAN株式会社
  const { forms, legal } = eastern(text, kind);
  return { raw, kind, forms, legal, mixed, abjad: false };
}

/** NFKC, without invisible characters and the marks of trade: Huawei™ is no Huaweitm. */
function plainText(raw: string): string {
  return raw.replace(/[™®©℠]/g, ' ').normalize('NFKC').replace(/\p{Cf}/gu, '');
}

function isEastern(text: string): boolean {
  return hasHan(text) || hasKana(text) || hasHangul(text);
}

function westernName(raw: string, text: string, kind: NameKind, mixed: boolean, abjad: boolean): Name {
  const { tokens, legal, whole } = western(text, kind, mixed);
  const forms: NameForm[] = [new NameForm('written', tokens, whole)];
  const wade = wadeForm(tokens);
  if (wade !== undefined) forms.push(wade);
  return { raw, kind, forms, legal, mixed, abjad };
}

/**
 * What of a firm's name two spellings of it share, word by word: folded characters or lower-case ASCII, without legal form and fillers, and
 * without `Group` and `Holdings` behind. Beside a word of its own a common one in letters stands for its spellings and abbreviations (`tech`,
 * `technologies`). Unlike `analyse` it spells nothing another way: some microseconds.
 */
export function coreWords(given: string): string[] {
  return coreOf(given).map(({ word }) => word);
}

/** The same with what each word is. */
export function coreOf(name: string): { readonly word: string; readonly cls: TokenClass }[] {
  const raw = name.length > LONGEST ? name.slice(0, LONGEST) : name;
  const plain = isAscii(raw);
  const given = plain ? raw : plainText(raw);
  const text = plain || !isEastern(given) ? given : isEastern(withoutHanForm(given).name) ? given : withoutHanForm(given).name;
  if (!plain && isEastern(text)) return named(cutEastern(text, 'company').runs).map(({ han, cls }) => ({ word: han, cls }));
  const words = withoutLegal(wordsOf(text, !plain && mixedScript(text)), 'company').words.map((word) => COMMON.get(word) ?? token(word, /^\d+(?:st|nd|rd|th)?$/.test(word) ? 'number' : 'own'));
  const own = words.some(({ cls }) => cls === 'own');
  return named(words.map(({ written, text: as, cls }) => ({ word: own && as !== '' ? as : written, cls, as }))).map(({ word, cls }) => ({ word, cls }));
}

function named<T extends { readonly cls: TokenClass; readonly as: string }>(all: readonly T[]): readonly T[] {
  const words = all.filter(({ cls }) => cls !== 'filler');
  while (words.length > 1 && (words.at(-1)!.as === 'group' || words.at(-1)!.as === 'holding')) words.pop();
  return words.length > 0 ? words : all;
}

/** The words of a name in any script but Han, kana and Hangul: lower case ASCII. `initials`: J.P. stays two words, and letters are not put together. */
export function wordsOf(text: string, mixed = false, initials = false): string[] {
  const latin = (isAscii(text) ? text : toAscii(mixed ? unlookalike(text) : text)).toLowerCase();
  const words: string[] = [];
  let start = -1;
  let quoted = false;
  let dotted = -1; // where the letters of an abbreviation such as S.A. have ended, and another may follow
  for (let i = 0; i <= latin.length; i++) {
    const c = i < latin.length ? latin.charCodeAt(i) : 0x20;
    if ((c >= 0x61 && c <= 0x7a) || (c >= 0x30 && c <= 0x39)) {
      if (start < 0) start = i;
      continue;
    }
    if (start >= 0 && (c === 0x27 || c === 0x60)) {
      quoted = true;
      continue;
    }
    if (start >= 0) {
      const word = quoted ? latin.slice(start, i).replace(/['`]/g, '') : latin.slice(start, i);
      if (c === 0x2e && word.length === 1 && !initials) {
        if (dotted === start || (dotted === start - 1 && latin[start - 1] === ' ')) words[words.length - 1] += word;
        else words.push(word);
        dotted = i + 1;
      } else if (words.length > 0 && SECOND.get(word)?.[0] === words.at(-1)) words[words.length - 1] = SECOND.get(word)![1];
      else words.push(word);
      start = -1;
      quoted = false;
    }
    if (c === 0x26) words.push('and');
  }
  return initials ? words : joinSpaced(words);
}

/** `H u a w e i`: so many single letters in a row are a word that was spaced out. */
const SPACED = 4;
function joinSpaced(words: string[]): string[] {
  let single = 0;
  for (const word of words) if (word.length === 1) single++;
  if (single < SPACED) return words;
  const joined: string[] = [];
  for (let at = 0; at < words.length; ) {
    let end = at;
    while (end < words.length && words[end]!.length === 1 && words[end]! >= 'a') end++;
    if (end - at < SPACED) joined.push(words[at++]!);
    else {
      joined.push(words.slice(at, end).join(''));
      at = end;
    }
  }
  return joined;
}

/** Places of two words, by the second. */
const SECOND: ReadonlyMap<string, readonly [first: string, as: string]> = new Map([
  ['states', ['united', 'usa']], ['kingdom', ['united', 'uk']], ['kong', ['hong', 'hongkong']], ['york', ['new', 'newyork']], ['kuo', ['chung', 'china']], ['mongolia', ['inner', 'mongolia']], ['arabia', ['saudi', 'saudi']],
]);

function western(text: string, kind: NameKind, mixed: boolean): { tokens: Token[]; legal: FormClass | undefined; whole: string } {
  const inverted = kind === 'person' ? /^([^,]+),\s*([^,]+)$/.exec(text) : null;
  const words = wordsOf(inverted ? `${inverted[2]} ${inverted[1]}` : text, mixed, kind === 'person');
  const whole = words.join('');
  const { words: bare, legal } = withoutLegal(words, kind);
  return { tokens: kind === 'person' ? personTokens(bare) : companyTokens(bare), legal, whole };
}

/** Legal forms at the end, however many, and one in front. */
function withoutLegal(words: readonly string[], kind: NameKind): { words: string[]; legal: FormClass | undefined } {
  let rest = [...words];
  let legal: FormClass | undefined;
  const note = (form: FormClass): void => void (legal = legal === undefined || legal === 'general' ? form : legal);
  const minimum = kind === 'person' ? 2 : 1;
  search: for (;;) {
    for (let at = minimum; at < rest.length; at++) {
      const found = formAt(rest, at);
      if (found === undefined || at + found.words !== rest.length) continue;
      note(found.form);
      rest = rest.slice(0, at);
      continue search;
    }
    break;
  }
  const front = kind === 'company' ? formAt(rest, 0) : undefined;
  if (front !== undefined && front.words < rest.length && (front.words > 1 || rest[0]!.length > 2 || /^(?:pt|cv|ao)$/.test(rest[0]!))) {
    note(front.form);
    rest = rest.slice(front.words);
  }
  return { words: rest, legal };
}

const ROMAN = /^(?:i{2,3}|iv|v|vi{1,3}|ix|x|xi{1,3}|xiv|xv)$/;

const GENERAL: ReadonlySet<string> = new Set('co company corp corporation ltd limited inc incorporated llc gmbh sa ag plc pte pty sdn bhd ltda oao ooo zao pjsc ojsc jsc joint stock liability aktsionernoe obshchestvo otkrytoe zakrytoe publichnoe otvetstvennostyu ogranichennoi ogranichennoy'.split(' '));

function companyTokens(words: readonly string[]): Token[] {
  const tokens = commonTokens(words);
  // Sa Sa International: what looks like a legal form is the name where nothing else is
  return tokens.some(({ cls }) => cls === 'own' || cls === 'number') ? tokens : tokens.map((one) => (one.cls === 'filler' && one.text.length === 2 && GENERAL.has(one.text) ? token(one.text, 'own') : one));
}

function commonTokens(words: readonly string[]): Token[] {
  return numbersIn(words).map((word) => {
    const first = word.charCodeAt(0);
    if (first < 0x61 || ((first === 0x69 || first === 0x76 || first === 0x78) && ROMAN.test(word))) return token(word, 'number');
    return COMMON.get(word) ?? token(word, 'own');
  });
}

/** Made once: most words of most names are among them. */
const COMMON: ReadonlyMap<string, Token> = new Map([
  ...Array.from(commonWords, ([word, { as, cls }]) => [word, token(as, cls, word)] as const),
  ...Array.from(GENERAL, (word) => [word, token(word, 'filler')] as const), // Co, Ltd in the middle, or in front
]);

function personTokens(words: readonly string[]): Token[] {
  const named = words.filter((word) => !TITLES.has(word));
  const kept = named.length === 0 ? words : named;
  const seen = new Set<string>();
  return kept.flatMap((word) => {
    if (PARTICLES.has(word) && kept.length > 1) return token(word, 'particle');
    if (word.length === 1) return [...word].map((letter) => token(letter, 'initial'));
    if (seen.has(word)) return token(word, 'particle'); // Sergey Sergey Shoigu
    seen.add(word);
    return token(word, isPatronymic(word) && kept.length > 2 ? 'patronymic' : 'own');
  });
}

/** `as`: what it is compared as, where that is known already; `kana`: in Hepburn letters; `written`: as it stands, where a word of the tables stands for its translations. */
interface Run { readonly han: string; readonly raw: string; readonly cls: TokenClass; readonly as: string; readonly kana?: string; readonly written?: string }

/** Runs of one script; letters spelled out in katakana are one, points and all. */
const EASTERN_RUNS = new RegExp(`${SPELLED_LETTERS}|[\\p{Script=Han}々]+|[\\u3041-\\u3096\\u30a1-\\u30fa\\u30fc]+|[\\uac00-\\ud7a3]+|[^\\p{Script=Han}々\\u3041-\\u3096\\u30a1-\\u30fa\\u30fc\\uac00-\\ud7a3]+`, 'gu');
const ALL_SPELLED = new RegExp(`^${SPELLED_LETTERS}$`);

/** Chinese, Japanese, Korean: cut into own and common words. `name`: folded, without its legal form; `formed`: it had one. */
function cutEastern(text: string, kind: NameKind): { readonly runs: Run[]; readonly name: string; readonly formed: boolean } {
  const folded = foldHan(withoutIteration(text));
  const { name, formed } = kind === 'person' ? { name: folded, formed: false } : withoutHanForm(folded);
  const from = folded.indexOf(name);
  const raw = from < 0 ? name : text.slice(from, from + name.length);
  const runs: Run[] = [];
  for (const match of name.matchAll(EASTERN_RUNS)) {
    const run = match[0];
    const original = raw.slice(match.index, match.index + run.length);
    // 製パン: what stands before a word in kana is part of that trade
    const made = kind === 'company' && run.length > 2 && run.endsWith('制') && hasKana(name[match.index + run.length] ?? '') ? run.slice(0, -1) : run;
    if (run === '所' && runs.at(-1)?.cls === 'number') runs.push({ han: run, raw: original, cls: 'trade', as: 'research' }); // 中电科55所
    else if (hasHan(run)) runs.push(...(kind === 'person' ? [{ han: run, raw: original, cls: 'own' as const, as: '' }] : cutHan(made, original.slice(0, made.length))));
    else if (hasKana(run)) {
      const { own, words } = kind === 'person' ? { own: run, words: [] } : ALL_SPELLED.test(run) ? { own: run.replace(/[・ ]/g, ''), words: [] } : cutKana(run);
      if (own !== '') runs.push({ han: own, raw: own, cls: 'own', as: romanizeKana(own), kana: romanizeKana(own) });
      for (const [kana, { as, cls }] of words) runs.push({ han: kana, raw: kana, cls, as: as === '' ? kana : as, kana: romanizeKana(kana) });
    }
    else if (hasHangul(run)) runs.push({ han: run, raw: run, cls: 'own', as: romanizeHangul(run) });
    else {
      const words = wordsOf(run);
      for (const { text: as, cls } of kind === 'person' ? personTokens(words) : companyTokens(withoutLegal(['', ...words], kind).words.slice(1))) runs.push({ han: as, raw: as, cls, as });
    }
  }
  // 北京控股有限公司 is not 北京: beside a place alone what is mostly part of the legal form is the name.
  const trade = formed && from >= 0 && runs.every(({ cls }) => cls === 'place') ? /^(?:集团|控股)/.exec(folded.slice(from + name.length)) : null;
  return trade === null ? { runs, name, formed } : { ...cutEastern(text.slice(from, from + name.length + trade[0].length), kind), formed };
}

/** Spelled in every way in which it may meet a Latin name. */
function eastern(text: string, kind: NameKind): { forms: NameForm[]; legal: FormClass | undefined } {
  const { runs, name, formed } = cutEastern(text, kind);
  const forms: NameForm[] = [new NameForm('han', runs.map((run) => token(run.han, run.cls)), runs.map((run) => run.han).join(''))];
  const own = runs.filter((run) => run.cls === 'own');
  const loan = own.length > 0 && own.every((run) => run.kana !== undefined) ? loanKeyOfKana(own.map((run) => run.kana).join('')) : '';
  const spell = (spelling: Spelling, read: (run: Run) => string, whole: string = '', cut: readonly Run[] = runs): void => {
    const tokens = cut.map((run): Token => {
      // A common word is compared as what it means, and stands as it is read: 东方 is east, and Dongfang.
      const one = token(run.as === '' ? read(run) : run.as, run.cls, run.kana ?? run.written ?? (run.as !== '' && hasHan(run.han) ? read(run) || run.as : undefined));
      return run.kana === undefined || run.cls === 'filler' ? one : { ...one, loan: loanKeyOfKana(run.kana) };
    });
    if (tokens.some(({ text: one }) => one === '')) return;
    const form = new NameForm(spelling, tokens, whole === '' ? tokens.map((one) => one.text).join('') : whole, loan);
    if (!forms.some((other) => other.spelling !== 'han' && sameTokens(other.tokens, form.tokens))) forms.push(form);
  };
  const chinese = runs.some((run) => hasHan(run.han));
  const shorter = kind === 'company' ? shorterOwn(runs) : [];
  const syllables = new Map<Run, string[]>([...runs, ...shorter.flat()].map((run) => [run, hasHan(run.han) ? pinyinOf(run.han) : []]));
  // A firm of a Chinese form is read as Japanese by known words alone: 上海松下 and 臺灣三菱.
  const cuts = kind === 'person' ? [runs] : japaneseCuts(runs, /公司|合[伙夥]/.test(text));
  const whole = kind === 'person' || cuts.length === 0 ? '' : wholeReading(name);
  const spellJapanese = (): void => {
    for (const cut of cuts) spell('japanese', (run) => japaneseReading(run.han), cut === cuts[0] || whole === '' ? whole : readAloud(cut), cut);
  };
  if (hasKana(text)) spellJapanese();
  if (chinese || hasHangul(text)) spell(chinese ? 'pinyin' : 'korean', (run) => syllables.get(run)!.join('').replace(/v/g, 'u'));
  else spellJapanese();
  if (chinese) {
    for (const cut of [runs, ...shorter]) {
      if (cut !== runs) spell('pinyin', (run) => syllables.get(run)!.join('').replace(/v/g, 'u'), '', cut);
      spell('wade-giles', (run) => syllables.get(run)!.map(wadeGilesOf).join(''), '', cut);
      spell('tongyong', (run) => syllables.get(run)!.map(tongyongOf).join(''), '', cut);
      spell('cantonese', (run) => jyutpingOf(run.raw).map(hongKongOf).join(''), '', cut);
    }
    spellJapanese();
  }
  if (whole !== '' && !forms.some(({ spelling }) => spelling === 'japanese')) forms.push(new NameForm('japanese', [token(whole, 'own')], whole));
  return { forms, legal: formed ? 'general' : undefined };
}

/**
 * A firm's own word is of two characters mostly, sometimes of three: where four and more stand together that no table has, what is behind
 * those may be its trade. 盘江精煤 is Panjiang, and then Refined Coal.
 */
function shorterOwn(runs: readonly Run[]): Run[][] {
  const at = runs.findIndex(({ cls, as, han }) => cls === 'own' && as === '' && hasHan(han));
  const whole = runs[at];
  if (whole === undefined || whole.han.length < 4) return [];
  return (whole.han.length < 5 ? [2] : [2, 3]).map((length) => {
    const own = { ...whole, han: whole.han.slice(0, length), raw: whole.raw.slice(0, length) };
    return runs.toSpliced(at, 1, own, { ...whole, han: whole.han.slice(length), raw: whole.raw.slice(length), cls: 'unread' });
  });
}

/** The runs of a Japanese name in each of its readings, the most usual first; none where a run of its own has none. */
function japaneseCuts(runs: readonly Run[], known: boolean): Run[][] {
  let cuts: Run[][] = [[]];
  for (let i = 0; i < runs.length; i++) {
    let run = runs[i]!;
    const next = runs[i + 1];
    // 岡谷鋼機: 機 alone is a common word too, 鋼機 is one of the tables
    if (run.cls === 'own' && next !== undefined && next.as !== '' && next.han.length === 1 && hasHan(run.han) && endsInTrade(run.han + next.han, run.han.length)) {
      run = { ...run, han: run.han + next.han };
      i++;
    }
    const readings = run.cls !== 'own' ? undefined : run.kana !== undefined ? katakanaReadings(run.han) : hasHan(run.han) ? japaneseReadings(run.han, known) : undefined;
    const ways = readings?.map((pieces) => pieces.map(runOf)) ?? [[run]];
    cuts = cuts.flatMap((cut) => ways.map((way) => [...cut, ...way])).slice(0, MOST_READINGS);
  }
  return cuts;
}

function runOf({ text, written, cls, kana }: Piece): Run {
  return { han: '', raw: '', cls, as: text, ...(kana === undefined ? (written === text ? {} : { written }) : { kana }) };
}

/** A reading with foreign words in their own letters: キューブシステム is cubesystem. */
function readAloud(cut: readonly Run[]): string {
  return cut.map(({ han, cls, as, kana, written }) => written ?? (cls === 'own' ? (kana ?? as) : hasHan(han) ? japaneseReading(han) : as)).join('');
}

/** A Japanese name as it is read, common words too: 東亞合成 is toagosei. Empty where a character is not in the tables. */
function wholeReading(folded: string): string {
  let out = '';
  for (const [run] of folded.matchAll(/[\p{Script=Han}々]+|[\u3041-\u3096\u30a1-\u30fa\u30fc]+/gu)) {
    const read = hasHan(run) ? japaneseReading(run) : romanizeKana(run);
    if (read === '') return '';
    out += read;
  }
  return out;
}

/** Own words and common words of a run of Han; `市` and `省` go with their place. */
function cutHan(run: string, raw: string): Run[] {
  const cut: Run[] = [];
  let from = 0;
  const own = (to: number): void => {
    if (to <= from) return;
    const common = to - from === 1 && cut.length > 0 ? commonHanChar(run[from]!) : undefined; // 廠 of 東陽實業廠
    cut.push({ han: run.slice(from, to), raw: raw.slice(from, to), cls: common?.cls ?? 'own', as: common?.as ?? '' });
  };
  for (let at = 0; at < run.length;) {
    const ordinal = ORDINAL.exec(run.slice(at, at + 12))?.[0];
    if (ordinal !== undefined) {
      own(at);
      cut.push({ han: ordinal, raw: raw.slice(at, at + ordinal.length), cls: 'number', as: hanNumber(ordinal.replace('第', '')) });
      from = at += ordinal.length;
      if (run.slice(at) === '所') {
        cut.push({ han: '所', raw: raw.slice(at), cls: 'trade', as: 'research' });
        from = at = run.length;
      }
      continue;
    }
    const common = hanWordAt(run, at);
    if (common === undefined) {
      at++;
      continue;
    }
    own(at);
    let end = at + common.length;
    cut.push({ han: run.slice(at, end), raw: raw.slice(at, end), cls: common.word.cls, as: common.word.as });
    if (common.word.cls === 'place' && /[市省县区]/.test(run[end] ?? '')) end++;
    from = at = end;
  }
  own(run.length);
  // 宝钢: what is left of an own word of three and more characters may end in a common one, where nothing else says the trade.
  const last = cut.at(-1);
  if (last?.cls === 'own' && last.han.length > 2) {
    const common = commonHanChar(last.han.at(-1)!);
    if (common !== undefined) cut.splice(-1, 1, { ...last, han: last.han.slice(0, -1), raw: last.raw.slice(0, -1) }, { han: last.han.at(-1)!, raw: last.raw.at(-1)!, cls: common.cls, as: common.as });
  }
  return cut;
}

/** 第五十五 of an institute or a plant, 五十五所; 第一三共 is a name. */
const ORDINAL = /^(?:第[一二三四五六七八九十百零]+(?=研究|设计|工程|勘|院|所|厂|局)|[一二三四五六七八九十百零]{2,}(?=所$))/;

/** Up to 999, and 七一八. */
function hanNumber(text: string): string {
  const digit = (char: string): number => '零一二三四五六七八九'.indexOf(char);
  if (!/[十百]/.test(text)) return [...text].map(digit).join('').replace(/^0+(?=.)/, '');
  let [sum, last] = [0, 0];
  for (const char of text) {
    if (char === '百' || char === '十') [sum, last] = [sum + (last || 1) * (char === '百' ? 100 : 10), 0];
    else last = digit(char);
  }
  return String(sum + last);
}

/** A Latin name whose own words are pinyin, as Wade-Giles spells it: Xi Jinping is Hsi Chin-ping. */
function wadeForm(tokens: readonly Token[]): NameForm | undefined {
  let changed = false;
  const spelled: Token[] = [];
  for (const one of tokens) {
    if (one.cls !== 'own') {
      spelled.push(one);
      continue;
    }
    const syllables = pinyinSyllables(one.text);
    if (syllables === undefined) return undefined;
    const text = syllables.map(wadeGilesOf).join('');
    changed ||= text !== one.text;
    spelled.push({ ...one, text, written: text });
  }
  return changed ? new NameForm('wade-giles', spelled, spelled.map(({ text }) => text).join('')) : undefined;
}

function token(text: string, cls: TokenClass, written: string = text): Token {
  return { text, cls, weight: WEIGHTS[cls], written };
}

function sameTokens(a: readonly Token[], b: readonly Token[]): boolean {
  return a.length === b.length && a.every(({ text, written }, i) => text === b[i]!.text && written === b[i]!.written);
}

export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7e) return false;
  return true;
}
