/**
 * The Latin spellings of Mandarin in use beside Hanyu Pinyin, one syllable at a time: Wade-Giles (as passports and older
 * firms of Taiwan write it, without marks) and Tongyong Pinyin (Taiwan 2002 to 2008). The correspondences are those of the
 * comparison tables of the Library of Congress (pinyin conversion project) and of Taiwan's Ministry of Education.
 */
const INITIALS: readonly (readonly [pinyin: string, wadeGiles: string, tongyong: string])[] = [
  ['zh', 'ch', 'jh'], ['ch', 'ch', 'ch'], ['sh', 'sh', 'sh'], ['b', 'p', 'b'], ['p', 'p', 'p'], ['m', 'm', 'm'], ['f', 'f', 'f'], ['d', 't', 'd'], ['t', 't', 't'],
  ['n', 'n', 'n'], ['l', 'l', 'l'], ['g', 'k', 'g'], ['k', 'k', 'k'], ['h', 'h', 'h'], ['j', 'ch', 'j'], ['q', 'ch', 'c'], ['x', 'hs', 's'], ['r', 'j', 'r'],
  ['z', 'ts', 'z'], ['c', 'ts', 'c'], ['s', 's', 's'],
];
/** Whole syllables that the general rules do not give. */
const WADE_WHOLE: Readonly<Record<string, string>> = {
  zhi: 'chih', chi: 'chih', shi: 'shih', ri: 'jih', zi: 'tzu', ci: 'tzu', si: 'szu', yi: 'i', you: 'yu', ye: 'yeh', yan: 'yen', yong: 'yung', yu: 'yu', yue: 'yueh', yuan: 'yuan', yun: 'yun',
  er: 'erh', e: 'o', ge: 'ko', ke: 'ko', he: 'ho', gui: 'kuei', kui: 'kuei', de: 'te', te: 'te', lie: 'lieh', luo: 'lo', duo: 'to', tuo: 'to', nuo: 'no', ruo: 'jo', zuo: 'tso', cuo: 'tso', suo: 'so', zhuo: 'cho', chuo: 'cho',
};
const TONGYONG_WHOLE: Readonly<Record<string, string>> = {
  zhi: 'jhih', chi: 'chih', shi: 'shih', ri: 'rih', zi: 'zih', ci: 'cih', si: 'sih', feng: 'fong', weng: 'wong', wen: 'wun', you: 'you',
};

export function wadeGilesOf(syllable: string): string {
  let known = WADE.get(syllable);
  if (known === undefined) WADE.set(syllable, (known = inWadeGiles(syllable)));
  return known;
}
const WADE = new Map<string, string>(); // there are some four hundred syllables

function inWadeGiles(syllable: string): string {
  const whole = WADE_WHOLE[syllable];
  if (whole !== undefined) return whole;
  const found = INITIALS.find(([pinyin]) => syllable.startsWith(pinyin));
  if (found === undefined) return finalInWade(syllable);
  const final = syllable.slice(found[0].length);
  const front = /^[jqx]/.test(found[0]);
  return found[1] + (front && final.startsWith('u') ? finalInWade(`v${final.slice(1)}`) : finalInWade(final));
}

function finalInWade(final: string): string {
  return final.replace(/^v/, 'u').replace(/^ian$/, 'ien').replace(/^ie$/, 'ieh').replace(/^ue$/, 'ueh').replace(/ong$/, 'ung').replace(/^iung$/, 'iung').replace(/^e$/, 'e').replace(/^yan$/, 'yen');
}

export function tongyongOf(syllable: string): string {
  const whole = TONGYONG_WHOLE[syllable];
  if (whole !== undefined) return whole;
  const found = INITIALS.find(([pinyin]) => syllable.startsWith(pinyin));
  if (found === undefined) return syllable;
  const final = syllable.slice(found[0].length);
  const front = /^[jqx]/.test(found[0]) && final.startsWith('u') ? `y${final}` : final.replace(/^v/, 'yu');
  return found[2] + front.replace(/^iu$/, 'iou').replace(/^ui$/, 'uei');
}

