/** Words by which a bill says that a row is no line of it: a total, or a part that is left out. In English, Chinese and German. */

/** Left out, where the whole cell says so. */
const LEFT_OUT_CELL = /^(?:dnp|dni|dnf|dnm|dns|d\.n\.p\.?|n\/?f|n\/?m|np|no ?(?:fit|mount|pop|stuff|place)|not? (?:to be )?(?:fitted|placed|populated|mounted|installed|stuffed|assembled)|do not (?:fit|place|populate|mount|install|stuff|assemble|load)|(?:un|de)populated|unfitted|omit(?:ted)?|不上件|不打件|不貼件?|不焊接?|不裝|空貼|未上件|nicht (?:bestückt|bestücken|bestueckt)|unbestückt|entfällt)$/i;
/** Left out, where a value or a description begins or ends with it. */
const LEFT_OUT_PART = /^[([]?(?:dnp|dni|dnf|do not (?:fit|place|populate|mount|install|stuff)|not (?:fitted|populated|placed|mounted)|不上件|不打件|空貼|nicht bestück(?:t|en))[)\]]?(?:[\s,;:/_-]|$)|(?:[\s,;:/_-]|^)[([]?(?:dnp|dni|dnf|do not (?:fit|place|populate|mount|install|stuff)|not (?:fitted|populated|placed|mounted)|不上件|不打件|空貼|nicht bestück(?:t|en))[)\]]?$/i;
const YES = /^(?:y|yes|true|1|x|✓|✔|是|ja|j|v)$/i;
const NO = /^(?:n|no|false|0|否|nein)$/i;
const PLACED = /^(?:y|yes|true|1|x|✓|✔|是|ja|j|v|fit|fitted|place|placed|populate|populated|mount|mounted|install|installed|stuff|assemble|load|active|上件|打件|貼件|焊接|bestückt|bestücken)$/i;

/** What a cell of a column about fitting says; `leaves`: a yes there means left out. `unclear`: it says something else. */
export function fitOf(cell: string, leaves: boolean): 'placed' | 'left out' | 'unclear' {
  const text = cell.trim().replace(/^\((.*)\)$/s, '$1');
  if (text === '' || (leaves ? NO : PLACED).test(text) || (leaves && /^[-\u2010-\u2015]$/.test(text))) return 'placed';
  if (LEFT_OUT_CELL.test(text) || (leaves ? YES : NO).test(text)) return 'left out';
  return leaves && PLACED.test(text) ? 'placed' : 'unclear';
}

/** Does the whole cell say that the part is left out? */
export function saysLeftOut(cell: string): boolean {
  return cell.length <= 40 && LEFT_OUT_CELL.test(cell.trim());
}

/** Words that make a mark hold at times, of something else, or no longer. */
const AT_TIMES = /(?:^|[^\p{L}])(?:for|on|in|if|unless|when|until|only|except|variants?|versions?|options?|optional|rev|near|with|without|at|by|was|formerly|previously|no longer|not dnp|für|bei|nur|wenn|außer)(?:[^\p{L}]|$)|版|選配|选配|選項|若|如|時|僅|仅|只|除|原/iu;
const LEFT_OUT_WORDS = /(?:^|[^\p{L}\p{N}])(?:dnp|dni|dnf|do not (?:fit|place|populate|mount|install|stuff)|not (?:fitted|populated|placed|mounted|installed)|nicht bestück(?:t|en))(?:[^\p{L}\p{N}]|$)|不上件|不打件|不貼件|空貼|未上件/iu;

/** Most texts have none of these. */
const MAY_SAY = /dn|not|nicht|件|貼|打/i;

/** Does a value or a description say so at its beginning or end, and of every unit? */
export function endsLeftOut(text: string): boolean {
  return text.length <= 400 && MAY_SAY.test(text) && LEFT_OUT_PART.test(text.trim()) && !AT_TIMES.test(text);
}

/** Does a text speak of leaving out without saying it of every unit? */
export function maybeLeftOut(text: string): boolean {
  return text.length <= 4000 && MAY_SAY.test(text) && LEFT_OUT_WORDS.test(text);
}

const TOTAL = /^(?:(?:grand|sub|over)?[ -]?total|sum|summe|gesamt(?:summe|menge|anzahl|preis|kosten)?|zwischensumme|総計|參考合計|合計参考|合計參考|總計|合計|小計|共計|總和|總數量?|总计|合计)(?:\s*(?:qty|quantity|parts?|pcs|pieces|items?|lines?|costs?|price|amount|count|number(?: of parts)?|components?|teile|positionen|數量|金額|零件數?))*\.?\s*[:=：]?\s*[\d.,]*(?:\s*\([^()]*\)?)?$/i;

/** Is it the label of a total? */
export function isTotal(cell: string): boolean {
  return cell.length <= 60 && TOTAL.test(cell.trim());
}

/** `核准：王`, `Approved by: J. Wang`: who signed a bill is no part of it. */
export function isSignature(cell: string): boolean {
  return /^(?:核准|核定|審核|審查|複核|審批|製表|製單|制表|承辦|經辦|(?:approved|prepared|checked|reviewed|drawn|issued|released)(?: by)?|(?:erstellt|geprüft|freigegeben)(?: von)?)\s*[:：]/i.test(cell.trim());
}
