/** Edit distance by typing errors: one letter put in, left out, replaced, or two neighbours exchanged (optimal string alignment). */

const ROW = new Int32Array(3 * 512);

/**
 * The distance, or `most + 1` where it is greater. O(length x most) in the band that matters; names longer than 500 letters
 * are compared by their first 500.
 */
export function editDistance(a: string, b: string, most: number): number {
  const n = Math.min(a.length, 500);
  const m = Math.min(b.length, 500);
  if (Math.abs(n - m) > most) return most + 1;
  if (a === b) return 0;
  const W = 512;
  let [before, above, row] = [0, W, 2 * W];
  for (let j = 0; j <= m; j++) ROW[above + j] = j;
  for (let i = 1; i <= n; i++) {
    const from = Math.max(1, i - most);
    const to = Math.min(m, i + most);
    let least = (ROW[row + from - 1] = from === 1 ? i : most + 1);
    const c = a.charCodeAt(i - 1);
    for (let j = from; j <= to; j++) {
      const d = b.charCodeAt(j - 1);
      let value = ROW[above + j - 1]! + (c === d ? 0 : 1);
      const up = j === i + most ? most + 1 : ROW[above + j]! + 1;
      if (up < value) value = up;
      const left = ROW[row + j - 1]! + 1;
      if (left < value) value = left;
      if (i > 1 && j > 1 && c === b.charCodeAt(j - 2) && d === a.charCodeAt(i - 2)) {
        const swapped = ROW[before + j - 2]! + 1;
        if (swapped < value) value = swapped;
      }
      ROW[row + j] = value;
      if (value < least) least = value;
    }
    if (to < m) ROW[row + to + 1] = most + 1;
    if (least > most) return most + 1;
    [before, above, row] = [above, row, before];
  }
  return Math.min(ROW[above + m]!, most + 1);
}

/** How many typing errors a text of this length may have and still be taken for the other: none below 4 letters, one below 8, else two. */
export function errorsAllowed(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}
