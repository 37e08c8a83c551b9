/**
 * The page around web/verify-page.ts: one HTML file with its script and style inside, so that it works from a disk. Its policy allows it
 * nothing but those two: no picture, no font, no request.
 */
import { type Key, say } from '../text/catalogue.ts';
import { GENERATOR } from '../formats/own.ts';
import { escaped } from './html/markup.ts';

export interface PageParts {
  /** The bundled script. */
  readonly script: string;
  /** Digests of the rulebooks that this program ships, by id. */
  readonly rulebooks: Readonly<Record<string, readonly string[]>>;
  /** Base64 of the SHA-256 of a text, for the page's policy. */
  readonly hash: (text: string) => string;
}

export function verifyPage({ script, rulebooks, hash }: PageParts): string {
  const inline = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const policy = `default-src 'none'; script-src 'sha256-${hash(inline)}'; style-src 'sha256-${hash(STYLE)}'; media-src blob:; base-uri 'none'; form-action 'none'`;
  const data = JSON.stringify(rulebooks).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${GENERATOR}
<title>${escaped(say('en', 'verifyPage.title'))}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1 ${said('verifyPage.title')}</h1>
<nav><button type="button" data-lang="en" lang="en">English</button> <button type="button" data-lang="zh-Hant" lang="zh-Hant-TW">繁體中文</button></nav>
</header>
<main>
<p ${said('verifyPage.intro')}</p>
<div id="drop">
<label for="file" ${said('verifyPage.drop')}</label>
<input id="file" type="file" multiple accept=".json,application/json,image/*">
<button id="scan" type="button" ${said('verifyPage.scan')}</button>
<video id="camera" hidden muted playsinline></video>
</div>
<div class="fields">
<label><span ${said('verifyPage.lot')}</span> <input id="lot" autocomplete="off" spellcheck="false"></label>
<label><span ${said('verifyPage.day')}</span> <input id="day" type="date"></label>
</div>
<p id="note" role="status" aria-live="polite"></p>
<section id="answer" hidden aria-labelledby="outcome">
<p id="made-up" hidden ${said('report.madeUp')}</p>
<h2 id="outcome" tabindex="-1"></h2>
<ul id="claims"></ul>
<table>
<thead><tr><th scope="col" ${said('verifyPage.column.passed')}</th><th scope="col" ${said('verifyPage.column.question')}</th><th scope="col" ${said('verifyPage.column.answer')}</th></tr></thead>
<tbody id="lines"></tbody>
</table>
</section>
<p class="small" ${said('verifyPage.nothingSent')}</p>
</main>
<script type="application/json" id="rulebooks">${data}</script>
<script>${inline}</script>
</body>
</html>
`;
}

/** An attribute that names a sentence, and the sentence for readers without scripts. */
const said = (key: Key): string => `data-text="${key}">${escaped(say('en', key))}`;

const STYLE = `
:root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--line:#c9ced6;--good:#0f5132;--bad:#9a1b1b;--open:#7a4b00;--soft:#f2f4f7}
@media(prefers-color-scheme:dark){:root{--ink:#e8eaed;--paper:#16191d;--line:#454b54;--good:#7fd3a2;--bad:#ff9a92;--open:#f2c46d;--soft:#20252b}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:56rem;padding:1rem;font:1rem/1.6 system-ui,"Noto Sans TC","Noto Sans CJK TC","PingFang TC","Microsoft JhengHei",sans-serif;color:var(--ink);background:var(--paper)}
header{display:flex;flex-wrap:wrap;gap:1rem;align-items:center;justify-content:space-between}
h1{font-size:1.5rem;margin:.2rem 0}
button{font:inherit;padding:.4rem .8rem;min-height:2.75rem;border:1px solid var(--line);border-radius:.4rem;background:var(--soft);color:inherit;cursor:pointer}
button[aria-pressed=true]{border-color:currentColor;font-weight:600}
#drop{display:grid;grid-template-columns:minmax(0,1fr);gap:.75rem;justify-items:start;padding:1.25rem;border:2px dashed var(--line);border-radius:.6rem;background:var(--soft)}
#drop[data-over]{border-color:currentColor}
#drop label{font-weight:600}
.fields{display:flex;flex-wrap:wrap;gap:1rem;margin:1rem 0}
input{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:.4rem;padding:.35rem .5rem;max-width:100%}
:focus-visible{outline:3px solid #2463eb;outline-offset:2px}
#outcome{font-size:1.35rem;border-left:.5rem solid;padding:.5rem .75rem;background:var(--soft)}
#answer[data-outcome=verified] #outcome{color:var(--good)}
#answer[data-outcome=refused] #outcome,#answer[data-outcome=verdict-red] #outcome{color:var(--bad)}
#answer[data-outcome=unknown] #outcome,#answer[data-outcome=verdict-unknown] #outcome{color:var(--open)}
#made-up{border:2px solid;padding:.5rem .75rem;font-weight:600}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-top:1px solid var(--line);overflow-wrap:anywhere}
th{white-space:nowrap}
th[scope=row]{font-weight:600}
tbody td:first-child{font-weight:700;white-space:nowrap}
tr[data-outcome=passed] td:first-child{color:var(--good)}
tr[data-outcome=refused] td:first-child{color:var(--bad)}
tr[data-outcome=unknown] td:first-child{color:var(--open)}
#note,#claims{overflow-wrap:anywhere}
video{max-width:100%;border-radius:.4rem}
.small{font-size:.875rem}
`;
