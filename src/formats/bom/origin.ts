/** The cell of a country of origin: a name or code, several of them, or a word for not knowing. */
import { countryCode } from '../../base/countries.ts';

/** What people write where they know nothing. */
const NOTHING = /^(?:[-\u2010-\u2015]+|\?+|~|n\/?a|none|unknown|tbd|tba|various|generic|不明|未知|無)$/i;

export function saysNothing(cell: string): boolean {
  return cell === '' || (cell.length <= 20 && NOTHING.test(cell));
}

/** Alpha-2 codes, each once: of `China / Taiwan` two; `undefined` where some part is no country. */
export function originsOf(cell: string): string[] | undefined {
  const whole = codeOf(cell); // a name with a comma in it is one country
  if (whole !== undefined) return [whole];
  const codes = cell.split(/[/,;、]/).map((part) => part.trim()).filter((part) => !saysNothing(part)).map(codeOf);
  return codes.length === 0 || codes.includes(undefined) ? undefined : [...new Set(codes as string[])];
}

function codeOf(text: string): string | undefined {
  return countryCode(text.trim().replace(/^made in /i, ''));
}
