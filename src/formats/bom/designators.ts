/**
 * Reference designators: `C1, C4 C7`, `R1-R8`, `R1..8`, `LED6001`, `U$2`. A range is counted and never written out. Between
 * two bare numbers (`R1-8`) a dash may be a range or part of a name, so that a cell has a least and a greatest count.
 */
export interface Count { readonly least: number; readonly most: number }

const ONE = /^([\p{L}_$]{1,8}\$?)(\d{1,6})([a-z]?)$/iu;
const RANGE = /^([\p{L}_$]{1,8}\$?)(\d{1,9})(-|–|—|~|〜|～|\.\.\.?|…|:)([\p{L}_$]{1,8}\$?)?(\d{1,9})$/iu;
/** A cell is as long as a spreadsheet lets it be; more parts than this are no designators. */
const MOST = 20_000;

/** How many different designators a cell names; `undefined` where it has too many parts to be one, or a range that runs backwards. */
export function countDesignators(cell: string): Count | undefined {
  const parts = partsOf(cell);
  if (parts.length > MOST) return undefined;
  const seen = new Set<string>();
  const spans = new Map<string, [number, number][]>();
  let [least, most] = [0, 0];
  for (const part of parts) {
    const name = part.toUpperCase();
    if (seen.has(name)) continue;
    seen.add(name);
    const range = RANGE.exec(part);
    if (!range) continue;
    const [, prefix, from, dash, again, to] = range as unknown as [string, string, string, string, string | undefined, string];
    if (again !== undefined && again.toUpperCase() !== prefix.toUpperCase()) continue; // J1-P1: a name
    const [lo, hi] = [Number(from), Number(to)];
    if (hi < lo) {
      if (again !== undefined) return undefined;
      continue;
    }
    seen.delete(name);
    if (again === undefined && dash === '-') { // R1-8
      least += 1;
      most += hi - lo + 1;
    } else spans.set(prefix.toUpperCase(), [...(spans.get(prefix.toUpperCase()) ?? []), [lo, hi]]);
  }
  for (const [prefix, ranges] of spans) {
    const ends = ranges.sort((a, b) => a[0] - b[0]);
    let reached = -1;
    for (const [lo, hi] of ends) {
      const more = Math.max(0, hi - Math.max(lo, reached + 1) + 1);
      least += more;
      most += more;
      reached = Math.max(reached, hi);
    }
    for (const name of seen) {
      const one = ONE.exec(name);
      if (one && one[1] === prefix && one[3] === '' && ends.some(([lo, hi]) => Number(one[2]) >= lo && Number(one[2]) <= hi)) seen.delete(name);
    }
  }
  return { least: least + seen.size, most: most + seen.size };
}

/** Every single one that a cell names, ranges apart, for finding one that stands on two lines. */
export function singleDesignators(cell: string): string[] {
  return partsOf(cell).slice(0, MOST).filter((part) => ONE.test(part)).map((part) => part.toUpperCase());
}

/** Do all parts of a cell look like designators? */
export function areDesignators(cell: string): boolean {
  const parts = partsOf(cell);
  return parts.length > 0 && parts.length <= MOST && parts.every((part) => ONE.test(part) || RANGE.test(part));
}

/** ` to `, ` thru ` and blanks around a dash join two ends. */
function partsOf(cell: string): string[] {
  const joined = cell.normalize('NFKC').replace(/[\t\r\n ]+/g, ' ').replace(/(\d) ?(?:-|–|—|~|\.\.\.?|to|thru|through|bis|至|到) ?(?=[\p{L}_$]{0,8}\$?\d)/giu, (_, digit: string) => `${digit}-`);
  return joined.split(/[ ,;/、，；|+&]+/).filter((part) => part !== '');
}
