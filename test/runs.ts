/** How many times a property is tried: the whole number under `npm run laws` (LAWS is set), a tenth of it under `npm test`. */
export function runs(whole: number): number {
  return process.env.LAWS ? whole : Math.max(1, Math.round(whole / 10));
}
