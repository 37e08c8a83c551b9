/** Slips of the hand in a header or an id. */

/** Equal but for case and marks; of longer words, one letter off. */
export function alike(a: string, b: string): boolean {
  const bare = fold(a);
  return fold(b) === bare || (bare.length > 4 && bare.length < 40 && oneLetterOff(bare, fold(b)));
}

export function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]/g, '');
}

function oneLetterOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a.slice(i + 1) === b.slice(i + 1) || a.slice(i) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i);
}
