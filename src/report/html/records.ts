/** The records that an answer rests on, each with its fields, where it was read and the papers behind it. */
import type { Sha256 } from '../../base/canonical.ts';
import type { CheckResult } from '../../engine/result.ts';
import { namer } from '../../engine/why.ts';
import { record } from '../../engine/words.ts';
import { digestOf } from '../../model/digest.ts';
import type { Network } from '../../model/network.ts';
import type { Rec } from '../../model/record.ts';
import { type Lang, say } from '../../text/catalogue.ts';
import { plain } from '../../text/plain.ts';
import { both, html, type Markup } from './markup.ts';

/** Hex digits of a digest that are shown. */
const SHOWN = 12;
/** Not for reading: `origin` has a column of its own. */
const UNSHOWN = new Set(['kind', 'salt', 'origin', 'members', 'supports', 'notes']);

/** Where the page shows a record: by the begin of its digest. */
export function recordId(rec: Rec, sha256: Sha256): string {
  return `r-${digestOf(rec, sha256).slice(0, SHOWN)}`;
}

export function toldOf(result: CheckResult, rec: Rec, lang: Lang): string {
  return record(lang, rec, namer(result, lang));
}

/** `maker: lens; roles: camera, chip`. */
export function fieldsOf(rec: Rec): string {
  const said = Object.entries(rec).filter(([field, value]) => !UNSHOWN.has(field) && value !== undefined);
  const many = 'members' in rec ? [`members: ${rec.members.length}`] : 'supports' in rec ? [`supports: ${rec.supports.length}`] : [];
  return plain([...said.map(([field, value]) => `${field}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`), ...many].join('; ')).slice(0, 600);
}

export function sourcesSection(result: CheckResult, records: readonly Rec[], hidden: number, net: Network, sha256: Sha256): Markup {
  const papers = (rec: Rec): string =>
    (net.evidenceFor.get(digestOf(rec, sha256)) ?? []).map(({ docKind, issued, issuer, file }) => plain([docKind, issued, issuer, file].filter(Boolean).join(', '))).join('; ');
  const line = (rec: Rec): Markup => html`<tr id="${recordId(rec, sha256)}"><td>${both((lang) => toldOf(result, rec, lang))}</td><td>${fieldsOf(rec)}</td><td>${plain(rec.origin ?? '')}${papers(rec) === '' ? '' : html`<br><span class="soft">${papers(rec)}</span>`}<br><code>${digestOf(rec, sha256).slice(0, SHOWN)}</code></td></tr>`;
  const heads = (['record', 'fields', 'source'] as const).map((head) => html`<th scope="col">${both((lang) => say(lang, `page.records.${head}`))}</th>`);
  return html`<section aria-labelledby="sources"><h2 id="sources">${both((lang) => say(lang, 'page.records'))}</h2>
<details><summary>${both((lang) => say(lang, 'page.records.count', { count: records.length + hidden }))}</summary>${hidden > 0 ? html`<p class="soft">${both((lang) => say(lang, 'page.records.packed', { count: hidden }))}</p>` : undefined}
<div class="scroll"><table id="records"><thead><tr>${heads}</tr></thead><tbody>${records.map(line)}</tbody></table></div></details></section>`;
}
