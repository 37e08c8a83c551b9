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
