/** Edit distance by typing errors: one letter put in, left out, replaced, or two neighbours exchanged (optimal string alignment). */

/** Longer names are compared by their first letters. */
const LONGEST = 500;

/**
 * The distance, or `most + 1` where it is greater; `most`: 2 at most. What both begin and end with is left out; where the first
 * letters differ one error begins there, and there are four that it may be. O(length), and most texts differ at once.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  const [n, m] = [Math.min(a.length, LONGEST), Math.min(b.length, LONGEST)];
  if (Math.abs(n - m) > most) return most + 1;
  return between(a, 0, n, b, 0, m, most);
}

/** Of a from i to n and b from j to m. */
function between(a: string, i: number, n: number, b: string, j: number, m: number, most: number): number {
  while (i < n && j < m && a.charCodeAt(i) === b.charCodeAt(j)) {
    i++;
    j++;
  }
  while (i < n && j < m && a.charCodeAt(n - 1) === b.charCodeAt(m - 1)) {
    n--;
    m--;
  }
  const [left, right] = [n - i, m - j];
  if (left === 0 || right === 0) return Math.min(left + right, most + 1);
  if (most === 0 || left - right > most || right - left > most) return most + 1;
  if (left === 1 && right === 1) return 1;
  const exchanged = left > 1 && right > 1 && a.charCodeAt(i) === b.charCodeAt(j + 1) && a.charCodeAt(i + 1) === b.charCodeAt(j);
  if (most === 1) return exchanged && left === 2 && right === 2 ? 1 : 2;
  const rest = most - 1;
  return 1 + Math.min(between(a, i + 1, n, b, j + 1, m, rest), between(a, i + 1, n, b, j, m, rest), between(a, i, n, b, j + 1, m, rest), exchanged ? between(a, i + 2, n, b, j + 2, m, rest) : most);
}

/** How many typing errors a text of this length may have and still be taken for the other: none below 4 letters, one below 8, else two. */
export function errorsAllowed(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}
