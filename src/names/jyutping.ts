/** Han to Cantonese syllables (Jyutping without tones): how names of Hong Kong and Macau sound. Wraps to-jyutping. */
import { getJyutpingList } from 'to-jyutping';

/** One syllable a character; empty where the table has none. Give the traditional form: it knows it best. At the end 行 is a firm: hong. */
export function jyutpingOf(han: string): string[] {
  const syllables = getJyutpingList(han).map(([, syllable]) => (syllable ?? '').split(' ')[0]!.replace(/\d/g, ''));
  if (syllables.length > 2 && han.endsWith('行')) syllables[syllables.length - 1] = 'hong';
  return syllables;
}
