/** The page's style: the reader's own fonts, both colour schemes, one column on a telephone, A4 on paper. */
export const STYLE = `
:root{--ink:#1b1d21;--soft:#565c66;--line:#d3d7de;--ground:#fff;--raised:#f5f6f8;--red:#a3171b;--redbg:#fdecec;--amber:#7a4d00;--amberbg:#fff4d9;--green:#14603a;--greenbg:#e7f5ec;--link:#1a4fa3}
@media(prefers-color-scheme:dark){:root{--ink:#e9ebee;--soft:#a9b0bb;--line:#3c424c;--ground:#15171b;--raised:#1e2127;--red:#ff8f8a;--redbg:#3a1a1c;--amber:#f2c164;--amberbg:#352a12;--green:#7fd6a3;--greenbg:#15301f;--link:#8ab6ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI","Noto Sans","Noto Sans CJK TC","Noto Sans TC","PingFang TC","Microsoft JhengHei",sans-serif;overflow-wrap:anywhere}
html[data-lang=en] [lang=zh-Hant],html[data-lang=zh-Hant] [lang=en]{display:none}
main,header,footer{max-width:1180px;margin:0 auto;padding:0 20px}
header{padding-top:8px}
h1{font-size:1.6rem;line-height:1.25;margin:.3em 0}
h2{font-size:1.2rem;margin:2.2em 0 .6em;padding-bottom:.25em;border-bottom:1px solid var(--line)}
h3{font-size:1rem;margin:1.2em 0 .3em}h3 .soft{font-weight:400}
a{color:var(--link)}
.bar{display:flex;gap:8px;justify-content:flex-end;max-width:1180px;margin:0 auto;padding:12px 20px 0}
button,input[type=search]{font:inherit;color:inherit;background:var(--raised);border:1px solid var(--line);border-radius:6px;padding:5px 12px;min-height:36px}
button{cursor:pointer}
button[aria-pressed=true]{border-color:var(--ink);font-weight:600}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.madeup{background:var(--amberbg);color:var(--amber);border:2px dashed currentcolor;padding:8px 14px;font-weight:600;border-radius:6px;margin:0 0 12px}
.answer{display:flex;flex-wrap:wrap;gap:6px 18px;align-items:center;border:2px solid;border-radius:10px;padding:14px 18px;margin:14px 0}
.answer strong{font-size:1.7rem;line-height:1.2}
.answer p{margin:0;color:var(--ink);flex:1 1 20em}
.red{color:var(--red)}.unknown{color:var(--amber)}.clear{color:var(--green)}.none{color:var(--soft)}
.answer.red{background:var(--redbg)}.answer.unknown{background:var(--amberbg)}.answer.clear{background:var(--greenbg)}
.gist{list-style:none;padding:0;margin:10px 0}.gist li{margin:.25em 0}
.pairs{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,500px),1fr));gap:0 28px}.pairs>div{min-width:0}
.issues,.issues ul{padding-left:1.1em}.issues p{margin:.2em 0 .6em}
.soft{color:var(--soft);font-size:.92rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:left;vertical-align:top;padding:7px 10px;border-bottom:1px solid var(--line)}
th{color:var(--soft);font-weight:600}
td.v{white-space:nowrap;font-weight:700}
table.wide{min-width:36rem;overflow-wrap:break-word}
table.wide thead th{white-space:nowrap}table.wide th[scope=rowgroup]{min-width:6.5em}
table.verdicts{table-layout:fixed}table.verdicts th:nth-child(1){width:7.2em}table.verdicts th:nth-child(2){width:26%}table.verdicts th:nth-child(3){width:17%}table.verdicts th:nth-child(5){width:6.8em}
td.day{white-space:nowrap}
tr.book th{background:var(--raised);color:var(--ink);padding:10px;font-size:1rem;width:auto!important}tr.book .soft{font-weight:400;margin-left:.5em}
tr.quiet td{color:var(--soft)}tr.quiet td.v{font-weight:600}
ul{padding-left:1.2em;margin:.3em 0}
.why{list-style:none;padding:0;margin:.3em 0}
.why li{margin:.1em 0}.why .d1{padding-left:1.2em}.why .d2{padding-left:2.4em;color:var(--soft)}.why .d0{font-weight:700;margin-top:.7em}.why .d0+.d0{margin-top:.1em}.why .d0 a{color:inherit}
details{border:1px solid var(--line);border-radius:6px;margin:6px 0;padding:0 12px}
details[open]{padding-bottom:10px}
summary{cursor:pointer;padding:8px 0;font-weight:600}
.frame{border:1px solid var(--line);border-radius:8px;overflow:auto;max-height:76vh;background:var(--ground)}
.net{display:block}
.net[hidden]{display:none}
.net.chart{max-width:100%;height:auto}
.telephone{display:none}
.rank th[scope=row]{color:var(--ink);font-weight:400}.rank :is(th,td):nth-child(n+3){text-align:right;white-space:nowrap}.rank td:nth-child(2){width:38%;vertical-align:middle}.rank td:empty{padding:0}.loss{display:block;width:100%;height:15px}
.tiers,.tiers ul{list-style:none;padding:0}.tiers li{margin:.2em 0 .5em}.tiers .loss{height:6px;background:var(--raised);outline:1px solid var(--line)}
.net text{font-size:13px;fill:var(--ink)}
.net .tier{fill:var(--soft);font-size:12px}
.net .edge{fill:none;stroke:var(--line);stroke-width:1.4}
.net .edge.red{stroke:var(--red);stroke-width:3.4}
.net .edge.unknown{stroke:var(--amber);stroke-width:1.6;stroke-dasharray:6 4}
.net .box{fill:var(--ground);stroke:var(--soft);stroke-width:1.2}
.net .red .box{fill:var(--redbg);stroke:var(--red);stroke-width:2.6}
.net .unknown .box{fill:var(--amberbg);stroke:var(--amber);stroke-width:2;stroke-dasharray:5 3}
.net .clear .box{stroke:var(--green);stroke-width:1.6}
.net .path .box{stroke:var(--red);stroke-width:2.6}
.net .sign{text-anchor:middle;font-weight:700}
.net .red .sign{fill:var(--red)}.net .unknown .sign{fill:var(--amber)}.net .clear .sign{fill:var(--green)}
.net a:focus-visible .box{stroke:var(--link);stroke-width:4}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;padding:0;margin:.5em 0;list-style:none}
.time{list-style:none;padding:0;border-left:3px solid var(--line);margin-left:6px}
.time li{padding:0 0 10px 16px;position:relative}
.time li::before{content:"";position:absolute;left:-8px;top:.5em;width:10px;height:10px;background:var(--ground);border:3px solid var(--soft);border-radius:50%}
.time time{font-weight:700;margin-right:.6em}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:.4em 0}
dt{color:var(--soft)}dd{margin:0}
code{font:.88em ui-monospace,Menlo,Consolas,monospace}
:target{background:var(--amberbg)}
.skip{position:absolute;left:-999px}.skip:focus{left:10px;top:10px;background:var(--ground);padding:6px 12px}
footer{margin:40px auto;color:var(--soft);font-size:.9rem;border-top:1px solid var(--line);padding-top:14px}
@media(max-width:640px){.desk{display:none}.telephone{display:block}body{font-size:15px}main,header,footer{padding-left:14px;padding-right:14px}
table.cards thead{position:absolute;left:-9999px}table.cards tr{display:block;border:1px solid var(--line);border-radius:8px;margin:8px 0;padding:6px 4px}
table.cards tr.book{border:0;margin:14px 0 2px;padding:0}table.cards tr.book th{display:block}table.cards td{display:grid;grid-template-columns:5.4em 1fr;gap:8px;border:0;padding:3px 8px}
table.cards td[data-en]::before{color:var(--soft);content:attr(data-en)}html[data-lang=zh-Hant] table.cards td[data-zh]::before{content:attr(data-zh)}
table.cards td:empty{display:none}table.cards.wide{min-width:0}table.cards th[scope=rowgroup]{display:block;border:0;padding:3px 8px;text-align:left}dl{grid-template-columns:1fr}dd{margin-bottom:6px}
.rank tr{display:grid;grid-template-columns:1fr auto;border-bottom:1px solid var(--line);padding:4px 0}.rank :is(th,td){border:0;padding:1px 2px}.rank tbody th,.rank td:nth-child(2){grid-column:1/-1;width:auto}.rank thead :is(th:nth-child(1),th:nth-child(2)),.rank td:empty{display:none}.rank :is(th,td):nth-child(3){text-align:left}
.answer strong{font-size:1.4rem}}
@media print{@page{size:A4;margin:14mm 12mm}:root{--ink:#000;--soft:#444;--line:#bbb;--ground:#fff;--raised:#fff;--red:#a3171b;--redbg:#fdecec;--amber:#7a4d00;--amberbg:#fff4d9;--green:#14603a;--greenbg:#e7f5ec;--link:#000}
html{font-size:9pt}body{font-size:1rem;line-height:1.4}.parts{columns:2;column-gap:7mm;column-rule:1px solid var(--line)}.why,.part summary{line-height:1.3;font-size:8pt}.part{margin:0 0 5px}.why .d1{padding-left:.8em}.why .d2{padding-left:1.6em}.why .d0{margin-top:.4em}.why a[href^="#r-"]{display:none}.part summary,.small summary{padding:3px 0}h2{margin-top:1.4em}td,th{padding:4px 6px}.controls,.skip{display:none!important}main,header,footer{max-width:none;padding:0}.frame{overflow:visible;max-height:none;border:0}
.pairs{display:block}.tiers{display:block;columns:2}.tiers li{break-inside:avoid}.net{max-width:100%;height:auto!important;width:auto!important;max-height:240mm}h2,h3,summary{break-after:avoid}tr,li,details.small{break-inside:avoid}a{text-decoration:none}
details{border:0;padding:0}.part::details-content,.small::details-content{content-visibility:visible;display:block}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`;
