/**
 * A name that is written twice: `Realtek (瑞昱)`, `大疆DJI`, `Радиоавтоматика (Radioavtomatika LLC)`. Each script's part is a name by itself if each has a word of its
 * own. `TCL科技集团` and `AGC株式会社` are written once: what they have in characters is common.
 */
import { analyse, isAscii, type NameKind } from './analyse.ts';
import { foldHan } from './han-fold.ts';
import { withoutHanForm } from './legal-forms.ts';

const EAST = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}々ー';
/** Runs of characters, or words with what stands inside them; (株) is a legal form, brackets and all. */
const RUN = new RegExp(`\\((?:株|有|주)\\)|[${EAST}]+|(?:(?![${EAST}])[\\p{L}\\p{M}\\p{N}&.'’+-])+`, 'gu');
const EASTERN = new RegExp(`[${EAST}]`, 'u');
const LETTERS = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew'].map((script) => [script, new RegExp(`^[\\p{Script=${script}}\\p{M}]+$`, 'u')] as const);

/** The parts, each in one script; none where the name is written once. O(length). */
export function namesApart(name: string, kind: NameKind = 'company'): string[] {
  if (isAscii(name)) return [];
  const text = name.normalize('NFKC');
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
function isForm(part: string): boolean {
  return withoutHanForm(`一${foldHan(part)}`).name === '一';
}

/** None of a run without letters; `mixed` of a word in two scripts, and of a script that is not looked at. */
function scriptOf(run: string): string | undefined {
  if (EASTERN.test(run)) return 'eastern';
  const letters = run.replace(/[^\p{L}\p{M}]/gu, '');
  return letters === '' ? undefined : (LETTERS.find(([, only]) => only.test(letters))?.[0] ?? 'mixed');
}
