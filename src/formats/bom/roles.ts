/**
 * Roles guessed from what a bill says of a part: its description, its category, its designator (letters of ASME Y14.44 and
 * IEC 81346). Each guess is a record of its own, inferred, with its reason. It is there to ask a better question and acquits
 * nobody: an inferred fact is strong for clear by its papers alone (docs/semantics.md 3), and a guess is made after papers,
 * statements and pins were resolved, so that none of them means it. None is made where somebody recorded a role for the part or
 * for what it goes into, nor on a recipe whose components someone stated, nor for an assembly: there a guess could only contradict.
 */
import type { Id, Product } from '../../model/record.ts';
import { closed, type Draft, type Hint } from '../workspace/draft.ts';

export interface Guessed { readonly role: string; readonly from: 'description' | 'category' | 'designator'; readonly word: string }

/** The first that is met stands: what a thing is for before what it is made as. */
const WORDS: readonly (readonly [role: string, words: RegExp])[] = [
  ['battery-management', /\bbms\b|battery management|電池管理|batteriemanagement/],
  ['charger', /\bcharger\b|充電器|充電模組|ladegerät/],
  ['flight-controller', /flight controller|autopilot|飛控|飛行控制|flugregler|flugsteuerung/],
  ['esc', /\besc\b|electronic speed control|電子調速|電調|drehzahlregler/],
  ['processor', /\bmcu\b|\bcpu\b|\bsoc\b|\bfpga\b|micro ?controller|micro ?processor|微控制器|微處理器|mikrocontroller|mikroprozessor/],
  ['memory', /\beeprom\b|\bfram\b|\bdram\b|\bsdram\b|\bsram\b|\bemmc\b|\bflash memory\b|\bnor flash\b|\bnand flash\b|記憶體|flash-?speicher/],
  ['chip', /\bic\b|integrated circuit|積體電路|晶片|\bvoltage regulator\b|\bldo\b/],
  ['connector', /\bconnector\b|\bconn\b|\breceptacle\b|\bpin header\b|連接器|接插件|steckverbinder|stecker|buchse/],
  ['cable', /\bcable\b|\bharness\b|線材|線束|排線|\bkabel/],
  ['antenna', /\bantenna\b|天線|antenne/],
  ['lidar', /\blidar\b|光達/],
  ['gimbal', /\bgimbal\b|雲台/],
  ['camera', /\bcamera\b|攝影機|相機|kamera/],
  ['gnss', /\bgps\b|\bgnss\b|衛星定位/],
  ['radio', /\bradio\b|\brf module\b|\bwi-?fi module\b|\blora module\b|無線模組|funkmodul/],
  ['sensor', /\bsensors?\b|\bgyro|\baccelerometer\b|\bimu\b|\bbarometer\b|\bmagnetometer\b|感測|陀螺儀|加速度計/],
  ['propeller', /\bpropellers?\b|螺旋槳|luftschraube/],
  ['motor', /\bmotors?\b(?! (?:driver|control|arm|mount))|無刷馬達|馬達(?!臂|座|驅動)|elektromotor|bürstenloser motor/],
  ['battery', /\bbatter(?:y|ies)\b(?! (?:holder|clip|connector|strap))|\blipo\b|電池(?!座|盒|夾)|\bakku\b|batterie(?!halter)/],
  ['circuit-board', /\bpcb\b|printed circuit|印刷電路板|電路板|leiterplatte/],
  ['magnet', /\bmagnets?\b|磁鐵|磁石/],
  ['cooling', /\bheat ?sink\b|\bcooling fan\b|散熱|風扇|kühlkörper|lüfter/],
  ['firmware', /\bfirmware\b|韌體/],
  ['software', /\bsoftware\b|軟體/],
];
const PREFIXES: Readonly<Record<string, string>> = { U: 'chip', IC: 'chip', J: 'connector', CN: 'connector', CON: 'connector', ANT: 'antenna', BT: 'battery', BAT: 'battery', MOT: 'motor', W: 'cable' };

/** Every role that can be guessed. */
export const GUESSABLE: ReadonlySet<string> = new Set([...WORDS.map(([role]) => role), ...Object.values(PREFIXES)]);

export function guessRole({ category, designator, description }: Pick<Hint, 'category' | 'designator' | 'description'>): Guessed | undefined {
  for (const [from, text] of [['description', description], ['category', category]] as const) {
    const read = (text ?? '').slice(0, 400).normalize('NFKC').toLowerCase();
    for (const [role, words] of WORDS) {
      const word = words.exec(read)?.[0];
      if (word !== undefined) return { role, from, word };
    }
  }
  const prefix = /^\s*([A-Z]{1,3})\$?\d/i.exec(designator ?? '')?.[1]?.toUpperCase();
  const role = prefix !== undefined && Object.hasOwn(PREFIXES, prefix) ? PREFIXES[prefix] : undefined;
  return role === undefined ? undefined : { role, from: 'designator', word: prefix! };
}

/** Adds the guesses to the records. To be called when nothing refers to records any more. */
export function guessRoles({ records, hints, salt }: Draft, root: Id | undefined): void {
  if (hints.length === 0) return;
  const apart = withoutGuess(records, root);
  const done = new Set<Id>();
  for (const { product, origin, ...hint } of hints) {
    const guessed = apart.has(product) || done.has(product) ? undefined : guessRole(hint);
    if (guessed === undefined) continue;
    done.add(product);
    records.push(closed<Product>({
      kind: 'product', id: product, level: 'inferred', salt: salt?.(product), origin, roles: [guessed.role], notes: { guess: `${guessed.role}, from the ${guessed.from} (${guessed.word})` },
    } as Product));
  }
}

/** Products for which no guess is made. What is recorded of the root says nothing of its parts (1.5). O(records). */
function withoutGuess(records: Draft['records'], root: Id | undefined): ReadonlySet<Id> {
  const stated = new Set<Id>();
  const pinned = new Set<Id>();
  const inside = new Map<Id, Id[]>();
  const outputs = new Map<Id, Id>();
  for (const rec of records) {
    if (rec.kind === 'product' && rec.roles !== undefined) stated.add(rec.id);
    if (rec.kind === 'completeness' && rec.list === 'components') pinned.add(rec.of);
    if (rec.kind === 'recipe') outputs.set(rec.id, rec.output);
  }
  const apart = new Set<Id>(root === undefined ? [] : [root]);
  for (const rec of records) {
    if (rec.kind !== 'line') continue;
    const output = outputs.get(rec.recipe);
    if (output !== undefined) apart.add(output); // what has lines is an assembly
    for (const { product } of rec.options) {
      if (product === null) continue;
      if (pinned.has(rec.recipe)) apart.add(product);
      if (output === undefined) continue;
      const parts = inside.get(output);
      if (parts) parts.push(product);
      else inside.set(output, [product]);
    }
  }
  const below = [...stated].filter((id) => id !== root);
  const seen = new Set(stated);
  for (let next = below.pop(); next !== undefined; next = below.pop()) {
    apart.add(next);
    for (const part of inside.get(next) ?? []) {
      if (seen.has(part)) continue;
      seen.add(part);
      below.push(part);
    }
  }
  return apart;
}
