/** Han to pinyin syllables without tones, by word where the reading depends on it (重庆 is chong qing). Wraps pinyin-pro. */
import { pinyin } from 'pinyin-pro';

/** One syllable a character, `ü` as `v`; of text that is Han throughout, folded to simplified. */
export function pinyinOf(han: string): string[] {
  return pinyin(han, { toneType: 'none', type: 'array', v: true });
}
