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

/**
 * What else substances that rulebooks ask about are called: chemical symbols (IUPAC), Chinese names, traditional and simplified, and ores, salts, cathodes,
 * alloys and coatings that hold them and do not say so (`NMC 811`: lithium, nickel, manganese and cobalt; ENIG: nickel and gold).
 */
export const SUBSTANCE_NAMES: ReadonlyMap<string, { readonly symbol?: string; readonly han: readonly string[]; readonly within?: readonly string[] }> = new Map([
  ['lithium', { symbol: 'Li', han: ['鋰', '锂', '三元正極', '三元正极', '三元材料'], within: ['nmc', 'ncm', 'nca', 'ncma', 'lfp', 'lmfp', 'lco', 'lmo', 'lnmo', 'lto', 'spodumene', 'lepidolite', 'petalite', 'black mass', 'cathode active material'] }],
  ['cobalt', { symbol: 'Co', han: ['鈷', '钴', '三元正極', '三元正极', '三元材料'], within: ['nmc', 'ncm', 'nca', 'ncma', 'lco', 'alnico', 'stellite', 'kovar', 'cobaltite', 'black mass'] }],
  ['nickel', { symbol: 'Ni', han: ['鎳', '镍', '三元正極', '三元正极', '三元材料'], within: ['nmc', 'ncm', 'nca', 'ncma', 'lnmo', 'alnico', 'inconel', 'hastelloy', 'monel', 'nichrome', 'invar', 'kovar', 'permalloy', 'enig', 'enepig', 'black mass'] }],
  ['manganese', { symbol: 'Mn', han: ['錳', '锰', '三元正極', '三元正极', '三元材料'], within: ['nmc', 'ncm', 'ncma', 'lmo', 'lmfp', 'lnmo', 'manganin'] }],
  ['graphite', { han: ['石墨'], within: ['mcmb', 'plumbago', 'graphitized', 'graphitised'] }],
  ['tin', { symbol: 'Sn', han: ['錫', '锡'], within: ['solder', 'sac', 'pewter', 'babbitt', 'cassiterite', 'tinned', 'tinplate', 'hasl', 'stannous', 'stannic'] }],
  ['tantalum', { symbol: 'Ta', han: ['鉭', '钽'], within: ['coltan', 'tantalite'] }],
  ['tungsten', { symbol: 'W', han: ['鎢', '钨'], within: ['wc', 'wolfram', 'wolframite', 'scheelite', 'cemented carbide', 'stellite'] }],
  ['gold', { symbol: 'Au', han: ['黃金', '黄金', '鍍金', '镀金', '純金', '纯金'], within: ['enig', 'enepig', 'gilt', 'aurum'] }],
  ['gallium', { symbol: 'Ga', han: ['鎵', '镓'] }], ['germanium', { symbol: 'Ge', han: ['鍺', '锗'] }], ['antimony', { symbol: 'Sb', han: ['銻', '锑'], within: ['stibnite'] }],
  ['neodymium', { symbol: 'Nd', han: ['釹', '钕', '稀土'], within: ['didymium', 'mischmetal', 'rare earth', 'rare earths', 'ree', 'neo'] }],
  ['praseodymium', { symbol: 'Pr', han: ['鐠', '镨', '稀土'], within: ['didymium', 'mischmetal', 'rare earth', 'rare earths', 'ree'] }],
  ['dysprosium', { symbol: 'Dy', han: ['鏑', '镝', '稀土'], within: ['rare earth', 'rare earths', 'ree'] }],
  ['terbium', { symbol: 'Tb', han: ['鋱', '铽', '稀土'], within: ['rare earth', 'rare earths', 'ree'] }],
  ['samarium', { symbol: 'Sm', han: ['釤', '钐', '稀土'], within: ['rare earth', 'rare earths', 'ree'] }],
  ['silicon', { symbol: 'Si', han: ['矽', '硅'], within: ['polysilicon', 'ferrosilicon', 'silica', 'quartz', 'silane', 'trichlorosilane'] }],
]);
