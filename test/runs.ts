/** How many times a law is tried: the whole number under `npm run laws` (LAWS=1), a tenth of it under `npm test`. */
export function runs(whole: number): number {
  return Math.max(1, Math.round(whole * Number(process.env.LAWS ?? '0.1')));
}
