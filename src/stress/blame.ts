/**
 * Shares of a joint effect: the Shapley value of each member of a game given by the worth of every set of members.
 * Exact, by enumeration: 2^n sets, so at most 20 members (Shapley, A value for n-person games, 1953).
 */
export function shapley(members: number, worth: (set: readonly number[]) => number): number[] {
  if (members > 20) throw new RangeError(`too many members to enumerate: ${members}`);
  const worths = Array.from({ length: 1 << members }, (_, set) => worth(Array.from({ length: members }, (_, i) => i).filter((i) => (set >> i) & 1)));
  const weight = [1 / members]; // of a set of size s: s! (n - s - 1)! / n!
  for (let size = 1; size < members; size++) weight.push((weight[size - 1]! * size) / (members - size));
  return Array.from({ length: members }, (_, i) =>
    worths.reduce((sum, value, set) => ((set >> i) & 1 ? sum : sum + weight[bits(set)]! * (worths[set | (1 << i)]! - value)), 0));
}

function bits(set: number): number {
  let count = 0;
  for (let left = set; left > 0; left &= left - 1) count++;
  return count;
}
