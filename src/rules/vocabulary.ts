/** The words that a rulebook may use without declaring them. A word that is neither here nor declared is a slip of the pen. */

import { ACTS as CONFIG_ACTS } from '../formats/workspace/config.ts';

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What a product is or contains. */
export const ROLES: ReadonlySet<string> = list(`
  uas ground-control operating-software connectivity storage
  flight-controller radio data-transmission camera gimbal gnss navigation sensor lidar payload
  motor esc propeller frame battery battery-management power-board charger cable connector antenna
  circuit-board chip processor memory software firmware
  magnet covered-magnet covered-metal
  server accelerator switch cooling rack network-equipment video-equipment
  people`);

/** What a way of making does. */
export const STEPS: ReadonlySet<string> = list(`
  mined collected refined separated melted produced sintered magnetised cast
  fabricated packaged assembled tested developed located printed`);

/** Kinds of document. */
export const EVIDENCE_KINDS: ReadonlySet<string> = list(`
  declaration bill-of-materials distributor-invoice invoice reel-label teardown certificate certificate-of-origin
  test-report company-registry official-list contract purchase-order transport-document customs-entry
  waiver ruling datasheet website screening`);

/** Chain of custody, ISO 22095. */
export const CUSTODY: ReadonlySet<string> = list('identity-preserved segregated controlled-blending mass-balance book-and-claim');

/** What is done with the product. */
export const ACTS: ReadonlySet<string> = new Set(CONFIG_ACTS); // what nonred.yaml can say, and no more
export const BUYERS: ReadonlySet<string> = list('us-dod us-federal us-grantee us-private tw-government tw-private');
export const PURPOSES: ReadonlySet<string> = list('counter-uas-surrogate intelligence electronic-warfare information-warfare training competition research');

/** What else substances that rulebooks ask about are called: chemical symbols (IUPAC) and Chinese names, traditional and simplified. */
export const SUBSTANCE_NAMES: ReadonlyMap<string, { readonly symbol?: string; readonly han: readonly string[] }> = new Map([
  ['lithium', { symbol: 'Li', han: ['鋰', '锂'] }], ['cobalt', { symbol: 'Co', han: ['鈷', '钴'] }], ['nickel', { symbol: 'Ni', han: ['鎳', '镍'] }],
  ['manganese', { symbol: 'Mn', han: ['錳', '锰'] }], ['graphite', { han: ['石墨'] }], ['tin', { symbol: 'Sn', han: ['錫', '锡'] }],
  ['tantalum', { symbol: 'Ta', han: ['鉭', '钽'] }], ['tungsten', { symbol: 'W', han: ['鎢', '钨'] }], ['gold', { symbol: 'Au', han: ['黃金', '黄金', '鍍金', '镀金', '純金', '纯金'] }],
  ['gallium', { symbol: 'Ga', han: ['鎵', '镓'] }], ['germanium', { symbol: 'Ge', han: ['鍺', '锗'] }], ['antimony', { symbol: 'Sb', han: ['銻', '锑'] }],
  ['neodymium', { symbol: 'Nd', han: ['釹', '钕'] }], ['praseodymium', { symbol: 'Pr', han: ['鐠', '镨'] }], ['dysprosium', { symbol: 'Dy', han: ['鏑', '镝'] }],
  ['terbium', { symbol: 'Tb', han: ['鋱', '铽'] }], ['samarium', { symbol: 'Sm', han: ['釤', '钐'] }], ['silicon', { symbol: 'Si', han: ['矽', '硅'] }],
]);