/** How names of Hong Kong are mostly written, from Jyutping: coeng gong becomes cheung kong. */
export function hongKongOf(jyutping: string): string {
  const match = /^(gw|kw|ng|[bpmfdtnlgkhwzcsj])?(.*)$/.exec(jyutping)!;
  const initial = match[1] ?? '';
  const final = match[2]!;
  const HEAD: Readonly<Record<string, string>> = { b: 'p', d: 't', g: 'k', gw: 'kw', z: 'ch', c: 'ch', j: 'y' };
  const TAIL: Readonly<Record<string, string>> = {
    aa: 'a', aai: 'ai', aau: 'au', aam: 'am', aan: 'an', aang: 'ang', aap: 'ap', aat: 'at', aak: 'ak', oe: 'eu', oeng: 'eung', oek: 'euk', eoi: 'ui', eon: 'un', eot: 'ut', ou: 'o', iu: 'iu', yu: 'u', yun: 'uen', yut: 'uet', ung: 'ung', i: 'i', o: 'o', au: 'au', ai: 'ai', am: 'am', an: 'an', ap: 'ap', at: 'at', ak: 'ak', ang: 'ang',
  };
  return (HEAD[initial] ?? initial) + (TAIL[final] ?? final);
}

const FINALS = 'a o e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang v ve'.split(' ');
const NO_INITIAL = 'a o e ai ei ao ou an en ang eng er yi ya ye yao you yan yin yang ying yong wu wa wo wai wei wan wen wang weng yu yue yuan yun'.split(' ');
const SYLLABLES: ReadonlySet<string> = new Set([...NO_INITIAL, ...INITIALS.flatMap(([initial]) => FINALS.filter((final) => may(initial, final)).map((final) => initial + final))]);

/** Which finals Mandarin has after which initials (roughly: more are let through than there are). */
function may(initial: string, final: string): boolean {
  if (/^[jqx]$/.test(initial)) return /^(?:i|u(?:e|an|n)?$)/.test(final);
  if (/^[gkh]$/.test(initial)) return !/^[iv]/.test(final);
  if (/^(?:zh|ch|sh|r|z|c|s)$/.test(initial)) return !/^i./.test(final) && !/^v/.test(final);
  if (/^[bpmf]$/.test(initial)) return !/^(?:u.|v|ong|ia$|iang|iong)/.test(final);
  return !/^(?:iong|ua$|uai|uang)/.test(final);
}

/** The syllables letter by letter: of each beginning, 26 numbers of what goes on from it, and whether it is a syllable itself. */
const [NEXT, WHOLE]: [number[], boolean[]] = [Array(26).fill(0), [false]];
for (const syllable of SYLLABLES) {
  let node = 0;
  for (const letter of syllable) {
    const at = 26 * node + letter.charCodeAt(0) - 97;
    if (NEXT[at] === 0) {
      NEXT[at] = WHOLE.push(false) - 1;
      NEXT.push(...Array<number>(26).fill(0));
    }
    node = NEXT[at]!;
  }
  WHOLE[node] = true;
}

/** A lower-case word as pinyin syllables, the longest first that lets the rest be read; undefined where it cannot be. */
export function pinyinSyllables(word: string): string[] | undefined {
  if (word.length < 2 || word.length > 24 || !'aeioungr'.includes(word.at(-1)!)) return undefined;
  const found: string[] = [];
  return readFrom(word, 0, 0, found) === 0 ? found : undefined;
}

/** Puts the syllables from a place on into `found` and gives 0; else the places, as bits, from which the rest cannot be read. */
function readFrom(word: string, at: number, dead: number, found: string[]): number {
  if (at === word.length) return 0;
  let ends = 0;
  for (let end = at, node = 0; end < word.length;) {
    const letter = word.charCodeAt(end++) - 97;
    node = letter >= 0 && letter < 26 ? NEXT[26 * node + letter]! : 0;
    if (node === 0) break;
    if (WHOLE[node]) ends |= 1 << end;
  }
  for (let end = word.length; end > at; end--) {
    if ((ends & ~dead & (1 << end)) === 0) continue;
    found.push(word.slice(at, end));
    const rest = readFrom(word, end, dead, found);
    if (rest === 0) return 0;
    dead = rest;
    found.pop();
  }
  return dead | (1 << at);
}
