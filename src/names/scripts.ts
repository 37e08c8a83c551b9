/**
 * A name that is written twice: `Realtek (瑞昱)`, `大疆DJI`, `Радиоавтоматика (Radioavtomatika LLC)`. Each script's part is a name by itself if each has a word of its
 * own. `TCL科技集团` and `AGC株式会社` are written once: what they have in characters is common. So is a firm named behind another: `HiSilicon (Huawei)`, `Anker d/b/a
 * Eufy`, `Huawei / HiSilicon`; `Loongson (Beijing)` is one name, and `ZTE (TX)` is asked as ZTE too. And the exchange of Hong Kong marks short names behind a dash, which is no part of them: `XIAOMI-W`;
 * and a branch in the words of its register: 香港商海康威視股份有限公司臺灣分公司 is 海康威視股份有限公司 too.
 */
import { analyse, coreOf, isAscii, type NameKind, wordsOf } from './analyse.ts';
import { foldHan } from './han-fold.ts';
import { formAt, withoutHanForm } from './legal-forms.ts';

const EAST = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}々ー';
/** Runs of characters, or words with what stands inside them; (株) is a legal form, brackets and all. */
const RUN = new RegExp(`\\((?:株|有|주)\\)|[${EAST}]+|(?:(?![${EAST}])[\\p{L}\\p{M}\\p{N}&.'’+-])+`, 'gu');
const EASTERN = new RegExp(`[${EAST}]`, 'u');
const LETTERS = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew'].map((script) => [script, new RegExp(`^[\\p{Script=${script}}\\p{M}]+$`, 'u')] as const);

