/** Han to Cantonese syllables (Jyutping without tones): how names of Hong Kong and Macau sound. Wraps to-jyutping. */
import { getJyutpingList } from 'to-jyutping';

/** One syllable a character; empty where the table has none. Give the traditional form: it knows it best. */
export function jyutpingOf(han: string): string[] {
  return getJyutpingList(han).map(([, syllable]) => (syllable ?? '').split(' ')[0]!.replace(/\d/g, ''));
}
