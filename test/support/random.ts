/** Seeded random numbers for tests: sfc32 (Chris Doty-Humphrey, PractRand), the same on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  int(below: number): number;
  chance(probability: number): boolean;
  pick<X>(xs: readonly X[]): X;
  shuffle<X>(xs: readonly X[]): X[];
}

export function random(seed: number): Random {
  let [a, b, c, counter] = [0x9e3779b9 ^ seed, 0x243f6a88, 0xb7e15162 + seed, 1];
  const next = (): number => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  const int = (below: number): number => Math.floor(next() * below);
  for (let i = 0; i < 12; i++) next();
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (xs) => xs[int(xs.length)]!,
    shuffle: (xs) => {
      const out = [...xs];
      for (let i = out.length - 1; i > 0; i--) {
        const j = int(i + 1);
        [out[i], out[j]] = [out[j]!, out[i]!];
      }
      return out;
    },
  };
}