/** What joins two names of a firm, or a firm and what it was or belongs to; and what may stand before the second. */
const ALSO = /[([{/|;]|(?:^|\s)(?:a\.?[/.]?k\.?[/.]?a|f\.?[/.]?k\.?[/.]?a|n\.?[/.]?k\.?[/.]?a|d\.?[/.]?b\.?[/.]?a|formerly|previously|also known as|doing business as)(?=[\s.:])[.:]?/i;
const JOINTS = new RegExp(`${ALSO.source}|[)\\]}]`, 'gi');
/** `(including two aliases: Akesu Huafu and Aksu Huafu Yarn)`, as the Federal Register has them. */
const ALIASES = new RegExp(`${JOINTS.source}|\\band\\b|,?\\s*including\\s[^:]*\\balias(?:es)?:?`, 'gi');
const BEFORE = /^(?:(?:formerly|previously|now|also|known|as|an?|the|part|member|division|subsidiary|brand|of|owned|by)\s+)+|^(?:原名?|前身[为為]?|[舊旧]名|曾用名|又[名稱称]|即|[隸隶]?[屬属][於于]?)[::]?/i;
const BRACKETS = /[()[\]{}]/g;
/** Shorter words behind another name are places and branches: (TX), (MMA). */
const TELLING_LETTERS = 4;

/**
 * -S: listed elsewhere first; -W: shares of unequal votes; -B: biotechnology; -P: technology; -R, -U: counted in renminbi, in US dollars; and several,
 * -SW, -WR. HKEX, Naming Conventions of Stock Short Name. A name that truly ends so is asked as it stands too: nothing is lost.
 */
const MARKED = new RegExp(`^(.*(?:[A-Za-z0-9]{3}|[${EAST}]{2} ?))[-\\u2010-\\u2015\\u2212] ?(?=[A-Z])S?W?[BP]?[RU]?S?(?: ?\\(0?\\d{4}(?:\\.HK)?\\))?$`, 'u');

/** The parts, each in one script or one of two names; none where the name is written once. O(length). */
export function namesApart(name: string, kind: NameKind = 'company'): string[] {
  const plain = isAscii(name);
  const text = plain ? name : name.normalize('NFKC');
  const marked = kind === 'company' ? MARKED.exec(text.trim())?.[1] : undefined;
  if (marked !== undefined) return [...new Set([marked.trim(), ...namesApart(marked, kind)])];
  return [...new Set([...(plain ? [] : [...byScript(text, kind), ...byRegister(text)]), ...(kind === 'company' && ALSO.test(text) ? byJoint(text) : [])])];
}

/** `HiSilicon (formerly a part of Huawei)`: what stands before the joint, and what behind, if that has a word of its own. */
function byJoint(text: string): string[] {
  const [first = '', ...others] = text.split(/\balias/i.test(text) ? ALIASES : JOINTS).map((part, i) => (i === 0 ? part.trim() : part.trim().replace(BEFORE, '')));
  const named = others.filter((part) => !isForm(part) && coreOf(part).some(({ cls, word }) => cls === 'own' && word.length >= (EASTERN.test(word) ? 2 : TELLING_LETTERS)));
  // What stands in brackets may be no name (DO NOT USE), and then the rest is; places and legal forms there are part of the name.
  const apart = named.length > 0 || others.some((part) => !isForm(part) && coreOf(part).some(({ cls }) => cls === 'own'));
  if (!apart || first === '') return [];
  if (named.length === 0) return /[([{]/.test(text) ? [first] : [];
  const before = others.reduce((rest, part) => (named.includes(part) ? rest : `${rest} ${part}`.trim()), first);
  return [before, ...named].map((part) => part.replace(BRACKETS, ' ').trim());
}

/** As Taiwan registers branches of firms from abroad; folded. 日商岩井 is a firm, so the name itself is asked too. */
const HOME = /^(?:美|日|英|德|法|韩|荷|荷兰|瑞士|瑞典|丹麦|挪威|芬兰|比利时|奥地利|义大利|意大利|西班牙|卢森堡|爱尔兰|以色列|加拿大|澳大利亚|澳|纽西兰|新西兰|新加坡|马来西亚|泰|泰国|菲律宾|印尼|印度|越南|香港|澳门|大陆|中国大陆|萨摩亚|塞席尔|塞舌尔|贝里斯|伯利兹|安圭拉|模里西斯|毛里求斯|马绍尔群岛|百慕达|百慕大|巴拿马|英属维京群岛|英属盖曼群岛|英属开曼群岛|开曼群岛|盖曼群岛|英属安圭拉|英属百慕达)商 */;
const BRANCH = /^(.*(?:公司|会社))?(.*?)(?:分公司|分行|分厂|分社|办事处|代表处|代表人办事处|联络处|支店|支社|营业所|事业所)$/;

function byRegister(text: string): string[] {
  const folded = foldHan(text);
  const home = HOME.exec(folded)?.[0].length ?? 0;
  const branch = BRANCH.exec(folded.slice(home));
  const end = branch === null ? folded.length : home + (branch[1] ?? branch[2]!).length;
  return folded.length !== text.length || end - home === text.length || end - home < 2 ? [] : [text.slice(home, end)];
}

function byScript(text: string, kind: NameKind): string[] {
  const runs = [...text.matchAll(RUN)];
  const scripts = runs.map(([run]) => scriptOf(run));
  // Numbers go with what they follow. A letter of another script inside a word is a disguise, not a second name.
  scripts.forEach((script, i) => { if (script === undefined) scripts[i] = scripts[i - 1] ?? scripts.find((one) => one !== undefined); });
  if (scripts.includes('mixed')) return [];
  const parts = new Map<string, string>();
  runs.forEach((run, i) => {
    const script = scripts[i] ?? 'Latin';
    const before = runs[i - 1];
    const gap = before !== undefined && scripts[i - 1] === script ? text.slice(before.index + before[0].length, run.index) : ' ';
    parts.set(script, parts.has(script) ? `${parts.get(script)}${gap}${run[0]}` : run[0]);
  });
  const found = parts.size < 2 ? [] : [...parts.values()];
  return found.every((part) => !isForm(part) && analyse(part, kind).forms[0]!.tokens.some(({ cls }) => cls === 'own')) ? found : [];
}

/** Nothing but a legal form, which is taken off a name and not off nothing. */
export function isForm(part: string): boolean {
  const words = wordsOf(part);
  return (words.length > 0 && formAt(words, 0)?.words === words.length) || withoutHanForm(`一${foldHan(part)}`).name === '一';
}

/** None of a run without letters; `mixed` of a word in two scripts, and of a script that is not looked at. */
function scriptOf(run: string): string | undefined {
  if (EASTERN.test(run)) return 'eastern';
  const letters = run.replace(/[^\p{L}\p{M}]/gu, '');
  return letters === '' ? undefined : (LETTERS.find(([, only]) => only.test(letters))?.[0] ?? 'mixed');
}
